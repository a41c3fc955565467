"""The result of an engine or a writer: the bytes of a file, and what the engine reported about them."""

from __future__ import annotations

from dataclasses import dataclass

from .fit import Fitting


@dataclass(frozen=True, slots=True)
class Artifact:
    """One finished file, not yet written.

    `pages` counts the pages it shows, 0 where a format has none. `page` is its number where a format makes a file for
    each page. `name` is its file name where another file refers to it.

    `borrowed` names the fonts of this machine that were used, `undrawn` the characters that no font has, `refused` the
    URLs that the page asked for and did not get, `remarks` everything else the `engine` complained about.
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
