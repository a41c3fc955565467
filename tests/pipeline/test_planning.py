"""Which editions a build makes: the requested one, or every variant in every language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from resumekit.errors import SchemaError
from resumekit.load import load
from resumekit.pipeline import PlannedEdition, plan
from resumekit.tailor import WHOLE, Edition

WriteResume = Callable[..., Path]
TODAY = date(2026, 3, 7)
VARIANTS = "\nvariants: {backend: {set: {basics.label: Engineer}}, chef: {set: {basics.label: Cook}}}"
LANGUAGES = "\nlanguages: [en, de]"


def planned(path: Path, edition: Edition = WHOLE, *, every: bool = False) -> list[PlannedEdition]:
    return list(plan(load(path), edition, every=every, today=TODAY))


def editions(path: Path, edition: Edition = WHOLE, *, every: bool = False) -> list[tuple[str | None, str | None]]:
    """Return the variant and the language of each planned edition."""
    return [(each.edition.variant, each.edition.language) for each in planned(path, edition, every=every)]


def labels(path: Path, edition: Edition = WHOLE, *, every: bool = False) -> list[str]:
    return [str(each.resume.basics.label) for each in planned(path, edition, every=every)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", [(None, None)]),
        (LANGUAGES, [(None, "en"), (None, "de")]),
        (VARIANTS, [("backend", None), ("chef", None)]),
        (VARIANTS + LANGUAGES, [("backend", "en"), ("backend", "de"), ("chef", "en"), ("chef", "de")]),
        (LANGUAGES.replace(", de", ""), [(None, "en")]),
    ],
)
def test_every_edition_is_each_variant_in_each_language(
    write_resume: WriteResume, more: str, expected: list[tuple[str | None, str | None]]
) -> None:
    path = write_resume(f"basics: {{name: Ada, label: Analyst}}{more}")
    assert editions(path, every=True) == expected


@pytest.mark.parametrize("edition", [WHOLE, Edition("chef"), Edition(None, "de"), Edition("chef", "en", public=True)])
def test_without_every_only_the_requested_edition_is_planned(write_resume: WriteResume, edition: Edition) -> None:
    path = write_resume(f"basics: {{name: Ada, label: Analyst}}{VARIANTS}{LANGUAGES}")
    assert [each.edition for each in planned(path, edition)] == [edition]


def test_every_edition_keeps_what_else_was_requested(write_resume: WriteResume) -> None:
    path = write_resume(f"basics: {{name: Ada}}{VARIANTS}{LANGUAGES}")
    found = [each.edition for each in planned(path, Edition(public=True, redact=("email",)), every=True)]
    assert {(edition.public, edition.redact) for edition in found} == {(True, ("email",))}


def test_each_variant_has_its_settings(write_resume: WriteResume) -> None:
    path = write_resume(f"basics: {{name: Ada, label: Analyst}}{VARIANTS}")
    assert labels(path, every=True) == ["Engineer", "Cook"]
    assert labels(path, Edition("chef")) == ["Cook"]
    assert labels(path) == ["Analyst"]
    (each,) = planned(path, Edition("chef"))
    assert each.document is each.settings
    assert each.letter is None


def test_an_unknown_variant_is_an_error(write_resume: WriteResume) -> None:
    path = write_resume(f"basics: {{name: Ada}}{VARIANTS}")
    with pytest.raises(SchemaError, match="did you mean 'chef'") as error:
        planned(path, Edition("cheff"))
    assert error.value.problems[0].code == "unknown-variant"


def test_a_variant_that_is_invalid_stops_the_plan(write_resume: WriteResume) -> None:
    path = write_resume("basics: {name: Ada}\nvariants: {bad: {set: {work: text}}}")
    assert editions(path) == [(None, None)]
    with pytest.raises(SchemaError):
        planned(path, every=True)


def test_a_tag_that_no_item_has_stops_the_plan_and_an_unused_one_does_not(write_resume: WriteResume) -> None:
    path = write_resume("work: [{name: A, tags: [one]}]\nvariants: {bad: {include: [two]}}")
    with pytest.raises(SchemaError, match="no item has the tag 'two'"):
        planned(path)
    (each,) = planned(write_resume("work: [{name: A, tags: [one, two]}]\nvariants: {good: {include: [two]}}"))
    assert [problem.code for problem in each.problems] == ["unused-tag"]


@pytest.fixture
def letter(write_resume: WriteResume) -> Callable[[str], Path]:
    """Write a letter beside a résumé that has two variants and two languages."""
    write_resume(f"basics: {{name: Ada, label: Analyst}}\npage: {{size: A5}}{VARIANTS}{LANGUAGES}")
    return lambda text: write_resume(f"resume: resume.yaml\nbody: Dear all\n{text}", "letter.yaml")


def test_a_letter_that_names_a_variant_has_that_one(letter: Callable[[str], Path]) -> None:
    path = letter("variant: chef")
    assert editions(path) == [("chef", None)]
    assert editions(path, Edition("backend", "de")) == [("chef", "de")]
    assert editions(path, every=True) == [("chef", "en"), ("chef", "de")]
    assert labels(path) == ["Cook"]


def test_a_letter_that_names_none_takes_the_requested_one_or_every(letter: Callable[[str], Path]) -> None:
    path = letter("")
    assert editions(path) == [(None, None)]
    assert editions(path, Edition("backend")) == [("backend", None)]
    assert [variant for variant, _ in editions(path, every=True)] == ["backend", "backend", "chef", "chef"]


def test_a_letter_keeps_its_words_and_takes_the_page_of_its_résumé(letter: Callable[[str], Path]) -> None:
    path = letter("")
    (each,) = planned(path)
    assert each.document.source.name == str(path)
    assert each.settings.data["page"] == {"size": "A5"}
    assert each.letter
    assert each.letter.body
    (own,) = planned(letter("page: {size: A4}"))
    assert own.settings.data["page"] == {"size": "A4"}
    assert own.settings.location(("page", "size")).file == str(path)


def test_the_résumé_of_a_letter_is_in_its_folder(letter: Callable[[str], Path], project: Path) -> None:
    path = letter("")
    (project.parent / "outside.yaml").write_text("basics: {name: Ada}")
    path.write_text("resume: ../outside.yaml\nbody: Dear all")
    with pytest.raises(SchemaError) as error:
        planned(path)
    assert error.value.problems[0].code == "outside-folder"
