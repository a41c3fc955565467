"""How the tables of LinkedIn's archive map to sections, and their rows to entries."""

from __future__ import annotations

from collections.abc import Callable

from resumekit.importing.field_reader import Data, FieldReader, compact
from resumekit.importing.markdown_lists import summary_or_highlights

COLUMNS = {
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
"""Columns by which the header row of each table is found; LinkedIn writes notes above some headers."""

IGNORED = {
    "Connections.csv": "it is about other people",
    "messages.csv": "it contains messages to other people",
    "Recommendations_Given.csv": "it is about other people",
}
"""Why some tables are not imported; for all other tables there is a common reason."""


def _school(fields: FieldReader) -> dict[str, Data]:
    return compact(
        institution=fields.text("School Name"),
        studyType=fields.text("Degree Name"),
        startDate=fields.date("Start Date"),
        endDate=fields.date("End Date"),
        summary=fields.text("Notes"),
        highlights=fields.texts("Activities"),
    )


def _certificate(fields: FieldReader) -> dict[str, Data]:
    entry = compact(name=fields.text("Name"), issuer=fields.text("Authority"), url=fields.text("Url"))
    return entry | compact(date=fields.date_or_text("Started On"))


def _language(fields: FieldReader) -> dict[str, Data]:
    return compact(language=fields.text("Name"), fluency=fields.text("Proficiency"))


def _project(fields: FieldReader) -> dict[str, Data]:
    return compact(name=fields.text("Title"), url=fields.text("Url")) | _period(fields) | _description_fields(fields)


def _publication(fields: FieldReader) -> dict[str, Data]:
    entry = compact(name=fields.text("Name"), publisher=fields.text("Publisher"), url=fields.text("Url"))
    return entry | compact(releaseDate=fields.date_or_text("Published On")) | _description_fields(fields)


def _award(fields: FieldReader) -> dict[str, Data]:
    entry = compact(title=fields.text("Title"), date=fields.date_or_text("Issued On"), awarder=fields.text("Issuer"))
    return entry | _description_fields(fields)


def _patent(fields: FieldReader) -> dict[str, Data]:
    entry = compact(
        title=fields.text("Title"),
        number=fields.text("Patent or Application Number", "Application Number", "Number"),
        status=fields.text("Issuing Status", "Status"),
        date=fields.date_or_text("Issued On") or fields.date_or_text("Filed On"),
        url=fields.text("Url"),
    )
    return entry | _description_fields(fields)


def _volunteer(fields: FieldReader) -> dict[str, Data]:
    entry = compact(organization=fields.text("Company Name"), position=fields.text("Role"))
    return entry | _period(fields) | _description_fields(fields)


def _reference(fields: FieldReader) -> dict[str, Data]:
    name = " ".join(text for key in ("First Name", "Last Name") if (text := fields.text(key)))
    title = [text for key in ("Job Title", "Company") if (text := fields.text(key))]
    return compact(name=", ".join([name, *title] if name else title), reference=fields.text("Text"))


def _organization(fields: FieldReader) -> dict[str, Data]:
    entry = compact(title=fields.text("Name"), subtitle=fields.text("Position"))
    return entry | _period(fields) | _description_fields(fields)


def _score(fields: FieldReader) -> dict[str, Data]:
    entry = compact(title=fields.text("Name"), subtitle=fields.text("Score"), date=fields.date_or_text("Date"))
    return entry | _description_fields(fields)


def _period(fields: FieldReader) -> dict[str, Data]:
    return compact(startDate=fields.date("Started On"), endDate=fields.date("Finished On"))


def _description_fields(fields: FieldReader) -> dict[str, Data]:
    return summary_or_highlights(fields.text("Description"))


ENTRIES: tuple[tuple[str, str, Callable[[FieldReader], dict[str, Data]]], ...] = (
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
"""Tables of entries: file name, section, and the function that maps a row to an entry."""

CUSTOM_SECTIONS: tuple[tuple[str, str, Callable[[FieldReader], dict[str, Data]]], ...] = (
    ("Organizations.csv", "Organizations", _organization),
    ("Test Scores.csv", "Test Scores", _score),
)
"""Tables that become custom sections: file name, title, and the function that maps a row to an entry."""
