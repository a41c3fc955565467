"""Tests of the whole way, from a résumé to the file that one sends."""
