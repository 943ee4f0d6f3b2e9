"""The office's own lists → a decision of the register: a path of its own that ends in `data/`.

files, pasted text
   │  opening, excel, word, text (sources)   bytes → rows, each with its sheet and number
   │  looks, outside                         what is hidden, and words beside the rows: told, asked
   │  legacy, converted                      old encodings → Unicode, asked
   ▼
rows (table)
   │  lines, columns, headings, outline      what stands where
   │  tabular, prose (walk, understand)      every row once: recipient, refused, or named
   │  items, pieces, entries                 a text → recipients → name, role, unit, place
   │  preamble, claims, days                 the words around the list → facts of the decision
   ▼
what was understood
   │  lexicon, settled, honours, counted     names the register knows; what is left is asked
   │  gate, ledger                           nothing private, nothing lost
   │  likeness                               what may be there twice; shown, never linked
   ▼
proposal (compose)                           checked by the register's own rules
   │  report, written, save (bring)          side by side; then all files or none
   ▼
data/awards/<year>/<issuer>/<id>.yml, .csv
"""
