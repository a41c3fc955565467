"""The tables of LinkedIn's archive, and what a row of each becomes."""

from __future__ import annotations

from collections.abc import Callable

from resumekit.importing.field_reader import Data, Part, made
from resumekit.importing.markdown_lists import summary_or_bullets

HEADS = {
    "Profile.csv": frozenset({"First Name", "Last Name"}),
    "Positions.csv": frozenset({"Company Name"}),
    "Education.csv": frozenset({"School Name"}),
    "Skills.csv": frozenset({"Name"}),
    "Certifications.csv": frozenset({"Name"}),
    "Languages.csv": frozenset({"Name"}),
    "Projects.csv": frozenset({"Title"}),
    "Publications.csv": frozenset({"Name"}),
    "Honors.csv": frozenset({"Title"}),
    "Patents.csv": frozenset({"Title"}),
    "Volunteering.csv": frozenset({"Company Name"}),
    "Recommendations_Received.csv": frozenset({"First Name"}),
    "Organizations.csv": frozenset({"Name"}),
    "Courses.csv": frozenset({"Name"}),
    "Test Scores.csv": frozenset({"Name"}),
    "Email Addresses.csv": frozenset({"Email Address"}),
    "PhoneNumbers.csv": frozenset({"Number"}),
}
"""A column that each table has, so that its head is found below the notes that LinkedIn writes above some."""

IGNORED = {
    "Connections.csv": "other people",
    "messages.csv": "letters to other people",
    "Recommendations_Given.csv": "about other people",
}
"""Why some tables are left out; for all others there is one reason."""


def _school(part: Part) -> dict[str, Data]:
    return made(
        institution=part.text("School Name"),
        studyType=part.text("Degree Name"),
        startDate=part.date("Start Date"),
        endDate=part.date("End Date"),
        summary=part.text("Notes"),
        highlights=part.texts("Activities"),
    )


def _certificate(part: Part) -> dict[str, Data]:
    fields = made(name=part.text("Name"), issuer=part.text("Authority"), url=part.text("Url"))
    return fields | made(date=part.loose_date("Started On"))


def _language(part: Part) -> dict[str, Data]:
    return made(language=part.text("Name"), fluency=part.text("Proficiency"))


def _project(part: Part) -> dict[str, Data]:
    return made(name=part.text("Title"), url=part.text("Url")) | _period(part) | _told(part)


def _publication(part: Part) -> dict[str, Data]:
    fields = made(name=part.text("Name"), publisher=part.text("Publisher"), url=part.text("Url"))
    return fields | made(releaseDate=part.loose_date("Published On")) | _told(part)


def _award(part: Part) -> dict[str, Data]:
    fields = made(title=part.text("Title"), date=part.loose_date("Issued On"), awarder=part.text("Issuer"))
    return fields | _told(part)


def _patent(part: Part) -> dict[str, Data]:
    fields = made(
        title=part.text("Title"),
        number=part.text("Patent or Application Number", "Application Number", "Number"),
        status=part.text("Issuing Status", "Status"),
        date=part.loose_date("Issued On") or part.loose_date("Filed On"),
        url=part.text("Url"),
    )
    return fields | _told(part)


def _volunteer(part: Part) -> dict[str, Data]:
    fields = made(organization=part.text("Company Name"), position=part.text("Role"))
    return fields | _period(part) | _told(part)


def _reference(part: Part) -> dict[str, Data]:
    name = " ".join(text for key in ("First Name", "Last Name") if (text := part.text(key)))
    title = [text for key in ("Job Title", "Company") if (text := part.text(key))]
    return made(name=", ".join([name, *title] if name else title), reference=part.text("Text"))


def _organization(part: Part) -> dict[str, Data]:
    return made(title=part.text("Name"), subtitle=part.text("Position")) | _period(part) | _told(part)


def _score(part: Part) -> dict[str, Data]:
    return made(title=part.text("Name"), subtitle=part.text("Score"), date=part.loose_date("Date")) | _told(part)


def _period(part: Part) -> dict[str, Data]:
    return made(startDate=part.date("Started On"), endDate=part.date("Finished On"))


def _told(part: Part) -> dict[str, Data]:
    return summary_or_bullets(part.text("Description"))


ENTRIES: tuple[tuple[str, str, Callable[[Part], dict[str, Data]]], ...] = (
    ("Volunteering.csv", "volunteer", _volunteer),
    ("Education.csv", "education", _school),
    ("Honors.csv", "awards", _award),
    ("Certifications.csv", "certificates", _certificate),
    ("Publications.csv", "publications", _publication),
    ("Patents.csv", "patents", _patent),
    ("Languages.csv", "languages", _language),
    ("Projects.csv", "projects", _project),
    ("Recommendations_Received.csv", "references", _reference),
)
"""Each table of entries, the section that it becomes, and what makes an entry of a row."""

OWN_SECTIONS: tuple[tuple[str, str, Callable[[Part], dict[str, Data]]], ...] = (
    ("Organizations.csv", "Organizations", _organization),
    ("Test Scores.csv", "Test Scores", _score),
)
"""Each table that becomes a section of one's own, with its title."""
