"""What is in a PDF, through PDFium: its words and links, how its pages look, the files that it carries.

PDFium reads PDFs in Chromium, so this is what a great many readers see. The library comes with pypdfium2; its Python
bindings for a thousand functions take longer to import than a page takes to read, so the thirty that are needed are
called directly.

Takes  the bytes of a PDF.
Gives  a Reading, pictures of its pages, the files attached to it; None where PDFium is missing or cannot open it.
Raises nothing.
Never  survives what crashes PDFium: a stranger's PDF is to be looked at in a process of its own.
"""

from .attached import AttachedFile, attached_files
from .characters import Character, Characters, PageOfCharacters, read_characters
from .drawing import Drawing, draw_pages
from .library import get_ready
from .reading import Reading, read_pdf

__all__ = [
    "AttachedFile",
    "Character",
    "Characters",
    "Drawing",
    "PageOfCharacters",
    "Reading",
    "attached_files",
    "draw_pages",
    "get_ready",
    "read_characters",
    "read_pdf",
]
