"""A page as a browser parses it: its elements, and their text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class PageReader(HTMLParser):
    """Parses HTML into the sequence of its tags, its texts, and the values of its attributes."""

    html: str
    tags: list[tuple[str, ...]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.values += [value or "" for _, value in attrs]
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}",))
        self._open.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("!--",))

    @property
    def text(self) -> str:
        """The text of the page without its style and the signs against line breaks, with white space collapsed."""
        return " ".join("".join(self.texts).replace("\N{WORD JOINER}", "").split())
