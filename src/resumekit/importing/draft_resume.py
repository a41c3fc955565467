"""What a reader returns: a résumé that has not been validated yet, and the values that could not be mapped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from resumekit.errors import SourceLocation
from resumekit.load import KeyPath


@dataclass(frozen=True, slots=True)
class UnmappedValue:
    """A value of the file that cannot be imported.

    `where` is its path or line in the file, `why` the reason, which ends the sentence "… was not imported: ".
    """

    where: str
    value: str
    why: str
    location: SourceLocation | None = None


@dataclass(frozen=True, slots=True)
class DraftResume:
    """A résumé read from a file in another format, in the shape of resumekit's schema.

    `resume` holds plain values: mappings, lists and texts. Texts may be `TracedText`, which records where they come
    from. Values that turn out not to fit the schema are moved to extension keys (`x-…`) before the résumé is written.
    """

    resume: dict[str, Any]
    losses: tuple[UnmappedValue, ...] = ()


class TracedText(str):
    """A text that records its path in the file (`origin`) and, if the text is a guess, the original wording (`doubt`).

    The methods of `str` return plain texts.
    """

    __slots__ = ("doubt", "origin")

    origin: KeyPath | None
    doubt: str | None

    def __new__(cls, text: str, origin: KeyPath | None = None, doubt: str | None = None) -> TracedText:
        """Return the text. Set `doubt` to the original wording if the text may not be what that means."""
        traced = super().__new__(cls, text)
        traced.origin, traced.doubt = origin, doubt
        return traced


def traced_texts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, TracedText]]:
    """Yield each TracedText in a value with its path."""
    if isinstance(value, TracedText):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from traced_texts(item, (*path, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from traced_texts(item, (*path, index))
