"""Word documents, including hostile ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
import yaml

from resumekit.errors import LoadError
from resumekit.importing import InputFile, import_file

XXE = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = b'<!DOCTYPE a [<!ENTITY a "Ada Ada Ada Ada ">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 20) for at in range(9)
)
LAUGHS += b"]>"


def document(*lines: str) -> Any:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    return made


def saved(made: Any) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes], **more: bytes) -> bytes:
    """A document with one part changed, and others added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, change(old.read(member)) if member == name else old.read(member))
        for member, content in more.items():
            new.writestr(member, content)
    return made.getvalue()


def imported(data: bytes) -> Any:
    return yaml.load(import_file(InputFile("given.docx", data)).data, yaml.BaseLoader)


def refusal(data: bytes, kind: str | None = None) -> str:
    with pytest.raises(LoadError) as caught:
        import_file(InputFile("given.docx", data), kind)
    (problem,) = caught.value.problems
    return problem.code


PLAIN = saved(document("Ada Example", "ada@example.org", "Analyst of engines"))


def test_styles_mark_headings_and_bullets() -> None:
    made = docx.Document()
    made.add_heading("Ada Example", 0)
    made.add_heading("Experience", 1)
    made.add_heading("Analyst, Example Ltd, 2019 – Present", 2)
    made.add_paragraph("Wrote programs", style="List Bullet")
    made.add_paragraph("for engines", style="List Bullet 2")
    assert imported(saved(made))["work"] == [
        {
            "name": "Example Ltd",
            "position": "Analyst",
            "startDate": "2019",
            "endDate": "present",
            "highlights": [{"text": "Wrote programs", "highlights": ["for engines"]}],
        }
    ]


def test_table_cells_in_a_row_belong_together() -> None:
    made = document("Ada Example")
    made.add_heading("Education", 1)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2010 – 2014", "BSc Mathematics, University of Example"
    (entry,) = imported(saved(made))["education"]
    assert (entry["startDate"], entry["endDate"]) == ("2010", "2014")
    assert (entry["institution"], entry["studyType"], entry["area"]) == ("University of Example", "BSc", "Mathematics")


@pytest.mark.parametrize("kept", [30, 200, 0.5, 0.9])
def test_a_truncated_document_is_rejected(kept: float) -> None:
    assert refusal(PLAIN[: int(kept if kept > 1 else kept * len(PLAIN))], "docx") == "broken-archive"


@pytest.mark.parametrize("part", ["[Content_Types].xml", "word/document.xml", "_rels/.rels"])
def test_a_document_with_a_broken_part_is_rejected(part: str) -> None:
    assert refusal(changed(PLAIN, part, lambda data: data[: len(data) // 2])) == "broken-docx"


def test_an_old_document_is_rejected() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)) == "broken-docx"


def test_a_document_without_text_is_rejected() -> None:
    assert refusal(saved(docx.Document())) == "no-text"


def test_bytes_that_are_not_an_archive_are_rejected() -> None:
    assert refusal(b"", "docx") == "broken-archive"


@pytest.mark.parametrize("added", [b" " * 6_000_000, bytes(range(256)) * 24_000], ids=["bomb", "large"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_a_zip_bomb_is_rejected(part: str, added: bytes) -> None:
    assert refusal(changed(PLAIN, part, lambda data: data + added)) == "too-large"


def test_a_zip_bomb_in_a_picture_is_rejected() -> None:
    assert refusal(changed(PLAIN, "", bytes, **{"word/media/a.png": bytes(40_000_000)})) == "too-large"


def with_entities(entities: bytes) -> bytes:
    def attacked(data: bytes) -> bytes:
        start = data.index(b"?>") + 2
        return data[:start] + entities + data[start:].replace(b"Analyst", b"&e;")

    return changed(PLAIN, "word/document.xml", attacked)


def test_external_entities_are_not_read() -> None:
    made = import_file(InputFile("given.docx", with_entities(XXE))).data
    assert b"Ada Example" in made
    assert b"root:" not in made


def test_a_billion_laughs_attack_is_rejected() -> None:
    assert refusal(with_entities(LAUGHS)) == "broken-docx"


def test_the_network_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made = document("Ada Example")
    relations = made.part.rels
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    for target in ("file:///etc/passwd", "http://example.invalid/a.dotx", "../../../etc/passwd"):
        for relation in ("attachedTemplate", "image", "hyperlink"):
            relations.get_or_add_ext_rel(kind + relation, target)
    asked: list[Any] = []
    monkeypatch.setattr("socket.socket.connect", lambda *given: asked.append(given))
    assert imported(saved(made))["basics"] == {"name": "Ada Example"}
    assert asked == []


def test_no_path_of_the_archive_is_followed() -> None:
    data = changed(PLAIN, "", bytes, **{"../../../tmp/evil.xml": b"<a/>", "/etc/evil": b"x"})
    assert imported(data)["basics"]["name"] == "Ada Example"
