"""What a written file is called: one plain name, whatever the résumé says."""

from __future__ import annotations

import re
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.errors import SchemaError
from resumekit.output import file_stem
from resumekit.output.file_names import MAX_STEM
from resumekit.schema.presentation import NAME_FIELDS

VALUES = {
    "name": "Ada Lovelace",
    "label": "Analyst",
    "variant": "",
    "lang": "en-GB",
    "theme": "modern",
    "date": "2026-01-31",
}


@pytest.mark.parametrize(
    ("pattern", "stem"),
    [
        ("{name}", "Ada-Lovelace"),
        ("{name}_{label}", "Ada-Lovelace_Analyst"),
        ("{date} {name} ({lang}, {theme})", "2026-01-31-Ada-Lovelace-(en-GB,-modern)"),
        ("{name}-{variant}", "Ada-Lovelace"),
        ("{variant}_{name}", "Ada-Lovelace"),
        ("{name}-{variant}-{label}", "Ada-Lovelace-Analyst"),
        ("{name}__{label}", "Ada-Lovelace_Analyst"),
        ("{name}_-{label}", "Ada-Lovelace_Analyst"),
        ("com9", "_com9"),
        ("LPT1.final", "_LPT1.final"),
        ("com", "com"),
        ("cv.final", "cv.final"),
        ("résumé", "résumé"),
        ("{name", "{name"),
        ("", "resume"),
        ("{variant}", "resume"),
    ],
)
def test_a_pattern_is_filled_in(pattern: str, stem: str) -> None:
    assert file_stem(pattern, VALUES) == stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("/etc/passwd", "etc-passwd"),
        ("..", "resume"),
        (".", "resume"),
        ("....", "resume"),
        ("~", "~"),
        (".bashrc", "bashrc"),
        ("a/b\\c", "a-b-c"),
        ("C:\\Windows", "C-Windows"),
        ("\\\\server\\share", "server-share"),
        ("a\nb\tc\x00d", "a-b-c-d"),
        ("-rf", "rf"),
        ('a?*<>|"b', "a-b"),
        ("name. ", "name"),
        ("CON", "_CON"),
        ("con.tar", "_con.tar"),
        ("Lpt9", "_Lpt9"),
        ("console", "console"),
        ("神經網路", "神經網路"),
        ("Ada \u3000 Lovelace", "Ada-Lovelace"),
    ],
)
def test_whatever_the_name_it_is_one_file_of_the_folder(name: str, stem: str) -> None:
    assert file_stem("{name}", VALUES | {"name": name}) == stem


@pytest.mark.parametrize("character", ["a", "é", "神", "😀", "e\u0301"])
def test_a_long_name_is_cut_to_what_file_systems_take(tmp_path: Path, character: str) -> None:
    stem = file_stem("{name}", VALUES | {"name": character * 300})
    assert MAX_STEM - 4 < len(stem.encode()) <= MAX_STEM
    (tmp_path / f"{stem}.html").write_text("it can be written")


def test_a_name_that_is_cut_does_not_end_in_a_separator() -> None:
    assert file_stem("{name}", {"name": "a" * (MAX_STEM - 1) + " b"}) == "a" * (MAX_STEM - 1)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{nmae}", "unknown field {nmae} in output.name; did you mean 'name'?"),
        ("{name}_{}", "unknown field {} in output.name"),
        ("{name!r}", "unknown field {name!r} in output.name; did you mean 'name'?"),
        ("{name.__class__}", "unknown field {name.__class__} in output.name"),
        ("{0}", "unknown field {0} in output.name"),
    ],
)
def test_a_field_that_there_is_not_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(SchemaError) as error:
        file_stem(pattern, VALUES)
    (problem,) = error.value.problems
    assert (problem.message, problem.code) == (message, "unknown-field")
    assert problem.hint == f"available: {', '.join(NAME_FIELDS)}"


@given(st.text(), st.text())
def test_a_name_is_always_one_that_every_system_takes(name: str, label: str) -> None:
    try:
        stem = file_stem("{name}_{label}", {"name": name, "label": label})
    except UnicodeEncodeError:
        assert any("\ud800" <= character <= "\udfff" for character in name + label)
        return
    assert Path(stem).parts == (stem,) == PureWindowsPath(stem).parts
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", stem)
    assert stem.strip(". ") == stem != ""
    assert 0 < len(stem.encode()) <= MAX_STEM + 1
