"""Europass `Candidate`, the format since 2020, which is based on HR-XML."""

from __future__ import annotations

from resumekit.importing.draft_resume import DraftResume, TracedText, UnmappedValue
from resumekit.importing.field_reader import Data, FieldReader, compact, merged
from resumekit.importing.html_to_markdown import as_markdown

from .shared_fields import custom_section, description_fields, embedded_files, fluency

_EMBEDDED = ("Attachment", "AvatarAttachment", "Photo", "Picture", "Logo")
_CUSTOM_SECTIONS = {
    "Projects": "Project",
    "CreativeWorks": "CreativeWork",
    "ConferencesAndSeminars": "ConferenceAndSeminar",
    "NetworksAndMemberships": "NetworkAndMembership",
    "SocialAndPoliticalActivities": "SocialAndPoliticalActivity",
    "VoluntaryWorks": "VoluntaryWork",
    "HonoursAndAwards": "HonourAndAward",
    "ManagementSkills": "ManagementSkill",
    "CommunicationSkills": "CommunicationAndInterpersonalSkill",
    "OrganisationalSkills": "OrganisationalSkill",
    "HobbiesAndInterests": "HobbyAndInterest",
    "Others": "Other",
}
"""Elements that become custom sections, and the name of their child elements."""


def read_candidate(top: FieldReader) -> DraftResume:
    """Return the résumé."""
    person, profile = top.nested("CandidatePerson"), top.nested("CandidateProfile")
    losses = [loss for fields in (top, person, profile) for loss in embedded_files(fields, *_EMBEDDED)]
    resume: dict[str, Data] = {
        "basics": _basics(person, as_markdown(profile.text("ExecutiveSummary"))),
        "work": _work(profile.nested("EmploymentHistory").nested_list("EmployerHistory")),
        "education": [
            _school(fields)
            for fields in profile.nested("EducationHistory").nested_list("EducationOrganizationAttendance")
        ],
        "publications": [
            _publication(fields) for fields in profile.nested("PublicationHistory").nested_list("Publication")
        ],
        "certificates": [
            _certificate(fields) for fields in profile.nested("Certifications").nested_list("Certification")
        ],
        "sections": _sections(profile),
    }
    resume |= _competencies(profile.nested("PersonQualifications").nested_list("PersonCompetency"))
    native = person.text("PrimaryLanguageCode")
    if native:
        resume["languages"] = [{"language": _language_name(native), "fluency": "Native"}, *resume["languages"]]
    return DraftResume(resume | top.extensions(), losses=tuple(losses + _nested_files(profile)))


def _nested_files(profile: FieldReader) -> list[UnmappedValue]:
    return embedded_files(profile.nested("Attachments"), "Attachment")


def _basics(person: FieldReader, summary: TracedText | None) -> dict[str, Data]:
    names = person.nested("PersonName")
    emails: list[TracedText] = []
    phones: list[str] = []
    sites: list[TracedText] = []
    location: dict[str, Data] = {}
    for fields in person.nested_list("Communication"):
        location = location or _location(fields.nested("Address"))
        phones += _number(fields)
        if uri := fields.text("URI"):
            (emails if "@" in uri and "://" not in uri else sites).append(uri)
        _drop_channel(fields)
    nations = person.texts("NationalityCode")
    facts = {"Date of birth": person.date("BirthDate"), "Nationality": ", ".join(nations)}
    return compact(
        name=" ".join(text for key in ("GivenName", "FamilyName") if (text := names.text(key))),
        email=next(iter(emails), None),
        phone=next(iter(phones), None),
        url=next(iter(sites), None),
        summary=summary,
        location=location,
        profiles=[{"url": site} for site in sites[1:]],
        facts=[{"label": label, "value": value} for label, value in facts.items() if value],
        **{"x-email": emails[1:], "x-phone": phones[1:]},
    )


def _drop_channel(fields: FieldReader) -> None:
    """Mark the channel code as read where the key of the value says the same."""
    if fields.peek("ChannelCode") in ("Email", "Telephone", "Web"):
        fields.take("ChannelCode")


def _number(fields: FieldReader) -> list[str]:
    code, number = fields.text("CountryDialing"), fields.text("DialNumber")
    return [f"+{code.lstrip('+')} {number}" if code else number] if number else []


def _location(address: FieldReader) -> dict[str, Data]:
    return compact(
        address="\n".join(address.texts("AddressLine")),
        postalCode=address.text("PostalCode"),
        city=address.text("CityName", "City"),
        countryCode=_upper(address.text("CountryCode")),
    )


def _upper(code: TracedText | None) -> TracedText | None:
    return code and TracedText(code.upper(), code.origin)


def _work(employers: list[FieldReader]) -> list[Data]:
    entries: list[Data] = []
    for employer in employers:
        roles = [_role(fields) for fields in employer.nested_list("PositionHistory")]
        own = compact(
            name=employer.text("OrganizationName"), **_location_and_url(employer.nested("OrganizationContact"))
        )
        many = len(roles) > 1
        entry = [{"positions": roles}] if many else roles
        entries.append(merged(own, *entry, employer.extensions()))
    return entries


def _role(fields: FieldReader) -> dict[str, Data]:
    location = [fields.text("City"), fields.text("Country")]
    return {
        **compact(position=fields.text("PositionTitle"), location=", ".join(text for text in location if text)),
        **_period(fields.nested("EmploymentPeriod")),
        **description_fields(fields.text("Description")),
        **fields.extensions(),
    }


def _school(fields: FieldReader) -> dict[str, Data]:
    degree = fields.nested("EducationDegree")
    entry = compact(
        institution=fields.text("OrganizationName"),
        studyType=degree.text("DegreeName"),
        area=fields.text("ProgramName"),
        score=degree.text("FinalGrade") or fields.text("FinalGrade"),
        **_location_and_url(fields.nested("OrganizationContact")),
    )
    covered = degree.text("OccupationalSkillsCovered") or fields.text("Description")
    return merged(entry, _period(fields.nested("AttendancePeriod")), description_fields(covered), fields.extensions())


def _location_and_url(contact: FieldReader) -> dict[str, Data]:
    location, sites = "", []
    for fields in contact.nested_list("Communication"):
        location = location or _town(fields.nested("Address"))
        sites += [uri] if (uri := fields.text("URI")) else []
        _drop_channel(fields)
    return {"location": location, "url": next(iter(sites), None), "x-url": sites[1:]}


def _town(address: FieldReader) -> str:
    words = [address.text("CityName", "City"), address.text("CountryCode")]
    return ", ".join(text for text in words if text)


def _period(fields: FieldReader) -> dict[str, Data]:
    start = fields.nested("StartDate").date("FormattedDateTime") or fields.date("StartDate")
    end = fields.nested("EndDate").date("FormattedDateTime") or fields.date("EndDate")
    is_current = fields.text("CurrentIndicator", "Ongoing") == "true"
    return compact(startDate=start, endDate=end or ("present" if is_current else None))


def _publication(fields: FieldReader) -> dict[str, Data]:
    title = as_markdown(fields.text("Title", "FormattedPublicationDescription"))
    date = fields.date_or_text("PublicationDate") or fields.date_or_text("Year")
    entry = compact(name=title, publisher=fields.text("Publisher"), url=fields.text("Link", "URI"), releaseDate=date)
    return entry | description_fields(fields.text("Description", "Reference")) | fields.extensions()


def _certificate(fields: FieldReader) -> dict[str, Data]:
    entry = compact(
        name=fields.text("CertificationName", "CertificationTypeCode"), issuer=fields.text("IssuingAuthorityName")
    )
    return entry | description_fields(fields.text("Description")) | fields.extensions()


def _competencies(parts: list[FieldReader]) -> dict[str, Data]:
    """Return languages with their levels, and other skills grouped by their taxonomy."""
    languages: list[Data] = []
    groups: dict[str, list[Data]] = {}
    for fields in parts:
        kind, name = fields.text("TaxonomyID"), fields.text("CompetencyID", "CompetencyName")
        if kind and kind.lower() == "language" and name:
            levels: dict[str, TracedText] = {}
            for dimension in fields.nested_list("CompetencyDimension"):
                dimension_name = dimension.text("CompetencyDimensionTypeCode") or "Level"
                level = dimension.nested("Score").text("ScoreText") or dimension.text("Score")
                levels |= {dimension_name.removeprefix("CEF-").replace("Understanding-", ""): level} if level else {}
            languages.append(compact(language=_language_name(name), fluency=fluency(levels)) | fields.extensions())
        elif name:
            extensions = fields.extensions()
            groups.setdefault(kind or "", []).append({"name": name, **extensions} if extensions else name)
    skills = [compact(name=kind, keywords=words) for kind, words in groups.items()]
    return {"languages": languages, "skills": skills}


def _language_name(code: TracedText) -> TracedText:
    """Return the English name of a language code such as `eng` or `en`."""
    from babel import Locale
    from babel.core import get_global

    short = get_global("language_aliases").get(code.lower(), code.lower())
    return TracedText(Locale("en").languages.get(short, code), code.origin)


def _sections(profile: FieldReader) -> list[dict[str, Data]]:
    """Return the custom sections; user-defined ones have a title of their own."""
    custom = []
    for name, one in _CUSTOM_SECTIONS.items():
        holder = profile.nested(name)
        title = holder.text("Title")
        entries = []
        for fields in holder.nested_list(one):
            date = fields.date_or_text("Date") or fields.date_or_text("Year")
            entry = compact(title=as_markdown(fields.text("Title")), date=date, url=fields.text("Link"))
            entries.append(
                entry | _period(fields) | description_fields(fields.text("Description")) | fields.extensions()
            )
        if entries:
            custom.append({"title": title or _spaced(name), "entries": entries})
    statement = profile.nested("ClosingStatement")
    if text := statement.text("Statement"):
        custom.append(custom_section("Closing statement", text))
    return custom


def _spaced(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip().capitalize()
