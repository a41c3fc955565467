"""Spans as the Markdown of a résumé's texts: what was strong stays so, and no sign of the text becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from .blocks import Span, cut, join

_SPECIAL = re.compile(
    r"[\\`]|\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|\[(?=[^\]]*\]\()|"
    r"<(?=[A-Za-z][\w+.-]*:|[^\s<>]+@)|&(?=#?\w+;)"
)


def escaped(text: str) -> str:
    """Return a text whose signs are printed as they stand."""
    return _SPECIAL.sub(lambda sign: f"\\{sign[0]}", text)


def marked_up(spans: Iterable[Span], *, plain: bool = False) -> str:
    """Return spans as one text; strong words are marked where others are not, unless it is to be `plain`."""
    spans = cut(spans, 0, 10**9)
    if plain or all(span.bold for span in spans if span.text.strip()):
        spans = [Span(span.text, italic=span.italic and not plain, url=span.url) for span in spans]
    if all(span.italic for span in spans if span.text.strip()):
        spans = [Span(span.text, span.bold, url=span.url) for span in spans]
    return "".join(_pieces(spans)).strip() or escaped(join(spans))


def _pieces(spans: list[Span]) -> Iterator[str]:
    for (bold, italic, url), alike in groupby(spans, lambda span: (span.bold, span.italic, span.url)):
        text = "".join(span.text for span in alike)
        words = text.strip()
        if not words:
            yield text
            continue
        made = _linked(escaped(words), words, url)
        # Markdown does not see a mark between letters, and none around signs alone
        around = text[0].isspace() or text[-1].isspace() or words[0].isalnum() or words[-1].isalnum()
        mark = (
            ("**" if bold else "*" if italic else "") if around and words[0].isalnum() and words[-1].isalnum() else ""
        )
        yield f"{_spaces(text)[0]}{mark}{made}{mark}{_spaces(text)[1]}"


def _linked(made: str, words: str, url: str) -> str:
    from .contacts import host_and_path

    if not re.match(r"(?:https?://|mailto:)[^\s()<>]+$", url) or "[" in words or "]" in words:
        return made
    if host_and_path(url) == host_and_path(words):
        return words if "://" in words else f"[{made}]({url})"
    return f"[{made}]({url})"


def _spaces(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
