"""One text as YAML has it: bare where that means the same to every YAML reader, else in quotes or as a block."""

from __future__ import annotations

import json
import re

_QUOTES = {'"', "\\"}

_BARE = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`=~<\s])[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]+(?<![\s:])")
"""What may stand bare, as far as its characters go; `: ` and ` #` in it are looked for besides."""

_IS_SOMETHING_ELSE = re.compile(
    r"null|y|yes|n|no|on|off"
    r"|[-+]?0[\d_xob].*|[-+.]?[\d][\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\d+(?::\d+)+(?:\.\d*)?|[-+]?\.(?:inf|nan)"
    r"|---.*|\.\.\..*",
    re.IGNORECASE,
)
"""What some reader of YAML takes for a number or a switch, or for the end of the document."""

_A_COUNT = re.compile(r"[1-9]\d{0,14}|0", re.ASCII)
"""A number that is the same text once read as one; years are."""

_NOT_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")


def inline(text: str, *, in_brackets: bool = False) -> str:
    """Return a text on one line; `in_brackets`, a comma or a bracket in it needs quotes as well."""
    if _may_be_bare(text) and not (in_brackets and _NOT_IN_BRACKETS.search(text)):
        return text
    if _QUOTES.intersection(text) and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False).replace("\ufeff", "\\ufeff").replace("\x7f", "\\u007f")


def as_block(text: str, indent: str) -> list[str] | None:
    """Return the lines of a block: how it begins, and the text with an indent; None for what a block cannot hold."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    if "\n" not in body or "\ufeff" in text or ends > 1:
        return None
    strange = body[0] in " \t\n"
    sign = "|" + ("2" if strange else "") + ("" if ends else "-")
    return [sign, *(f"{indent}{line}" if line else "" for line in body.split("\n"))]


def _may_be_bare(text: str) -> bool:
    return (
        bool(_BARE.fullmatch(text))
        and ": " not in text
        and " #" not in text
        and (not _IS_SOMETHING_ELSE.fullmatch(text) or bool(_A_COUNT.fullmatch(text)))
    )
