"""Archives that a stranger packed: broken ones, bombs, and names that lead elsewhere."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from resumekit.errors import LoadError
from resumekit.importing import Original, read, zip_archive

PROFILE = b"First Name,Last Name\nAda,Example\n"


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as file:
        for name, data in files.items():
            file.writestr(zipfile.ZipInfo(name), data, method)
    return made.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(LoadError) as caught:
        read(Original("given.zip", data))
    (problem,) = caught.value.problems
    location = problem.location.file if problem.location else problem.file or ""
    assert location.startswith("given.zip")
    return problem.code


def test_a_bomb_does_not_go_off() -> None:
    bomb = packed({"Profile.csv": PROFILE + b" " * 4_000_000})
    assert len(bomb) < 10_000
    assert refusal(bomb) == "too-large"


def test_a_member_that_is_too_large_is_not_unpacked() -> None:
    assert refusal(packed({"Profile.csv": b"x" * 5_000_001}, zipfile.ZIP_STORED)) == "too-large"


def test_a_member_that_is_larger_than_it_says_is_refused() -> None:
    honest = packed({"Profile.csv": PROFILE * 1000})
    size = (len(PROFILE) * 1000).to_bytes(4, "little")
    assert honest.count(size) == 2
    assert refusal(honest.replace(size, (10).to_bytes(4, "little"))) == "broken-archive"


def test_very_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_archive, "MAX_MEMBERS", 3)
    assert (
        refusal(packed({"Profile.csv": PROFILE, **{f"{number}.txt": b"" for number in range(3)}})) == "too-many-members"
    )


def test_much_in_many_members_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_archive, "MAX_BYTES", 50)
    assert refusal(packed({"Profile.csv": PROFILE, "Skills.csv": b"Name\nPython\n" * 3})) == "too-large"


@pytest.mark.parametrize("kept", [40, 60, 100])
def test_an_archive_that_was_cut_short_is_refused(kept: int) -> None:
    assert refusal(packed({"Profile.csv": PROFILE})[:kept]) == "broken-archive"


def test_a_member_that_was_changed_is_refused() -> None:
    data = bytearray(packed({"Profile.csv": PROFILE}, zipfile.ZIP_STORED))
    data[data.index(b"Ada")] = ord("B")
    assert refusal(bytes(data)) == "broken-archive"


def test_no_path_of_an_archive_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = read(Original("given.zip", packed({"../../etc/Profile.csv": PROFILE, "/tmp/evil.csv": b"x"})))
    assert b"Ada Example" in made.data
    assert list(tmp_path.iterdir()) == []


def test_another_archive_is_no_résumé() -> None:
    assert refusal(packed({"a.txt": b"x"})) == "no-reader"


def test_a_table_that_is_no_text_is_refused_by_its_name() -> None:
    with pytest.raises(LoadError) as caught:
        read(Original("given.zip", packed({"Profile.csv": b"First Name\nAda\xff\n"})))
    assert caught.value.problems[0].location is not None
    assert caught.value.problems[0].location.file == "given.zip: Profile.csv"
    assert caught.value.problems[0].location.line == 2
