"""Write a text as a YAML scalar: plain if all YAML parsers read it back as the same text, else quoted or as a block."""

from __future__ import annotations

import json
import re

_QUOTES = {'"', "\\"}

_PLAIN = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`=~<\s])[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]+(?<![\s:])")
"""The characters of a plain scalar. `: ` and ` #` are checked separately."""

_NOT_A_STRING = re.compile(
    r"null|y|yes|n|no|on|off"
    r"|[-+]?0[\d_xob].*|[-+.]?[\d][\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\d+(?::\d+)+(?:\.\d*)?|[-+]?\.(?:inf|nan)"
    r"|---.*|\.\.\..*",
    re.IGNORECASE,
)
"""Words that some YAML parser reads as null, a boolean, a number or a document marker."""

_CANONICAL_NUMBER = re.compile(r"[1-9]\d{0,14}|0", re.ASCII)
"""A number whose canonical form is the same text, such as a year."""

_NOT_IN_FLOW = re.compile(r"[,\[\]{}:?]")


def flow_scalar(text: str, *, in_flow_sequence: bool = False) -> str:
    """Return a text on one line. In a flow sequence, commas and brackets need quotes, too."""
    if _can_be_plain(text) and not (in_flow_sequence and _NOT_IN_FLOW.search(text)):
        return text
    if _QUOTES.intersection(text) and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False).replace("\ufeff", "\\ufeff").replace("\x7f", "\\u007f")


def block_scalar(text: str, indent: str) -> list[str] | None:
    """Return the lines of a block scalar, the header first; None for a text that a block scalar cannot represent."""
    body = text.rstrip("\n")
    newlines_at_end = len(text) - len(body)
    if "\n" not in body or "\ufeff" in text or newlines_at_end > 1:
        return None
    starts_with_space = body[0] in " \t\n"
    header = "|" + ("2" if starts_with_space else "") + ("" if newlines_at_end else "-")
    return [header, *(f"{indent}{line}" if line else "" for line in body.split("\n"))]


def _can_be_plain(text: str) -> bool:
    return (
        bool(_PLAIN.fullmatch(text))
        and ": " not in text
        and " #" not in text
        and (not _NOT_A_STRING.fullmatch(text) or bool(_CANONICAL_NUMBER.fullmatch(text)))
    )
