"""Map lines of a .tex to their source: the template that wrote the line, and the résumé field that it prints."""

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
_MIN_LENGTH = 3
"""Letters that a value needs to be recognized on a line: shorter ones occur in every word."""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """A .tex, the file that it will be saved in, the résumé, and the folders of the templates that wrote it."""

    tex: str
    kept: Path
    document: Document
    templates: tuple[Path, ...]

    def in_tex(self, line: int) -> SourceLocation | None:
        """Return the location of a line in the .tex itself."""
        return _line_location(str(self.kept), line, self._line(line)) if line else None

    def in_resume(self, line: int) -> SourceLocation | None:
        """Return the location of the text that a line prints: the longest value on it, else one that contains it."""
        printed = _letters(_COMMAND.sub(" ", self._line(line)))
        if len(printed) < _MIN_LENGTH or line <= self.tex.partition(_BEGIN)[0].count("\n") + 1:
            return None
        values = [(path, _letters(value)) for path, value in self.document.scalars()]
        on_line = [(len(text), path) for path, text in values if len(text) >= _MIN_LENGTH and text in printed]
        around_line = [(0, path) for path, text in values if printed in text]
        best = max(on_line + around_line, key=lambda match: match[0], default=None)
        return self.document.location(best[1]) if best else None

    def in_template(self, line: int, command: str) -> SourceLocation | None:
        """Return the template line with the command if there is only one, else the only one identical to this line."""
        pattern = re.compile(rf"{re.escape(command)}(?![A-Za-z@])") if command else None
        whole = self._line(line).strip()
        matches = [location for location in self._template_lines() if pattern and pattern.search(location.source)]
        if len(matches) != 1:
            matches = [location for location in self._template_lines() if whole and location.source.strip() == whole]
        return matches[0] if len(matches) == 1 else None

    def line_containing(self, word: str) -> int:
        """Return the first line of the .tex that contains a word, or 0."""
        match = re.search(rf"\b{re.escape(word)}\b", self.tex)
        return self.tex.count("\n", 0, match.start()) + 1 if match else 0

    def _template_lines(self) -> Iterator[SourceLocation]:
        for file in (file for folder in self.templates for file in sorted(folder.glob("*.tex*"))):
            for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                yield _line_location(str(file), number, text)

    def _line(self, number: int) -> str:
        lines = self.tex.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""


def _line_location(file: str, number: int, text: str) -> SourceLocation:
    """Return the location of a line, without its indentation."""
    indent = len(text) - len(text.lstrip())
    return SourceLocation(file, number, indent + 1, max(1, len(text.strip())), text)


def _letters(text: str) -> str:
    """Return the letters and digits of a text, normalized and folded to lower case."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
