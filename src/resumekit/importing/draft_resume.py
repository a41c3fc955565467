"""What a reader makes of a file that is no source of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from resumekit.errors import SourceLocation
from resumekit.load import KeyPath


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place in the résumé where a reader had to guess; `text` are the words of the original."""

    path: KeyPath
    text: str


@dataclass(frozen=True, slots=True)
class Loss:
    """A value of the file that found no home: `where` it stood (a path or a line), and why it has none here."""

    where: str
    value: str
    why: str
    location: SourceLocation | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A résumé out of another file, in the shape of our schema.

    `resume` are plain values: mappings, lists, texts. A `Quote` among them says where it is from, and what is doubtful
    about it. What does not go with the schema after all is set aside under `x-` keys before it is written.
    """

    resume: dict[str, Any]
    doubts: tuple[Doubt, ...] = ()
    losses: tuple[Loss, ...] = ()


class Quote(str):
    """A text out of a file that remembers the path where it stood there, and what is doubtful about it.

    What is made from it with the methods of `str` is a plain text again.
    """

    __slots__ = ("doubt", "origin")

    origin: KeyPath | None
    doubt: str | None

    def __new__(cls, text: str, origin: KeyPath | None = None, doubt: str | None = None) -> Quote:
        """Return the text; `doubt` are the words of the original where the text may not be what they mean."""
        made = super().__new__(cls, text)
        made.origin, made.doubt = origin, doubt
        return made


def quotes(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Quote]]:
    """Yield each quote in a value with its path."""
    if isinstance(value, Quote):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from quotes(item, (*path, key))
    elif isinstance(value, list | tuple):
        for at, item in enumerate(value):
            yield from quotes(item, (*path, at))
