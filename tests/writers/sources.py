"""Every résumé that there is to write: those of the tests, the project's own, and public ones where they are there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from resumekit.writers import PreparedEdition
from typeset.builds import TEXTS

from .manuscripts import manuscript_of

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "json-resume"
PUBLIC = [path for path in sorted(CORPUS.glob("*.json")) if path.name != "schema.json"]

SOURCES = {f"{name}.yaml": text.encode() for name, text in TEXTS.items()}
SOURCES["resume.yaml"] = (ROOT / "resume.yaml").read_bytes()
SOURCES |= {path.name: path.read_bytes() for path in PUBLIC}
"""What is in the files, by their names."""


@cache
def manuscript(name: str) -> PreparedEdition:
    """Return one of the résumés, ready to be written."""
    return manuscript_of(SOURCES[name], name=name, is_complete=True)
