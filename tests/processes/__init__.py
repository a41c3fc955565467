"""Tests of the processes that work on untrusted input, and of how they end."""
