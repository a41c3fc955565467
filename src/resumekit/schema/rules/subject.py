"""What a rule is given: the résumé, and the document that it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from resumekit.errors import Problem, Severity, SourceLocation
from resumekit.load import Document, KeyPath

from ..paths import as_typed
from ..resume import Resume


@dataclass(frozen=True)
class Subject:
    """A résumé of valid fields. `missing` are the paths of what was invalid, and so is not in it.

    Without `today`, nothing is known to lie in the future.
    """

    resume: Resume
    document: Document
    missing: frozenset[KeyPath] = frozenset()
    today: date | None = None

    def knows(self, section: str, *keys: str) -> bool:
        """Tell whether these keys are known throughout a section: of what is missing, nothing can be said."""
        return not any(
            not path or (path[0] == section and (len(path) <= 2 or not {*keys}.isdisjoint(path)))
            for path in self.missing
        )

    def has_all_of(self, path: KeyPath) -> bool:
        """Tell whether nothing is missing from what stands at a path."""
        return path not in self._incomplete

    @cached_property
    def _incomplete(self) -> frozenset[KeyPath]:
        return frozenset(path[:length] for path in self.missing for length in range(len(path) + 1))

    def is_set_by_variant(self, *path: str | int) -> bool:
        """Return whether what stands at a path, or the list or mapping that holds it, was put there by a variant."""
        spans = self.document.spans
        return any(id(spans.get(path[:length])) in self._spans_in_variants for length in range(1, len(path) + 1))

    @cached_property
    def _spans_in_variants(self) -> frozenset[int]:
        return frozenset(id(spans) for path, spans in self.document.spans.items() if path[0:1] == ("variants",))

    def location(self, path: KeyPath, *, of_key: bool = False) -> SourceLocation:
        """Return where something stands; the path has the names that the schema has today."""
        return self.document.location(as_typed(path, self.document, Resume), of_key=of_key)

    def line(self, path: KeyPath, *, seen_from: KeyPath) -> str:
        """Return `line 12` for something, or `line 12 of work.yaml` where that is another file."""
        location = self.location(path)
        return f"line {location.line}" + (
            f" of {location.file}" if location.file != self.location(seen_from).file else ""
        )

    def problem(
        self,
        code: str,
        message: str,
        path: KeyPath,
        *,
        of_key: bool = False,
        hint: str | None = None,
        severity: Severity = "error",
    ) -> Problem:
        """Return a problem that points at a value, or at its key."""
        return Problem(code, message, self.location(path, of_key=of_key), hint=hint, severity=severity)


Rule = Callable[[Subject], Iterator[Problem]]
"""Yields what it finds wrong, or only doubtful."""
