"""What every part of a résumé has in common: frozen, strict, and forgiving of what means the same."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel


class Model(BaseModel):
    """A mapping of the résumé. Unknown keys are refused; keys that begin with `x-` are the user's own and are kept."""

    model_config = ConfigDict(
        defer_build=True, frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=False
    )

    shorthand: ClassVar[str | None] = None
    """The field that a bare text in the mapping's place stands for."""

    former_names: ClassVar[dict[str, str]] = {}
    """Names of JSON Resume v0, with what they are called since v1."""

    extensions: dict[str, Any] = Field(default={}, alias="x-")

    @model_validator(mode="before")
    @classmethod
    def _accept_equivalents(cls, data: Any) -> Any:
        if data is None:  # an item of a list that says nothing; keys that say nothing do not get here
            return {}
        if isinstance(data, str) and cls.shorthand:
            return {cls.shorthand: data}
        if not isinstance(data, dict):
            return data
        own = {key: value for key, value in data.items() if key.startswith("x-")}
        known = {*keys_of(cls), *cls.former_names}
        absent = {key for key, value in data.items() if key in known and value in (None, "", [], {})}
        kept = {key: value for key, value in data.items() if key not in own and key not in absent}
        for former, name in cls.former_names.items():
            if former in kept and name not in kept:
                kept[name] = kept.pop(former)
        return kept | ({"x-": own} if own else {})


@cache
def keys_of(model: type[Model]) -> dict[str, str]:
    """Return the keys that a model knows, as typed in the file, with the attribute that each fills."""
    return {field.alias or name: name for name, field in model.model_fields.items() if name != "extensions"}
