"""Where a line of a .tex comes from: the template that wrote it, and the field of the résumé that it prints."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resumekit.errors import SourceLocation
from resumekit.load import Document

_COMMAND = re.compile(r"\\(?:[A-Za-z@]+|.)")
_BEGIN = r"\begin{document}"
_SHORTEST = 3
"""Letters that a value must have to be known again on a line: two are in every word."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A .tex, the file that it will be kept in, the résumé, and the folders of the templates that made it."""

    tex: str
    kept: Path
    document: Document
    templates: tuple[Path, ...]

    def in_tex(self, line: int) -> SourceLocation | None:
        """Return the place of a line in the .tex itself."""
        text = self._line(line)
        begins = len(text) - len(text.lstrip())
        return SourceLocation(str(self.kept), line, begins + 1, max(1, len(text.strip())), text) if line else None

    def in_resume(self, line: int) -> SourceLocation | None:
        """Return where the text stands that a line prints: the longest value on it, else one that it is part of."""
        printed = _letters(_COMMAND.sub(" ", self._line(line)))
        if len(printed) < _SHORTEST or line <= self.tex.partition(_BEGIN)[0].count("\n") + 1:
            return None
        values = [(path, _letters(value)) for path, value in self.document.scalars()]
        on_it = [(len(text), path) for path, text in values if len(text) >= _SHORTEST and text in printed]
        around_it = [(0, path) for path, text in values if printed in text]
        found = max(on_it + around_it, key=lambda one: one[0], default=None)
        return self.document.location(found[1]) if found else None

    def in_template(self, line: int, command: str) -> SourceLocation | None:
        """Return the only line of a template that has the command, else the only one that is this line as it stands."""
        wanted = re.compile(rf"{re.escape(command)}(?![A-Za-z@])") if command else None
        whole = self._line(line).strip()
        found = [location for location in self._template_lines() if wanted and wanted.search(location.source)]
        if len(found) != 1:
            found = [location for location in self._template_lines() if whole and location.source.strip() == whole]
        return found[0] if len(found) == 1 else None

    def line_with(self, word: str) -> int:
        """Return the first line of the .tex that has a word, or 0."""
        found = re.search(rf"\b{re.escape(word)}\b", self.tex)
        return self.tex.count("\n", 0, found.start()) + 1 if found else 0

    def _template_lines(self) -> Iterator[SourceLocation]:
        for file in (file for folder in self.templates for file in sorted(folder.glob("*.tex*"))):
            for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                begins = len(text) - len(text.lstrip())
                yield SourceLocation(str(file), number, begins + 1, max(1, len(text.strip())), text)

    def _line(self, number: int) -> str:
        lines = self.tex.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
