"""How pydantic is to read a leaf of the résumé: by one function, and nothing around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


def in_any_case(*words: str) -> str:
    """Return a regular expression of words in capitals or not; without a flag, which JSON Schema does not have."""
    return f"(?:{'|'.join(re.sub('[a-z]', _either, word.lower()) for word in words)})"


def _either(letter: re.Match[str]) -> str:
    return f"[{letter[0].upper()}{letter[0]}]"


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A function that reads a value, and the JSON Schema of what it accepts.

    What pydantic's own `PlainValidator` and `WithJsonSchema` do together, without first working out a schema for the
    annotated type that nothing uses: there are two hundred leaves, and all are made at each start.
    """

    read: Callable[[Any], Any]
    json: dict[str, Any]
    dumps_as_text: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the function."""
        serialization = core_schema.to_string_ser_schema(when_used="always") if self.dumps_as_text else None
        return core_schema.no_info_plain_validator_function(self.read, serialization=serialization)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what an editor is told."""
        return dict(self.json)
