"""Turn a Resume back into the plain values of an equivalent resume.yaml."""

from __future__ import annotations

from typing import Any

from .entry import Highlight, ImageFile, Keyword
from .model import Model, keys_of
from .partial_date import PartialDate
from .presentation import ThemeChoice


def dump(model: Model) -> dict[str, Any]:
    """Return a résumé, or a part of one, as plain values of a `resume.yaml`: mappings, lists, texts, numbers, booleans.

    Keys are named as in the file and in schema order, with the user's `x-` keys last. Unset and empty values are
    omitted. Written as YAML or JSON and validated again, the values give the same résumé.
    """
    keys = keys_of(type(model)).items()
    typed = {key: _plain(getattr(model, name)) for key, name in keys if name in model.model_fields_set}
    filled = {key: value for key, value in typed.items() if value not in (None, "", [], {})}
    return {**filled, **_plain(model.model_extra or {}), **_plain(model.extensions)}


def _plain(value: Any) -> Any:
    match value:
        case (
            Highlight() | ImageFile() | Keyword() | ThemeChoice()
        ):  # locations and languages are mappings in JSON Resume
            return _collapsed(dump(value), value.shorthand)
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


def _collapsed(filled: dict[str, Any], key: str | None) -> Any:
    """Return only the text of a mapping that contains nothing else."""
    text = filled.get(key or "")
    return text if isinstance(text, str) and len(filled) == 1 else filled
