"""Tests of the eighth stage: bytes into files."""
