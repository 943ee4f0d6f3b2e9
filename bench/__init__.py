"""`make bench`: the generator beside other builders of the same pages, on the same sample.

    sample     a deterministic invented province of a given size, and its Markdown tree
       │  hosts, shell              what MkDocs, Zensical and Hugo need to make the same pages
       ▼
    contenders                      commands, each measured in a fresh folder
       │  measure, printed, edit    wall and processor time, peak memory, the steps told
       ▼
    results.json                    every measurement, size by size
       │  results, figures          medians, ratios, the figures to reach
       ▼
    results.md  *.svg               `report`, `plots`

`rounds` lets the contenders take turns; `__main__` gives it a command line.
Nothing here is imported by the generator, and nothing of the generator is imported here: it is
run by its command, as the others are.
"""
