"""The font families that a page can use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

BUNDLED = Path(__file__).parents[1] / "fonts"
"""A folder for each bundled family: `eb-garamond` for EB Garamond."""

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
