"""The same résumé gives the same bytes, regardless of who builds it, where and when.

`make test` builds it elsewhere in a third of the themes, `make fuzz` in all.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from resumekit.writers import FORMATS
from theming.themes import BUILT_IN
from turns import some

from .conftest import ROOT, Made, build


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's résumé in another folder, with special characters in its name."""
    folder = tmp_path_factory.mktemp("another place") / "Ünï <&> 'codé'"
    folder.mkdir()
    copytree(ROOT / "images", folder / "images")
    (folder / "resume.yaml").write_bytes((ROOT / "resume.yaml").read_bytes())
    return folder


@pytest.mark.parametrize("theme", some(BUILT_IN))
def test_another_place_time_zone_locale_and_hash_give_the_same_bytes(
    built_résumé: Callable[[str], Made], elsewhere: Path, tmp_path: Path, theme: str
) -> None:
    env = {
        "PYTHONHASHSEED": "4242",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "0",
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cold"),
        "FONTCONFIG_FILE": str(tmp_path / "none"),
    }
    again = build(elsewhere / "resume.yaml", tmp_path / "out", "--theme", theme, "-f", "pdf,html", env=env)
    first = built_résumé(theme)
    assert again.exit_code == 0, again.said
    assert again.pdf.read_bytes() == first.pdf.read_bytes()
    assert again.html.read_bytes() == first.html.read_bytes()


def test_the_order_of_formats_does_not_matter(built_résumé: Callable[[str], Made], tmp_path: Path) -> None:
    again = build(ROOT / "resume.yaml", tmp_path, "--theme", "modern", "-f", "html,pdf")
    assert again.pdf.read_bytes() == built_résumé("modern").pdf.read_bytes()


ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}


def every_format_of(resume: Path, output: Path, **env: str) -> dict[str, bytes]:
    """Build a résumé in every format, and return the bytes of each file."""
    made = build(resume, output, "-f", ",".join(FORMATS), env=env)
    assert made.exit_code == 0, made.said
    files = (path for path in sorted(output.rglob("*")) if path.is_file())  # the pictures of LaTeX are in a folder
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's résumé, to be built as an archive PDF."""
    folder = tmp_path_factory.mktemp("archive")
    copytree(ROOT / "images", folder / "images")
    (folder / "resume.yaml").write_bytes((ROOT / "resume.yaml").read_bytes() + b"\noutput: {pdf: archive}\n")
    return folder / "resume.yaml"


def test_every_format_has_the_same_bytes_in_each_run_and_each_folder(
    archive: Path, elsewhere: Path, tmp_path: Path
) -> None:
    copy = elsewhere / "archive" / "resume.yaml"
    copytree(archive.parent, copy.parent)
    first = every_format_of(archive, tmp_path / "first")
    assert {name.rpartition(".")[2] for name in first} == set(FORMATS)
    assert every_format_of(archive, tmp_path / "second", **ELSEWHERE) == first
    assert every_format_of(copy, tmp_path / "third") == first
    assert every_format_of(copy, tmp_path / "fourth", **ELSEWHERE) == first


def test_the_date_that_the_build_is_given_is_the_only_one(archive: Path, tmp_path: Path) -> None:
    undated = every_format_of(archive, tmp_path / "undated")
    dated = every_format_of(archive, tmp_path / "dated", SOURCE_DATE_EPOCH="1700000000")
    again = every_format_of(archive, tmp_path / "again", SOURCE_DATE_EPOCH="1700000000", **ELSEWHERE)
    assert dated == again
    assert dated["resume.pdf"] != undated["resume.pdf"]
    assert dated["resume-1.png"] == undated["resume-1.png"]


def test_the_date_that_the_build_is_given_is_that_of_file_names(archive: Path, tmp_path: Path) -> None:
    name = ("--set", 'output.name="{date}"')
    made = build(archive, tmp_path, *name, "-f", "html", env={"SOURCE_DATE_EPOCH": "1700000000"})
    assert [path.name for path in tmp_path.iterdir()] == ["2023-11-14.html"], made.said


def test_nothing_of_the_machine_is_in_the_files(built_résumé: Callable[[str], Made]) -> None:
    made = built_résumé("modern")
    for data in (made.pdf.read_bytes(), made.html.read_bytes()):
        assert str(ROOT).encode() not in data
        assert str(made.folder).encode() not in data
        assert str(Path.home()).encode() + b"/" not in data
