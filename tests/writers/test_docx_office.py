"""Other programs accept the document: LibreOffice renders it, a validator finds nothing to repair."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pikepdf
import pytest

from end_to_end.readers import pages_of, without_layout
from resumekit.check.view_text import links_of
from resumekit.present import ResumeView, plain
from resumekit.present.view import BulletsView
from resumekit.writers import PreparedEdition
from typeset.builds import TEXTS, draw_pictures

from .manuscripts import artifacts_of, manuscript_of
from .reading import misplaced
from .test_docx_lists import nested

pytestmark = pytest.mark.formats

ROOT = Path(__file__).parents[2]
RIGHT_TO_LEFT = """
    locale: ar
    basics:
      name: سارة مثال
      label: مهندسة برمجيات
      email: sara@example.org
      phone: +20 2 1234 5678
      summary: خبرة عشر سنوات في **التعلم العميق** و Python
    work: [{name: شركة مثال, position: مهندسة, location: القاهرة, startDate: 2021-03, highlights: [تصميم النظام]}]
"""
EAST_ASIAN = """
    locale: ja
    basics: {name: 例 花子, label: 機械学習エンジニア, summary: GPUカーネルの最適化から**推論コンパイラ**の設計まで}
    work:
      - {name: 株式会社例, position: 技術者, startDate: 2021-04, highlights: [{text: 量子化, highlights: [int8]}]}
"""
LETTERS = ", ".join("bcd" * 10)
RESUMES = {
    **TEXTS,
    "own": (ROOT / "resume.yaml").read_text(encoding="utf-8"),
    "right-to-left": RIGHT_TO_LEFT,
    "east-asian": EAST_ASIAN,
    "deep-list": nested(12, "letters"),
    "long-list": f"work: [{{name: X, highlights: [{{text: a, list: letters, highlights: [{LETTERS}]}}]}}]",
}
each_résumé = pytest.mark.parametrize("name", RESUMES)


@pytest.fixture(scope="module")
def manuscripts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PreparedEdition]:
    pictures = tmp_path_factory.mktemp("documents")
    draw_pictures(pictures)
    shutil.copytree(ROOT / "images", pictures / "images")
    return {name: manuscript_of(text, folder=pictures, is_page=False) for name, text in RESUMES.items()}


@pytest.fixture(scope="module")
def folder(manuscripts: dict[str, PreparedEdition]) -> Path:
    """A folder with each résumé as a Word document."""
    made = manuscripts["own"].document.folder
    for name, edition in manuscripts.items():
        (artifact,) = artifacts_of(edition, ["docx"])
        (made / f"{name}.docx").write_bytes(artifact.data)
    return made


@pytest.fixture(scope="module")
def converted(folder: Path) -> Callable[[str], Path]:
    """Convert all documents with LibreOffice; return the path of an output file."""
    program = shutil.which("soffice")
    if not program:
        missing = pytest.fail if os.environ.get("RESUMEKIT_REQUIRE_OFFICE") else pytest.skip
        missing("LibreOffice is missing; install it with: apt-get install libreoffice-writer-nogui")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for target in ("txt:Text (encoded):UTF8", "pdf"):
        command = [str(program), profile, "--headless", "--convert-to", target, "--outdir", str(folder)]
        documents = sorted(map(str, folder.glob("*.docx")))
        subprocess.run([*command, *documents], check=True, capture_output=True, timeout=300)
    return lambda file: folder / file


@each_résumé
def test_libreoffice_reads_every_text_in_order(
    converted: Callable[[str], Path], manuscripts: dict[str, PreparedEdition], name: str
) -> None:
    read = converted(f"{name}.txt").read_text(encoding="utf-8-sig")
    assert misplaced(read, manuscripts[name]) == []


@each_résumé
def test_libreoffice_counts_lists_as_the_view_does(
    converted: Callable[[str], Path], manuscripts: dict[str, PreparedEdition], name: str
) -> None:
    lines = [without_layout(line) for line in converted(f"{name}.txt").read_text(encoding="utf-8-sig").splitlines()]
    counted = [mark + text for mark, text in _marks(manuscripts[name].view) if mark != "•" and len(text) < 40]
    assert [item for item in counted if without_layout(item) not in lines] == []


def _marks(view: ResumeView) -> Iterator[tuple[str, str]]:
    for section in view.sections:
        yield from _bullets(section.bullets)
        for entry in section.entries:
            yield from _bullets(entry.highlights)


def _bullets(view: BulletsView) -> Iterator[tuple[str, str]]:
    for bullet in view.bullets:
        yield bullet.mark, plain(bullet.text)
        yield from _bullets(bullet.bullets)


@each_résumé
def test_libreoffice_keeps_every_link(
    converted: Callable[[str], Path], manuscripts: dict[str, PreparedEdition], name: str
) -> None:
    with pikepdf.open(converted(f"{name}.pdf")) as pdf:
        annotations = [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]
        found = {unquote(str(annotation.A.URI)).rstrip("/") for annotation in annotations if "/A" in annotation}
    wanted = {unquote(url).rstrip("/") for url in links_of(manuscripts[name].view) if url}
    assert {url for url in wanted if url.isascii()} <= found


def test_libreoffice_draws_every_picture_of_our_own_résumé_on_the_right_paper(
    converted: Callable[[str], Path],
) -> None:
    with pikepdf.open(converted("own.pdf")) as pdf:
        drawn = [image for page in pdf.pages for image in page.get_images()]
        size = [float(side) / 72 * 25.4 for side in pdf.pages[0].mediabox[2:]]
        assert pdf.docinfo["/Title"] == "Rocking Lai – Machine Learning Software Engineer"
    assert len(drawn) >= len(list((ROOT / "images").glob("*.png")))
    assert size == pytest.approx([210, 297], abs=0.5)


def test_the_name_is_in_the_footer_from_the_second_page(converted: Callable[[str], Path]) -> None:
    first, *others = pages_of(converted("own.pdf"))
    assert others
    assert first.count("Rocking Lai") == 1
    assert [page.count("Rocking Lai") for page in others] == [1] * len(others)


def found_by_validator(path: Path) -> set[str]:
    """Return what a validator with Office's schemas reports, except a missing theme part, which Word does not need."""
    validator = pytest.importorskip("openxml_audit").OpenXmlValidator(strict=True)
    found = {str(error.description) for error in validator.validate(path).errors}
    return {text for text in found if not text.endswith("relationships/theme' is missing.")}


@each_résumé
def test_a_validator_finds_nothing_to_repair(folder: Path, name: str) -> None:
    assert found_by_validator(folder / f"{name}.docx") == set()


def test_the_validator_does_find_errors(folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(folder / "own.docx") as whole, zipfile.ZipFile(broken, "w") as package:
        for part in whole.namelist():
            package.writestr(part, whole.read(part).replace(b"<w:keepNext/><w:keepLines/>", b"<w:jc/><w:keepNext/>"))
    assert found_by_validator(broken)
