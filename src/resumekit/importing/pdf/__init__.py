"""Reader for PDFs: the source that an archive PDF carries, or else the text on the pages."""

from .pdf_reader import knows, read

__all__ = ["knows", "read"]
