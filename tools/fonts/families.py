"""All families, in the order of the README."""

from __future__ import annotations

from .script_families import SCRIPT_FAMILIES
from .text_families import TEXT_FAMILIES

FAMILIES = (*TEXT_FAMILIES, *SCRIPT_FAMILIES)
