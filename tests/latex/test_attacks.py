"""No text in a résumé is ever a TeX command; and if one were, the engine is restricted."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from present.resumes import document_of, view_of
from resumekit.errors import TypesetError
from resumekit.present import plain
from resumekit.typeset import Folders
from resumekit.typeset.latex import ENGINES, Compilation
from resumekit.typeset.latex.engine_process import Limits

from .conftest import Page, Set, poppler
from .hostile import ASCII, CANARY, COMMANDS, MARKS, texts

pytestmark = pytest.mark.latex

_GENERATED = 7
"""The number of documents generated for each engine, with thirty texts each; the first is trivial."""

NAME = "Ada Example"

_NOT_DRAWN = re.compile(r"\s|\u00ad")


@pytest.fixture
def canary(project: Path) -> Path:
    """A file beside the résumé's folder that no document may read."""
    file = project.parent / "canary.tex"
    file.write_text(f"{CANARY}\n", encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def _nothing_else_is_written(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run in an empty folder, and check afterwards that nothing was created in or beside it."""
    monkeypatch.chdir(project)
    yield
    around = {path.name for path in tmp_path.iterdir()}
    assert around <= {"project", "canary.tex", "config"}
    assert {path.name for path in project.iterdir()} <= {"resume.yaml", "dist", *NAMES}
    assert {path.suffix for path in (project / "dist").glob("*")} <= {".pdf", ".tex", ".log"}


def armed(text: str, canary: Path) -> str:
    """Return an attack with file names filled in."""
    return text.replace("FILE", str(canary)).replace("MADE", str(canary.with_name("made.txt")))


def as_typed(text: str) -> str:
    """Return a text escaped for Markdown."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def drawn(text: str) -> str:
    """Return the characters of a text without white space, and normalized, since fonts differ in ligatures."""
    return _NOT_DRAWN.sub("", unicodedata.normalize("NFKC", text))


def between_marks(page: Page, kind: str) -> list[str]:
    """Return the texts between each `kind001(` and `)kind001`, in order."""
    text = drawn(re.sub(rf"^{NAME} +\d+\n\f", "", page.text(), flags=re.MULTILINE))  # without page footers
    return [found[2] for found in re.finditer(rf"{kind}(\d+)\((.*?)\){kind}\1", text, re.DOTALL)]


def marked(kind: str, items: Iterable[str]) -> list[str]:
    """Return texts, each between its own markers."""
    return [f"{kind}{number:03}({item}){kind}{number:03}" for number, item in enumerate(items)]


# --- texts


def with_texts(attacks: Iterable[str]) -> dict[str, Any]:
    """Return a résumé with each attack as a paragraph, a bullet and a title."""
    typed = [as_typed(attack) for attack in attacks]
    return {
        "basics": {"name": NAME, "summary": "\n\n".join(marked("summary", typed))},
        "work": [{"name": "Example Ltd", "position": "Analyst", "highlights": marked("bullet", typed)}],
        "sections": [{"title": title, "text": f"text {number}"} for number, title in enumerate(marked("title", typed))],
    }


def assert_said(page: Page, attacks: list[str]) -> None:
    """Compare the extracted text with the typed text, character by character."""
    said = [drawn(attack) for attack in attacks]
    assert between_marks(page, "summary") == said
    assert between_marks(page, "bullet") == said
    assert between_marks(page, "title") == said
    assert CANARY not in page.text()
    assert {problem.code for problem in page.problems} <= {"engine-remark"}  # some are longer than any line


def test_known_attacks_are_text_everywhere(set_page: Set, canary: Path, engine: str) -> None:
    attacks = [armed(attack, canary) for attack in COMMANDS]
    assert_said(set_page(with_texts(attacks), engine), attacks)


def test_every_character_and_every_pair_prints_as_typed(set_page: Set, engine: str) -> None:
    punctuation = [character for character in ASCII if not character.isalnum()]
    pairs = [f"a{one}{other}b{one}{other}{other}c" for one in punctuation for other in punctuation]
    rows = ["".join(pairs[start : start + 32]) for start in range(0, len(pairs), 32)]
    assert len(rows) == 32
    assert_said(set_page(with_texts([ASCII, *MARKS, *rows]), engine), [ASCII, *MARKS, *rows])


@settings(
    max_examples=_GENERATED,
    phases=(Phase.explicit, Phase.generate),  # shrinking a failure would take an hour
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(generated=st.lists(texts, min_size=30, max_size=30))
def test_generated_attacks_are_text_everywhere(set_page: Set, canary: Path, engine: str, generated: list[str]) -> None:
    attacks = [armed(attack, canary) for attack in generated]
    assert_said(set_page(with_texts(attacks), engine), attacks)


def test_as_markdown_they_print_what_the_view_has(set_page: Set, canary: Path, engine: str) -> None:
    attacks = marked("bullet", (" ".join(armed(attack, canary).split()) for attack in COMMANDS))
    resume = {"basics": {"name": NAME}, "work": [{"name": "Example Ltd", "highlights": attacks}]}
    (section,) = view_of(yaml.safe_dump(resume)).sections
    said = marked("bullet", between_marks(set_page(resume, engine), "bullet"))
    assert said == [drawn(plain(bullet.text)) for bullet in section.entries[0].highlights.bullets]


# --- URLs


def test_every_url_is_kept(set_page: Set, canary: Path, engine: str) -> None:
    attacks = ["".join(armed(attack, canary).split()) for attack in [*COMMANDS, *MARKS, ASCII]]
    urls = [f"https://example.org/{number}/{attack}" for number, attack in enumerate(attacks)]
    page = set_page(
        {
            "basics": {"name": NAME},
            "projects": [{"name": f"Project {number}", "url": url} for number, url in enumerate(urls)],
        },
        engine,
    )
    # An empty fragment equals none; the first of several # starts the fragment.
    wanted = {unquote(re.sub(r"^([^#]*)#$", r"\1", url)) for url in urls}
    assert {unquote(link) for link in page.links()} == wanted
    assert CANARY not in page.text()


# --- pictures


NAMES = [
    *("a b.png", "%.png", "#1.png", "&.png", "~.png", "^^5c.png", "$x$.png", "{}.png", "}{.png", "_.png", "a..b.png"),
    *("|touch made.txt.png", "$(touch made.txt).png", "`touch made.txt`.png", "; touch made.txt;.png", "-shell-escape"),
    *(
        "'.png",
        '".png',
        "a,b=c.png",
        "[x].png",
        "naïve.png",
        "日本.png",
        "😀.png",
        "no ending",
        "two.dots.png",
        "p.PNG",
    ),
    *("hyperref.cfg", "article.cls", "fontspec.cfg", "resume.aux", "resume.out", "texput.tex", "graphics.cfg"),
    *("resume.tex", "resume.pdf", "resume.log", "texsys.cfg", "fonts", ".tex", "article.sty.png"),
]


def test_pictures_with_hostile_names_are_only_pictures(set_page: Set, project: Path, canary: Path, engine: str) -> None:
    for number, name in enumerate(NAMES):
        # Code that TeX would run if it read the picture as a TeX file.
        code = f"\n\\input{{{canary}}}\\immediate\\openout7={canary.with_name('made.txt')}\n".encode()
        Image.new("RGB", (10 + number, 10)).save(project / name, "JPEG", comment=code)
    numbers = [str(number) for number in range(len(NAMES))]
    captions = marked("caption", numbers)
    images = [{"file": name, "alt": name, "caption": text} for name, text in zip(NAMES, captions, strict=True)]
    work = [{"name": f"Example {number}", "images": [image]} for number, image in enumerate(images)]
    page = set_page({"basics": {"name": NAME, "image": NAMES[0]}, "work": work}, engine)
    assert between_marks(page, "caption") == numbers
    assert page.pictures() >= len(NAMES)
    assert CANARY not in page.text()


def test_more_pictures_than_a_page_holds_are_all_there(set_page: Set, project: Path, engine: str) -> None:
    Image.new("RGB", (90, 60), "#1d4f91").save(project / NAMES[0])
    captions = marked("caption", map(str, range(40)))
    images = [{"file": NAMES[0], "alt": text, "caption": text} for text in captions]
    page = set_page({"basics": {"name": NAME}, "projects": [{"name": "One", "images": images}]}, engine)
    assert between_marks(page, "caption") == [str(number) for number in range(40)]


# --- second defence: what an engine may do if a template runs commands


def set_raw(engine: str, body: str, folder: Path, seconds: float = 60) -> tuple[str, str]:
    """Run an engine on a raw document; return the text of its PDF, empty if there is none, and its log."""
    tex = f"\\documentclass{{article}}\n\\begin{{document}}\nbefore\n\n{body}\n\n\\end{{document}}\n"
    document, limits = document_of("basics: {name: Ada}"), Limits(seconds=seconds, megabytes=20)
    compilation = Compilation(ENGINES[engine], tex, document, Folders(folder, ()), limits=limits)
    try:
        pdf = folder / "dist" / "raw.pdf"
        pdf.parent.mkdir()
        pdf.write_bytes(compilation().data)
    except TypesetError:
        return "", compilation.log
    return poppler(pdf), compilation.log


BLOCKED = [
    "\\input{FILE}",
    "^^5cinput{FILE}",
    "\\input{../../../../../../../../FILE}",
    "\\newread\\f\\openin\\f=FILE \\read\\f to\\l \\l",
    "\\immediate\\write18{touch MADE}",
    "\\immediate\\write18{cat FILE > side.txt}\\input{side.txt}",
    '\\input{|"cat FILE"}',
    "\\newwrite\\w\\immediate\\openout\\w=MADE \\immediate\\write\\w{x}\\immediate\\closeout\\w",
    "\\newwrite\\w\\immediate\\openout\\w=../../../../../../../MADE \\immediate\\write\\w{x}\\immediate\\closeout\\w",
]


@pytest.mark.parametrize("body", BLOCKED)
def test_a_template_cannot_read_or_write_elsewhere(project: Path, canary: Path, engine: str, body: str) -> None:
    if engine == "tectonic":
        pytest.skip("Tectonic does not restrict files; it only refuses to start programs")
    said, log = set_raw(engine, armed(body, canary), project)
    assert CANARY not in said
    assert CANARY not in log


def test_files_that_a_template_writes_are_deleted_with_the_folder(project: Path, engine: str) -> None:
    write = "\\immediate\\openout\\w=side.txt \\immediate\\write\\w{seen}\\immediate\\closeout\\w"
    body = f"\\newwrite\\w{write}\\input{{side.txt}}"
    said, _ = set_raw(engine, body, project)
    assert "seen" in said  # so it was written


@pytest.mark.parametrize("body", ["\\def\\a{\\a}\\a", "\\loop\\iftrue\\message{more and more}\\repeat"])
def test_a_template_that_never_ends_is_killed(project: Path, engine: str, body: str) -> None:
    began = time.monotonic()
    said, _ = set_raw(engine, body, project, seconds=3)
    assert said == ""
    assert time.monotonic() - began < 15
