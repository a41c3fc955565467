"""The contents of a PDF, read with PDFium: text and links, images of its pages, embedded files.

PDFium is Chromium's PDF library, so its output is what a great many people see. The library comes with pypdfium2, whose
Python bindings for a thousand functions take longer to import than a page takes to read; so this package calls the
thirty functions that it needs directly.

Takes  the bytes of a PDF.
Gives  a TextAndLinks, images of its pages, its embedded files; None where PDFium is missing or cannot open the PDF.
Raises nothing.
Never  survives a crash of PDFium: read untrusted PDFs in a separate process.
"""

from .embedded_files import EmbeddedFile, read_embedded_files
from .library import load_pdfium
from .page_images import PageImage, TooManyPixels, render_pages
from .pdf_characters import Character, Characters, PageOfCharacters, read_characters
from .text_and_links import TextAndLinks, VisibleText, read_pdf, read_visible_text

__all__ = [
    "Character",
    "Characters",
    "EmbeddedFile",
    "PageImage",
    "PageOfCharacters",
    "TextAndLinks",
    "TooManyPixels",
    "VisibleText",
    "load_pdfium",
    "read_characters",
    "read_embedded_files",
    "read_pdf",
    "read_visible_text",
    "render_pages",
]
