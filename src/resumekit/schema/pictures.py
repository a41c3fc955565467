"""The pictures that a résumé names, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.errors import Problem
from resumekit.load import Document, KeyPath, PictureFault, find_picture, is_remote

_KEYS = {"image", "picture"}


def picture_problems(document: Document) -> dict[str, Problem]:
    """Return what is wrong with each picture that cannot be printed, by the name of its file.

    It is an error where a person typed the name. It is only a warning for an address on the network, which JSON
    Resume asks for there, and for a file that a machine-written JSON names.
    """
    found: dict[str, Problem] = {}
    for path, name in _names(document):
        try:
            find_picture(document.folder, name)
        except PictureFault as fault:
            lenient = document.format == "json" or is_remote(name)
            found[name] = document.problem(
                fault.code, fault.message, path, hint=fault.hint, severity="warning" if lenient else "error"
            )
    return found


def _names(document: Document) -> Iterator[tuple[KeyPath, str]]:
    for path, text in document.scalars():
        holder = path[:-1] if path[-1] == "file" else path
        is_image = holder and holder[-1] in _KEYS and holder[0] == "basics"
        is_listed = len(holder) > 1 and holder[-2] == "images"
        if text and (is_image or is_listed) and not str(path[-1]).startswith("x-"):
            yield path, text
