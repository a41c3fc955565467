"""JSON Resume: valid for the standard's schema, and read back as the same résumé."""

from .document import json_resume, write

__all__ = ["json_resume", "write"]
