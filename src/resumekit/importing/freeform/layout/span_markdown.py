"""Convert spans to the Markdown of résumé texts: keep bold, italics and links, and escape everything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ..lexicon.contact_patterns import host_and_path
from .blocks import Span, cut, join

_SPECIAL = re.compile(
    r"[\\`]|\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|\[|"
    r"<(?=[A-Za-z][\w+.-]*:|[^\s<>]+@)|&(?=#?\w+;)"
)


def escaped(text: str) -> str:
    """Return a text with the characters escaped that Markdown would read as markup."""
    last_target = text.rfind("](")  # a bracket after it starts no link

    def escape(found: re.Match[str]) -> str:
        return "[" if found[0] == "[" and found.start() > last_target else f"\\{found[0]}"

    return _SPECIAL.sub(escape, text)


def marked_up(spans: Iterable[Span], *, plain: bool = False) -> str:
    """Return spans as Markdown; bold and italics are marked unless all text has them, or the text is to be `plain`."""
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
        markdown = _linked(escaped(words), words, url)
        # Markdown ignores markup between letters, and around punctuation only
        can_be_marked = words[0].isalnum() and words[-1].isalnum()
        mark = ("**" if bold else "*" if italic else "") if can_be_marked else ""
        yield f"{_spaces(text)[0]}{mark}{markdown}{mark}{_spaces(text)[1]}"


def _linked(markdown: str, words: str, url: str) -> str:
    if not re.match(r"(?:https?://|mailto:)[^\s()<>]+$", url) or "[" in words or "]" in words:
        return markdown
    if host_and_path(url) == host_and_path(words):
        return words if "://" in words else f"[{markdown}]({url})"
    return f"[{markdown}]({url})"


def _spaces(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
