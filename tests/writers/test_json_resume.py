"""JSON Resume is valid for the standard, lacks no word, and is read back as the same résumé."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft7Validator

from resumekit.load import parse
from resumekit.pipeline import BuildOptions, build
from resumekit.schema import Resume, dump, validate
from resumekit.schema.json_resume_conversion import to_json_resume
from resumekit.tailor import Edition, tailor
from resumekit.writers.json_resume import json_resume, write
from strategies import resumes, seldom
from typeset.builds import FILLER, TEXTS

from .manuscripts import manuscript_of
from .sources import PUBLIC, SOURCES, manuscript
from .standard import OFFICIAL, STANDARD

Data = Any
"""What JSON holds."""

FORMER = {"picture": "image", "website": "url", "company": "name", "gpa": "score"}


def read_back(data: bytes) -> Resume:
    """Read a file of ours; nothing may be said about it but what is said about any résumé."""
    resume, problems = validate(parse(data, name="resume.json", folder=Path()))
    assert "outdated-addition" not in {problem.code for problem in problems}
    return resume


def encoded(data: Data) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def written(source: str | bytes, name: str = "resume.yaml", *, whole: bool = True) -> Data:
    """Write a résumé, and return what is in the file, which is read back as the same."""
    made = manuscript_of(source, name=name, is_complete=whole)
    data = json_resume(made)
    assert read_back(data) == made.resume
    return json.loads(data)


def problems_of(data: Data) -> list[str]:
    return [f"{error.json_path}: {error.message[:80]}" for error in STANDARD.iter_errors(data)]


# --- any résumé


@seldom
@given(resumes)
def test_any_résumé_is_valid_for_the_standard_and_read_back_as_the_same(data: Data) -> None:
    resume, _ = validate(parse(encoded(data), name="resume.json", folder=Path()))
    made = to_json_resume(dump(resume))
    assert problems_of(made) == []
    assert read_back(encoded(made)) == resume


@seldom
@given(resumes)
def test_a_written_file_is_read_back_as_what_was_written(data: Data) -> None:
    for name in ("resume.yaml", "resume.json"):
        made = manuscript_of(encoded(data), name=name)
        assert read_back(json_resume(made)) == made.resume


@pytest.mark.parametrize("name", SOURCES)
def test_each_résumé_is_written_and_read_back(name: str) -> None:
    made = manuscript(name)
    data = json_resume(made)
    assert read_back(data) == made.resume
    assert data.endswith(b"\n")
    assert json_resume(manuscript_of(data, name="resume.json", is_complete=True)) == data


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the standard's own schema is not beside this checkout")
@pytest.mark.parametrize("name", SOURCES)
def test_the_standards_own_schema_finds_it_valid(name: str) -> None:
    schema = Draft7Validator(json.loads(OFFICIAL.read_text(encoding="utf-8")))
    data = json.loads(json_resume(manuscript(name)))
    assert [error.message for error in schema.iter_errors(data)] == []


# --- nothing is lost


def test_every_word_arrives_and_nearly_all_where_the_standard_has_them() -> None:
    data = written(TEXTS["full"])
    assert problems_of(data) == []
    everywhere = json.dumps(data)
    assert {path for word, path in (FILLER.words | FILLER.hidden).items() if word not in everywhere} == set()
    del data["meta"]
    standard = json.dumps(data)
    kept = {path for word, path in FILLER.words.items() if word not in standard}
    assert {path for path in kept if not path.startswith(("patents[]", "sections[]", "titles.", "private"))} == {
        *("basics.image.alt", "basics.image.caption"),
        *("awards[].date", "certificates[].date", "publications[].releaseDate"),  # which are words here
    }


def as_pairs(value: Data) -> Data:
    """Return plain data as lists, so that the order of keys counts; keys of JSON Resume v0 under their names of now."""
    if isinstance(value, dict):
        return [(FORMER.get(key, key), as_pairs(item)) for key, item in value.items()]
    return [as_pairs(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: path.name)
def test_a_public_file_comes_out_as_it_was(path: Path) -> None:
    data = path.read_bytes()
    made = manuscript_of(data, name=path.name, is_complete=True)
    assert as_pairs(json.loads(json_resume(made))) == as_pairs(json.loads(data))


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: path.name)
def test_a_public_file_is_built_as_it_was(path: Path, tmp_path: Path) -> None:
    result = build(path, BuildOptions(formats=("md", "txt", "json"), output=tmp_path))
    assert [file.suffix for file in result.files] == [".md", ".txt", ".json"]
    assert as_pairs(json.loads(result.files[2].read_bytes())) == as_pairs(json.loads(path.read_bytes()))


FOREIGN = """\
{
  "meta": {"theme": "elegant", "pdf": {"margin": 1.5, "landscape": false, "pages": [1, null]}, "version": "v1.0.0"},
  "work": [
    {"endDate": "2021", "summary": "", "id": 7, "name": "Example", "highlights": [], "x-own": true, "position": "Lead"},
    {"name": "Sample & Co", "stack": {"languages": ["Ada"], "since": 1e3}, "large": 1e999}
  ],
  "$schema": "https://example.org/schema.json",
  "volunteer": [],
  "pronouns": "they",
  "basics": {"image": "", "location": {"region": "", "city": "Sampleton"}, "name": "Ada Example"}
}
"""


def test_keys_of_others_empty_values_numbers_and_the_order_come_out_again() -> None:
    assert as_pairs(written(FOREIGN, "resume.json")) == as_pairs(
        json.loads(FOREIGN.replace("1e999", '"1e999"'))  # which no reader has as a number
    )


def test_what_is_not_the_whole_shows_nothing_that_the_résumé_does_not_have() -> None:
    data = written(FOREIGN, "resume.json", whole=False)
    assert list(data) == ["meta", "work", "$schema", "basics"]
    assert list(data["work"][0]) == ["endDate", "name", "x-own", "position"]
    assert not {"pronouns", "stack", "id"} & set(json.dumps(data).split('"'))


def test_what_was_left_out_is_not_brought_back_by_its_source() -> None:
    source = b"""{"work": [{"name": "A"}, {"name": "B", "id": "secret"}], "basics": {"name": "Ada", "phone": "7946"}}"""

    def without(resume: Resume) -> Resume:
        basics = resume.basics.model_copy(update={"phone": None})
        return resume.model_copy(update={"work": resume.work[:1], "basics": basics})

    data = json_resume(manuscript_of(source, name="resume.json", tailor=without))
    assert as_pairs(json.loads(data)) == as_pairs({"work": [{"name": "A"}], "basics": {"name": "Ada"}})


def test_what_was_tailored_says_no_more_than_what_was_typed() -> None:
    source = "work: [{name: A, private: true}, {name: B, highlights: [c, {text: d, private: true}]}]"
    made = manuscript_of(source)
    resume, _ = tailor(made.document, made.resume, Edition(public=True))
    assert json.loads(json_resume(replace(made, resume=resume))) == {"work": [{"name": "B", "highlights": ["c"]}]}


# --- what the standard has no place for


def test_several_roles_become_an_entry_each() -> None:
    data = written(
        """
        work:
          - name: Example Ltd
            location: Sampleton
            url: example.org
            positions:
              - {position: Lead, startDate: 2021-03, location: Elsewhere, highlights: [Led]}
              - {position: Analyst, startDate: 2018, endDate: 2021-02, url: sub.example.org}
          - {name: Sample & Co, position: Clerk, summary: Copied., positions: [{position: Copyist}]}
        """
    )
    example = {"name": "Example Ltd", "location": "Sampleton", "url": "https://example.org"}
    assert data["work"] == [
        {**example, "location": "Elsewhere", "position": "Lead", "startDate": "2021-03", "highlights": ["Led"]},
        {**example, "url": "https://sub.example.org", "position": "Analyst", "startDate": "2018", "endDate": "2021-02"},
        {"name": "Sample & Co", "position": "Clerk", "summary": "Copied."},
        {"name": "Sample & Co", "position": "Copyist"},
    ]
    assert [record["at"] for record in data["meta"]["resumekit"]["work"]] == [0, 2]


def test_what_has_another_type_there_becomes_a_text() -> None:
    data = written(
        """
        basics: {image: {file: photo.jpg, alt: Ada}, url: "https://例え.jp/ä?b=c#d"}
        languages: [en, de, {language: German}]
        work:
          - name: A
            endDate: present
            highlights: [one, {text: two, list: letters, highlights: [three]}, {highlights: [four]}]
        awards: [{title: A, date: Summer 2019}]
        skills: [{name: A, keywords: [b, {name: c, level: 5/5}, {level: expert}]}]
        """
    )
    assert data["basics"] == {"image": "photo.jpg", "url": "https://%E4%BE%8B%E3%81%88.jp/%C3%A4?b=c#d"}
    assert data["languages"] == [{"language": "German"}]
    assert data["work"] == [{"name": "A", "highlights": ["one", "two", "three", "four"]}]
    assert data["awards"] == [{"title": "A"}]
    assert data["skills"] == [{"name": "A", "keywords": ["b", "c (5/5)", "expert"]}]
    assert set(data["meta"]["resumekit"]) == {"basics", "languages", "work", "awards", "skills"}


def test_what_it_lets_stand_stays_where_it_is() -> None:
    data = written("education: [{institution: A, location: B, summary: C, tags: [d], x-own: e}]")
    assert data == {"education": [{"institution": "A", "location": "B", "summary": "C", "tags": ["d"], "x-own": "e"}]}


def test_what_is_said_of_the_whole_file_is_kept_in_meta() -> None:
    source = "{patents: [{title: A}], sections: [{title: B, text: c}], theme: modern, page: {pages: 2}, x-own: d}"
    data = written(source)
    assert list(data) == ["meta"]
    assert set(data["meta"]["resumekit"]) == {"patents", "sections", "theme", "page", "x-own"}
    top_level_keys = '{"theme": "modern", "sections": [{"title": "B", "text": "c"}], "x-own": "d"}'
    assert written(top_level_keys, "resume.json") == json.loads(top_level_keys)


def test_meta_of_ones_own_stays_ones_own() -> None:
    source = "meta: {resumekit: {theme: modern}, version: [1], canonical: https://example.org}\norder: [work]"
    data = written(source)
    assert data["meta"]["canonical"] == "https://example.org"
    assert data["meta"]["resumekit"]["meta"] == {"resumekit": {"theme": "modern"}, "version": ["1"]}


def test_a_file_reads_well_as_it_stands() -> None:
    artifact = write(manuscript_of("{basics: {name: Ада}, work: [{name: A}]}"))
    assert artifact.format == "json"
    assert artifact.data.decode() == (
        '{\n  "basics": {\n    "name": "Ада"\n  },\n  "work": [\n    {\n      "name": "A"\n    }\n  ]\n}\n'
    )
