"""What generated inputs start from: the fixtures of all tests, valid or not, and the samples of every import format."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from importing.test_samples import FILES, original_of
from resumekit.errors import LoadError
from resumekit.load import parse

from .mutations import Seed

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FIXTURES = [ROOT / "tests", ROOT / "resume.yaml", ROOT / "src", CORPUS]
MAX_SEED = 20_000


def seeds() -> Iterator[Seed]:
    """Yield every fixture, valid or not; readable ones three times."""
    for folder in FIXTURES:
        for file in [folder] if folder.is_file() else sorted(folder.rglob("*.*")):
            if file.suffix in {".yaml", ".yml", ".json"} and 0 < file.stat().st_size <= MAX_SEED:
                data = file.read_bytes()
                try:
                    values = parse(data, name=file.name, folder=file.parent).data
                except LoadError:
                    yield Seed(data, file.suffix)
                else:
                    yield from [Seed(data, file.suffix, values)] * 3


SEEDS = list(seeds())

FOREIGN = {path.name: original_of(path) for path in FILES}
"""The sample of each import format, by file name."""

VALUES = {name: file.values for name, file in FOREIGN.items() if file.values}
"""Those that are JSON or YAML, as plain data."""

RESUME: dict[str, Any] = {
    "basics": {
        "name": "Jane Quillfeather",
        "label": "Nurse",
        "email": "jane@example.org",
        "phone": "+44 20 7946 0000",
        "summary": "Cares for people.",
        "location": {"city": "Exampleton", "address": "1 Sample Street"},
        "profiles": [{"network": "Sample", "username": "jane", "url": "https://example.org/jane"}],
        "facts": [{"label": "Born", "value": "1990"}],
    },
    "work": [
        {
            "name": "Example Hospital",
            "position": "Nurse",
            "description": "A hospital",
            "startDate": "2019-01",
            "endDate": "2020-02-03",
            "summary": "Nights.",
            "highlights": ["Cared for thirty patients", {"text": "Taught", "highlights": ["four nurses"]}],
            "tags": ["care"],
        },
        {"name": "Sample Ward", "positions": [{"position": "Head", "startDate": "2021"}], "private": True},
    ],
    "education": [{"institution": "Example School", "area": "Care", "studyType": "BSc", "courses": ["Wounds"]}],
    "publications": [{"name": "Quills", "publisher": "Sample", "authors": ["J. Quillfeather"]}],
    "skills": [{"name": "Care", "level": "high", "keywords": ["wounds", {"name": "nights", "level": "all"}]}],
    "languages": [{"language": "English", "fluency": "native"}],
    "references": [{"name": "Ann Sample", "reference": "Reliable."}],
    "sections": [
        {"title": "Talks", "text": "Some.", "entries": [{"title": "Quills", "subtitle": "Sample", "date": "2020"}]},
        {"title": "Notes", "items": ["One"], "pairs": [{"label": "A", "value": "b"}]},
    ],
    "variants": {"short": {"include": ["care"], "set": {"basics.label": "Head nurse"}}},
    "private": ["basics.phone"],
    "titles": {"work": "Work"},
}
"""A valid résumé with most kinds of fields."""


def planted(chance: random.Random, values: Any, make: Callable[[random.Random], Any], leaves: bool = True) -> Any:
    """Return a copy of plain data in which one text is replaced; without `leaves`, any value."""
    made = copy.deepcopy(values)
    holder: Any = made
    while True:
        key = chance.choice(list(holder if isinstance(holder, dict) else range(len(holder))))
        inner = holder[key]
        if isinstance(inner, dict | list) and inner and (leaves or chance.random() < 0.7):
            holder = inner
            continue
        holder[key] = make(chance)
        return made
