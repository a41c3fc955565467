"""FRESH: a résumé in JSON with `info`, `employment.history`, `skills.sets` and many sections more."""

from __future__ import annotations

from resumekit.load import Value

from .country_codes import country_code
from .draft_resume import Draft, Quote
from .field_reader import Data, Part, made
from .input_file import Original

_SIGNS = {"info", "contact", "employment", "disposition", "recognition", "speaking", "testimonials", "affiliation"}


def knows(original: Original) -> bool:
    """Tell whether a file says that it is FRESH, or has two of the sections that only FRESH has."""
    top = original.mapping
    meta: Value = top.get("meta")
    format_ = meta.get("format") if isinstance(meta, dict) else None
    is_said = isinstance(format_, str) and format_.upper().startswith("FRESH")
    return is_said or (len(_SIGNS & top.keys()) > 1 and "basics" not in top)


def read(original: Original) -> Draft:
    """Return the résumé; the summaries of whole sections are kept aside, as there is no such thing here."""
    top = Part(original.mapping)
    employment, service, education = (top.part(key) for key in ("employment", "service", "education"))
    resume: dict[str, Data] = {
        "basics": _basics(top),
        "work": [_job(part, "employer", "name") for part in employment.parts("history")],
        "volunteer": [_job(part, "organization", "organization") for part in service.parts("history")],
        "education": [_school(part) for part in education.parts("history")],
        "awards": [_award(part) for part in top.parts("recognition")],
        "publications": [_publication(part) for part in top.parts("writing")],
        "skills": _skills(top.part("skills")),
        "languages": [_language(part) for part in top.parts("languages")],
        "interests": [_interest(part) for part in top.parts("interests")],
        "references": [_reference(part) for key in ("references", "testimonials") for part in top.parts(key)],
        "projects": [_project(part) for part in top.parts("projects")],
        "sections": _sections(top),
    }
    return Draft(resume | top.aside())


def _basics(top: Part) -> dict[str, Data]:
    info, contact, location = top.part("info"), top.part("contact"), top.part("location")
    return {
        **made(
            name=top.text("name"),
            label=info.text("label"),
            image=info.text("image"),
            email=contact.text("email"),
            phone=contact.text("phone"),
            url=contact.text("website"),
            summary=info.text("brief"),
            location=_location(location),
            profiles=[_profile(part) for part in top.parts("social")],
        ),
        **info.aside(),
        **contact.aside(),
    }


def _location(location: Part) -> dict[str, Data]:
    return {
        **made(
            address=location.text("address"),
            postalCode=location.text("code"),
            city=location.text("city"),
            region=location.text("region"),
            countryCode=country_code(location.text("country")),
        ),
        **location.aside(),
    }


def _profile(part: Part) -> dict[str, Data]:
    network = part.text("network")
    if part.peek("label") == network:
        part.text("label")
    return made(network=network, username=part.text("user"), url=part.text("url")) | part.aside()


def _job(part: Part, key: str, name: str) -> dict[str, Data]:
    return made(**{name: part.text(key)}) | made(position=part.text("position", "role")) | _common(part)


def _school(part: Part) -> dict[str, Data]:
    studied = part.text("studyType", "title")
    fields = made(
        institution=part.text("institution"),
        area=part.text("area"),
        studyType=studied,
        score=part.text("grade"),
        courses=part.texts("curriculum"),
    )
    return fields | _common(part)


def _award(part: Part) -> dict[str, Data]:
    fields = made(title=part.text("title"), date=part.loose_date("date"), awarder=part.text("from"))
    return fields | made(summary=part.text("summary", "event")) | part.aside()


def _publication(part: Part) -> dict[str, Data]:
    publisher = part.text("publisher") or part.part("publisher").text("name")
    fields = made(name=part.text("title"), publisher=publisher, releaseDate=part.loose_date("date"))
    return fields | _common(part)


def _skills(skills: Part) -> list[Data]:
    sets = [
        made(name=part.text("name"), level=part.text("level"), keywords=part.texts("skills")) | part.aside()
        for part in skills.parts("sets")
    ]
    alone = [made(name=part.text("name"), level=part.text("level")) | part.aside() for part in skills.parts("list")]
    words = skills.texts("list")
    return [*sets, *alone, *([{"keywords": words}] if words else [])]


def _language(part: Part) -> dict[str, Data]:
    return made(language=part.text("language"), fluency=part.text("level")) | part.aside()


def _interest(part: Part) -> dict[str, Data]:
    fields = made(name=part.text("name"), keywords=part.texts("keywords"), summary=part.text("summary"))
    return fields | part.aside()


def _reference(part: Part) -> dict[str, Data]:
    fields = made(name=part.text("name"), reference=part.text("quote"), private=part.text("private"))
    return fields | part.aside()


def _project(part: Part) -> dict[str, Data]:
    fields = made(
        name=part.text("title"),
        description=part.text("description"),
        roles=part.texts("role"),
        keywords=part.texts("keywords"),
        type=part.text("category", "flavor"),
    )
    return fields | _common(part)


def _sections(top: Part) -> list[dict[str, Data]]:
    """Return the sections that have no counterpart here, as sections of one's own."""
    affiliation = top.part("affiliation")
    inside = {"Affiliation": affiliation.parts("history")}
    inside |= {key.capitalize(): top.parts(key) for key in ("governance", "extracurricular", "speaking", "samples")}
    inside["Reading"] = top.parts("reading")
    entries = {title: [entry for part in parts if (entry := _entry(part))] for title, parts in inside.items()}
    return [
        made(title=title, text=affiliation.text("summary") if title == "Affiliation" else None, entries=every)
        for title, every in entries.items()
        if every
    ]


def _entry(part: Part) -> dict[str, Data]:
    title = part.text("title", "role", "organization")
    subtitle = part.text("event", "activity", "organization", "author")
    return made(title=title, subtitle=subtitle, date=part.loose_date("date")) | _common(part)


def _common(part: Part) -> dict[str, Data]:
    """Return the fields that most entries have, and what is left of this one."""
    start, end = part.date("start"), part.date("end")
    if not end and part.peek("current") == "true" and (current := part.text("current")):
        end = Quote("present", current.origin)
    return {
        **made(
            url=part.text("url"),
            startDate=start,
            endDate=end,
            location=part.text("location"),
            summary=part.text("summary"),
            highlights=part.texts("highlights"),
        ),
        **part.aside(),
    }
