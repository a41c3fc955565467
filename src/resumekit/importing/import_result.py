"""What an import gives."""

from __future__ import annotations

from dataclasses import dataclass

from resumekit.errors import Problem


@dataclass(frozen=True, slots=True)
class Imported:
    """A résumé's source, what it is to be called, and what did not find its place in it."""

    name: str
    data: bytes
    problems: tuple[Problem, ...] = ()
