"""A file to be imported."""

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
"""The size limit of text files: large, because some formats embed a portrait."""

_PREFIX_BYTES = 65_536
"""The number of bytes from which the format is detected."""

_JSON = re.compile(r"\s*[\[{]\s*[\"\[\]{}]")
_YAML = re.compile(r"(?:[^\S\n]*(?:#.*)?\n)*(?:---|%YAML|\w+:[ \t]*(?:#.*)?\n)")
"""The start of a text that must be YAML: a document marker, or a mapping whose first value is on the next line."""


@dataclass(frozen=True)
class InputFile:
    """A file's name, as shown in problems, and its bytes. They are decoded and parsed once, on first use."""

    name: str
    data: bytes

    @cached_property
    def beginning(self) -> str:
        """The first characters of the file, from which readers detect the format. Undecodable bytes are skipped."""
        encoding = "utf-16" if self.data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
        return self.data[:_PREFIX_BYTES].decode(encoding, "ignore").replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def source(self) -> Source:
        """The text of the file.

        Raises:
            LoadError: too large, not UTF-8, or a forbidden character.
        """
        if len(self.data) > MAX_TEXT_BYTES:
            message = f"larger than {MAX_TEXT_BYTES // 1_000_000} MB"
            raise LoadError(Problem("too-large", message, file=self.name, hint="check that this is the right file"))
        return decode_source(self.data, self.name)

    @property
    def is_json(self) -> bool:
        """Whether the file is JSON, possibly broken."""
        return bool(_JSON.match(self.beginning))

    @property
    def is_yaml(self) -> bool:
        """Whether the file is YAML, possibly broken. It has to look like YAML, since nearly any text is valid YAML."""
        return not self.is_json and bool(_YAML.match(self.beginning))

    @cached_property
    def tree(self) -> SpanRecorder:
        """The syntax tree, which has the spans of all `values`."""
        return self._read[1]

    @property
    def values(self) -> Value:
        """The content of a JSON or YAML file, with every scalar as text; None for other formats.

        Raises:
            LoadError: invalid syntax, or over a limit.
        """
        return self._read[0]

    def location(self, path: KeyPath) -> SourceLocation | None:
        """Return the location of the value at a path, or of the nearest value around it; None if not JSON or YAML."""
        spans = self.tree.spans
        while path and path not in spans:
            path = path[:-1]
        return spans[path].source.location(spans[path].value) if path in spans else None

    @property
    def mapping(self) -> dict[str, Value]:
        """The `values` if they are a mapping, otherwise an empty mapping."""
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
