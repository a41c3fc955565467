"""How pydantic validates a scalar field: with one function and nothing around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


def in_any_case(*words: str) -> str:
    """Return a case-insensitive regular expression for words, without flags, which JSON Schema does not have."""
    return f"(?:{'|'.join(re.sub('[a-z]', _either, word.lower()) for word in words)})"


def _either(letter: re.Match[str]) -> str:
    return f"[{letter[0].upper()}{letter[0]}]"


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A function that validates a value, and the JSON Schema of the values it accepts.

    This does what pydantic's `PlainValidator` and `WithJsonSchema` do together, but does not build a schema for the
    annotated type first, which nothing would use: there are two hundred scalar fields, and all are built at each start.
    """

    read: Callable[[Any], Any]
    json: dict[str, Any]
    dumps_as_text: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the core schema that calls the function."""
        serialization = core_schema.to_string_ser_schema(when_used="always") if self.dumps_as_text else None
        return core_schema.no_info_plain_validator_function(self.read, serialization=serialization)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the JSON Schema for editors."""
        return dict(self.json)
