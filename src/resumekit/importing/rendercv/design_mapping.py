"""What RenderCV's `design` and `locale` say of the page, as far as there is the same here."""

from __future__ import annotations

import re

from resumekit.importing.draft_resume import Quote
from resumekit.importing.field_reader import Data, Part, made
from resumekit.load import Value

_THEMES = {
    "classic": "classic",
    "ember": "classic",
    "engineeringclassic": "classic",
    "engineeringresumes": "plain",
    "harvard": "academic",
    "ink": "modern",
    "moderncv": "modern",
    "opal": "modern",
    "sb2nov": "compact",
}
"""The theme here that is most like one there; they are not the same."""

_PAGE_SIZES = {"a4": "A4", "a5": "A5", "us-letter": "Letter", "us-executive": "Executive"}

_LANGUAGES = {
    "english": "en", "arabic": "ar", "danish": "da", "dutch": "nl", "french": "fr", "german": "de", "hebrew": "he",
    "hindi": "hi", "hungarian": "hu", "indonesian": "id", "italian": "it", "japanese": "ja", "korean": "ko",
    "mandarin_chinese": "zh-Hans", "norwegian_bokmål": "nb", "norwegian_nynorsk": "nn", "persian": "fa",
    "portuguese": "pt", "russian": "ru", "spanish": "es", "turkish": "tr", "vietnamese": "vi",
}  # fmt: skip

_SIDES = ("top", "right", "bottom", "left")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)")
_LENGTH = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?(?:mm|cm|in|pt)")


def designs(top: Part) -> dict[str, Data]:
    """Return theme, paper and language; a colour or a size only where the file says one."""
    design = top.part("design")
    language = top.part("locale").word("language", _LANGUAGES)
    theme = _theme(design)
    return made(theme=theme["name"] if theme.keys() == {"name"} else theme, page=_page(design), locale=language)


def _theme(design: Part) -> dict[str, Data]:
    """Return the theme, with the one colour that ours have."""
    color = design.peek("colors")
    accent = _hex(design.part("colors").text("section_titles")) if isinstance(color, dict) and _is_rgb(color) else None
    return made(name=design.word("theme", _THEMES), accent=accent)


def _is_rgb(colors: dict[str, Value]) -> bool:
    color = colors.get("section_titles")
    return isinstance(color, str) and bool(_RGB.fullmatch(color.strip()))


def _page(design: Part) -> dict[str, Data]:
    page = design.part("page")
    margins = [page.text(f"{side}_margin") for side in _SIDES]
    size = page.word("size", _PAGE_SIZES)
    whole = " ".join(side for side in margins if side)
    if all(side and _LENGTH.fullmatch(side) for side in margins):
        return made(size=size, margin=whole)
    return made(size=size) | made(**{"x-margins": margins})


def _hex(color: Quote | None) -> Quote | None:
    found = _RGB.fullmatch(color.strip()) if color else None
    return (
        color and found and Quote("#" + "".join(f"{min(255, int(part)):02x}" for part in found.groups()), color.origin)
    )
