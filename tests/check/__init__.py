"""Tests of the seventh stage: what came out, held against what was meant."""
