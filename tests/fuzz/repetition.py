"""Generated inputs: very many of one thing, or one very long thing."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from typing import Any

from attacks.long_inputs import TITLES, UNITS, run, text
from resumekit.importing import InputFile
from resumekit.tailor import REDACTABLE, Edition

from .entries import Source, Tailoring
from .fixtures import FOREIGN, RESUME, VALUES, planted

LENGTHS = [1, 3, 30, 300, 700, 1000, 2999, 3001]
"""Numbers of characters; a word may have 3,000."""

MANY = [0, 1, 2, 3, 5, 20, 99, 100, 101, 201, 300]

NAMES = ["Sample, Ann", "Ann Sample", "{Sample}", "and", "others", "A. ", ","]


def long_text(chance: random.Random) -> str:
    """Return a run of one unit, or of two in turn, perhaps behind a few words."""
    unit = "".join(chance.choices(list(UNITS.values()), k=chance.choice([1, 1, 1, 2])))
    return chance.choice(["", "", "Cares for people. ", "- ", "# "]) + run(unit, chance.choice(LENGTHS))


def items(chance: random.Random) -> Any:
    """Return a list of equal items, or of numbered ones."""
    item: Any = chance.choice(
        ["a", {"name": "A"}, {"title": "A", "text": "b"}, None, [], {"highlights": ["a"]}, "a@b.example", "2020"]
    )
    if isinstance(item, str) and chance.random() < 0.5:
        return [f"{item}{number}" for number in range(chance.choice(MANY))]
    return [item] * chance.choice(MANY)


def source(chance: random.Random) -> Source:
    """Return a résumé with a long text, or a list of many items."""
    if chance.random() < 0.6:
        return Source.of(planted(chance, RESUME, long_text))
    return Source.of(planted(chance, RESUME, items, leaves=False))


def foreign(chance: random.Random) -> InputFile:
    """Return a file to import with a long text or a long list."""
    kind = chance.random()
    if kind < 0.3:
        title = chance.choice(["", "", *TITLES])
        made = text(chance.choice(list(UNITS.values())), chance.choice(LENGTHS), title)
        return InputFile(chance.choice(["old.txt", "old.md"]), made)
    if kind < 0.45:
        return _bibliography(chance)
    if kind < 0.55:
        return linkedin(chance, long_text(chance))
    if kind < 0.65:
        return _markup(chance)
    name = chance.choice(list(VALUES))
    make = chance.choice([long_text, items, _elements])
    values = planted(chance, VALUES[name], make, leaves=chance.random() < 0.6)
    return InputFile(name, json.dumps(values, ensure_ascii=False).encode())


def _bibliography(chance: random.Random) -> InputFile:
    authors = " and ".join(chance.choices(NAMES, k=chance.choice(MANY)))
    field = f"{chance.choice(['title', 'year', 'month', 'abstract', 'url'])}={{{long_text(chance)}}}"
    entry = f"@article{{key, title={{A}}, author={{{authors}}}, {field}}}\n"
    return InputFile("old.bib", (entry * chance.choice([1, 1, 5, 30])).encode())


def _elements(chance: random.Random) -> str:
    tags = ["<br>", "<li>", "<p>", "</p>", "<b>", "<a", "<a href='", "<!--", "<![", "<?", "</", "&", "&#", "&#x110000;"]
    return chance.choice(tags) * chance.choice(MANY)


def _markup(chance: random.Random) -> InputFile:
    xml = FOREIGN[chance.choice(["europass.xml", "europass-candidate.xml"])].data.decode()
    start = chance.choice([at for at, mark in enumerate(xml) if mark == ">"]) + 1
    return InputFile("old.xml", (xml[:start] + chance.choice([long_text, _elements])(chance) + xml[start:]).encode())


def linkedin(chance: random.Random, odd: str) -> InputFile:
    """Return LinkedIn's archive with an odd text in one cell of a table, or with rows that are many, short or long."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(FOREIGN["linkedin"].data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new,
    ):
        spoiled = chance.choice(old.namelist())
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, _odd_table(chance, data.decode("utf-8-sig"), odd) if name == spoiled else data)
    return InputFile("old.zip", made.getvalue())


def _odd_table(chance: random.Random, table: str, odd: str) -> bytes:
    rows = list(csv.reader(io.StringIO(table)))
    row = chance.choice([row for row in rows if row] or [[""]])
    row[chance.randrange(len(row))] = odd
    kind = chance.random()
    if kind < 0.1:
        rows += [row] * chance.choice(MANY)
    elif kind < 0.2:
        row += [odd] * chance.choice([1, 5, 50])
    elif kind < 0.3:
        del row[chance.randrange(len(row)) :]
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    return made.getvalue().encode("utf-8", "surrogatepass")


PATHS = [
    *["basics.label", "basics.phone", "work.0.name", "work.-1.name", "work.99", "work.99999999999999999999.name"],
    *["", ".", "..", "basics.", ".basics", "basics..name", "work", "work.*", "work.0.highlights.1.highlights.0"],
    *["x-a", "x-a.b.c", "a" * 300, ".".join("a" * 100), "0", "null", "__class__.__init__", "basics.__dict__"],
    *["variants.v0.set", "private.0", "private", "page.size", "theme.name", "theme.accent", "locale", "order.0"],
    *["basics.na\x1bme", "basics.\ud800", "basics.\u202ename", "basics.website", "work.0.company", "sections.0.title"],
]
"""Paths for `set`, `private` and `--set`, right and wrong."""


def tailoring(chance: random.Random) -> Tailoring:
    """Return a résumé with variants and private paths, many or odd, and an edition of it."""
    count = chance.choice([1, 2, 3, 5, 20, 99, 100, 101, 150])
    values = {
        **RESUME,
        "variants": {f"v{number}": _variant(chance, number, count) for number in range(count)},
        "private": chance.choices(PATHS, k=chance.choice([0, 1, 1, 2, 50])),
        "locale": chance.choice(["en", "en", "de", "xx", ""]),
    }
    if chance.random() < 0.3:
        tags = [f"t{number}" for number in range(chance.choice(MANY))]
        values["work"] = [{"name": f"A{tag}", "tags": [tag], "private": chance.choice([True, False])} for tag in tags]
    if chance.random() < 0.3:
        values = planted(chance, values, _translated)
    edition = Edition(
        variant=chance.choice([None, "v0", f"v{count - 1}", "v", ""]),
        language=chance.choice([None, None, None, "en", "de", "", "nope", "\ud800"]),
        public=chance.random() < 0.5,
        redact=tuple(chance.choices([*REDACTABLE, "image", "x", ""], [*[5] * len(REDACTABLE), 3, 1, 1], k=2))
        if chance.random() < 0.5
        else (),
    )
    assignments = [f"{chance.choice(PATHS)}={chance.choice(['x', '[', '{a: b}', '', '*a'])}" for _ in range(2)]
    return Tailoring(Source.of(values), edition, tuple(assignments) if chance.random() < 0.2 else ())


def _variant(chance: random.Random, number: int, count: int) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if chance.random() < 0.5:
        parents = [f"v{number + 1}", f"v{number}", f"v{chance.randrange(count)}", "gone", ""]
        made["extends"] = chance.choice(parents[:1] * 9 + parents)
    if chance.random() < 0.4:
        ordinary = chance.random() < 0.7
        paths = chance.choices(PATHS[:3] if ordinary else PATHS, k=chance.choice([1, 2, 2, 20]))
        made["set"] = {path: chance.choice(["x", 1, None, [], {}, {"a": "b"}]) for path in paths}
    for key in ("include", "exclude"):
        if chance.random() < 0.3:
            made[key] = chance.choices(["care", "gone", "", "t1", "t2"], k=chance.choice([1, 2, 40]))
    return made


def _translated(chance: random.Random) -> Any:
    languages = ["en", "de", "zh-Hant", "pt_BR", "xx", "", "x-a"]
    return {language: chance.choice(["a", "", "b"]) for language in chance.choices(languages, k=2)}
