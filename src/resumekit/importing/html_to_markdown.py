"""A little HTML, as editors of texts in web pages write it, as Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from .draft_resume import Quote

_A_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_BLOCKS = {"p", "div", "ul", "ol", "li", "br", "h1", "h2", "h3", "h4", "tr"}


def without_html(text: Quote | None) -> Quote | None:
    """Return a text with Markdown in the place of its tags, or as it is if it has none."""
    if text is None or not (_A_TAG.search(text) or re.search(r"&\w+;", text)):
        return text
    parser = _Parser()
    parser.feed(text)
    parser.close()
    lines = [line.rstrip() for line in "".join(parser.made).replace("\xa0", " ").split("\n")]
    whole = re.sub(r"\n(?:\s*\n)+(?=\s*(?:-|\d+\.) )", "\n", "\n".join(lines))
    return Quote(re.sub(r"\n{3,}", "\n\n", whole).strip("\n"), text.origin, text.doubt)


class _Parser(HTMLParser):
    """Writes what it reads as Markdown."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []
        self._lists: list[int | None] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what a tag begins."""
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.made.append("\n" + "  " * max(0, len(self._lists) - 1) * 2 + self._mark())
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self.made.append("[" if self._links[-1] else "")
        elif tag in _MARKS:
            self.made.append(_MARKS[tag])
        elif tag in _BLOCKS and not self._just_marked():
            self.made.append("\n" if tag == "br" else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        """End what a tag ends."""
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self.made.append("" if self._lists else "\n\n")
        elif tag == "a" and self._links:
            address = self._links.pop()
            self.made.append(f"]({address})" if address else "")
        elif tag in _MARKS:
            self.made.append(_MARKS[tag])

    def handle_data(self, data: str) -> None:
        """Take the words; white space is one space."""
        words = re.sub(r"\s+", " ", data)
        self.made.append(
            words.lstrip() if not self.made or self.made[-1].endswith("\n") or self._just_marked() else words
        )

    def _mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1]}. "

    def _just_marked(self) -> bool:
        return bool(self.made) and bool(re.fullmatch(r"\n\s*(?:-|\d+\.) ", self.made[-1]))
