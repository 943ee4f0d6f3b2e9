"""Tuyên dương: a commendation office's records → a public register of honours.

The path of the data, one direction, each step a module:

    data/*  content/*      what the office keeps (YAML, CSV, Markdown), in git
       │  files, yaml_tree, load      text → records; every value keeps its file and line
       ▼
    Reference + Volumes    frozen records (`records/`) with look-ups
       │  check                       rules across records; all faults at once
       ▼
    pages  exports         `records/`, `lists/`, `exports/`: records → Page, parts of files
      │                   `formats/`: the thing that a page is about → its machine forms
       │                   `finder/`: records → parts of the register's own search index
       │  render                      Page → readable Markdown with front matter, for any host
       │  bodies, stamp, press        Page → a finished file: its body filled into a skeleton, put
       │                              into a shell that the `host` (MkDocs) rendered once
       ▼
    site/                  changed by `journal`, once everything has passed

A big register is never held whole. `reading` has the volumes read and checked, `making` has their
pages made, `drawing` their pictures, all as tasks (`desk`, `volumes`) for `workers`; `uses`,
`pagekey` and `lastbuild` tell what still holds of the last time, `cache` keeps it; `dataset` writes
the register as data of what the volumes gave, `closing` adds what is made of the whole.

What a clerk writes by commands goes the other way, into `data/`: `questions` are asked as the
models tell, `new`, `mend` and `amend` write by the samples and by `yaml_edit`, `trial` and `effect`
tell beforehand what that will do. `preview` shows the next site before it is published.

A `kit` is a press kit before it is a zip: `kits` packs it where its photos can be read, `photos`
and `iptc` let them say whose they are. `seal` makes what may be proven before it is public.

`importer/` is a path of its own: the office's Excel and Word lists → files of `data/`.

`build` puts the steps together, `cli` gives them names.
"""

__version__ = "0.1.0"
