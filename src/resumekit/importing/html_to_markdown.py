"""Convert the simple HTML of rich-text editors to Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

from .draft_resume import TracedText

_TAG = r"</?[a-zA-Z][^<>]{0,2000}>"
_A_TAG = re.compile(_TAG)
_NO_TAG = re.compile(rf"<(?!{_TAG[1:]})")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LIST_ITEM = re.compile(r"\s*(?:-|\d+\.) ")
_MAX_DEPTH = 12
"""Levels of nested lists; deeper ones are indented like these."""
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_BLOCKS = {"p", "div", "ul", "ol", "li", "br", "h1", "h2", "h3", "h4", "tr"}


def as_markdown(text: TracedText | None) -> TracedText | None:
    """Return a text with its HTML tags converted to Markdown; a text without tags is returned unchanged."""
    if text is None or not (_A_TAG.search(text) or re.search(r"&\w+;", text)):
        return text
    parser = _Parser()
    parser.feed(_tags_only(text))
    parser.close()
    lines = [line.rstrip() for line in "".join(parser.output).replace("\xa0", " ").split("\n")]
    whole = "\n".join(_with_tight_lists(lines))
    return TracedText(re.sub(r"\n{3,}", "\n\n", whole).strip("\n"), text.origin, text.doubt)


def _tags_only(text: str) -> str:
    """Return HTML without comments, in which each `<` starts a tag.

    Python's parser takes quadratic time to find out that anything else does not end.
    """
    end = text.rfind("-->") + 3
    return _NO_TAG.sub("&lt;", _COMMENT.sub("", text[:end]) + text[end:])


def _with_tight_lists(lines: Iterable[str]) -> list[str]:
    """Return lines without the blank ones above list items."""
    result: list[str] = []
    for line in lines:
        while result and not result[-1] and _LIST_ITEM.match(line):
            result.pop()
        result.append(line)
    return result


class _Parser(HTMLParser):
    """Converts HTML to Markdown while parsing it."""

    def __init__(self) -> None:
        super().__init__()
        self.output: list[str] = []
        self._lists: list[int | None] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write the Markdown for an opening tag."""
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            depth = min(max(0, len(self._lists) - 1), _MAX_DEPTH)
            self.output.append("\n" + "    " * depth + self._list_marker())
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self.output.append("[" if self._links[-1] else "")
        elif tag in _MARKS:
            self.output.append(_MARKS[tag])
        elif tag in _BLOCKS and not self._after_list_marker():
            self.output.append("\n" if tag == "br" else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        """Write the Markdown for a closing tag."""
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self.output.append("" if self._lists else "\n\n")
        elif tag == "a" and self._links:
            address = self._links.pop()
            self.output.append(f"]({address})" if address else "")
        elif tag in _MARKS:
            self.output.append(_MARKS[tag])

    def handle_data(self, data: str) -> None:
        """Write a text, with white space collapsed."""
        words = re.sub(r"\s+", " ", data)
        self.output.append(
            words.lstrip() if not self.output or self.output[-1].endswith("\n") or self._after_list_marker() else words
        )

    def _list_marker(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1]}. "

    def _after_list_marker(self) -> bool:
        return bool(self.output) and bool(re.fullmatch(r"\n\s*(?:-|\d+\.) ", self.output[-1]))
