"""Tables of comma-separated values, each row a mapping of the names in the head; and what stands above that."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from resumekit.errors import LoadError, Problem
from resumekit.load import Value
from resumekit.load.decoding import decode_source

MAX_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, and the lines of notes above its head; all lines of one without a head are notes."""

    rows: tuple[dict[str, Value], ...]
    notes: tuple[str, ...]


def table(data: bytes, name: str, head: frozenset[str]) -> Table:
    """Return a table; its head is the first row with one of the names of `head`.

    Raises:
        LoadError: no text, no table, or too long.
    """
    text = decode_source(data.replace(b"\0", b""), name).text
    reader = csv.reader(io.StringIO(text))
    found: list[dict[str, Value]] = []
    notes: list[str] = []
    names: list[str] = []
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if names:
                found.append(_row(names, row))
            elif head.intersection(cell.strip() for cell in row):
                names = [cell.strip() for cell in row]
            else:
                notes.append(", ".join(cell.strip() for cell in row if cell.strip()))
            if len(found) + len(notes) > MAX_ROWS:
                raise LoadError(Problem("too-many-values", f"more than {MAX_ROWS} rows", file=name))
    except csv.Error as error:
        message = f"this table cannot be read: {error}"
        raise LoadError(Problem("broken-table", message, file=f"{name}, line {reader.line_num}")) from None
    return Table(tuple(found), tuple(notes))


def _row(names: list[str], cells: list[str]) -> dict[str, Value]:
    """Return a row; cells past the head are under a number."""
    head = [*names, *(f"column {number}" for number in range(len(names) + 1, len(cells) + 1))]
    made: dict[str, Value] = {}
    for name, cell in zip(head, cells, strict=False):
        key = name if name not in made else f"{name} (again)"
        made[key or "column"] = cell
    return made
