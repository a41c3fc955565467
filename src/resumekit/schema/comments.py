"""Text that YAML took for a comment: `accent: #1f4e79` has no value, `label: Seller #1` lost its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.errors import Problem
from resumekit.load import Document, Span

_COMMENT = re.compile(r"\s+(#\S.*)")


def lost_in_comments(document: Document) -> Iterator[Problem]:
    """Yield a warning for each comment that touches its `#` and follows a bare value, or stands in a value's place."""
    for spot in {spot.value: spot for spot in document.spots.values()}.values():
        line, end = spot.source.line(spot.value.end_line), spot.value.end_column - 1
        is_bare = spot.value.line == spot.value.end_line and line[spot.value.column - 1] not in "[{\"'"
        if document.format == "yaml" and is_bare and (found := _COMMENT.match(line, end)):
            row, column = spot.value.line, found.start(1) + 1
            place = spot.source.place(Span(row, column, row, found.end(1) + 1))
            hint = "put the whole value in quotes; a comment has a space after its '#'"
            yield Problem("lost-in-comment", f"'{found[1]}' is a comment", place, hint=hint, severity="warning")
