"""Tests of the fifth stage: from the view to the source of a page."""
