"""Tests of the fifth stage: from words to the source of a page."""
