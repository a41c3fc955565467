"""JSON Resume: valid against the standard's schema, and read back as the same résumé."""

from .json_resume_writer import json_resume, write

__all__ = ["json_resume", "write"]
