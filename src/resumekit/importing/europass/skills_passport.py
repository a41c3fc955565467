"""Europass as it was until 2020: `LearnerInfo` with what the person is, did and can."""

from __future__ import annotations

import re

from resumekit.importing.country_codes import country_code
from resumekit.importing.draft_resume import Draft, Quote
from resumekit.importing.field_reader import Data, Part, made
from resumekit.importing.foreign_dates import when

from .shared_fields import embedded, fluency, levels_of, section, told

_SKILLS = {
    "Communication": "Communication skills",
    "Organisational": "Organisational skills",
    "JobRelated": "Job-related skills",
    "Computer": "Digital skills",
    "Other": "Other skills",
}


def passport(top: Part) -> Draft:
    """Return the résumé."""
    info = top.part("LearnerInfo")
    identification, skills = info.part("Identification"), info.part("Skills")
    losses = embedded(identification, "Photo", "Signature") + embedded(top, "AttachmentList", "Attachment")
    losses += embedded(info, "AttachmentList")
    basics = _basics(identification) | _headline(info.part("Headline"))
    resume: dict[str, Data] = {
        "basics": basics,
        "work": [_job(part) for part in _listed(info, "WorkExperience")],
        "education": [_school(part) for part in _listed(info, "Education")],
        "languages": _languages(skills.part("Linguistic")),
        "sections": [*_skill_sections(skills), *_achievements(_listed(info, "Achievement"))],
    }
    top.take("xmlns")
    return Draft(resume | top.aside(), losses=tuple(losses))


def _listed(part: Part, name: str) -> list[Part]:
    """Return what XML has in a list element, and JSON in a list."""
    return part.part(f"{name}List").parts(name) if f"{name}List" in part else part.parts(name)


def _basics(part: Part) -> dict[str, Data]:
    names, contact = part.part("PersonName"), part.part("ContactInfo")
    phones = [number for each in _listed(contact, "Telephone") if (number := each.text("Contact"))]
    sites = [site for each in _listed(contact, "Website") if (site := each.text("Contact"))]
    return made(
        name=" ".join(text for key in ("FirstName", "Surname") if (text := names.text(key))),
        email=contact.part("Email").text("Contact"),
        phone=next(iter(phones), None),
        url=next(iter(sites), None),
        location=_location(contact.part("Address").part("Contact")),
        facts=_facts(part.part("Demographics")),
        profiles=[{"url": site} for site in sites[1:]],
        **{"x-phone": phones[1:]},
    )


def _location(address: Part) -> dict[str, Data]:
    lines = [text for key in ("AddressLine", "AddressLine2") if (text := address.text(key))]
    return made(
        address="\n".join(lines),
        postalCode=address.text("PostalCode"),
        city=address.text("Municipality"),
        countryCode=_country(address.part("Country")),
    )


def _country(part: Part) -> Quote | None:
    code, label = part.text("Code"), part.peek("Label")
    if code is None:
        return country_code(part.text("Label"))
    if isinstance(label, str) and country_code(Quote(label)) == code:  # which says it again
        part.take("Label")
    return code


def _facts(part: Part) -> list[dict[str, Data]]:
    """Return what the head of the page may say besides."""
    birth = _day(part.part("Birthdate"))
    nations = [name for each in _listed(part, "Nationality") if (name := each.text("Label", "Code"))]
    gender = part.part("Gender").text("Label", "Code")
    facts = {"Date of birth": birth, "Nationality": ", ".join(nations), "Gender": gender}
    return [{"label": label, "value": value} for label, value in facts.items() if value]


def _headline(part: Part) -> dict[str, Data]:
    """Return the headline: what is aimed at, and what the person is."""
    return made(label=part.part("Description").text("Label")) | made(**{"x-headline": part.part("Type").text("Label")})


def _job(part: Part) -> dict[str, Data]:
    employer = part.part("Employer")
    return {
        **_period(part.part("Period")),
        **made(
            name=employer.text("Name"),
            position=part.part("Position").text("Label"),
            description=employer.part("Sector").text("Label"),
            **_where(employer),
        ),
        **told(part.text("Activities")),
        **part.aside(),
    }


def _school(part: Part) -> dict[str, Data]:
    organisation = part.part("Organisation")
    return {
        **_period(part.part("Period")),
        **made(
            institution=organisation.text("Name"),
            studyType=part.text("Title"),
            area=part.part("Field").text("Label"),
            **_where(organisation),
        ),
        **told(part.text("Activities", "Skills")),
        **part.aside(),
    }


def _where(part: Part) -> dict[str, Data]:
    """Return where an employer or a school is, on the map and on the web."""
    contact = part.part("ContactInfo")
    address = contact.part("Address").part("Contact")
    location = [address.text("Municipality"), address.part("Country").text("Label", "Code")]
    site = contact.part("Website").text("Contact")
    return {"location": ", ".join(text for text in location if text), "url": site}


def _period(part: Part) -> dict[str, Data]:
    current = part.text("Current")
    end = _day(part.part("To"))
    goes_on = "present" if current == "true" and not end else None
    return made(startDate=_day(part.part("From")), endDate=end or goes_on)


def _day(part: Part) -> Quote | None:
    """Return a date of parts: XML has `year="2002" month="--08"`, JSON `Year` and `Month`."""
    keys = [key for name in ("year", "month", "day") for key in (f"@{name}", name.capitalize()) if key in part]
    digits = [found[0] for key in keys if (found := re.search(r"\d+", str(part.peek(key))))]
    date = when("-".join(digits))
    for key in keys if date else ():
        part.take(key)
    return date and Quote(date, part.path)


def _languages(part: Part) -> list[dict[str, Data]]:
    mothers = [_language(each, "Native") for each in _listed(part, "MotherTongue")]
    return mothers + [_language(each, None) for each in _listed(part, "ForeignLanguage")]


def _language(part: Part, known: str | None) -> dict[str, Data]:
    description = part.part("Description")
    name = description.text("Label", "Code")
    level = known or fluency(levels_of(part.part("ProficiencyLevel")))
    return made(language=name, fluency=level) | part.aside()


def _skill_sections(part: Part) -> list[dict[str, Data]]:
    found = [(title, part.part(key).text("Description")) for key, title in _SKILLS.items()]
    sections = [section(title, text) for title, text in found if text]
    licences = part.part("Driving").part("Description")
    kinds = [*licences.texts("Licence"), *licences.part("LicenceList").texts("Licence")]
    return [*sections, *([{"title": "Driving licence", "text": ", ".join(kinds)}] if kinds else [])]


def _achievements(parts: list[Part]) -> list[dict[str, Data]]:
    sections = []
    for part in parts:
        title = part.part("Title").text("Label")
        sections.append(section(title, part.text("Description")) | part.aside())
    return sections
