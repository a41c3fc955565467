"""Families of fonts: a document names them and does not carry them, so it says as well what may stand in for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .wordml import Element, w

Kind = Literal["swiss", "roman", "modern"]
"""Word's names for faces without serifs, with serifs, and of one width."""

CODE = "Consolas"

_STAND_INS: dict[str, tuple[str, Kind]] = {
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
"""For each family that comes along, the one nearest to it of those that Word brings."""

_EAST_ASIAN = {
    "ja": ("Yu Gothic", "Yu Mincho"),
    "ko": ("Malgun Gothic", "Batang"),
    "zh-CN": ("Microsoft YaHei", "SimSun"),
    "zh-SG": ("Microsoft YaHei", "SimSun"),
    "zh": ("Microsoft JhengHei", "PMingLiU"),
}


@dataclass(frozen=True, slots=True)
class Family:
    """A family, and the one to take where it is not installed."""

    name: str
    stand_in: str
    kind: Kind

    @classmethod
    def of(cls, name: str) -> Family:
        """Return a family by its name; of an unknown one its name has to tell what it looks like."""
        guess: tuple[str, Kind] = ("Cambria", "roman") if "Serif" in name.split() else ("Calibri", "swiss")
        return cls(name, *_STAND_INS.get(name, guess))

    def east_asian(self, language: str) -> str:
        """Return the family that fits this one and draws the characters of a language (`ja-JP`), else Chinese ones."""
        fonts = _EAST_ASIAN.get(language) or _EAST_ASIAN.get(language.partition("-")[0]) or _EAST_ASIAN["zh-CN"]
        return fonts[self.kind == "roman"]

    def element(self, language: str) -> Element:
        """Return the fonts of a run: for Latin, Greek and Cyrillic, for East Asian and for all other scripts."""
        others = "Times New Roman" if self.kind == "roman" else "Arial"
        return w("rFonts", ascii=self.name, hAnsi=self.name, eastAsia=self.east_asian(language), cs=others)


def font_table(families: Iterable[Family]) -> Element:
    """Return what a document says of its fonts, for where they are not installed."""
    return w("fonts", *(_font(family) for family in dict.fromkeys(families)))


def _font(family: Family) -> Element:
    return w(
        "font",
        w("altName", val=family.stand_in) if family.stand_in != family.name else None,
        w("charset", val="00"),
        w("family", val=family.kind),
        w("pitch", val="fixed" if family.kind == "modern" else "variable"),
        name=family.name,
    )
