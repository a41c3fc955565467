"""Inputs that once ended in a traceback, and similar ones, on the command line: each gets an answer."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from conftest import Run
from load.test_picture_files import chunk, png

from . import long_inputs as given
from .themes import PAGE, make_theme

SIGNATURE, END = b"\x89PNG\r\n\x1a\n", chunk(b"IEND", b"")
HEADER = chunk(b"IHDR", b"\0\0\0\x02\0\0\0\x02\x08\0\0\0\0")
PIXELS = chunk(b"IDAT", zlib.compress(bytes(6)))

PLACE = re.compile(r"^[^\s:]+(:\d+:\d+)?: (error|warning|info): .*\[[a-z-]+\]$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """Files, the commands that read them, the exit code of each command, and what each reports, if anything."""

    files: dict[str, str | bytes]
    commands: tuple[str, ...]
    exit_code: int = 0
    reports: str = ""
    template: str = ""


def resume(rest: str, exit_code: int = 4, reports: str = ": error: emphasis is nested more than 20") -> Case:
    """A résumé with a few more keys, which is validated, and built in the formats without pages."""
    commands = ("validate resume.yaml", "build resume.yaml -f txt,md,html,docx,json -o out")
    return Case({"resume.yaml": f"basics: {{name: Jane Quillfeather}}\n{rest}\n"}, commands, exit_code, reports)


def nested(*marks: tuple[str, str], depth: int = 260) -> str:
    """Return marks inside each other, in quotes."""
    opening, closing = ("".join(mark[side] for mark in marks[:: 1 - 2 * side]) * depth for side in (0, 1))
    return f'"{opening}x{closing}"'


def pictured(data: bytes, reports: str = "damaged-picture", exit_code: int = 4) -> Case:
    """A picture at an entry, which is validated, and shown in a Word document."""
    case = resume("work: [{name: Example Hospital, images: [jane.png]}]")
    commands = ("validate resume.yaml", "build resume.yaml -f docx -o out")
    return Case({**case.files, "jane.png": data}, commands, exit_code, reports)


def imported(name: str, data: str | bytes, exit_code: int = 0, reports: str = "") -> Case:
    """A file to be imported."""
    return Case({name: data}, (f"import {name} -o made.yaml",), exit_code, reports)


def text(unit: str) -> Case:
    """A text that repeats itself a thousand times."""
    return imported("old.txt", f"Jane Quillfeather\n{unit * 1_000}")


def themed(template: str, reports: str, format_: str = "html") -> Case:
    """The body of a page of a theme's own."""
    return Case({}, (f"build -t evil -f {format_} -o out",), 5, reports, template)


def rendercv(sections: str, exit_code: int = 0, reports: str = "") -> Case:
    """A RenderCV file, which is imported, and also validated and built as it is."""
    commands = ("import cv.yaml -o made.yaml", "validate cv.yaml", "build cv.yaml -f txt -o out")
    files: dict[str, str | bytes] = {"cv.yaml": f"cv:\n  name: Jane Quillfeather\n  sections: {sections}\n"}
    return Case(files, commands, exit_code, reports)


def jpeg_without_pixels() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (9, 9)).save(made, "JPEG")
    return made.getvalue().partition(b"\xff\xda")[0] + b"\xff\xd9"


ONCE = {
    "strong text in strong text": resume(f"work: [{{name: A, summary: {nested(('**a ', ' b**'))}}}]"),
    "a thousand e-mail addresses": text("a@b.org "),
    "braces in BibTeX": imported("old.bib", given.bibtex("{" * 300 + "X" + "}" * 300)),
    "a PNG without pixels": pictured(SIGNATURE + HEADER + END),
    "a very wide PNG": pictured(png(25_000_000, 1), "25000000 by 1 pixels; no side may have more than 20000"),
    "half of a character in a template": themed('{{ "\\ud800" }}', "U+D800 surrogate (half of a character)"),
    "a RenderCV section without a title": rendercv('{"": ["a"]}'),
    "a PNG with too few pixels": pictured(png(9, 8, rows=4)),
}
"""What ended in a traceback, or was accepted and printed in part."""

NEIGHBOURS = {
    "emphasis in emphasis": resume(f"work: [{{name: A, highlights: [{nested(('*a ', ' b*'))}]}}]"),
    "underscores": resume(f"skills: [{{name: A, keywords: [{nested(('_a ', ' b_'))}]}}]"),
    "strong text and emphasis": resume(f"sections: [{{title: A, text: {nested(('**a ', ' b**'), ('_c ', ' d_'))}}}]"),
    "links in links": resume(f"work: [{{name: A, summary: {nested(('[', '](b)'))}}}]", 0, ""),
    "code in code": resume(f"work: [{{name: A, summary: {nested(('`a ', ' b`'))}}}]", 0, ""),
    "quotes in quotes": resume(f"work: [{{name: A, summary: {nested(('> ', ''))}}}]", 0, ""),
    "lists in lists": resume("work: " + "[" * 1_000, 3, "nested more than 40 levels deep"),
    "emphasis in Markdown": imported("old.md", f"# Jane Quillfeather\n\n## Skills\n\n{nested(('**a ', ' b**'))}\n"),
    "e-mail addresses with commas": text("a@b.org,"),
    "telephone numbers": text("+44 20 7946 0000 "),
    "web addresses": text("https://example.org/a "),
    "braces around an author": imported("old.bib", given.bibtex(author="{" * 300 + "X" + "}" * 300)),
    "accents on accents in BibTeX": imported("old.bib", given.bibtex("\\'{" * 60 + "e" + "}" * 60)),
    "commands in commands in BibTeX": imported("old.bib", given.bibtex("\\emph{" * 300 + "X" + "}" * 300)),
    "a command without arguments": imported("old.bib", given.bibtex("\\href{a}")),
    "braces that stay open": imported("old.bib", given.bibtex("{" * 300), 3, "old.bib:1:1: error"),
    "a PNG of a signature": pictured(SIGNATURE, "not-a-picture"),
    "a PNG with no pixels in its pixels": pictured(SIGNATURE + HEADER + chunk(b"IDAT", b"") + END),
    "a PNG without an end": pictured(SIGNATURE + HEADER + PIXELS),
    "a JPEG without pixels": pictured(jpeg_without_pixels()),
    "a very high PNG": pictured(png(1, 25_000_000), "1 by 25000000 pixels"),
    "a PNG one pixel too wide": pictured(png(20_001, 1), "20001 by 1 pixels"),
    "the widest PNG": pictured(png(20_000, 1), "", 0),
    "a PNG of no width": pictured(png(0, 1), "not-a-picture"),
    "a PNG that is one row short": pictured(png(9, 8, rows=7)),
    "a PNG with an unknown filter": pictured(png(1, 1, pixels=b"\x05\0")),
    "a PNG whose rows are not compressed": pictured(SIGNATURE + HEADER + chunk(b"IDAT", bytes(6)) + END),
    "half of a character in a PDF": themed('{{ "\\udfff" ~ resume.name }}', "U+DFFF surrogate", "pdf"),
    "half of a character in an attribute": themed('<p title="{{ "\\ud83d" }}">a</p>', "U+D83D surrogate"),
    "half of a character as a key": themed('{{ resume["\\ud800"] }}', "unknown field '\ufffd'"),
    "NUL in a template": themed('{{ "\\x00" }}', "malformed markup at '\ufffd'"),
    "a RenderCV section of a space": rendercv('{" ": ["a"]}'),
    "a RenderCV section of nothing": rendercv("{null: [a]}"),
    "a RenderCV section without entries": rendercv('{"": {}}'),
    "RenderCV entries without keys": rendercv('{"": [{"": ""}]}'),
    "a RenderCV section of half a character": rendercv(
        '{"\\ud800": ["a"]}', 3, "this escape sequence is not a character"
    ),
}

CASES = ONCE | NEIGHBOURS


@pytest.mark.parametrize("name", [*ONCE, *(pytest.param(name, marks=pytest.mark.attacks) for name in NEIGHBOURS)])
def test_every_input_gets_an_answer(project: Path, run: Callable[..., Run], name: str) -> None:
    case = CASES[name]
    if case.template:
        make_theme(project, PAGE + case.template)
    for file, data in case.files.items():
        (project / file).write_bytes(data.encode() if isinstance(data, str) else data)
    for command in case.commands:
        done = run(*command.split())
        assert done.exit_code == case.exit_code, done.stderr
        assert "Traceback" not in done.stderr
        assert "a bug in resumekit" not in done.stderr
        reports = done.stdout + done.stderr if command.startswith("validate") else done.stderr
        assert case.reports in reports
        if case.exit_code:
            assert PLACE.search(reports), reports
