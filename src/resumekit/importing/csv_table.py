"""CSV tables: each row as a mapping from the column names of the header row, and the notes above the header."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from resumekit.errors import LoadError, Problem
from resumekit.load import Value
from resumekit.load.decoding import decode_source

MAX_ROWS = 20_000
MAX_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, and the lines above its header row. Without a header, every line is a note."""

    rows: tuple[dict[str, Value], ...]
    notes: tuple[str, ...]


def read_table(data: bytes, name: str, columns: frozenset[str]) -> Table:
    """Return a table. Its header is the first row that has one of the given column names.

    Raises:
        LoadError: not valid text, not valid CSV, or too many rows or columns.
    """
    text = decode_source(data.replace(b"\0", b""), name).text
    reader = csv.reader(io.StringIO(text))
    rows: list[dict[str, Value]] = []
    notes: list[str] = []
    header: list[str] = []
    try:
        for cells in reader:
            if len(cells) > MAX_COLUMNS:
                raise LoadError(Problem("too-many-values", f"more than {MAX_COLUMNS:,} columns", file=name))
            if not any(cell.strip() for cell in cells):
                continue
            if header:
                rows.append(_row(header, cells))
            elif columns.intersection(cell.strip() for cell in cells):
                header = [cell.strip() for cell in cells]
            else:
                notes.append(", ".join(cell.strip() for cell in cells if cell.strip()))
            if len(rows) + len(notes) > MAX_ROWS:
                raise LoadError(Problem("too-many-values", f"more than {MAX_ROWS} rows", file=name))
    except csv.Error as error:
        message = f"this table cannot be read: {error}"
        raise LoadError(Problem("broken-table", message, file=f"{name}, line {reader.line_num}")) from None
    return Table(tuple(rows), tuple(notes))


def _row(header: list[str], cells: list[str]) -> dict[str, Value]:
    """Return a row as a mapping; cells without a column name are numbered."""
    names = [*header, *(f"column {number}" for number in range(len(header) + 1, len(cells) + 1))]
    row: dict[str, Value] = {}
    for name, cell in zip(names, cells, strict=False):
        key = name if name not in row else f"{name} (again)"
        row[key or "column"] = cell
    return row
