"""An archive PDF says what it is, and carries the résumé as data, with its source where that tells no more."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image

from conftest import Run
from resumekit.errors import UsageError
from resumekit.schema import Resume

from .manuscripts import manuscript_of, pdf_of

ARCHIVE = """\
# a note to myself
basics: {name: Ada Example, phone: "+44 20 7946 0000"}
output: {pdf: archive}
x-salary: thrice
"""
SECRETS = (b"7946", b"note to myself", b"thrice")
JSON = '{"basics": {"name": "Ada Example"}, "output": {"pdf": "archive"}}\n'


def archive_of(source: str | bytes = ARCHIVE, **told: object) -> pikepdf.Pdf:
    told = {"is_complete": True, **told}
    return pikepdf.open(io.BytesIO(pdf_of(manuscript_of(source, **told))))  # type: ignore[arg-type]


def files_of(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Return the specification of each file that a PDF carries, by its name in the tree of names."""
    names = list(pdf.Root.Names.EmbeddedFiles.Names)
    return {str(name): file for name, file in zip(names[::2], names[1::2], strict=True)}


def content_of(pdf: pikepdf.Pdf, name: str) -> bytes:
    return bytes(files_of(pdf)[name].EF.F.read_bytes())


def everything_in(pdf: bytes) -> Iterator[bytes]:
    """Yield the bytes of a PDF, and those of each of its streams, decompressed."""
    yield pdf
    opened = pikepdf.open(io.BytesIO(pdf))
    for thing in opened.objects:
        yield thing.read_bytes() if isinstance(thing, pikepdf.Stream) else thing.unparse(resolved=True)


def test_the_source_is_carried_byte_for_byte_beside_the_résumé_as_data() -> None:
    pdf = archive_of()
    assert list(files_of(pdf)) == ["resume.json", "resume.yaml"]
    assert content_of(pdf, "resume.yaml") == ARCHIVE.encode()
    assert json.loads(content_of(pdf, "resume.json"))["basics"]["name"] == "Ada Example"


def test_a_json_source_is_carried_beside_what_is_made_from_it() -> None:
    pdf = archive_of(JSON, name="resume.json")
    assert list(files_of(pdf)) == ["resume.json", "source.json"]
    assert content_of(pdf, "source.json") == JSON.encode()


def test_each_file_says_what_it_is_to_the_pdf_and_when_it_was_changed() -> None:
    pdf = archive_of()
    told = {
        name: (str(file.AFRelationship), str(file.EF.F.Subtype), str(file.EF.F.Params.ModDate), str(file.UF))
        for name, file in files_of(pdf).items()
    }
    assert told == {
        "resume.json": ("/Alternative", "/application/json", "D:19800101000000Z", "resume.json"),
        "resume.yaml": ("/Source", "/application/yaml", "D:19800101000000Z", "resume.yaml"),
    }
    assert all(str(file.Desc) for file in files_of(pdf).values())
    assert [file.objgen for file in pdf.Root.AF] == [file.objgen for file in files_of(pdf).values()]


def test_the_date_of_the_build_is_that_of_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    pdf = archive_of()
    for file in files_of(pdf).values():
        assert str(file.EF.F.Params.ModDate) == str(file.EF.F.Params.CreationDate) == "D:20231114221320Z"


@pytest.mark.parametrize("seconds", ["yesterday", "-1", "1.5", "٣", "9" * 30])
def test_a_date_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(UsageError) as caught:
        archive_of()
    assert [problem.code for problem in caught.value.problems] == ["bad-source-date"]


def test_no_file_has_the_name_that_the_source_has_at_home() -> None:
    made = pdf_of(manuscript_of(ARCHIVE, name="/home/ada/for-example-ltd.yaml", is_complete=True))
    assert not any(b"for-example-ltd" in part or b"/home/ada" in part for part in everything_in(made))


def without_secrets(resume: Resume) -> Resume:
    basics = resume.basics.model_copy(update={"phone": None})
    return resume.model_copy(update={"basics": basics, "extensions": {}})


def test_of_a_résumé_that_is_not_whole_only_what_is_printed_is_carried() -> None:
    made = pdf_of(manuscript_of(ARCHIVE, tailor=without_secrets, is_complete=False))
    pdf = pikepdf.open(io.BytesIO(made))
    assert list(files_of(pdf)) == ["resume.json"]
    for secret in SECRETS:
        assert not any(secret in part for part in everything_in(made))


@pytest.mark.parametrize(
    ("name", "text", "include"),
    [
        ("more.yaml", "[{title: Talks, text: On engines}]\n", "!include more.yaml"),
        ("more.md", "On engines\n", "[{title: Talks, text: !include more.md}]"),
    ],
)
def test_a_source_that_includes_another_file_is_not_carried_without_it(
    tmp_path: Path, name: str, text: str, include: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    pdf = archive_of(f"{ARCHIVE}sections: {include}\n", folder=tmp_path, name=str(tmp_path / "resume.yaml"))
    assert list(files_of(pdf)) == ["resume.json"]
    assert b"On engines" in content_of(pdf, "resume.json")


def test_what_nobody_has_said_to_be_whole_is_not() -> None:
    assert not manuscript_of(ARCHIVE).is_complete


def test_what_is_looked_for_in_a_pdf_would_be_found() -> None:
    made = pdf_of(manuscript_of(ARCHIVE, is_complete=True))
    for secret in SECRETS:
        assert any(secret in part for part in everything_in(made))
        assert secret not in made  # it is compressed


def test_an_accessible_pdf_carries_nothing() -> None:
    pdf = archive_of(ARCHIVE.replace("archive}", "accessible}"))
    assert "/AF" not in pdf.Root
    assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})


def test_the_pdf_says_once_and_well_formed_that_it_follows_both_standards() -> None:
    pdf = archive_of()
    metadata = pdf.Root.Metadata.read_bytes()
    packet = ElementTree.fromstring(metadata.partition(b"?>\n")[2].rpartition(b"\n<?")[0])
    assert len(packet) == 1  # XMP knows one rdf:RDF a packet
    said = {key.rpartition("/")[2]: value for part in packet[0] for key, value in part.attrib.items()}
    assert {key: said[key] for key in ("}part", "}conformance")} == {"}part": "1", "}conformance": "A"}
    assert b'pdfaid:part="3"' in metadata
    assert b'pdfuaid:part="1"' in metadata


def test_a_photo_looks_the_same_everywhere(tmp_path: Path) -> None:
    colours = Image.linear_gradient("L").resize((60, 60))
    Image.merge("CMYK", (colours, colours.rotate(90), colours.rotate(180), colours)).save(tmp_path / "press.jpg")
    text = ARCHIVE.replace("name:", "image: {file: press.jpg, alt: Ada}, name:")
    pdf = archive_of(text, folder=tmp_path)
    photos = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"]
    assert [(str(photo.ColorSpace), bool(photo.Interpolate)) for photo in photos] == [("/DeviceRGB", False)]


def test_the_bytes_are_the_same_each_time() -> None:
    first, again = (pdf_of(manuscript_of(ARCHIVE, is_complete=True)) for _ in range(2))
    assert first == again


TAILORED = """\
# secret000
basics:
  name: Ada Example
  email: secret001@example.org
  phone: secret002
  image: {file: photo.png, alt: {en: secret003, de: Ein Bild}}
work:
  - {name: Example Ltd, position: Analyst, private: true, summary: secret004}
  - name: Sample Inc
    highlights: [shown, {text: secret005, private: true}, {text: secret006, tags: [later]}]
projects: [{name: secret007, tags: [later]}]
private: [basics.phone, basics.image, basics.email]
languages: [en, de]
variants:
  now: {exclude: [later]}
  secret008: {set: {basics.label: secret009}}
output: {pdf: archive}
x-mine: secret010
"""
LEFT_OUT = {
    "--public": "000 001 002 003 004 005 008 009 010",
    "--public --variant now": "000 001 002 003 004 005 006 007",
    "--redact email,phone,photo": "000 001 002 003",
    "--set basics.phone=": "000 002",
}


@pytest.mark.parametrize("options", LEFT_OUT)
def test_what_a_build_leaves_out_is_in_no_byte_of_the_pdf(
    invoke: Callable[..., Run], write_resume: Callable[..., Path], options: str
) -> None:
    source = write_resume(TAILORED)
    Image.new("RGB", (30, 20)).save(source.parent / "photo.png")
    done = invoke("build", *options.split(), "--lang", "en", "-o", "dist")
    assert done.exit_code == 0, done.stderr
    (pdf,) = (source.parent / "dist").iterdir()
    parts = list(everything_in(pdf.read_bytes()))
    assert any(b"Sample Inc" in part for part in parts)
    for number in LEFT_OUT[options].split():
        assert not any(f"secret{number}".encode() in part for part in parts), number
