"""Write a `resume.yaml` as a person would: sections in order, blank lines between them, comments where to check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from resumekit.load import KeyPath
from resumekit.schema import Resume
from resumekit.schema.model import keys_of
from resumekit.schema.model_paths import model_at

from .draft_resume import TracedText
from .yaml_scalar import block_scalar, flow_scalar

SCHEMA_LINE = "# yaml-language-server: $schema=resume.schema.json"

_WIDTH = 100
"""The line length up to which a list is written as a flow sequence."""

_FLOW_KEYS = {"keywords", "tags", "include", "exclude", "order", "hide", "private"}
"""Keys whose lists are written as flow sequences, `[a, b]`, if they are short."""


def to_yaml(resume: Mapping[str, Any], heading: str = "") -> str:
    """Return the text of a `resume.yaml`, with a `# check:` comment that gives the original wording of each guess.

    `heading` is a comment for the top of the file.
    """
    lines = [SCHEMA_LINE, *(f"# {line}".rstrip() for line in heading.splitlines())]
    for key, value in in_schema_order(resume, ()):
        lines += ["", *_pair_lines(key, value, (key,), "")]
    return "\n".join(lines) + "\n"


def in_schema_order(mapping: Mapping[str, Any], path: KeyPath) -> list[tuple[str, Any]]:
    """Return the items of a mapping in the order of the schema, unknown keys last."""
    known = {key: at for at, key in enumerate(keys_of(model_at(Resume, path)))}
    return sorted(mapping.items(), key=lambda item: known.get(item[0], len(known)))


def _pair_lines(key: str, value: Any, path: KeyPath, indent: str) -> Iterator[str]:
    """Yield the lines of a key and its value."""
    return _value_lines(f"{indent}{flow_scalar(key)}:", value, path, indent)


def _value_lines(lead: str, value: Any, path: KeyPath, indent: str) -> Iterator[str]:
    """Yield the lines of a value, the first one with the prefix `lead`."""
    first, *block = _same_line(value, path, len(lead) + 1, indent)
    yield f"{lead} {first}".rstrip() + _check_comment(value)
    yield from block
    if not first:
        yield from _nested_lines(value, path, f"{indent}  ")


def _same_line(value: Any, path: KeyPath, column: int, indent: str) -> list[str]:
    """Return the text after the key and the lines of its block scalar; an empty text for a block collection."""
    if value is None:
        return ["null"]
    if isinstance(value, dict | list):
        return [_flow_collection(value, path, column)]
    return block_scalar(value, f"{indent}  ") or [flow_scalar(value)]


def _flow_collection(value: Any, path: KeyPath, column: int) -> str:
    """Return an empty collection or a short list in flow style; an empty text for a block collection."""
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    if path[-1] not in _FLOW_KEYS or not isinstance(value, list) or not all(map(_is_certain, value)):
        return ""
    flow = f"[{', '.join(flow_scalar(item, in_flow_sequence=True) for item in value)}]"
    return flow if column + len(flow) <= _WIDTH else ""


def _nested_lines(value: Any, path: KeyPath, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in in_schema_order(value, path):
            yield from _pair_lines(key, item, (*path, key), indent)
        return
    for at, item in enumerate(value):
        yield from _item_lines(item, (*path, at), indent)


def _item_lines(item: Any, path: KeyPath, indent: str) -> Iterator[str]:
    """Yield the lines of a list item; the first key of a mapping follows the dash."""
    if isinstance(item, dict) and item:
        first, *others = _nested_lines(item, path, f"{indent}  ")
        yield f"{indent}- {first[len(indent) + 2 :]}"
        yield from others
    else:
        yield from _value_lines(f"{indent}-", item, path, indent)


def _is_certain(value: Any) -> bool:
    return isinstance(value, str) and not _check_comment(value)


def _check_comment(value: Any) -> str:
    doubt = value.doubt if isinstance(value, TracedText) else None
    return "" if doubt is None else f"  # check: {' '.join(doubt.split())}".rstrip()
