"""What `meta.resumekit` keeps comes back to its place, with its place in the file, unless that has changed since."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from resumekit.errors import SchemaError
from resumekit.load import Document, parse
from resumekit.schema import Resume, dump, validate
from resumekit.schema.json_resume_conversion import to_json_resume
from resumekit.schema.round_trip import restore_additions
from strategies import resumes, seldom, spoiled

from .manuscripts import manuscript_of

Data = Any
"""What JSON holds."""

SOURCE = """\
basics: {name: Ada Example, image: {file: photo.jpg, alt: Ada}}
languages: [en, de, {language: German}]
work:
  - name: Example Ltd
    positions: [{position: Lead, startDate: 2021-03, highlights: [Led]}, {position: Analyst, startDate: 2018}]
  - {name: Sample & Co, startDate: 2015, highlights: [One, {text: Two, list: letters, highlights: [Three]}]}
  - {name: Other & Sons, startDate: 2012, endDate: present}
skills: [{name: Languages, keywords: [{name: Python, level: 5/5}]}]
sections: [{title: Talks, text: hello}]
theme: {name: modern, accent: "#123456"}
"""


def document_of(data: Data) -> Document:
    return parse(json.dumps(data, ensure_ascii=False, indent=2).encode(), name="resume.json", folder=Path())


def exported() -> Data:
    return to_json_resume(dump(resume_of_source()))


def resume_of_source() -> Resume:
    return manuscript_of(SOURCE).resume


def read(data: Data) -> tuple[Resume, list[str]]:
    """Return the résumé of a file, and the keys of the additions that had no place."""
    resume, problems = validate(document_of(data))
    locations = [problem.location for problem in problems if problem.code == "outdated-addition"]
    return resume, [location.source.strip().split('"')[1] for location in locations if location]


def test_every_value_knows_where_it_stands() -> None:
    document, outdated = restore_additions(document_of(exported()))
    assert outdated == ()
    for path, text in document.scalars():
        assert json.dumps(text, ensure_ascii=False) in document.location(path).source, path
    assert Resume.model_validate(document.data) == resume_of_source()


def test_a_mistake_in_what_is_kept_is_told_with_its_place() -> None:
    data = exported()
    data["meta"]["resumekit"]["sections"][0]["txet"] = "hello"
    data["meta"]["resumekit"]["work"][0]["entry"]["positions"][1]["startDate"] = "never"
    data["work"][1]["startDate"] = "never"
    with pytest.raises(SchemaError) as caught:
        validate(document_of(data))
    told = [(problem.code, problem.location.source.strip()) for problem in caught.value.problems if problem.location]
    assert ("bad-date", '"startDate": "never",') in told or ("bad-date", '"startDate": "never"') in told
    assert ("unknown-key", '"txet": "hello"') in told


def rename(data: Data) -> None:
    data["basics"]["name"] = "Ada E. Example"


def translate_keyword(data: Data) -> None:
    data["skills"][0]["keywords"] = ["Python (well)"]


def end_a_role(data: Data) -> None:
    data["work"][0]["endDate"] = "2022"


def change_a_bullet(data: Data) -> None:
    data["work"][2]["highlights"][2] = "Trois"


def remove_an_entry(data: Data) -> None:
    del data["work"][0]


def add_a_theme(data: Data) -> None:
    data["theme"] = "classic"


@pytest.mark.parametrize(
    ("change", "outdated"),
    [
        (rename, []),
        (translate_keyword, ["skills"]),
        (end_a_role, ["work"]),
        (change_a_bullet, ["work"]),
        (remove_an_entry, ["work"]),
        (add_a_theme, ["theme"]),
    ],
)
def test_what_another_program_changes_counts(change: Callable[[Data], None], outdated: list[str]) -> None:
    data, before = exported(), resume_of_source()
    change(data)
    resume, said = read(data)
    assert said == outdated
    changed = {name for name, value in resume if name != "meta" and value != getattr(before, name)}
    assert changed == set(outdated or ["basics"])
    assert ("resumekit" in resume.meta) == bool(outdated)


def test_other_entries_keep_what_is_theirs() -> None:
    data, before = exported(), resume_of_source()
    change_a_bullet(data)
    resume, _ = read(data)
    assert resume.work[0] == before.work[0]
    assert [highlight.text for highlight in resume.work[1].highlights] == ["One", "Two", "Trois"]
    assert resume.work[2] == before.work[2]


def test_what_has_no_place_is_kept_on_in_the_next_file() -> None:
    data = exported()
    translate_keyword(data)
    resume, _ = read(data)
    again = to_json_resume(dump(resume))
    (kept,) = again["meta"]["resumekit"]["meta"]["resumekit"]["skills"]
    assert kept["fields"] == data["meta"]["resumekit"]["skills"][0]["fields"]
    assert read(again) == (resume, [])


NO_ENTRIES: list[Data] = [None, [], {"positions": "x"}, {"positions": [None]}]


@pytest.mark.parametrize(
    "kept",
    [
        *("text", [], 1, None, {"": None}, {"unknown": 1}, {"skills": {}}, {"basics": []}, {"skills": [None, 1, []]}),
        *({"skills": [{"at": at, "fields": {"level": "x"}}]} for at in (-1, 1, "0x", "²", 10**40, None, [0])),
        *({"work": [{"at": 0, "entry": entry}]} for entry in NO_ENTRIES),
        {"skills": [{"at": 0}, {"at": 0}]},
    ],
)
def test_what_was_never_ours_does_no_harm(kept: Data) -> None:
    data = {"skills": [{"name": "Languages", "keywords": ["Ada"]}], "meta": {"resumekit": kept}}
    resume, _ = validate(document_of(data))
    assert resume.skills == validate(document_of({"skills": data["skills"]}))[0].skills
    assert resume.work == ()


@pytest.mark.parametrize("key", ["work", "basics"])
def test_it_covers_up_no_mistake(key: str) -> None:
    data = exported() | {key: "text"}
    with pytest.raises(SchemaError) as caught:
        validate(document_of(data))
    assert {problem.code for problem in caught.value.problems} >= {"outdated-addition"}
    assert [problem.severity for problem in caught.value.problems].count("error") == 1


def test_in_yaml_it_is_just_what_stands_there() -> None:
    document = manuscript_of("meta: {resumekit: {theme: modern}}").document
    assert restore_additions(document) == (document, ())


def exported_from(data: Data) -> Data:
    return to_json_resume(dump(validate(document_of(data))[0]))


@seldom
@given(spoiled(resumes.map(exported_from)))
def test_a_spoiled_file_is_read_or_gets_problems_with_places(data: Data) -> None:
    if not isinstance(data, dict):
        return
    document = document_of(data)
    try:
        _, problems = validate(document)
    except SchemaError as error:
        problems = error.problems
    for problem in problems:
        assert problem.location
        assert problem.location.source == document.source.line(problem.location.line)
