"""`!include`: another file of the project, with locations in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from resumekit.errors import LoadError
from resumekit.load import Document, load, override, parse

Files = Callable[[Mapping[str, str]], Document]


@pytest.fixture
def read(tmp_path: Path) -> Files:
    def write_and_load(files: Mapping[str, str]) -> Document:
        for name, text in files.items():
            path = tmp_path / "project" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load(tmp_path / "project" / "resume.yaml")

    return write_and_load


def test_an_included_file_becomes_the_value(read: Files) -> None:
    document = read(
        {
            "resume.yaml": "basics: !include basics.yaml\nwork:\n  - !include jobs/one.yaml\n  - {name: Two}\n",
            "basics.yaml": "name: Ada\nsummary: !include summary.md\n",
            "summary.md": "One.\n\nTwo.\n",
            "jobs/one.yaml": "name: !include ../names/name.yml\n",
            "names/name.yml": "One\n",
        }
    )
    assert document.data == {
        "basics": {"name": "Ada", "summary": "One.\n\nTwo."},
        "work": [{"name": "One"}, {"name": "Two"}],
    }


def test_locations_are_in_the_file_that_contains_the_value(read: Files) -> None:
    document = read({"resume.yaml": "basics: !include basics.yaml\n", "basics.yaml": "\nname: Ada\nemail: [a]\n"})
    name, key, whole = (
        document.location(("basics", "name")),
        document.location(("basics", "email"), of_key=True),
        document.location(("basics",)),
    )
    assert (Path(name.file).name, name.line, name.column) == ("basics.yaml", 2, 7)
    assert (Path(key.file).name, key.line, key.source) == ("basics.yaml", 3, "email: [a]")
    assert (Path(whole.file).name, whole.line) == ("resume.yaml", 1)
    assert whole.source[whole.column - 1 :] == "!include basics.yaml"


def test_values_merged_from_a_file_are_located_there(read: Files) -> None:
    document = read(
        {"resume.yaml": "basics:\n  <<: !include base.yaml\n  name: Eve\n", "base.yaml": "name: Ada\nlabel: x\n"}
    )
    assert document.data == {"basics": {"name": "Eve", "label": "x"}}
    assert Path(document.location(("basics", "label")).file).name == "base.yaml"
    assert Path(document.location(("basics", "name")).file).name == "resume.yaml"


def test_a_whole_résumé_may_be_included(read: Files) -> None:
    assert read({"resume.yaml": "!include all.yaml\n", "all.yaml": "basics: {name: Ada}\n"}).data == {
        "basics": {"name": "Ada"}
    }


@pytest.mark.parametrize(
    ("files", "code", "file", "marked"),
    [
        ({"resume.yaml": "a: !include none.yaml"}, "not-found", "resume.yaml", "!include none.yaml"),
        (
            {"resume.yaml": "a: !include ../other.yaml", "../other.yaml": "b"},
            "outside-folder",
            "resume.yaml",
            "!include",
        ),
        ({"resume.yaml": "a: !include /etc/hosts"}, "outside-folder", "resume.yaml", "!include"),
        ({"resume.yaml": "a: !include ../none.yaml"}, "outside-folder", "resume.yaml", "!include"),
        ({"resume.yaml": "a: !include b", "b/c": ""}, "unreadable", "resume.yaml", "!include b"),
        ({"resume.yaml": "a: !include resume.yaml"}, "endless-include", "resume.yaml", "!include"),
        (
            {"resume.yaml": "a: !include b.yaml", "b.yaml": "c: !include c.yaml", "c.yaml": "- !include b.yaml"},
            "endless-include",
            "c.yaml",
            "!include b.yaml",
        ),
        ({"resume.yaml": "a: !include b.yaml", "b.yaml": "c: [\n"}, "broken-yaml", "b.yaml", ""),
        ({"resume.yaml": "a: !include b.yaml", "b.yaml": "c: 1\nc: 2\n"}, "duplicate-key", "b.yaml", "c: 2"),
        ({"resume.yaml": "a: !include b.yaml", "b.yaml": "c: \x1b"}, "forbidden-character", "b.yaml", ""),
        ({"resume.yaml": "a: !include b.yaml", "b.yaml": "c: *x"}, "unknown-alias", "b.yaml", "*x"),
        ({"resume.yaml": "a: &x {}\nb: !include b.yaml", "b.yaml": "c: *x"}, "unknown-alias", "b.yaml", "*x"),
        ({"resume.yaml": "a: !include [b.yaml]"}, "foreign-tag", "resume.yaml", "!include"),
        ({"resume.yaml": "a: !includes b.yaml"}, "foreign-tag", "resume.yaml", "!includes"),
    ],
)
def test_an_invalid_include_is_refused_at_its_location(
    read: Files, files: dict[str, str], code: str, file: str, marked: str
) -> None:
    with pytest.raises(LoadError) as error:
        read(files)
    (problem,) = error.value.problems
    assert problem.code == code
    assert problem.location
    assert Path(problem.location.file).name == file
    assert problem.location.source[problem.location.column - 1 :].startswith(marked)


def test_a_symlink_out_of_the_folder_is_not_followed(read: Files, tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "secret.yaml").write_text("name: secret\n")
    (tmp_path / "project" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(LoadError) as error:
        read({"resume.yaml": "basics: !include link.yaml\n"})
    assert error.value.problems[0].code == "outside-folder"


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (
            {"b.yaml": "a: x\n", "resume.yaml": "".join(f"k{n}: !include b.yaml\n" for n in range(101))},
            "too-many-includes",
        ),
        ({"b.yaml": "x" * 600_000, "resume.yaml": "a: !include b.yaml\nb: !include b.yaml\n"}, "too-large"),
        ({"b.yaml": "x" * 1_000_001, "resume.yaml": "a: !include b.yaml\n"}, "too-large"),
        (
            {
                "resume.yaml": "a: !include 0.yaml\n",
                **{f"{n}.yaml": f"a: {'[' * 5}!include {n + 1}.yaml{']' * 5}\n" for n in range(20)},
                "20.yaml": "x",
            },
            "too-deep",
        ),
    ],
)
def test_included_files_count_towards_the_limits(read: Files, files: dict[str, str], code: str) -> None:
    with pytest.raises(LoadError) as error:
        read(files)
    assert error.value.problems[0].code == code


@pytest.mark.parametrize(
    "files",
    [
        {"b.yaml": "a: x\n", "resume.yaml": "".join(f"k{n}: !include b.yaml\n" for n in range(100))},
        {"b.md": "x" * 1_000_000, "resume.yaml": "a: !include b.md\n"},
        {"b.md": "x" * 500_000, "resume.yaml": "a: !include b.md\nb: !include b.md\n"},
    ],
    ids=["number", "size", "total size"],
)
def test_the_limits_of_includes_are_exact(read: Files, files: dict[str, str]) -> None:
    assert read(files).data


def test_standard_input_includes_files_from_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "basics.yaml").write_text("name: Ada\n")
    document = parse(b"basics: !include basics.yaml\n", name="<stdin>", folder=tmp_path)
    assert document.data == {"basics": {"name": "Ada"}}


def test_an_include_with_an_anchor_is_refused(read: Files) -> None:
    with pytest.raises(LoadError) as error:
        read({"resume.yaml": "a: &x !include b.md\n", "b.md": "x"})
    assert error.value.problems[0].code == "foreign-tag"


def test_a_document_with_an_include_or_an_option_is_not_self_contained(read: Files) -> None:
    alone = read({"resume.yaml": "basics: {}\n"})
    assert alone.is_self_contained
    assert not override(alone, ["basics.name=Ada"]).is_self_contained
    assert not read({"resume.yaml": "basics: !include b.yaml\n", "b.yaml": "name: Ada\n"}).is_self_contained
    assert not read({"resume.yaml": "basics: {summary: !include b.md}\n", "b.md": "Text"}).is_self_contained


def test_a_document_knows_every_file_it_was_read_from(read: Files) -> None:
    files = {"resume.yaml": "basics: !include b.yaml\n", "b.yaml": "summary: !include c.md\n", "c.md": "Text"}
    document = read(files)
    assert {Path(name).name for name in document.files} == set(files)
    assert override(document, ["basics.name=Ada"]).files == document.files


def test_options_cannot_include_files(read: Files) -> None:
    document = read({"resume.yaml": "basics: {}\n", "b.yaml": "x"})
    with pytest.raises(LoadError) as error:
        override(document, ["basics=!include b.yaml"])
    assert error.value.problems[0].code == "foreign-tag"
