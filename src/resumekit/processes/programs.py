"""Finding installed programs."""

from __future__ import annotations

import os
import shutil


def program_named(name: str) -> str | None:
    """Return the path of an installed program, or None; never a file in the current folder.

    That folder may be a stranger's. Windows searches it first; an empty or relative item of `PATH` searches it, too.
    """
    folders = os.pathsep.join(filter(os.path.isabs, os.get_exec_path()))
    found = shutil.which(name, path=folders)
    return found if found and os.path.isabs(found) else None  # noqa: PTH117 (as a plain string)
