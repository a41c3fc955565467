"""Attacks on the trust boundary that docs/security.md describes: one module per kind. None may succeed.

What takes long is marked `attacks` and run by `make test-attacks`.
"""
