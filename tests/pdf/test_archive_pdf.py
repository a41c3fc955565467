"""Every theme makes of a résumé an archive PDF that breaks no rule of PDF/A-3a, and none of PDF/UA-1.

Each theme is tested with the project's own résumé and three of the others; with EVERY_PAIR=1, with all.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest
from PIL import Image

import resumekit
from resumekit.importing import InputFile, import_file
from turns import spread

from .conftest import ROOT, themes
from .verapdf import VeraPdf, Verdict

pytestmark = [pytest.mark.pdf, pytest.mark.xdist_group("archive")]  # in the process that builds the PDFs

FLAVOURS = ("3a", "ua1")
ALONE = [path for path in ROOT.glob("tests/*/resumes/*.yaml") if path.stem not in {"letter", "pictures"}]
"""Résumés that need no other file: a letter needs its résumé, and the pictures of the other are made by its tests."""

RESUMES = {"resume": ROOT / "resume.yaml"} | {path.stem: path for path in sorted(ALONE)}
CASES = [f"{theme}-{resume}" for theme, resume in spread(themes(), [*RESUMES], of=9)]
PICTURES = ("RGB", "RGBA", "CMYK", "L", "LA", "P", "1")
"""Pillow's names for the kinds of pixels that a picture may have."""


@dataclass(frozen=True)
class Archive:
    """What a build made, and the file that it was made from."""

    said: str
    source: Path
    pdf: Path


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Archive]:
    """Build every case, and one with pictures of every kind, as many at a time as there are processors.

    In Python: to start the command for each would take longer than to build. The accessible PDFs are made by it.
    """
    folder = tmp_path_factory.mktemp("archives")
    shutil.copytree(ROOT / "images", folder / "images")
    cases = {case: folder / f"{case}.yaml" for case in CASES}
    for case, source in cases.items():
        resume = RESUMES[case.partition("-")[2]]
        source.write_bytes(resume.read_bytes().rstrip() + b"\noutput: {pdf: archive}\n")
    cases["pictures"] = with_pictures(folder)
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        return dict(zip(cases, pool.map(build, cases, cases.values()), strict=True))


@pytest.fixture(scope="session")
def verdicts(verapdf: VeraPdf, archives: Mapping[str, Archive]) -> Mapping[tuple[str, Path], Verdict]:
    """Validate all of them, in one JVM a standard."""
    pdfs = [archive.pdf for archive in archives.values() if archive.pdf.exists()]
    return {(flavour, verdict.file): verdict for flavour in FLAVOURS for verdict in verapdf.validate(flavour, pdfs)}


def with_pictures(folder: Path) -> Path:
    """Write a résumé with a picture of each kind of pixels."""
    files = []
    for kind in PICTURES:
        name = f"{kind.replace(';', '-')}.{'jpg' if kind in {'RGB', 'CMYK'} else 'png'}"
        Image.linear_gradient("L").convert(kind).save(folder / name)
        files.append(f"{{file: {name}, alt: A gradient, width: 20mm}}")
    source = folder / "pictures.yaml"
    text = f"basics: {{name: Ada Example}}\nprojects: [{{name: Pictures, images: [{', '.join(files)}]}}]\n"
    source.write_text(f"{text}output: {{pdf: archive}}\n", encoding="utf-8")
    return source


def build(case: str, source: Path) -> Archive:
    theme = case.partition("-")[0] if case in CASES else "modern"
    output = source.parent / "dist" / case
    try:
        said = str(resumekit.build(source, theme=theme, output=output).problems)
    except resumekit.ResumekitError as error:
        said = str(error.problems)
    return Archive(said, source, output / f"{source.stem}.pdf")


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("case", [*CASES, "pictures"])
def test_the_archive_breaks_no_rule(
    case: str, flavour: str, archives: Mapping[str, Archive], verdicts: Mapping[tuple[str, Path], Verdict]
) -> None:
    assert archives[case].pdf.exists(), archives[case].said
    verdict = verdicts[flavour, archives[case].pdf]
    assert verdict.compliant, str(verdict)
    assert verdict.assertions > 100  # it did look


@pytest.mark.parametrize("case", CASES)
def test_the_source_comes_back(case: str, archives: Mapping[str, Archive]) -> None:
    archive = archives[case]
    assert import_file(InputFile(archive.pdf.name, archive.pdf.read_bytes())).data == archive.source.read_bytes()


@pytest.mark.parametrize("case", CASES)
def test_qpdf_finds_nothing_wrong(case: str, archives: Mapping[str, Archive], qpdf: str) -> None:
    run = subprocess.run([qpdf, "--check", str(archives[case].pdf)], capture_output=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr


def test_an_accessible_pdf_would_not_pass(verapdf: VeraPdf, tmp_path: Path) -> None:
    source = tmp_path / "resume.yaml"
    source.write_text("basics: {name: Ada Example}\n", encoding="utf-8")
    (verdict,) = verapdf.validate("3a", [build("accessible", source).pdf])
    assert not verdict.compliant
