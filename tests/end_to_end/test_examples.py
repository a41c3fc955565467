"""The example project: all variants and languages, letters, and no private data in a public build."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest

from conftest import ROOT, Run
from resumekit.writers import FORMATS

EXAMPLE = ROOT / "examples" / "one-source"
SECRETS = ["7946", "Sample Street", "Kitchens", "Kellnerin", "Waiter"]


@pytest.fixture
def example(project: Path) -> Path:
    shutil.copytree(EXAMPLE, project, dirs_exist_ok=True)
    return project


def test_all_variants_in_all_languages_are_built_at_once(example: Path, run: Callable[..., Run]) -> None:
    done = run("build", "--all")
    assert (done.exit_code, done.stderr) == (0, "")
    made = sorted(path.name for path in (example / "dist").iterdir())
    variants, languages = ("backend", "data", "lead", "short"), ("ar", "de", "en")
    assert made == [f"resume-{variant}.{language}.pdf" for variant in variants for language in languages]


def test_its_letters_are_built(example: Path, run: Callable[..., Run]) -> None:
    done = run("build", "letter.yaml", "-f", "pdf,html,txt")
    assert (done.exit_code, done.stderr) == (0, "")
    text = (example / "dist" / "letter-clocks-lead.txt").read_text(encoding="utf-8")
    assert "Sample Clocks & Co" in text
    assert "Head of Engineering" in text


def bytes_in(path: Path) -> Iterator[bytes]:
    """Yield the content of a file, and of everything that can be unpacked from it."""
    data = path.read_bytes()
    yield data
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield from (package.read(name) for name in package.namelist())
    if path.suffix == ".pdf":
        with pikepdf.open(path) as document:
            yield from (bytes(item.read_bytes()) for item in document.objects if isinstance(item, pikepdf.Stream))
            yield repr([item for item in document.objects if not isinstance(item, pikepdf.Stream)]).encode()


def content_of(path: Path) -> str:
    """Return the whole content of a file, as bytes and as extracted text."""
    from resumekit.pdfium import read_pdf

    content = b"\n".join(bytes_in(path)).decode("utf-8", "replace")
    extracted = read_pdf(path.read_bytes()) if path.suffix == ".pdf" else None
    return content + "".join(extracted.pages if extracted else ())


@pytest.mark.parametrize("options", [(), ("--set", "output.pdf=archive"), ("--variant", "lead", "--lang", "de")])
def test_no_byte_of_a_public_build_is_private(example: Path, run: Callable[..., Run], options: tuple[str, ...]) -> None:
    private = run("build", "-f", ",".join(FORMATS), "-o", "private", *options)
    public = run("build", "-f", ",".join(FORMATS), "-o", "public", "--public", *options)
    assert (private.exit_code, public.exit_code) == (0, 0)
    assert len(list((example / "public").iterdir())) >= len(FORMATS)
    for path in (example / "public").iterdir():
        assert [secret for secret in SECRETS if secret in content_of(path)] == [], path.name
    text = "".join(content_of(path) for path in (example / "private").iterdir())
    assert "7946" in text  # proves that the test can fail
