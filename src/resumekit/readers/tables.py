"""Tables of comma-separated values, each row a mapping of the names in the head."""

from __future__ import annotations

import csv
import io

from resumekit.errors import LoadError, Problem
from resumekit.load import Value
from resumekit.load.decoding import source_of

MAX_ROWS = 20_000


def rows(data: bytes, name: str, head: frozenset[str]) -> list[dict[str, Value]]:
    """Return the rows of a table; its head is the first row with one of the names of `head`, as notes stand above it.

    Raises:
        LoadError: no text, no table, or too long.
    """
    text = source_of(data.replace(b"\0", b""), name).text
    reader = csv.reader(io.StringIO(text))
    found: list[dict[str, Value]] = []
    names: list[str] = []
    try:
        for row in reader:
            if not names:
                names = [cell.strip() for cell in row] if head.intersection(cell.strip() for cell in row) else []
            elif any(cell.strip() for cell in row):
                found.append(_row(names, row))
            if len(found) > MAX_ROWS:
                raise LoadError(Problem("too-many-values", f"more than {MAX_ROWS} rows", file=name))
    except csv.Error as error:
        message = f"this table cannot be read: {error}"
        raise LoadError(Problem("broken-table", message, file=f"{name}, line {reader.line_num}")) from None
    return found


def _row(names: list[str], cells: list[str]) -> dict[str, Value]:
    """Return a row; cells past the head are under a number."""
    head = [*names, *(f"column {number}" for number in range(len(names) + 1, len(cells) + 1))]
    made: dict[str, Value] = {}
    for name, cell in zip(head, cells, strict=False):
        key = name if name not in made else f"{name} (again)"
        made[key or "column"] = cell
    return made
