"""Tests of the sixth stage: from the source of a page to the bytes of a PDF."""
