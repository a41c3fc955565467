"""`resumekit import` writes to the requested path and never overwrites a file unasked."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from resumekit.schema import json_schema

from .pdfs import our_pdf, strange_pdf

SOURCE = "# Ünïcödé\r\nbasics: {name: Ada Example}\r\noutput: {pdf: archive}\r\n".encode()

Command = Callable[..., Run]


@pytest.fixture
def pdf(project: Path) -> Path:
    path = project / "sent.pdf"
    path.write_bytes(our_pdf(SOURCE))
    return path


def test_the_source_is_written_and_its_path_printed(invoke: Command, pdf: Path) -> None:
    done = invoke("import", pdf.name)
    assert (done.exit_code, done.stdout.strip()) == (0, "resume.yaml"), done.stderr
    assert (pdf.parent / "resume.yaml").read_bytes() == SOURCE


@pytest.mark.parametrize("there", ["file", "link to nowhere", "folder"])
def test_an_existing_file_is_not_overwritten(invoke: Command, pdf: Path, there: str) -> None:
    target = pdf.parent / "resume.yaml"
    if there == "file":
        target.write_text("mine")
    elif there == "folder":
        target.mkdir()
    else:
        target.symlink_to("nowhere")
    done = invoke("import", pdf.name)
    assert done.exit_code == 7
    assert "[already-there]" in done.stderr
    assert not target.is_file() or target.read_text() == "mine"
    assert not (pdf.parent / "nowhere").exists()


def test_force_replaces_a_named_file(invoke: Command, pdf: Path) -> None:
    target = pdf.parent / "old" / "cv.yaml"
    target.parent.mkdir()
    target.write_text("mine")
    assert invoke("import", pdf.name, "-o", "old/cv.yaml").exit_code == 7
    assert target.read_text() == "mine"
    done = invoke("import", pdf.name, "-o", "old/cv.yaml", "--force")
    assert (done.exit_code, done.stdout.strip()) == (0, "old/cv.yaml")
    assert target.read_bytes() == SOURCE
    assert not (pdf.parent / "resume.yaml").exists()


def test_it_works_in_a_pipe(project: Path) -> None:
    command = [sys.executable, "-m", "resumekit", "import", "-", "--output", "-"]
    done = subprocess.run(command, cwd=project, input=our_pdf(SOURCE), capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, SOURCE, b"")
    assert list(project.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"basics: {name: Ada Example}", "no-reader"),
        (b"%PDF-1.7 and no more", "broken-pdf"),
        (strange_pdf({}), "no-text"),
        (strange_pdf({"resume.yaml": b"\x1b]0;owned\x07"}), "forbidden-character"),
        (b"%PDF-".ljust(50_000_001, b"x"), "too-large"),
    ],
    ids=["unsupported", "broken", "nothing attached", "no text", "too large"],
)
def test_the_reason_is_given_if_a_file_cannot_be_imported(
    invoke: Command, project: Path, data: bytes, code: str
) -> None:
    (project / "given.pdf").write_bytes(data)
    done = invoke("import", "given.pdf")
    assert done.exit_code == 3
    assert f"[{code}]" in done.stderr
    assert "given.pdf" in done.stderr
    assert "\x1b" not in done.stderr
    assert not (project / "resume.yaml").exists()


@pytest.mark.parametrize(("name", "code"), [("sent.pdg", "not-found"), (".", "unreadable")])
def test_the_reason_is_given_if_a_file_cannot_be_read(invoke: Command, pdf: Path, name: str, code: str) -> None:
    done = invoke("import", name)
    assert done.exit_code == 3
    assert f"[{code}]" in done.stderr


def test_the_pdf_of_a_build_returns_the_source(invoke: Command, project: Path) -> None:
    source = project / "cv.yml"
    source.write_bytes(SOURCE.replace(b"\r\n", b"\n").decode().encode("utf-16"))
    assert invoke("build", "cv.yml", "--format", "pdf").exit_code == 0
    assert invoke("import", "dist/cv.pdf", "-o", "again.yaml").exit_code == 0
    assert (project / "again.yaml").read_bytes() == source.read_bytes()


def test_values_set_on_the_command_line_come_back(invoke: Command, project: Path) -> None:
    (project / "resume.yaml").write_bytes(b"basics: {name: Ada Example, phone: '1234567'}\n")
    assert invoke("build", "--set", "output.pdf=archive", "--set", "basics.phone=").exit_code == 0
    done = invoke("import", "dist/resume.pdf", "-o", "-")
    assert done.exit_code == 0
    assert "Ada Example" in done.stdout
    assert "1234567" not in done.stdout


def test_the_schema_is_written_for_editors(invoke: Command, project: Path) -> None:
    (project / "old.json").write_text('{"basics": {"name": "Ada Example"}}', encoding="utf-8")
    assert invoke("import", "old.json", "-o", "cv/resume.yaml").stdout == f"{Path('cv/resume.yaml')}\n"
    assert json.loads((project / "cv/resume.schema.json").read_text(encoding="utf-8")) == json_schema()
    assert invoke("import", "old.json", "-o", "-").exit_code == 0
    assert not (project / "resume.schema.json").exists()
    (project / "resume.schema.json").write_text("mine", encoding="utf-8")
    assert invoke("import", "old.json").exit_code == 0
    assert (project / "resume.schema.json").read_text(encoding="utf-8") == "mine"


def test_a_new_project_gets_an_embedded_source_unchanged(invoke: Command, pdf: Path) -> None:
    done = invoke("new", "cv", "--from", pdf.name, "--theme", "classic")
    assert (done.exit_code, "[source-as-it-is]" in done.stderr) == (2, True)
    assert not (pdf.parent / "cv").exists()
    assert invoke("new", "cv", "--from", pdf.name).exit_code == 0
    assert (pdf.parent / "cv/resume.yaml").read_bytes() == SOURCE
