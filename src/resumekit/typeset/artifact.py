"""What comes out of an engine: the bytes of a file, and what the engine said about them."""

from __future__ import annotations

from dataclasses import dataclass

from .fit import Fitting


@dataclass(frozen=True, slots=True)
class Artifact:
    """One finished file, not yet written.

    `page` is its number where a format has a file for each page, and `name` what it is called where it goes with
    another file, which names it.

    `borrowed` names the fonts of this machine that had to help out, `undrawn` the characters that no font has,
    `refused` the addresses that the page wanted and did not get, `remarks` whatever else the `engine` complained of.
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
        """Return what the file is called: `resume.pdf`, `resume-1.png`."""
        if self.name:
            return self.name
        return f"{stem}-{self.page}.{self.format}" if self.page else f"{stem}.{self.format}"
