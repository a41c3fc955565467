"""The pictures that a résumé names, and what is wrong with them."""

from __future__ import annotations

from resumekit.errors import Problem
from resumekit.load import Document, KeyPath, PictureFault, find_picture, is_remote

_KEYS = {"image", "picture"}


def picture_problems(document: Document) -> dict[str, Problem]:
    """Return what is wrong with each picture that cannot be printed, by the name of its file.

    It is an error where a person typed the name. It is only a warning for an address on the network, which JSON
    Resume asks for there, and for a file that a machine-written JSON names.
    """
    found: dict[str, Problem] = {}
    for name, path in named_pictures(document).items():
        try:
            find_picture(document.folder, name)
        except PictureFault as fault:
            lenient = document.format == "json" or is_remote(name)
            found[name] = document.problem(
                fault.code, fault.message, path, hint=fault.hint, severity="warning" if lenient else "error"
            )
    return found


def named_pictures(document: Document) -> dict[str, KeyPath]:
    """Return the file of each picture, and where it is named first."""
    found: dict[str, KeyPath] = {}
    for path, text in document.scalars():
        holder = path[:-1] if path[-1] == "file" else path
        is_image = holder and holder[-1] in _KEYS and holder[0] == "basics"
        is_listed = len(holder) > 1 and holder[-2] == "images"
        if text and (is_image or is_listed) and not any(str(part).startswith("x-") for part in path):
            found.setdefault(text, path)
    return found
