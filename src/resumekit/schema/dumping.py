"""From a Resume back to plain values: those of a resume.yaml that says the same."""

from __future__ import annotations

from typing import Any

from .entry import Highlight, Image, Keyword
from .model import Model, keys_of
from .partial_date import PartialDate
from .presentation import ThemeChoice


def dump(model: Model) -> dict[str, Any]:
    """Return a résumé, or a part of one, as a `resume.yaml` has it: dictionaries, lists, texts, numbers, switches.

    The keys are those of the file in the order of the schema, the user's own `x-` keys last. What was not set, and
    what is empty, is left out. Written as YAML or as JSON and validated again, the values are the same résumé.
    """
    keys = keys_of(type(model)).items()
    typed = {key: _plain(getattr(model, name)) for key, name in keys if name in model.model_fields_set}
    said = {key: value for key, value in typed.items() if value not in (None, "", [], {})}
    return {**said, **_plain(model.model_extra or {}), **_plain(model.extensions)}


def _plain(value: Any) -> Any:
    match value:
        case Highlight() | Image() | Keyword() | ThemeChoice():  # places and languages are mappings in JSON Resume
            return _bare_text(dump(value), value.shorthand)
        case Model():
            return dump(value)
        case PartialDate():
            return str(value)
        case list() | tuple():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case _:
            return value


def _bare_text(said: dict[str, Any], key: str | None) -> Any:
    """Return the text alone of a mapping that says nothing else."""
    text = said.get(key or "")
    return text if isinstance(text, str) and len(said) == 1 else said
