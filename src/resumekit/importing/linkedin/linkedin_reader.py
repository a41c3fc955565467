"""LinkedIn's data archive: a ZIP file of CSV tables, one per section of the profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from resumekit.importing.csv_table import Table, read_table
from resumekit.importing.draft_resume import DraftResume, TracedText, UnmappedValue
from resumekit.importing.field_reader import Data, FieldReader, compact
from resumekit.importing.input_file import InputFile
from resumekit.importing.markdown_lists import summary_or_highlights
from resumekit.importing.zip_archive import is_zip, list_members, unpack

from .table_mapping import COLUMNS, CUSTOM_SECTIONS, ENTRIES, IGNORED


def knows(file: InputFile) -> bool:
    """Return whether a file is a ZIP archive with LinkedIn's tables."""
    if not is_zip(file.data):
        return False
    archived = list_members(file.data, file.name)
    return "Profile.csv" in archived or len({"Positions.csv", "Education.csv", "Skills.csv"} & archived.keys()) > 1


def read(file: InputFile) -> DraftResume:
    """Return the résumé. Tables about other things than the person, such as messages, are listed but not read."""
    archived = list_members(file.data, file.name)
    known = [name for name in COLUMNS if name in archived]
    data = unpack(file.data, [archived[name] for name in known], file.name)
    tables = {
        name: read_table(text, f"{file.name}: {name}", COLUMNS[name]) for name, text in zip(known, data, strict=True)
    }
    top = {name: [FieldReader(row, (name, at)) for at, row in enumerate(table.rows)] for name, table in tables.items()}
    resume: dict[str, Data] = {"basics": _basics(top), "work": _work(top.get("Positions.csv", []))}
    for name, section, entry in ENTRIES:
        resume.setdefault(section, []).extend(entry(fields) | fields.extensions() for fields in top.get(name, ()))
    skills = [TracedText(text, text.origin) for fields in top.get("Skills.csv", ()) if (text := fields.text("Name"))]
    resume |= compact(skills=[{"keywords": skills}] if skills else [])
    resume["sections"] = _sections(top)
    return DraftResume(resume, losses=tuple(_unmapped(archived.keys() - set(known), tables)))


def _unmapped(skipped: Iterable[str], tables: Mapping[str, Table]) -> Iterable[UnmappedValue]:
    for name, table in tables.items():
        for note in table.notes:
            yield UnmappedValue(name, note, "it is a note, not a row of the table")
    for name in sorted(skipped):
        why = IGNORED.get(name, "it does not belong in a résumé")
        yield UnmappedValue(name, name, why)


def _basics(top: dict[str, list[FieldReader]]) -> dict[str, Data]:
    profile = next(iter(top.get("Profile.csv", ())), FieldReader(None))
    names = [profile.text("First Name"), profile.text("Last Name")]
    emails = _primary_first(top.get("Email Addresses.csv", ()))
    phones = [number for fields in top.get("PhoneNumbers.csv", ()) if (number := fields.text("Number"))]
    basics = compact(
        name=" ".join(name for name in names if name),
        label=profile.text("Headline"),
        email=next(iter(emails), None),
        phone=next(iter(phones), None),
        url=_website(profile),
        summary=profile.text("Summary"),
        location=compact(
            address=profile.text("Address"),
            postalCode=profile.text("Zip Code"),
            city=profile.text("Geo Location", "Location"),
        ),
        profiles=_twitter(profile),
    )
    basics |= compact(**{"x-email": list(emails)[1:], "x-phone": phones[1:]}) | profile.extensions()
    extensions = [
        fields.extensions() for key in ("Email Addresses.csv", "PhoneNumbers.csv") for fields in top.get(key, ())
    ]
    return basics | compact(**{"x-contacts": [each for each in extensions if each]})


def _primary_first(parts: Iterable[FieldReader]) -> list[TracedText]:
    addresses = [(fields.peek("Primary"), fields.text("Email Address")) for fields in parts]
    return [address for _, address in sorted(addresses, key=lambda each: each[0] != "Yes") if address]


def _website(profile: FieldReader) -> TracedText | None:
    """Return the address in `[PERSONAL:https://example.org]`; a list of several addresses stays unread."""
    websites = str(profile.peek("Websites") or "").strip("[] ")
    if not websites or "," in websites:
        return None
    text = profile.text("Websites")
    kind, colon, address = websites.partition(":")
    return text and TracedText(address if colon and kind.isupper() else websites, text.origin)


def _twitter(profile: FieldReader) -> list[dict[str, Data]]:
    handles = profile.text("Twitter Handles")
    names = [name.strip() for name in handles.strip("[] ").split(",") if name.strip()] if handles else []
    return [
        compact(
            network="Twitter",
            username=TracedText(name, handles.origin if handles else None),
            url=f"https://twitter.com/{name}",
        )
        for name in names
    ]


def _work(parts: list[FieldReader]) -> list[Data]:
    """Return the employers. Consecutive roles at the same employer become its `positions`."""
    employers: list[Data] = []
    for name, roles in groupby(parts, key=lambda fields: fields.text("Company Name")):
        entries = [_role(fields) for fields in roles]
        if name and len(entries) > 1:
            employers.append(compact(name=name, positions=entries))
        else:
            employers += [compact(name=name) | entry for entry in entries]
    return employers


def _role(fields: FieldReader) -> dict[str, Data]:
    role = compact(
        position=fields.text("Title"),
        startDate=fields.date("Started On"),
        endDate=fields.date("Finished On"),
        location=fields.text("Location"),
    )
    return role | summary_or_highlights(fields.text("Description")) | fields.extensions()


def _sections(top: dict[str, list[FieldReader]]) -> list[dict[str, Data]]:
    """Return tables without a counterpart as custom sections. Courses are among them, as they name no school."""
    sections = [
        compact(title=title, entries=[entry(fields) | fields.extensions() for fields in top.get(name, ())])
        for name, title, entry in CUSTOM_SECTIONS
    ]
    courses = [_course(fields) for fields in top.get("Courses.csv", ())]
    return [section for section in [*sections, compact(title="Courses", items=courses)] if len(section) > 1]


def _course(fields: FieldReader) -> Data:
    name, extensions = fields.text("Name"), fields.extensions()
    return compact(text=name) | extensions if extensions else name
