"""Load a file from a revision of its git repository."""

from __future__ import annotations

import re
from pathlib import Path

from resumekit.errors import LoadError, Problem

from .document import Document
from .limits import MAX_BYTES
from .loader import parse

_REVISION = re.compile(r"(?P<revision>[^:\s-][^:\s]*):(?P<path>.+)")
_SECONDS = 30
_HINT = "list the revisions with `git log`"


def revision_of(name: str) -> tuple[str, str] | None:
    """Split `HEAD~3:resume.yaml` into revision and path; None if the name has another form or is an existing file."""
    found = _REVISION.fullmatch(name)
    return None if not found or Path(name).exists() else (found["revision"], found["path"])


def load_revision(revision: str, path: str) -> Document:
    """Read a file as of a revision; pictures and other files are looked up in its current folder.

    Raises:
        LoadError: no git, no repository, no such revision or file; and everything that `parse` raises.
    """
    import subprocess  # imported late, because only this function needs it

    name, folder = f"{revision}:{path}", Path(path).parent
    try:
        done = subprocess.run(  # noqa: S603 (no shell, and the revision is never executed)
            ["git", "cat-file", "blob", f"{revision}:./{Path(path).name}"],  # noqa: S607
            cwd=folder,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise LoadError(Problem("no-revision", "git or the folder is missing", file=name)) from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LoadError(Problem("no-revision", f"git failed: {error}", file=name)) from None
    if done.returncode:
        message = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise LoadError(Problem("no-revision", message or "git cannot find the file", file=name, hint=_HINT))
    return parse(done.stdout[: MAX_BYTES + 1], name=name, folder=folder)
