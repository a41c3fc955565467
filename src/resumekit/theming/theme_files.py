"""Locating a text in the files of a theme."""

from __future__ import annotations

from resumekit.errors import SourceLocation

from .discovery import Theme
from .environment import read_file

TEMPLATES, STYLES = "*.html.j2", "*.css"


def locate(text: str, theme: Theme, *patterns: str) -> SourceLocation | None:
    """Return the first occurrence of a text, in any case, in the files that match, of a theme before its parents'."""
    for folder in theme.lookup:
        for path in sorted(path for pattern in patterns for path in folder.glob(pattern)):
            for number, line in enumerate((read_file(folder, path.name) or "").splitlines(), start=1):
                if (at := line.casefold().find(text.casefold())) >= 0:
                    return SourceLocation(str(path), number, at + 1, len(text), line)
    return None
