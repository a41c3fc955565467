"""Check the pictures that a résumé names."""

from __future__ import annotations

from pathlib import Path

from resumekit.errors import Problem
from resumekit.load import Document, KeyPath, PictureError, find_picture, is_remote

_KEYS = {"image", "picture"}
_WITH_LOGOS = {"work", "education", "volunteer"}


def picture_problems(document: Document) -> dict[str, Problem]:
    """Return a problem for each picture that cannot be printed, by file name.

    In YAML, which people type, these are errors. They are warnings in JSON, which programs write, and for URLs, which
    JSON Resume specifies.
    """
    found: dict[str, Problem] = {}
    known: dict[Path, PictureError | None] = {}
    for name, path in named_pictures(document).items():
        try:
            find_picture(document.folder, name, known)
        except PictureError as fault:
            lenient = document.format == "json" or is_remote(name)
            found[name] = document.problem(
                fault.code, fault.message, path, hint=fault.hint, severity="warning" if lenient else "error"
            )
    return found


def named_pictures(document: Document) -> dict[str, KeyPath]:
    """Return the file name of each picture, with the path of its first use."""
    found: dict[str, KeyPath] = {}
    for path, text in document.scalars():
        holder = path[:-1] if path[-1] == "file" else path
        is_image = holder and holder[-1] in _KEYS and holder[0] == "basics"
        is_listed = len(holder) > 1 and holder[-2] == "images"
        is_logo = len(holder) == len(("work", 0, "logo")) and holder[-1] == "logo" and holder[0] in _WITH_LOGOS
        if text and (is_image or is_listed or is_logo) and not any(str(part).startswith("x-") for part in path):
            found.setdefault(text, path)
    return found
