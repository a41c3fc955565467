"""Map RenderCV's `design` and `locale` to a theme, a page and a language, where there is an equivalent."""

from __future__ import annotations

import re

from resumekit.importing.draft_resume import TracedText
from resumekit.importing.field_reader import Data, FieldReader, compact
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
"""The most similar theme here for each RenderCV theme. They are not identical."""

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


def map_design(top: FieldReader) -> dict[str, Data]:
    """Return theme, page and language; a colour or a size only if the file specifies one."""
    design = top.nested("design")
    language = top.nested("locale").lookup("language", _LANGUAGES)
    theme = _theme(design)
    return compact(theme=theme["name"] if theme.keys() == {"name"} else theme, page=_page(design), locale=language)


def _theme(design: FieldReader) -> dict[str, Data]:
    """Return the theme with its accent colour; our themes have only this one colour."""
    color = design.peek("colors")
    accent = (
        _hex(design.nested("colors").text("section_titles")) if isinstance(color, dict) and _is_rgb(color) else None
    )
    return compact(name=design.lookup("theme", _THEMES), accent=accent)


def _is_rgb(colors: dict[str, Value]) -> bool:
    color = colors.get("section_titles")
    return isinstance(color, str) and bool(_RGB.fullmatch(color.strip()))


def _page(design: FieldReader) -> dict[str, Data]:
    page = design.nested("page")
    margins = [page.text(f"{side}_margin") for side in _SIDES]
    size = page.lookup("size", _PAGE_SIZES)
    whole = " ".join(side for side in margins if side)
    if all(side and _LENGTH.fullmatch(side) for side in margins):
        return compact(size=size, margin=whole)
    return compact(size=size) | compact(**{"x-margins": margins})


def _hex(color: TracedText | None) -> TracedText | None:
    found = _RGB.fullmatch(color.strip()) if color else None
    return (
        color
        and found
        and TracedText("#" + "".join(f"{min(255, int(part)):02x}" for part in found.groups()), color.origin)
    )
