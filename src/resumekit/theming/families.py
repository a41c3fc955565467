"""Which families of fonts a page can be set in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

BUNDLED = Path(__file__).parents[1] / "fonts"
"""A folder for each family that comes along: `eb-garamond` for EB Garamond."""

_SUFFIXES = {".ttf", ".otf", ".ttc"}
_NAMES_OF_A_FAMILY = (16, 1)
"""The name of the whole family, which only a family of many weights has, and the usual one."""


def has_family(name: str, folders: Iterable[Path]) -> bool:
    """Tell whether a family comes along, or has a font in one of the folders."""
    if (BUNDLED / name.lower().replace(" ", "-")).is_dir():
        return True
    return name.lower() in {family.lower() for folder in folders for family in families_in(folder)}


def bundled_families() -> tuple[str, ...]:
    """Return the families that come along, as folders call them."""
    return tuple(sorted(path.name for path in BUNDLED.iterdir() if path.is_dir()))


def families_in(folder: Path) -> Iterator[str]:
    """Yield the families of the fonts in a folder; what is no font is passed over."""
    if not folder.is_dir():
        return
    from fontTools.ttLib import TTFont, TTLibError  # late: few résumés bring fonts of their own

    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _SUFFIXES:
            try:
                with path.open("rb") as file, TTFont(file, lazy=True, fontNumber=0) as font:
                    yield from filter(None, map(font["name"].getDebugName, _NAMES_OF_A_FAMILY))
            except (TTLibError, OSError, KeyError):
                continue
