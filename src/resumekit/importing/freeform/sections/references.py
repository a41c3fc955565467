"""Read `references`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from ..layout.blocks import Block
from ..layout.span_markdown import marked_up
from ..lexicon.word_lists import alternatives
from .entry_blocks import may_be_head

_MAX_NAME_LENGTH = 70


@cache
def _on_request() -> re.Pattern[str]:
    return re.compile(alternatives("references", "on_request"), re.IGNORECASE)


def read_references(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """Return references: the names of referees and their statements."""
    result: list[dict[str, Any]] = []
    for block in blocks:
        text = marked_up(block.spans)
        is_prominent = block.bold or block.heading or block.gap
        is_name = may_be_head(block) and len(block.text) < _MAX_NAME_LENGTH and is_prominent
        if is_name and not _on_request().search(text):
            result.append({"name": text})
        elif result and "name" in result[-1]:
            result[-1]["reference"] = "\n\n".join(filter(None, [result[-1].get("reference", ""), text]))
        else:
            result.append({"reference": text})
    return result
