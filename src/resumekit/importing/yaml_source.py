"""A `resume.yaml` as a person would write it: sections in order, room between them, comments where to look again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from resumekit.load import KeyPath
from resumekit.schema import Resume
from resumekit.schema.model import keys_of
from resumekit.schema.model_paths import model_at

from .draft import Quote
from .yaml_scalar import as_block, inline

SCHEMA_LINE = "# yaml-language-server: $schema=resume.schema.json"

_WIDTH = 100
"""Characters in a line that a list in brackets may fill."""

_IN_BRACKETS = {"keywords", "tags", "include", "exclude", "order", "hide", "private"}
"""Lists that stand in brackets where they are short."""


def yaml_source(resume: Mapping[str, Any], heading: str = "") -> str:
    """Return the text of a `resume.yaml`, with the words of the original beside each `Quote` that is doubtful.

    `heading` is a comment at the top.
    """
    lines = [SCHEMA_LINE, *(f"# {line}".rstrip() for line in heading.splitlines())]
    for key, value in in_order(resume, ()):
        lines += ["", *_pair(key, value, (key,), "")]
    return "\n".join(lines) + "\n"


def in_order(mapping: Mapping[str, Any], path: KeyPath) -> list[tuple[str, Any]]:
    """Return what a mapping of a résumé holds in the order of the schema; what it does not know comes last."""
    known = {key: at for at, key in enumerate(keys_of(model_at(Resume, path)))}
    return sorted(mapping.items(), key=lambda item: known.get(item[0], len(known)))


def _pair(key: str, value: Any, path: KeyPath, indent: str) -> Iterator[str]:
    """Yield the lines of a key with its value."""
    return _after(f"{indent}{inline(key)}:", value, path, indent)


def _after(lead: str, value: Any, path: KeyPath, indent: str) -> Iterator[str]:
    """Yield the lines of a value; on the first one `lead` stands before it."""
    first, *block = _beside(value, path, len(lead) + 1, indent)
    yield f"{lead} {first}".rstrip() + _remark(value)
    yield from block
    if not first:
        yield from _below(value, path, f"{indent}  ")


def _beside(value: Any, path: KeyPath, column: int, indent: str) -> list[str]:
    """Return what stands beside the key, and the lines of its block; an empty text if everything stands below."""
    if value is None:
        return ["null"]
    if isinstance(value, dict | list):
        return [_brackets(value, path, column)]
    return as_block(value, f"{indent}  ") or [inline(value)]


def _brackets(value: Any, path: KeyPath, column: int) -> str:
    """Return what is empty, or a short list, in brackets; an empty text for all else."""
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    if path[-1] not in _IN_BRACKETS or not isinstance(value, list) or not all(map(_is_sure, value)):
        return ""
    made = f"[{', '.join(inline(item, in_brackets=True) for item in value)}]"
    return made if column + len(made) <= _WIDTH else ""


def _below(value: Any, path: KeyPath, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in in_order(value, path):
            yield from _pair(key, item, (*path, key), indent)
        return
    for at, item in enumerate(value):
        yield from _item(item, (*path, at), indent)


def _item(item: Any, path: KeyPath, indent: str) -> Iterator[str]:
    """Yield the lines of an item of a list; the first key of a mapping stands beside the dash."""
    if isinstance(item, dict) and item:
        first, *others = _below(item, path, f"{indent}  ")
        yield f"{indent}- {first[len(indent) + 2 :]}"
        yield from others
    else:
        yield from _after(f"{indent}-", item, path, indent)


def _is_sure(value: Any) -> bool:
    return isinstance(value, str) and not _remark(value)


def _remark(value: Any) -> str:
    doubt = value.doubt if isinstance(value, Quote) else None
    return "" if doubt is None else f"  # check: {' '.join(doubt.split())}".rstrip()
