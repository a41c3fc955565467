"""Font families: a document names them without embedding them, so it also names substitutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .wordml import Element, w

Kind = Literal["swiss", "roman", "modern"]
"""Word's names for sans-serif, serif and monospaced families."""

CODE = "Consolas"

_SUBSTITUTES: dict[str, tuple[str, Kind]] = {
    "Archivo": ("Arial", "swiss"),
    "Arimo": ("Arial", "swiss"),
    "EB Garamond": ("Garamond", "roman"),
    "Figtree": ("Calibri", "swiss"),
    "Hanken Grotesk": ("Calibri", "swiss"),
    "IBM Plex Sans": ("Arial", "swiss"),
    "IBM Plex Sans Condensed": ("Arial Narrow", "swiss"),
    "Instrument Sans": ("Arial", "swiss"),
    "Inter": ("Arial", "swiss"),
    "JetBrains Mono": ("Consolas", "modern"),
    "Libre Franklin": ("Franklin Gothic Book", "swiss"),
    "Newsreader": ("Georgia", "roman"),
    "Source Sans 3": ("Calibri", "swiss"),
    "Source Serif 4": ("Cambria", "roman"),
}
"""For each bundled family, the most similar one that Word installs."""

_EAST_ASIAN = {
    "ja": ("Yu Gothic", "Yu Mincho"),
    "ko": ("Malgun Gothic", "Batang"),
    "zh-CN": ("Microsoft YaHei", "SimSun"),
    "zh-SG": ("Microsoft YaHei", "SimSun"),
    "zh": ("Microsoft JhengHei", "PMingLiU"),
}


@dataclass(frozen=True, slots=True)
class Family:
    """A family, and the one to use where it is not installed."""

    name: str
    substitute: str
    kind: Kind

    @classmethod
    def of(cls, name: str) -> Family:
        """Return a family by its name; for an unknown one the name decides whether it counts as a serif."""
        guess: tuple[str, Kind] = ("Cambria", "roman") if "Serif" in name.split() else ("Calibri", "swiss")
        return cls(name, *_SUBSTITUTES.get(name, guess))

    def east_asian(self, language: str) -> str:
        """Return the matching family for the characters of a language (`ja-JP`), by default for simplified Chinese."""
        fonts = _EAST_ASIAN.get(language) or _EAST_ASIAN.get(language.partition("-")[0]) or _EAST_ASIAN["zh-CN"]
        return fonts[self.kind == "roman"]

    def element(self, language: str) -> Element:
        """Return the fonts of a run: for Latin, Greek and Cyrillic; for East Asian; and for all other scripts."""
        others = "Times New Roman" if self.kind == "roman" else "Arial"
        return w("rFonts", ascii=self.name, hAnsi=self.name, eastAsia=self.east_asian(language), cs=others)


def font_table(families: Iterable[Family]) -> Element:
    """Return the font table of a document, with substitutes for fonts that are not installed."""
    return w("fonts", *(_font(family) for family in dict.fromkeys(families)))


def _font(family: Family) -> Element:
    return w(
        "font",
        w("altName", val=family.substitute) if family.substitute != family.name else None,
        w("charset", val="00"),
        w("family", val=family.kind),
        w("pitch", val="fixed" if family.kind == "modern" else "variable"),
        name=family.name,
    )
