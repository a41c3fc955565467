"""The input of a rule: the résumé and the document it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from resumekit.codes import Code
from resumekit.errors import Problem, Severity, SourceLocation
from resumekit.load import Document, KeyPath

from ..model_paths import as_typed
from ..resume import Resume


@dataclass(frozen=True)
class RuleContext:
    """A résumé of valid fields. `missing` holds the paths of invalid values, which the résumé does not contain.

    Without `today`, no date counts as in the future.
    """

    resume: Resume
    document: Document
    missing: frozenset[KeyPath] = frozenset()
    today: date | None = None

    def is_known(self, section: str, *keys: str) -> bool:
        """Return whether these keys are complete throughout a section; missing values allow no conclusions."""
        return not any(
            not path or (path[0] == section and (len(path) <= 2 or not {*keys}.isdisjoint(path)))
            for path in self.missing
        )

    def is_complete(self, path: KeyPath) -> bool:
        """Return whether nothing is missing from the value at a path."""
        return path not in self._incomplete

    @cached_property
    def _incomplete(self) -> frozenset[KeyPath]:
        return frozenset(path[:length] for path in self.missing for length in range(len(path) + 1))

    def is_set_by_variant(self, *path: str | int) -> bool:
        """Return whether a variant set the value at a path, or the list or mapping that contains it."""
        spans = self.document.spans
        return any(id(spans.get(path[:length])) in self._spans_in_variants for length in range(1, len(path) + 1))

    @cached_property
    def _spans_in_variants(self) -> frozenset[int]:
        return frozenset(id(spans) for path, spans in self.document.spans.items() if path[0:1] == ("variants",))

    def location(self, path: KeyPath, *, of_key: bool = False) -> SourceLocation:
        """Return the location of a path, which uses the current names of the schema."""
        return self.document.location(as_typed(path, self.document, Resume), of_key=of_key)

    def line(self, path: KeyPath, *, seen_from: KeyPath) -> str:
        """Return `line 12` for a path, or `line 12 of work.yaml` if it is in another file than `seen_from`."""
        location = self.location(path)
        return f"line {location.line}" + (
            f" of {location.file}" if location.file != self.location(seen_from).file else ""
        )

    def problem(
        self,
        code: Code,
        message: str,
        path: KeyPath,
        *,
        of_key: bool = False,
        hint: str | None = None,
        severity: Severity = "error",
    ) -> Problem:
        """Return a problem located at a value or at its key."""
        return Problem(code, message, self.location(path, of_key=of_key), hint=hint, severity=severity)


Rule = Callable[[RuleContext], Iterator[Problem]]
"""A rule: yields the problems that it finds."""
