"""Tests of the fourth stage: the words of a page."""
