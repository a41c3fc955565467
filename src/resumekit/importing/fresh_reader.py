"""FRESH: JSON with `info`, `employment.history`, `skills.sets` and many other sections."""

from __future__ import annotations

from resumekit.load import Value

from .country_codes import country_code
from .draft_resume import DraftResume, TracedText
from .field_reader import Data, FieldReader, compact
from .input_file import InputFile

_SECTIONS = {"info", "contact", "employment", "disposition", "recognition", "speaking", "testimonials", "affiliation"}


def knows(file: InputFile) -> bool:
    """Return whether a file declares the FRESH format, or has two of the sections that only FRESH has."""
    top = file.mapping
    meta: Value = top.get("meta")
    format_ = meta.get("format") if isinstance(meta, dict) else None
    declared = isinstance(format_, str) and format_.upper().startswith("FRESH")
    return declared or (len(_SECTIONS & top.keys()) > 1 and "basics" not in top)


def read(file: InputFile) -> DraftResume:
    """Return the résumé. Summaries of whole sections, which have no counterpart, become extension keys."""
    top = FieldReader(file.mapping)
    employment, service, education = (top.nested(key) for key in ("employment", "service", "education"))
    resume: dict[str, Data] = {
        "basics": _basics(top),
        "work": [_job(fields, "employer", "name") for fields in employment.nested_list("history")],
        "volunteer": [_job(fields, "organization", "organization") for fields in service.nested_list("history")],
        "education": [_school(fields) for fields in education.nested_list("history")],
        "awards": [_award(fields) for fields in top.nested_list("recognition")],
        "publications": [_publication(fields) for fields in top.nested_list("writing")],
        "skills": _skills(top.nested("skills")),
        "languages": [_language(fields) for fields in top.nested_list("languages")],
        "interests": [_interest(fields) for fields in top.nested_list("interests")],
        "references": [_reference(fields) for key in ("references", "testimonials") for fields in top.nested_list(key)],
        "projects": [_project(fields) for fields in top.nested_list("projects")],
        "sections": _sections(top),
    }
    return DraftResume(resume | top.extensions())


def _basics(top: FieldReader) -> dict[str, Data]:
    info, contact, location = top.nested("info"), top.nested("contact"), top.nested("location")
    return {
        **compact(
            name=top.text("name"),
            label=info.text("label"),
            image=info.text("image"),
            email=contact.text("email"),
            phone=contact.text("phone"),
            url=contact.text("website"),
            summary=info.text("brief"),
            location=_location(location),
            profiles=[_profile(fields) for fields in top.nested_list("social")],
        ),
        **info.extensions(),
        **contact.extensions(),
    }


def _location(location: FieldReader) -> dict[str, Data]:
    return {
        **compact(
            address=location.text("address"),
            postalCode=location.text("code"),
            city=location.text("city"),
            region=location.text("region"),
            countryCode=country_code(location.text("country")),
        ),
        **location.extensions(),
    }


def _profile(fields: FieldReader) -> dict[str, Data]:
    network = fields.text("network")
    if fields.peek("label") == network:
        fields.text("label")
    return compact(network=network, username=fields.text("user"), url=fields.text("url")) | fields.extensions()


def _job(fields: FieldReader, key: str, name: str) -> dict[str, Data]:
    return compact(**{name: fields.text(key)}) | compact(position=fields.text("position", "role")) | _common(fields)


def _school(fields: FieldReader) -> dict[str, Data]:
    studied = fields.text("studyType", "title")
    entry = compact(
        institution=fields.text("institution"),
        area=fields.text("area"),
        studyType=studied,
        score=fields.text("grade"),
        courses=fields.texts("curriculum"),
    )
    return entry | _common(fields)


def _award(fields: FieldReader) -> dict[str, Data]:
    entry = compact(title=fields.text("title"), date=fields.date_or_text("date"), awarder=fields.text("from"))
    return entry | compact(summary=fields.text("summary", "event")) | fields.extensions()


def _publication(fields: FieldReader) -> dict[str, Data]:
    publisher = fields.text("publisher") or fields.nested("publisher").text("name")
    entry = compact(name=fields.text("title"), publisher=publisher, releaseDate=fields.date_or_text("date"))
    return entry | _common(fields)


def _skills(skills: FieldReader) -> list[Data]:
    sets = [
        compact(name=fields.text("name"), level=fields.text("level"), keywords=fields.texts("skills"))
        | fields.extensions()
        for fields in skills.nested_list("sets")
    ]
    alone = [
        compact(name=fields.text("name"), level=fields.text("level")) | fields.extensions()
        for fields in skills.nested_list("list")
    ]
    words = skills.texts("list")
    return [*sets, *alone, *([{"keywords": words}] if words else [])]


def _language(fields: FieldReader) -> dict[str, Data]:
    return compact(language=fields.text("language"), fluency=fields.text("level")) | fields.extensions()


def _interest(fields: FieldReader) -> dict[str, Data]:
    entry = compact(name=fields.text("name"), keywords=fields.texts("keywords"), summary=fields.text("summary"))
    return entry | fields.extensions()


def _reference(fields: FieldReader) -> dict[str, Data]:
    entry = compact(name=fields.text("name"), reference=fields.text("quote"), private=fields.text("private"))
    return entry | fields.extensions()


def _project(fields: FieldReader) -> dict[str, Data]:
    entry = compact(
        name=fields.text("title"),
        description=fields.text("description"),
        roles=fields.texts("role"),
        keywords=fields.texts("keywords"),
        type=fields.text("category", "flavor"),
    )
    return entry | _common(fields)


def _sections(top: FieldReader) -> list[dict[str, Data]]:
    """Return the sections that have no counterpart as custom sections."""
    affiliation = top.nested("affiliation")
    sections = {"Affiliation": affiliation.nested_list("history")}
    sections |= {
        key.capitalize(): top.nested_list(key) for key in ("governance", "extracurricular", "speaking", "samples")
    }
    sections["Reading"] = top.nested_list("reading")
    entries = {title: [entry for fields in parts if (entry := _entry(fields))] for title, parts in sections.items()}
    return [
        compact(title=title, text=affiliation.text("summary") if title == "Affiliation" else None, entries=every)
        for title, every in entries.items()
        if every
    ]


def _entry(fields: FieldReader) -> dict[str, Data]:
    title = fields.text("title", "role", "organization")
    subtitle = fields.text("event", "activity", "organization", "author")
    return compact(title=title, subtitle=subtitle, date=fields.date_or_text("date")) | _common(fields)


def _common(fields: FieldReader) -> dict[str, Data]:
    """Return the fields that most entries have, and the extension keys of this entry."""
    start, end = fields.date("start"), fields.date("end")
    if not end and fields.peek("current") == "true" and (current := fields.text("current")):
        end = TracedText("present", current.origin)
    return {
        **compact(
            url=fields.text("url"),
            startDate=start,
            endDate=end,
            location=fields.text("location"),
            summary=fields.text("summary"),
            highlights=fields.texts("highlights"),
        ),
        **fields.extensions(),
    }
