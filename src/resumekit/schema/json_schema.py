"""The JSON Schema (draft 2020-12) of a résumé, for editors: made from the models, so that the two cannot differ."""

from __future__ import annotations

from typing import Any

from .resume import Resume

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """Return the schema of `resume.yaml` as plain values."""
    schema = Resume.model_json_schema(by_alias=True, mode="validation")
    definitions = schema.get("$defs", {})
    for model in (schema, *definitions.values()):
        _open_for_extensions(model)
    return {
        "$schema": _DIALECT,
        "title": "resumekit résumé",
        **{k: v for k, v in schema.items() if k != "title"},
    }


def _open_for_extensions(model: dict[str, Any]) -> None:
    """Replace the field that collects `x-` keys by the pattern that they match."""
    properties = model.get("properties", {})
    if properties.pop("x-", None) is not None:
        model["patternProperties"] = {"^x-": True}
