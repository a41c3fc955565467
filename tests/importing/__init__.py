"""Tests of the readers: what comes out of files that are no sources of ours, and that none of them does harm."""
