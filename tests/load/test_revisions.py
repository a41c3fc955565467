"""Names of revisions: `HEAD~3:resume.yaml`, but never an option for git or an existing file."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.load import revision_of


@pytest.mark.parametrize(
    ("name", "revision"),
    [
        ("HEAD~3:resume.yaml", ("HEAD~3", "resume.yaml")),
        ("main:cv/resume.yaml", ("main", "cv/resume.yaml")),
        ("resume.yaml", None),
        ("-x:resume.yaml", None),
        ("--output=file:resume.yaml", None),
        (":resume.yaml", None),
        ("HEAD:", None),
        ("HEAD x:resume.yaml", None),
    ],
)
def test_a_revision_is_told_from_a_file(name: str, revision: tuple[str, str] | None) -> None:
    assert revision_of(name) == revision


def test_an_existing_file_is_no_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert revision_of("HEAD:resume.yaml")
    Path("HEAD:resume.yaml").touch()
    assert revision_of("HEAD:resume.yaml") is None
