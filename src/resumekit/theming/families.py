"""The font families that a page can use."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from resumekit.errors import Problem

BUNDLED = Path(__file__).parents[1] / "fonts"
"""A folder for each bundled family: `eb-garamond` for EB Garamond."""

MAX_FONT_BYTES = 200_000_000
"""Font readers load the whole file; Source Han Sans in all its languages is 117 MB."""

_SUFFIXES = {".ttf", ".otf", ".ttc"}
_FAMILY_NAMES = (16, 1)
"""Name IDs: the typographic family, which only families with many weights have, and the usual family name."""


def has_family(name: str, folders: Iterable[Path]) -> bool:
    """Return whether a family is bundled, or has a font in one of the folders."""
    if (BUNDLED / name.lower().replace(" ", "-")).is_dir():
        return True
    return name.lower() in {family.lower() for folder in folders for family in families_in(folder)}


def bundled_families() -> tuple[str, ...]:
    """Return the folder names of the bundled families, sorted."""
    return tuple(sorted(path.name for path in BUNDLED.iterdir() if path.is_dir()))


def families_in(folder: Path) -> Iterator[str]:
    """Yield the families of the fonts in a folder; other files are skipped."""
    if not folder.is_dir():
        return
    from fontTools.ttLib import TTFont, TTLibError  # late: few projects have fonts of their own

    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _SUFFIXES:
            try:
                with path.open("rb") as file, TTFont(file, lazy=True, fontNumber=0) as font:
                    yield from filter(None, map(font["name"].getDebugName, _FAMILY_NAMES))
            except (TTLibError, OSError, KeyError):
                continue


def problem_with_fonts(folder: Path) -> Problem | None:
    """Return what is wrong with a folder of fonts, if anything: fontconfig opens whatever is in it, and follows links.

    Reading a named pipe would never end, and a link to a folder could lead to the whole machine. Fonts that cannot be
    read would be skipped silently, and one of gigabytes would be read whole. A folder that does not exist is fine.
    """
    folders = [str(folder)] if folder.is_dir() else []
    for path in folders:
        try:
            entries = sorted(os.scandir(path), key=lambda entry: entry.name)
        except OSError as error:
            return Problem("unreadable", f"cannot be read: {error.strerror}", file=path)
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif not entry.is_file():
                what = "a link to a folder" if entry.is_dir() else "not a file"
                hint = "copy the fonts into the folder" if entry.is_dir() else "remove it"
                return Problem("unreadable", f"cannot be read as a font: it is {what}", file=entry.path, hint=hint)
            elif not os.access(entry.path, os.R_OK):
                return Problem("unreadable", "cannot be read: Permission denied", file=entry.path)
            elif entry.stat().st_size > MAX_FONT_BYTES:
                message, hint = f"larger than {MAX_FONT_BYTES // 1_000_000} MB", "use a font with fewer characters"
                return Problem("too-large", message, file=entry.path, hint=hint)
    return None
