"""The kinds of files that a résumé can be imported from, and who reads each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from resumekit.errors import LoadError, Problem

from .imported import Imported
from .own_pdf import is_pdf, read_own_pdf


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one kind of file, and knows it when it sees it."""

    knows: Callable[[bytes], bool]
    read: Callable[[bytes, str], Imported]


READERS: dict[str, Reader] = {
    "a PDF that was built with `output.pdf: archive`": Reader(is_pdf, read_own_pdf),
}
"""What can be imported, in the words of a hint; the first that knows a file reads it."""


def read(data: bytes, name: str) -> Imported:
    """Return the résumé in a file; `name` stands in problems.

    Raises:
        LoadError: see the door plate of this package.
    """
    for reader in READERS.values():
        if reader.knows(data):
            return reader.read(data, name)
    hint = f"what can be imported: {', '.join(READERS)}"
    raise LoadError(Problem("no-reader", "this kind of file cannot be imported", file=name, hint=hint))
