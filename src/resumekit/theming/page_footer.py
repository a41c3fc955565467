"""The option `footer`: one text at the foot of every page, with the name, page numbers and the date filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from resumekit.present import ResumeView, plain

from .design import Design
from .shared_defaults import shared_option

PLACES = ("top-left", "top-center", "top-right", "bottom-left", "bottom-center", "bottom-right")
"""The margins in which themes print."""

_PLACEHOLDER = re.compile(r"\{(name|page|pages|date)\}")
_UNSAFE_IN_CSS = re.compile(r'["\\<\x00-\x1f\x7f]')
_COUNTERS = {"page": "counter(page)", "pages": "counter(pages)"}


class FooterPart(NamedTuple):
    """A part of the footer: the number of the page, the number of pages, or words."""

    kind: Literal["words", "page", "pages"]
    words: str = ""


def footer_of(design: Design, view: ResumeView) -> tuple[FooterPart, ...]:
    """Return the parts of the footer that the résumé sets; nothing if the theme has its usual one."""
    return tuple(_parts(str(shared_option(design, "footer")), view))


def _parts(text: str, view: ResumeView) -> Iterator[FooterPart]:
    values = {"name": plain(view.name), "date": view.date}
    for number, part in enumerate(_PLACEHOLDER.split(text)):
        if number % 2 and part in ("page", "pages"):
            yield FooterPart("page" if part == "page" else "pages")
        elif words := values[part] if number % 2 else part:
            yield FooterPart("words", words)


def footer_style(parts: tuple[FooterPart, ...]) -> str:
    """Return the rule that prints the footer, and nothing else, in the margins of every page of any theme.

    `!important` overrides the first page's rules and those of pages that the theme names.
    """
    content = " ".join(_COUNTERS.get(part.kind) or _in_css(part.words) for part in parts)
    others = " ".join(f"@{place} {{content: none !important}}" for place in PLACES if place != "bottom-center")
    font = "font: var(--footer, 8pt var(--font), var(--fallback))"
    foot = f"@bottom-center {{content: {content} !important; {font}; color: var(--quiet, inherit)}}"
    return f"@page {{{others} {foot}}}"


def _in_css(words: str) -> str:
    return '"' + _UNSAFE_IN_CSS.sub(lambda found: f"\\{ord(found[0]):x} ", words) + '"'
