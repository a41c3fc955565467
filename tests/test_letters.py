"""Cover letters: one file, one or several letters, in the looks of the résumé that they go with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from conftest import Run
from resumekit.errors import ResumekitError
from resumekit.load import load
from resumekit.pipeline import BuildJob, BuildOptions, plan, prepare
from resumekit.present import ResumeView, plain
from resumekit.present.inline import LineBreak, Paragraph
from resumekit.schema.letter import is_letter
from resumekit.tailor import WHOLE

WriteResume = Callable[..., Path]
TODAY = date(2026, 3, 7)
RESUME = """
basics: {name: Ada Example, label: {en: Analyst, de: Analystin}, email: ada@example.org, image: none.png}
languages: [en, de]
theme: {name: modern, accent: "#112233"}
variants: {backend: {set: {basics.label: Engineer}}}
"""


def editions(path: Path) -> list[BuildJob]:
    planned = plan(load(path), WHOLE, every=False, today=TODAY)
    return [job for each in planned for job in prepare(each, BuildOptions(), path.stem, TODAY)]


def paragraphs(view: ResumeView) -> list[str]:
    blocks = [block for section in view.sections for block in section.text]
    return [plain(block.children) for block in blocks if isinstance(block, Paragraph)]


@pytest.fixture
def letter(write_resume: WriteResume) -> Callable[[str], Path]:
    write_resume(RESUME.replace(", image: none.png", ""))
    return lambda text: write_resume(text, "letter.yaml")


def test_a_letter_has_the_head_of_its_résumé_and_its_words_in_order(letter: Callable[[str], Path]) -> None:
    path = letter("""
        resume: resume.yaml
        to: "Example Ltd\\n1 Sample Street"
        date: today
        subject: Application as {role}
        opening: Dear {company},
        body: "I am *{label}*.\\n\\nSee {{braces}}."
        closing: Yours,
        fields: {role: Programmer, company: A*B*C}
    """)
    (job,) = editions(path)
    view = job.content.view
    assert job.stem == "letter"
    assert (plain(view.name), plain(view.label), view.photo) == ("Ada Example", "Analyst", None)
    assert [section.id for section in view.sections] == ["address", "letter"]
    assert plain(view.sections[1].title) == "Application as Programmer"
    assert paragraphs(view) == [
        "Example Ltd 1 Sample Street",
        "March 7, 2026",
        "Dear A*B*C,",
        "I am Analyst.",
        "See {braces}.",
        "Yours,",
        "Ada Example",
    ]
    first = view.sections[0].text[0]
    assert isinstance(first, Paragraph)
    assert LineBreak() in first.children


def test_several_letters_from_one_file_say_what_they_say_otherwise(letter: Callable[[str], Path]) -> None:
    path = letter("""
        body: To {company}.
        closing: Yours,
        fields: {company: nobody}
        letters:
          - {name: first, fields: {company: One}}
          - {fields: {company: Two}, closing: "Truly,"}
          - {body: Plain.}
    """)
    made = editions(path)
    assert [job.stem for job in made] == ["letter-first", "letter-2", "letter-3"]
    assert [paragraphs(job.content.view)[:2] for job in made] == [
        ["To One.", "Yours,"],
        ["To Two.", "Truly,"],
        ["Plain.", "Yours,"],
    ]


def test_a_letter_goes_with_a_variant_and_may_have_looks_of_its_own(letter: Callable[[str], Path]) -> None:
    path = letter("body: I am {label}.\nvariant: backend\ntheme: classic\nlocale: de\ndate: 2026-03-07\n")
    (job,) = editions(path)
    assert job.content.resume.basics.label == "Engineer"
    assert job.content.design.theme.name == "classic"
    assert job.stem == "letter-backend"
    assert paragraphs(job.content.view)[:2] == ["7. März 2026", "I am Engineer."]


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        ("body: Dear {compny}\nfields: {company: x}", "unknown-field", "{compny}"),
        ("body: a\nletters: [{body: 'x {none} y'}]", "unknown-field", "{none}"),
        ("body: a\nsubjekt: b", "unknown-key", "subjekt"),
        ("body: a\ntheme: nothing", "unknown-theme", "nothing"),
        ("body: a\nresume: ../resume.yaml", "outside-folder", "../resume.yaml"),
        ("body: a\nvariant: nothing", "unknown-variant", None),
        ("body: a\nresume: none.yaml", "not-found", None),
        ("body: a\ndate: [a]", "bad-date", "[a]"),
    ],
)
def test_what_is_wrong_with_a_letter_has_its_place(
    letter: Callable[[str], Path], text: str, code: str, marked: str | None
) -> None:
    path = letter(text)
    with pytest.raises(ResumekitError) as error:
        editions(path)
    (problem,) = error.value.problems
    assert problem.code == code
    if marked:
        assert problem.location
        assert Path(problem.location.file).name == "letter.yaml"
        assert problem.location.source[problem.location.column - 1 :].startswith(marked)


def test_a_résumé_is_no_letter() -> None:
    assert not is_letter({"basics": {}, "letters": []})
    assert not is_letter({})
    assert is_letter({"resume": "resume.yaml"})
    assert is_letter({"body": "x"})


def test_letters_are_built_by_the_same_command(letter: Callable[[str], Path], invoke: Callable[..., Run]) -> None:
    path = letter("body: To {company}.\nletters: [{name: One Ltd, fields: {company: One}}, {fields: {company: Two}}]")
    done = invoke("build", path.name, "-f", "html,pdf")
    assert (done.exit_code, done.stderr) == (0, "")
    made = sorted(file.name for file in (path.parent / "dist").iterdir())
    assert made == ["letter-2.html", "letter-2.pdf", "letter-One-Ltd.html", "letter-One-Ltd.pdf"]


def test_the_former_name_of_a_field_is_understood(letter: Callable[[str], Path], write_resume: WriteResume) -> None:
    write_resume("basics: {name: Ada, website: https://ada.example.org}")
    (job,) = editions(letter("resume: resume.yaml\nbody: See {url} or {website}.\n"))
    assert paragraphs(job.content.view)[0] == "See https://ada.example.org or https://ada.example.org."


def test_letters_have_the_date_of_the_file_or_their_own(letter: Callable[[str], Path]) -> None:
    path = letter(
        "resume: resume.yaml\ndate: 2026-01-02\nbody: Hi\nletters: [{name: a}, {name: b, date: 2026-05-06}]\n"
    )
    assert [paragraphs(job.content.view)[0] for job in editions(path)] == ["January 2, 2026", "May 6, 2026"]
