"""A file that is to be imported."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cached_property

from resumekit.errors import LoadError, Problem, SourceLocation
from resumekit.load import KeyPath, Source, Value
from resumekit.load.decoding import decode_source
from resumekit.load.span_recorder import SpanRecorder

MAX_TEXT_BYTES = 10_000_000
"""Of a file that is text: large, because some carry a portrait inside."""

_ENOUGH = 65_536
"""So many bytes tell what kind of file it is."""

_JSON = re.compile(r"\s*[\[{]\s*[\"\[\]{}]")
_YAML = re.compile(r"(?:\s*(?:#.*)?\n)*(?:---|%YAML|\w+:[ \t]*(?:#.*)?\n)")
"""How a text begins that is to be read as YAML or not at all: with a mapping, whose first key has more than a word."""


@dataclass(frozen=True)
class Original:
    """A file's name, which stands in problems, and its bytes; what they are read as is read once, when first wanted."""

    name: str
    data: bytes

    @cached_property
    def beginning(self) -> str:
        """The text that the file begins with, as far as it is text: to tell what kind of file it is."""
        encoding = "utf-16" if self.data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
        return self.data[:_ENOUGH].decode(encoding, "ignore").replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def source(self) -> Source:
        """The text of the file.

        Raises:
            LoadError: too large, not UTF-8, a character that is not text.
        """
        if len(self.data) > MAX_TEXT_BYTES:
            message = f"larger than {MAX_TEXT_BYTES // 1_000_000} MB"
            raise LoadError(Problem("too-large", message, file=self.name, hint="is this the right file?"))
        return decode_source(self.data, self.name)

    @property
    def is_json(self) -> bool:
        """Whether it is JSON, perhaps broken."""
        return bool(_JSON.match(self.beginning))

    @property
    def is_yaml(self) -> bool:
        """Whether it is YAML, perhaps broken. It is YAML only if it looks like it: any text at all can be."""
        return not self.is_json and bool(_YAML.match(self.beginning))

    @cached_property
    def tree(self) -> SpanRecorder:
        """Where each of the `values` stands."""
        return self._read[1]

    @property
    def values(self) -> Value:
        """What the file holds if it is JSON or YAML, every scalar a text; None else.

        Raises:
            LoadError: broken syntax, or over a limit.
        """
        return self._read[0]

    def location(self, path: KeyPath) -> SourceLocation | None:
        """Return where the value at a path stands, or what is around it; None if the file is neither JSON nor YAML."""
        spans = self.tree.spans
        while path and path not in spans:
            path = path[:-1]
        return spans[path].source.location(spans[path].value) if path in spans else None

    @property
    def mapping(self) -> dict[str, Value]:
        """The `values` if they are a mapping, and an empty one else."""
        return self.values if isinstance(self.values, dict) else {}

    @cached_property
    def _read(self) -> tuple[Value, SpanRecorder]:
        if self.is_json:
            from resumekit.load.json_reader import read

            return read(self.source)
        if self.is_yaml:
            from resumekit.load.yaml_reader import read as read_yaml

            return read_yaml(self.source)
        return None, SpanRecorder(Source(self.name, ""))
