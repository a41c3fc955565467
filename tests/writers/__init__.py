"""Tests of the formats, each read back by a reader that is not ours."""
