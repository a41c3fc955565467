"""Europass `SkillsPassport`, the format until 2020, whose `LearnerInfo` has the person, experience and skills."""

from __future__ import annotations

import re

from resumekit.importing.country_codes import country_code
from resumekit.importing.draft_resume import DraftResume, TracedText
from resumekit.importing.field_reader import Data, FieldReader, compact
from resumekit.importing.foreign_dates import parse_date

from .shared_fields import custom_section, description_fields, embedded_files, fluency, levels_of

_SKILLS = {
    "Communication": "Communication skills",
    "Organisational": "Organisational skills",
    "JobRelated": "Job-related skills",
    "Computer": "Digital skills",
    "Other": "Other skills",
}


def read_passport(top: FieldReader) -> DraftResume:
    """Return the résumé."""
    info = top.nested("LearnerInfo")
    identification, skills = info.nested("Identification"), info.nested("Skills")
    losses = embedded_files(identification, "Photo", "Signature") + embedded_files(top, "AttachmentList", "Attachment")
    losses += embedded_files(info, "AttachmentList")
    basics = _basics(identification) | _headline(info.nested("Headline"))
    resume: dict[str, Data] = {
        "basics": basics,
        "work": [_job(fields) for fields in _listed(info, "WorkExperience")],
        "education": [_school(fields) for fields in _listed(info, "Education")],
        "languages": _languages(skills.nested("Linguistic")),
        "sections": [*_skill_sections(skills), *_achievements(_listed(info, "Achievement"))],
    }
    top.take("xmlns")
    return DraftResume(resume | top.extensions(), losses=tuple(losses))


def _listed(fields: FieldReader, name: str) -> list[FieldReader]:
    """Read a list: XML wraps the items in a list element, JSON does not."""
    return fields.nested(f"{name}List").nested_list(name) if f"{name}List" in fields else fields.nested_list(name)


def _basics(fields: FieldReader) -> dict[str, Data]:
    names, contact = fields.nested("PersonName"), fields.nested("ContactInfo")
    phones = [number for each in _listed(contact, "Telephone") if (number := each.text("Contact"))]
    sites = [site for each in _listed(contact, "Website") if (site := each.text("Contact"))]
    return compact(
        name=" ".join(text for key in ("FirstName", "Surname") if (text := names.text(key))),
        email=contact.nested("Email").text("Contact"),
        phone=next(iter(phones), None),
        url=next(iter(sites), None),
        location=_location(contact.nested("Address").nested("Contact")),
        facts=_facts(fields.nested("Demographics")),
        profiles=[{"url": site} for site in sites[1:]],
        **{"x-phone": phones[1:]},
    )


def _location(address: FieldReader) -> dict[str, Data]:
    lines = [text for key in ("AddressLine", "AddressLine2") if (text := address.text(key))]
    return compact(
        address="\n".join(lines),
        postalCode=address.text("PostalCode"),
        city=address.text("Municipality"),
        countryCode=_country(address.nested("Country")),
    )


def _country(fields: FieldReader) -> TracedText | None:
    code, label = fields.text("Code"), fields.peek("Label")
    if code is None:
        return country_code(fields.text("Label"))
    if isinstance(label, str) and country_code(TracedText(label)) == code:  # the label says the same as the code
        fields.take("Label")
    return code


def _facts(fields: FieldReader) -> list[dict[str, Data]]:
    """Return the demographics as facts for the head of the page."""
    birth = _day(fields.nested("Birthdate"))
    nations = [name for each in _listed(fields, "Nationality") if (name := each.text("Label", "Code"))]
    gender = fields.nested("Gender").text("Label", "Code")
    facts = {"Date of birth": birth, "Nationality": ", ".join(nations), "Gender": gender}
    return [{"label": label, "value": value} for label, value in facts.items() if value]


def _headline(fields: FieldReader) -> dict[str, Data]:
    """Return the headline: a job title or aim as `label`, and its type as an extension key."""
    return compact(label=fields.nested("Description").text("Label")) | compact(
        **{"x-headline": fields.nested("Type").text("Label")}
    )


def _job(fields: FieldReader) -> dict[str, Data]:
    employer = fields.nested("Employer")
    return {
        **_period(fields.nested("Period")),
        **compact(
            name=employer.text("Name"),
            position=fields.nested("Position").text("Label"),
            description=employer.nested("Sector").text("Label"),
            **_location_and_url(employer),
        ),
        **description_fields(fields.text("Activities")),
        **fields.extensions(),
    }


def _school(fields: FieldReader) -> dict[str, Data]:
    organisation = fields.nested("Organisation")
    return {
        **_period(fields.nested("Period")),
        **compact(
            institution=organisation.text("Name"),
            studyType=fields.text("Title"),
            area=fields.nested("Field").text("Label"),
            **_location_and_url(organisation),
        ),
        **description_fields(fields.text("Activities", "Skills")),
        **fields.extensions(),
    }


def _location_and_url(fields: FieldReader) -> dict[str, Data]:
    """Return the location and the website of an employer or a school."""
    contact = fields.nested("ContactInfo")
    address = contact.nested("Address").nested("Contact")
    location = [address.text("Municipality"), address.nested("Country").text("Label", "Code")]
    site = contact.nested("Website").text("Contact")
    return {"location": ", ".join(text for text in location if text), "url": site}


def _period(fields: FieldReader) -> dict[str, Data]:
    current = fields.text("Current")
    end = _day(fields.nested("To"))
    is_current = "present" if current == "true" and not end else None
    return compact(startDate=_day(fields.nested("From")), endDate=end or is_current)


def _day(fields: FieldReader) -> TracedText | None:
    """Return a date from its parts: `year="2002" month="--08"` in XML, `Year` and `Month` in JSON."""
    keys = [key for name in ("year", "month", "day") for key in (f"@{name}", name.capitalize()) if key in fields]
    digits = [found[0] for key in keys if (found := re.search(r"\d+", str(fields.peek(key))))]
    date = parse_date("-".join(digits))
    for key in keys if date else ():
        fields.take(key)
    return date and TracedText(date, fields.path)


def _languages(fields: FieldReader) -> list[dict[str, Data]]:
    mothers = [_language(each, "Native") for each in _listed(fields, "MotherTongue")]
    return mothers + [_language(each, None) for each in _listed(fields, "ForeignLanguage")]


def _language(fields: FieldReader, known: str | None) -> dict[str, Data]:
    description = fields.nested("Description")
    name = description.text("Label", "Code")
    level = known or fluency(levels_of(fields.nested("ProficiencyLevel")))
    return compact(language=name, fluency=level) | fields.extensions()


def _skill_sections(fields: FieldReader) -> list[dict[str, Data]]:
    texts = [(title, fields.nested(key).text("Description")) for key, title in _SKILLS.items()]
    sections = [custom_section(title, text) for title, text in texts if text]
    licences = fields.nested("Driving").nested("Description")
    kinds = [*licences.texts("Licence"), *licences.nested("LicenceList").texts("Licence")]
    return [*sections, *([{"title": "Driving licence", "text": ", ".join(kinds)}] if kinds else [])]


def _achievements(parts: list[FieldReader]) -> list[dict[str, Data]]:
    sections = []
    for fields in parts:
        title = fields.nested("Title").text("Label")
        sections.append(custom_section(title, fields.text("Description")) | fields.extensions())
    return sections
