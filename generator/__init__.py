"""Tuyên dương: a commendation office's records → a public register of honours.

The path of the data, one direction, each step a module:

    data/*  content/*      what the office keeps (YAML, CSV, Markdown), in git
       │  files, yaml_tree, load      text → records; every value keeps its file and line
       ▼
    Reference + Volumes    frozen records (`records/`) with look-ups
       │  check                       rules across records; all faults at once
       ▼
    pages  exports         `records/`, `lists/`, `exports/`: records → Page, Output
       │                             `finder/`: records → the register's own search index
       │  render                      Page → readable Markdown with front matter
       ▼
    host                   Markdown → HTML; the only module that knows MkDocs
       │  assemble                    search index, gates for links and privacy, manifest
       ▼
    site/                  changed by `journal`, once everything has passed

`build` puts the steps together, `cli` gives them names.
"""

__version__ = "0.1.0"
