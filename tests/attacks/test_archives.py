"""Archives made to waste time or memory, or to overwrite files, are refused before they are read."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from resumekit.errors import LoadError
from resumekit.importing import InputFile, import_file

PROFILE = "First Name,Last Name\nJane,Quillfeather\n"


def packed(**members: str) -> bytes:
    """Return an archive whose members are not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.csv", content)
    return made.getvalue()


def listing(members: int) -> bytes:
    """Return an archive that is only a list of members, all at the same place."""
    entries = struct.pack("<4s6H3I5H2I", b"PK\1\2", *[0] * 9, 1, *[0] * 6) + b"a"
    place = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 0, 0, members * len(entries), 30, 0)
    return b"PK\3\4".ljust(30, b"\0") + entries * members + place


def refusal(data: bytes) -> str:
    with pytest.raises(LoadError) as raised:
        import_file(InputFile("archive.zip", data))
    (problem,) = raised.value.problems
    return problem.code


def test_a_list_of_a_million_members_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(io.BytesIO(listing(9))) as archive:
        assert len(archive.infolist()) == 9
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert refusal(listing(1_000_000)) == "too-many-members"


@pytest.mark.parametrize(
    "table",
    ["Company Name" + "," * 100_000 + "\n" + "a\n" * 5, "Company Name\n" + "a" + "," * 100_000],
    ids=["header", "row"],
)
def test_a_table_of_very_many_columns_is_refused(table: str) -> None:
    """Each row would take as long as the header."""
    assert refusal(packed(Profile=PROFILE, Positions=table)) == "too-many-values"


@pytest.mark.parametrize("name", ["../../Profile", "/Profile", "C:/Profile", "a/../Profile", "Profile.csv/../Profile"])
def test_the_folder_of_a_member_means_nothing(name: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    assert b"Jane Quillfeather" in import_file(InputFile("archive.zip", packed(**{name: PROFILE}))).data
    assert [*project.iterdir()] == []
