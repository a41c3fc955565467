"""LinkedIn's data archive: a zip of tables, one a section of the profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from resumekit.importing.csv_table import Table, table
from resumekit.importing.draft_resume import Draft, Loss, Quote
from resumekit.importing.field_reader import Data, Part, made
from resumekit.importing.input_file import Original
from resumekit.importing.markdown_lists import summary_or_bullets
from resumekit.importing.zip_archive import is_zip, members, unpacked

from .table_mapping import ENTRIES, HEADS, IGNORED, OWN_SECTIONS


def knows(original: Original) -> bool:
    """Tell whether a file is an archive with the tables that LinkedIn packs."""
    if not is_zip(original.data):
        return False
    inside = members(original.data, original.name)
    return "Profile.csv" in inside or len({"Positions.csv", "Education.csv", "Skills.csv"} & inside.keys()) > 1


def read(original: Original) -> Draft:
    """Return the résumé; tables that are not about the person, such as messages, are listed and not read."""
    inside = members(original.data, original.name)
    known = [name for name in HEADS if name in inside]
    data = unpacked(original.data, [inside[name] for name in known], original.name)
    tables = {
        name: table(text, f"{original.name}: {name}", HEADS[name]) for name, text in zip(known, data, strict=True)
    }
    top = {name: [Part(row, (name, at)) for at, row in enumerate(made.rows)] for name, made in tables.items()}
    resume: dict[str, Data] = {"basics": _basics(top), "work": _work(top.get("Positions.csv", []))}
    for name, section, entry in ENTRIES:
        resume.setdefault(section, []).extend(entry(part) | part.aside() for part in top.get(name, ()))
    skills = [Quote(text, text.origin) for part in top.get("Skills.csv", ()) if (text := part.text("Name"))]
    resume |= made(skills=[{"keywords": skills}] if skills else [])
    resume["sections"] = _sections(top)
    return Draft(resume, losses=tuple(_losses(inside.keys() - set(known), tables)))


def _losses(others: Iterable[str], tables: Mapping[str, Table]) -> Iterable[Loss]:
    for name, read in tables.items():
        for note in read.notes:
            yield Loss(name, note, "a note, and not a row of the table")
    for name in sorted(others):
        why = IGNORED.get(name, "no table that belongs into a résumé")
        yield Loss(name, name, why)


def _basics(top: dict[str, list[Part]]) -> dict[str, Data]:
    profile = next(iter(top.get("Profile.csv", ())), Part(None))
    names = [profile.text("First Name"), profile.text("Last Name")]
    emails = _primary_first(top.get("Email Addresses.csv", ()))
    phones = [number for part in top.get("PhoneNumbers.csv", ()) if (number := part.text("Number"))]
    basics = made(
        name=" ".join(name for name in names if name),
        label=profile.text("Headline"),
        email=next(iter(emails), None),
        phone=next(iter(phones), None),
        url=_website(profile),
        summary=profile.text("Summary"),
        location=made(
            address=profile.text("Address"),
            postalCode=profile.text("Zip Code"),
            city=profile.text("Geo Location", "Location"),
        ),
        profiles=_twitter(profile),
    )
    basics |= made(**{"x-email": list(emails)[1:], "x-phone": phones[1:]}) | profile.aside()
    left = [part.aside() for key in ("Email Addresses.csv", "PhoneNumbers.csv") for part in top.get(key, ())]
    return basics | made(**{"x-contacts": [each for each in left if each]})


def _primary_first(parts: Iterable[Part]) -> list[Quote]:
    found = [(part.peek("Primary"), part.text("Email Address")) for part in parts]
    return [address for _, address in sorted(found, key=lambda each: each[0] != "Yes") if address]


def _website(profile: Part) -> Quote | None:
    """Return the first address of `[PERSONAL:https://example.org,COMPANY:…]`; several are left as they are."""
    websites = str(profile.peek("Websites") or "").strip("[] ")
    if not websites or "," in websites:
        return None
    text = profile.text("Websites")
    kind, colon, address = websites.partition(":")
    return text and Quote(address if colon and kind.isupper() else websites, text.origin)


def _twitter(profile: Part) -> list[dict[str, Data]]:
    handles = profile.text("Twitter Handles")
    names = [name.strip() for name in handles.strip("[] ").split(",") if name.strip()] if handles else []
    return [
        made(
            network="Twitter",
            username=Quote(name, handles.origin if handles else None),
            url=f"https://twitter.com/{name}",
        )
        for name in names
    ]


def _work(parts: list[Part]) -> list[Data]:
    """Return the employers; roles that follow one another at the same one become its `positions`."""
    employers: list[Data] = []
    for name, roles in groupby(parts, key=lambda part: part.text("Company Name")):
        entries = [_role(part) for part in roles]
        if name and len(entries) > 1:
            employers.append(made(name=name, positions=entries))
        else:
            employers += [made(name=name) | entry for entry in entries]
    return employers


def _role(part: Part) -> dict[str, Data]:
    role = made(
        position=part.text("Title"),
        startDate=part.date("Started On"),
        endDate=part.date("Finished On"),
        location=part.text("Location"),
    )
    return role | summary_or_bullets(part.text("Description")) | part.aside()


def _sections(top: dict[str, list[Part]]) -> list[dict[str, Data]]:
    """Return what has no counterpart here as sections of one's own; courses do not say at which school they were."""
    sections = [
        made(title=title, entries=[entry(part) | part.aside() for part in top.get(name, ())])
        for name, title, entry in OWN_SECTIONS
    ]
    courses = [_course(part) for part in top.get("Courses.csv", ())]
    return [section for section in [*sections, made(title="Courses", items=courses)] if len(section) > 1]


def _course(part: Part) -> Data:
    name, aside = part.text("Name"), part.aside()
    return made(text=name) | aside if aside else name
