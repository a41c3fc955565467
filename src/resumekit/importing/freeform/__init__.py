"""Read a résumé that a person wrote for people: PDF, DOCX, text or Markdown, by structure and rules.

`layout/` turns a file into blocks: paragraphs with their text style. With the word lists of `lexicon/`, `sections/`
decides what is a heading, where an entry starts, and which words are a name, a role, a place or a date; these rules do
not depend on the file format. `assembly.py` puts the results together; `word_losses.py` reports the words left over.
"""
