"""A file as it was in a revision of its git repository."""

from __future__ import annotations

import re
from pathlib import Path

from resumekit.errors import LoadError, Problem

from .document import Document
from .limits import MAX_BYTES
from .reading import parse

_REVISION = re.compile(r"(?P<revision>[^:\s-][^:\s]*):(?P<path>.+)")
_SECONDS = 30


def revision_of(name: str) -> tuple[str, str] | None:
    """Return the revision and the path of `HEAD~3:resume.yaml`; None if the name is not of that form, or is a file."""
    found = _REVISION.fullmatch(name)
    return None if not found or Path(name).exists() else (found["revision"], found["path"])


def load_revision(revision: str, path: str) -> Document:
    """Read a file as it was in a revision; pictures and the like are looked for where the file is now.

    Raises:
        LoadError: no git, no repository, no such revision or file; and whatever `parse` raises.
    """
    import subprocess  # late: only this needs it

    name, folder = f"{revision}:{path}", Path(path).parent
    try:
        done = subprocess.run(  # noqa: S603 (no shell, and nothing that the revision names is executed)
            ["git", "cat-file", "blob", f"{revision}:./{Path(path).name}"],  # noqa: S607
            cwd=folder,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise LoadError(Problem("no-revision", "git is not installed, or there is no such folder", file=name)) from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LoadError(Problem("no-revision", f"git gave up: {error}", file=name)) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise LoadError(Problem("no-revision", said or "git knows no such file", file=name, hint="try `git log`"))
    return parse(done.stdout[: MAX_BYTES + 1], name=name, folder=folder)
