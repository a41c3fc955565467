"""The result of an import."""

from __future__ import annotations

from dataclasses import dataclass

from resumekit.errors import Problem


@dataclass(frozen=True, slots=True)
class ImportResult:
    """A résumé source: the file name to write it to, its bytes, and the import report."""

    name: str
    data: bytes
    problems: tuple[Problem, ...] = ()
