"""The output of an engine or a writer: the bytes of a file, and what the engine reported about it."""

from __future__ import annotations

from dataclasses import dataclass

from .fit import Fitting


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file, not yet saved.

    `pages` is the number of pages, 0 for formats without pages. `page` is the page number for formats with one file
    per page. `name` is the file name if another file refers to this one.

    `borrowed` contains the fonts of this machine that were used, `undrawn` the characters that no font has, `refused`
    the URLs that the page requested and was not allowed to read, and `remarks` all other messages of the `engine`.
    """

    format: str
    data: bytes
    pages: int = 0
    page: int = 0
    borrowed: tuple[str, ...] = ()
    undrawn: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    fitting: Fitting | None = None
    name: str = ""
    engine: str = "WeasyPrint"

    def file_name(self, stem: str) -> str:
        """Return the name of the file: `resume.pdf`, `resume-1.png`."""
        if self.name:
            return self.name
        return f"{stem}-{self.page}.{self.format}" if self.page else f"{stem}.{self.format}"
