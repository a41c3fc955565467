"""How much of a résumé comes back when what was built from it is imported: names, dates and bullets, field by field.

`python tools/import_recovery.py` prints it for each theme and format.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
STRANGE = sorted((ROOT / "tests" / "typeset" / "resumes").glob("*.yaml"))
RESUMES = [ROOT / "resume.yaml", *STRANGE, *sorted((ROOT / "tests" / "importing" / "resumes").glob("*.expected.yaml"))]
THEMES = sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml"))
_MARKUP = re.compile(r"\\(?=[\\`*_\[\]<&])|(?<!\w)[*_`]+|[*_`]+(?!\w)|\[([^\]]*)\]\([^)]*\)")


class Field(NamedTuple):
    """A value of a résumé: what it is, of which entry, and its words."""

    kind: str
    of: str
    value: str


def fields_of(resume: dict[str, Any]) -> Counter[Field]:
    """The fields of a résumé that have to come back."""
    return Counter(_fields(resume))


def share(expected: dict[str, Any], imported: dict[str, Any]) -> tuple[int, int, list[Field]]:
    """How many fields came back, of how many, and those that did not."""
    wanted, found = fields_of(expected), fields_of(imported)
    missing = wanted - found
    return wanted.total() - missing.total(), wanted.total(), sorted(missing.elements())


def _fields(resume: dict[str, Any]) -> Iterator[Field]:
    basics = resume.get("basics") or {}
    for key in ("name", "email", "phone", "label"):
        if basics.get(key):
            yield Field(key, "", plain(basics[key]))
    for section, employer in (("work", "name"), ("volunteer", "organization")):
        for entry in resume.get(section) or []:
            for role in entry.get("positions") or [entry]:
                yield from _post(section, {**role, "name": entry.get(employer)})
    for entry in resume.get("education") or []:
        yield from _named("education", entry, ("institution", "studyType", "area", "startDate", "endDate"))
        yield from _bullets("education", entry.get("highlights"))


def _post(section: str, role: dict[str, Any]) -> Iterator[Field]:
    yield from _named(section, role, ("name", "position", "startDate", "endDate"))
    yield from _bullets(section, role.get("highlights"))


def _named(section: str, entry: dict[str, Any], keys: tuple[str, ...]) -> Iterator[Field]:
    """The fields of an entry, each together with the others of it: a date at the wrong employer is none."""
    known = {key: str(entry[key]) for key in keys if entry.get(key)}
    known.setdefault("endDate", "present") if "startDate" in known else None
    who = plain(known.get("name") or known.get("institution") or known.get("position") or "")
    for key, value in known.items():
        yield Field(f"{section}.{key}", who, plain(value))


def _bullets(section: str, bullets: Any, depth: int = 1) -> Iterator[Field]:
    for bullet in bullets or []:
        text = bullet if isinstance(bullet, str) else bullet.get("text", "")
        yield Field(f"{section}.bullet", str(depth), plain(text))
        if isinstance(bullet, dict):
            yield from _bullets(section, bullet.get("highlights"), depth + 1)


def plain(text: Any) -> str:
    """The words of a text as they can be seen, without markup, and with one kind of space."""
    bare = _MARKUP.sub(lambda found: found[1] or "", str(text))
    seen = "".join(sign for sign in bare if unicodedata.category(sign) != "Cf")  # no soft hyphen, no joiner
    return " ".join(unicodedata.normalize("NFC", seen).split()).casefold()  # some themes have capitals


def built(source: Path, theme: str, form: str, folder: Path) -> bytes:
    """What the pipeline makes of a résumé."""
    from resumekit.pipeline import BuildOptions, build

    options = BuildOptions(theme=theme, formats=(form,), output=folder, verify=False)
    return build(source, options, today=date(2026, 1, 1)).files[0].read_bytes()


def imported(data: bytes, name: str) -> dict[str, Any]:
    """What `resumekit import` makes of a file."""
    from resumekit.importing import InputFile, import_file

    made: dict[str, Any] = yaml.load(import_file(InputFile(name, data)).data, yaml.BaseLoader)
    return made


def measured(theme: str, form: str, folder: Path) -> tuple[int, int, list[str]]:
    """How many fields of all résumés came back from a theme, of how many, and the names of those that did not."""
    found, of, missing = 0, 0, []
    for source in RESUMES:
        expected = yaml.load(source.read_text(encoding="utf-8"), yaml.BaseLoader)
        back = imported(built(source, theme, form, folder), f"{theme}.{form}")
        some, all_, lost = share(expected, back)
        found, of = found + some, of + all_
        missing += [f"{source.stem}: {field.kind}: {field.value[:60]} ({field.of[:30]})" for field in lost]
    return found, of, missing
