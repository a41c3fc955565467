"""Reader for LinkedIn's data archive: a ZIP file of CSV tables."""

from .linkedin_reader import knows, read

__all__ = ["knows", "read"]
