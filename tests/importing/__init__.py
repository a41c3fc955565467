"""Tests of the import: what becomes of files in other formats, and that hostile files do no harm."""
