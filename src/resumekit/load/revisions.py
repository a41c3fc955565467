"""Load a file from a revision of its Git repository."""

from __future__ import annotations

import os
import re
from pathlib import Path

from .document import Document
from .loader import parse

_REVISION = re.compile(r"(?P<revision>(?!-)(?:\{[^}]*\}|[^:\s{}])+):(?P<path>.+)")
"""A revision may have spaces and colons in braces only: `HEAD@{2 days ago}`, `main^{/fix: dates}`."""


def revision_of(name: str) -> tuple[str, str] | None:
    """Split `HEAD~3:resume.yaml` into revision and path; None if the name has another form or is an existing file."""
    found = _REVISION.fullmatch(name)
    return None if not found or os.path.lexists(name) else (found["revision"], found["path"])


def load_revision(revision: str, path: str) -> Document:
    """Read a file as of a revision; pictures and other files are looked up in its current folder.

    Raises:
        LoadError: no Git, no repository, no such revision or file; and everything that `parse` raises.
    """
    from .git_file import read_from_git  # late: only revisions need other processes

    name, file = f"{revision}:{path}", Path(path)
    return parse(read_from_git(revision, file, name), name=name, folder=file.parent)
