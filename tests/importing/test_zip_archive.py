"""Untrusted archives: broken ones, zip bombs, and paths that lead elsewhere."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from resumekit.errors import LoadError
from resumekit.importing import InputFile, import_file, zip_archive

PROFILE = b"First Name,Last Name\nAda,Example\n"


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as file:
        for name, data in files.items():
            file.writestr(zipfile.ZipInfo(name), data, method)
    return made.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(LoadError) as caught:
        import_file(InputFile("given.zip", data))
    (problem,) = caught.value.problems
    location = problem.location.file if problem.location else problem.file or ""
    assert location.startswith("given.zip")
    return problem.code


def test_a_zip_bomb_is_rejected() -> None:
    bomb = packed({"Profile.csv": PROFILE + b" " * 4_000_000})
    assert len(bomb) < 10_000
    assert refusal(bomb) == "too-large"


def test_a_member_that_is_too_large_is_not_unpacked() -> None:
    assert refusal(packed({"Profile.csv": b"x" * 5_000_001}, zipfile.ZIP_STORED)) == "too-large"


def test_a_member_larger_than_declared_is_rejected() -> None:
    honest = packed({"Profile.csv": PROFILE * 1000})
    size = (len(PROFILE) * 1000).to_bytes(4, "little")
    assert honest.count(size) == 2
    assert refusal(honest.replace(size, (10).to_bytes(4, "little"))) == "broken-archive"


def test_very_many_members_are_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_archive, "MAX_MEMBERS", 3)
    assert (
        refusal(packed({"Profile.csv": PROFILE, **{f"{number}.txt": b"" for number in range(3)}})) == "too-many-members"
    )


def test_a_large_total_size_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_archive, "MAX_BYTES", 50)
    assert refusal(packed({"Profile.csv": PROFILE, "Skills.csv": b"Name\nPython\n" * 3})) == "too-large"


@pytest.mark.parametrize("kept", [40, 60, 100])
def test_a_truncated_archive_is_rejected(kept: int) -> None:
    assert refusal(packed({"Profile.csv": PROFILE})[:kept]) == "broken-archive"


def test_a_member_that_was_changed_is_rejected() -> None:
    data = bytearray(packed({"Profile.csv": PROFILE}, zipfile.ZIP_STORED))
    data[data.index(b"Ada")] = ord("B")
    assert refusal(bytes(data)) == "broken-archive"


def test_no_path_of_an_archive_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = import_file(InputFile("given.zip", packed({"../../etc/Profile.csv": PROFILE, "/tmp/evil.csv": b"x"})))
    assert b"Ada Example" in made.data
    assert list(tmp_path.iterdir()) == []


def test_an_archive_without_a_résumé_is_rejected() -> None:
    assert refusal(packed({"a.txt": b"x"})) == "no-reader"


def test_a_table_that_is_not_text_is_rejected_with_its_name() -> None:
    with pytest.raises(LoadError) as caught:
        import_file(InputFile("given.zip", packed({"Profile.csv": b"First Name\nAda\xff\n"})))
    assert caught.value.problems[0].location is not None
    assert caught.value.problems[0].location.file == "given.zip: Profile.csv"
    assert caught.value.problems[0].location.line == 2
