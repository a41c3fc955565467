"""A résumé as a document of Word, with real styles: its owner can go on editing it, and machines see its structure.

`document.py` is the drawing. python-docx keeps the package, its parts and paragraphs; what it has no words for
(languages and directions of runs, links, lists, pictures beside text) is written as elements, see `markup.py`. The
empty document is of our own making as well: the one that python-docx brings has 160 styles, an author and a date.
"""

from .docx_writer import docx

__all__ = ["docx"]
