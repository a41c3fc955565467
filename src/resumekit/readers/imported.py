"""What a reader gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imported:
    """A résumé's source, and what it is to be called."""

    name: str
    data: bytes
