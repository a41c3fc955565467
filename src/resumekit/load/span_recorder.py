"""What the YAML and JSON readers share: recording spans and enforcing limits."""

from __future__ import annotations

from typing import NoReturn

from resumekit.codes import Code
from resumekit.errors import LoadError, Problem

from .allowed_characters import advice, describe, first_forbidden
from .document import KeyPath, Source, SourceSpans, Span
from .limits import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY


class SpanRecorder:
    """Records the spans of the values read so far, and counts them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.spans: dict[KeyPath, SourceSpans] = {}
        self._count = 0

    def add(self, path: KeyPath, value: Span, key: Span | None, source: Source | None = None) -> None:
        """Record the span of a value, which may be in an included `source`; refuse one too many or too deep."""
        self._count += 1
        if self._count > MAX_NODES:
            self.fail("too-many-values", f"more than {MAX_NODES} values, counting aliases", value, TOO_MANY)
        if len(path) > MAX_DEPTH:
            self.fail("too-deep", f"nested more than {MAX_DEPTH} levels deep", value, TOO_DEEP)
        self.spans[path] = SourceSpans(source or self.source, value, key)

    def check_text(self, text: str, span: Span) -> str:
        r"""Return the text; refuse a forbidden character written as an escape such as `"\x1b"`."""
        if found := first_forbidden(text):
            character = found.group()
            self.fail("forbidden-character", f"{describe(character)} is not allowed", span, advice(character))
        return text

    def check_key(self, name: str, span: Span, first: Span | None) -> None:
        """Refuse a key that the mapping already has, because one of the two values would be lost."""
        if first:
            message = f"key '{name}' is already defined on line {first.line}"
            self.fail("duplicate-key", message, span, "merge the two, or rename one")

    def fail(self, code: Code, message: str, span: Span, hint: str | None = None) -> NoReturn:
        """Raise a problem with the given location."""
        raise LoadError(Problem(code, message, self.source.location(span), hint=hint))
