"""What the YAML and the JSON reader share: building the values while keeping their spots and the limits."""

from __future__ import annotations

from typing import NoReturn

from resumekit.codes import Code
from resumekit.errors import LoadError, Problem

from .characters import advice, describe, first_refused
from .document import KeyPath, Source, SourceSpans, Span
from .limits import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY


class Tree:
    """The values read so far: their spots, and how many there are."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.spans: dict[KeyPath, SourceSpans] = {}
        self._count = 0

    def add(self, path: KeyPath, value: Span, key: Span | None, source: Source | None = None) -> None:
        """Remember where a value stands, in an included `source` perhaps; refuse one too many, or one too deep."""
        self._count += 1
        if self._count > MAX_NODES:
            self.fail("too-many-values", f"more than {MAX_NODES} values, aliases followed", value, TOO_MANY)
        if len(path) > MAX_DEPTH:
            self.fail("too-deep", f"nested more than {MAX_DEPTH} levels deep", value, TOO_DEEP)
        self.spans[path] = SourceSpans(source or self.source, value, key)

    def check_text(self, text: str, span: Span) -> str:
        r"""Return the text; refuse what an escape like `"\x1b"` smuggled in."""
        if found := first_refused(text):
            character = found.group()
            self.fail("forbidden-character", f"{describe(character)} in a text", span, advice(character))
        return text

    def check_key(self, name: str, span: Span, first: Span | None) -> None:
        """Refuse a key that the mapping already has: one of the two values would be lost."""
        if first:
            message = f"key '{name}' is already there in line {first.line}"
            self.fail("duplicate-key", message, span, "merge the two, or rename one")

    def fail(self, code: Code, message: str, span: Span, hint: str | None = None) -> NoReturn:
        """Raise the problem at its place."""
        raise LoadError(Problem(code, message, self.source.location(span), hint=hint))
