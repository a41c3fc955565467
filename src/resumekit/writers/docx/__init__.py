"""A résumé as a Word document, with real styles, so that it can be edited and programs recognize its structure.

Start reading at `docx_writer.py`. python-docx manages the package, its parts and paragraphs; what its API lacks (the
language and direction of runs, links, lists, floating pictures) is written as XML elements, see `wordml.py`. The empty
document is built here too: python-docx's own template has 160 styles, an author and a date.
"""

from .docx_writer import write

__all__ = ["write"]
