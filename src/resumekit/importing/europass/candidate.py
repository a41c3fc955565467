"""Europass since 2020: `Candidate`, made of HR-XML."""

from __future__ import annotations

from resumekit.importing.draft_resume import Draft, Loss, Quote
from resumekit.importing.field_reader import Data, Part, joined, made
from resumekit.importing.html_to_markdown import without_html

from .shared_fields import embedded, fluency, section, told

_EMBEDDED = ("Attachment", "AvatarAttachment", "Photo", "Picture", "Logo")
_OWN = {
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
"""Lists of texts with a title, and what one of each is called."""


def candidate(top: Part) -> Draft:
    """Return the résumé."""
    person, profile = top.part("CandidatePerson"), top.part("CandidateProfile")
    losses = [loss for part in (top, person, profile) for loss in embedded(part, *_EMBEDDED)]
    resume: dict[str, Data] = {
        "basics": _basics(person, without_html(profile.text("ExecutiveSummary"))),
        "work": _work(profile.part("EmploymentHistory").parts("EmployerHistory")),
        "education": [
            _school(part) for part in profile.part("EducationHistory").parts("EducationOrganizationAttendance")
        ],
        "publications": [_publication(part) for part in profile.part("PublicationHistory").parts("Publication")],
        "certificates": [_certificate(part) for part in profile.part("Certifications").parts("Certification")],
        "sections": _sections(profile),
    }
    resume |= _competencies(profile.part("PersonQualifications").parts("PersonCompetency"))
    native = person.text("PrimaryLanguageCode")
    if native:
        resume["languages"] = [{"language": _language_name(native), "fluency": "Native"}, *resume["languages"]]
    return Draft(resume | top.aside(), losses=tuple(losses + _nested_files(profile)))


def _nested_files(profile: Part) -> list[Loss]:
    return embedded(profile.part("Attachments"), "Attachment")


def _basics(person: Part, summary: Quote | None) -> dict[str, Data]:
    names = person.part("PersonName")
    emails: list[Quote] = []
    phones: list[str] = []
    sites: list[Quote] = []
    location: dict[str, Data] = {}
    for part in person.parts("Communication"):
        location = location or _location(part.part("Address"))
        phones += _number(part)
        if uri := part.text("URI"):
            (emails if "@" in uri and "://" not in uri else sites).append(uri)
        _drop_channel(part)
    nations = person.texts("NationalityCode")
    facts = {"Date of birth": person.date("BirthDate"), "Nationality": ", ".join(nations)}
    return made(
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


def _drop_channel(part: Part) -> None:
    """Take what says which way of reaching somebody this is, where the place of the value says so as well."""
    if part.peek("ChannelCode") in ("Email", "Telephone", "Web"):
        part.take("ChannelCode")


def _number(part: Part) -> list[str]:
    code, number = part.text("CountryDialing"), part.text("DialNumber")
    return [f"+{code.lstrip('+')} {number}" if code else number] if number else []


def _location(address: Part) -> dict[str, Data]:
    return made(
        address="\n".join(address.texts("AddressLine")),
        postalCode=address.text("PostalCode"),
        city=address.text("CityName", "City"),
        countryCode=_upper(address.text("CountryCode")),
    )


def _upper(code: Quote | None) -> Quote | None:
    return code and Quote(code.upper(), code.origin)


def _work(employers: list[Part]) -> list[Data]:
    entries: list[Data] = []
    for employer in employers:
        roles = [_role(part) for part in employer.parts("PositionHistory")]
        own = made(name=employer.text("OrganizationName"), **_where(employer.part("OrganizationContact")))
        many = len(roles) > 1
        entry = [{"positions": roles}] if many else roles
        entries.append(joined(own, *entry, employer.aside()))
    return entries


def _role(part: Part) -> dict[str, Data]:
    location = [part.text("City"), part.text("Country")]
    return {
        **made(position=part.text("PositionTitle"), location=", ".join(text for text in location if text)),
        **_period(part.part("EmploymentPeriod")),
        **told(part.text("Description")),
        **part.aside(),
    }


def _school(part: Part) -> dict[str, Data]:
    degree = part.part("EducationDegree")
    fields = made(
        institution=part.text("OrganizationName"),
        studyType=degree.text("DegreeName"),
        area=part.text("ProgramName"),
        score=degree.text("FinalGrade") or part.text("FinalGrade"),
        **_where(part.part("OrganizationContact")),
    )
    covered = degree.text("OccupationalSkillsCovered") or part.text("Description")
    return joined(fields, _period(part.part("AttendancePeriod")), told(covered), part.aside())


def _where(contact: Part) -> dict[str, Data]:
    location, sites = "", []
    for part in contact.parts("Communication"):
        location = location or _town(part.part("Address"))
        sites += [uri] if (uri := part.text("URI")) else []
        _drop_channel(part)
    return {"location": location, "url": next(iter(sites), None), "x-url": sites[1:]}


def _town(address: Part) -> str:
    words = [address.text("CityName", "City"), address.text("CountryCode")]
    return ", ".join(text for text in words if text)


def _period(part: Part) -> dict[str, Data]:
    start = part.part("StartDate").date("FormattedDateTime") or part.date("StartDate")
    end = part.part("EndDate").date("FormattedDateTime") or part.date("EndDate")
    goes_on = part.text("CurrentIndicator", "Ongoing") == "true"
    return made(startDate=start, endDate=end or ("present" if goes_on else None))


def _publication(part: Part) -> dict[str, Data]:
    title = without_html(part.text("Title", "FormattedPublicationDescription"))
    date = part.loose_date("PublicationDate") or part.loose_date("Year")
    fields = made(name=title, publisher=part.text("Publisher"), url=part.text("Link", "URI"), releaseDate=date)
    return fields | told(part.text("Description", "Reference")) | part.aside()


def _certificate(part: Part) -> dict[str, Data]:
    fields = made(
        name=part.text("CertificationName", "CertificationTypeCode"), issuer=part.text("IssuingAuthorityName")
    )
    return fields | told(part.text("Description")) | part.aside()


def _competencies(parts: list[Part]) -> dict[str, Data]:
    """Return languages, each with its levels, and the other skills in groups by what they are."""
    languages: list[Data] = []
    groups: dict[str, list[Data]] = {}
    for part in parts:
        kind, name = part.text("TaxonomyID"), part.text("CompetencyID", "CompetencyName")
        if kind and kind.lower() == "language" and name:
            levels: dict[str, Quote] = {}
            for dimension in part.parts("CompetencyDimension"):
                of_what = dimension.text("CompetencyDimensionTypeCode") or "Level"
                level = dimension.part("Score").text("ScoreText") or dimension.text("Score")
                levels |= {of_what.removeprefix("CEF-").replace("Understanding-", ""): level} if level else {}
            languages.append(made(language=_language_name(name), fluency=fluency(levels)) | part.aside())
        elif name:
            aside = part.aside()
            groups.setdefault(kind or "", []).append({"name": name, **aside} if aside else name)
    skills = [made(name=kind, keywords=words) for kind, words in groups.items()]
    return {"languages": languages, "skills": skills}


def _language_name(code: Quote) -> Quote:
    """Return the English name of a language that is given as `eng` or `en`."""
    from babel import Locale
    from babel.core import get_global

    short = get_global("language_aliases").get(code.lower(), code.lower())
    return Quote(Locale("en").languages.get(short, code), code.origin)


def _sections(profile: Part) -> list[dict[str, Data]]:
    """Return the lists of texts as sections of one's own; those of one's own making have their titles."""
    made_ = []
    for name, one in _OWN.items():
        holder = profile.part(name)
        title = holder.text("Title")
        entries = []
        for part in holder.parts(one):
            date = part.loose_date("Date") or part.loose_date("Year")
            entry = made(title=without_html(part.text("Title")), date=date, url=part.text("Link"))
            entries.append(entry | _period(part) | told(part.text("Description")) | part.aside())
        if entries:
            made_.append({"title": title or _spaced(name), "entries": entries})
    statement = profile.part("ClosingStatement")
    return [*made_, *([section("Closing statement", text)] if (text := statement.text("Statement")) else [])]


def _spaced(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip().capitalize()
