"""What people install: the sdist made of this checkout, the wheel made of that sdist, and what it can do alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from email import message_from_string
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "resumekit"
THEMES = ROOT / "themes"


def files_in(folder: Path) -> set[str]:
    """Name all files below a folder, without what Python leaves behind."""
    paths = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    return {path.as_posix() for path in paths if "__pycache__" not in path.parts}


def python(*arguments: str | Path, cwd: Path) -> None:
    done = subprocess.run(
        [sys.executable, *map(str, arguments)], cwd=cwd, capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, unpacked."""
    made = tmp_path_factory.mktemp("sdist")
    python("-m", "hatchling", "build", "-t", "sdist", "-d", made, cwd=ROOT)
    (archive,) = made.glob("*.tar.gz")
    subprocess.run(["tar", "-xzf", archive], cwd=made, check=True)
    return made / archive.name.removesuffix(".tar.gz")


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("wheel")
    python("-m", "hatchling", "build", "-t", "wheel", "-d", made, cwd=sdist)
    (archive,) = made.glob("*.whl")
    return archive


@pytest.fixture(scope="module")
def content(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Any:
    with ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_string(archive.read(name).decode())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which Python finds the wheel's resumekit before the checkout's."""
    target = tmp_path_factory.mktemp("installed")
    install = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", target)
    python(*install, wheel, cwd=target)
    return {"PYTHONPATH": str(target)}


@pytest.mark.parametrize(
    "name",
    [
        "LICENSE",
        "Makefile",
        "README.md",
        "requirements.lock",
        "requirements-dev.lock",
        "requirements-pdf.lock",
        "resume.yaml",
        "tests/test_packaging.py",
        "themes/modern/theme.yaml",
        "tools/system-packages",
    ],
)
def test_the_sdist_is_enough_to_build_and_to_test(sdist: Path, name: str) -> None:
    assert (sdist / name).read_bytes() == (ROOT / name).read_bytes()
    assert (sdist / name).stat().st_mode & 0o111 == (ROOT / name).stat().st_mode & 0o111


def test_the_sdist_has_nothing_that_was_built(sdist: Path) -> None:
    assert not {"dist", "build", ".venv", ".git", ".cache"} & {path.name for path in sdist.iterdir()}


def test_the_wheel_has_the_package_and_the_themes_and_nothing_else(content: set[str]) -> None:
    package = {f"resumekit/{name}" for name in files_in(SOURCE)}
    themes = {f"resumekit/themes/{name}" for name in files_in(THEMES)}
    assert {name for name in content if ".dist-info/" not in name} == package | themes


@pytest.mark.parametrize(
    "name",
    [
        "cli/starter/gitignore",
        "cli/starter/resume.yaml",
        "cli/starter/workflow.yaml",
        "importing/freeform/lexicon/words/roles.yaml",
        "present/locales/en.yaml",
        "py.typed",
        "theming/parts/base.css",
        "theming/parts/page.html.j2",
        "themes/modern/theme.yaml",
    ],
)
def test_the_wheel_has_the_data_that_the_code_reads(content: set[str], name: str) -> None:
    assert f"resumekit/{name}" in content


def test_each_family_of_fonts_has_its_licence_beside_it_and_in_the_metadata(content: set[str], metadata: Any) -> None:
    fonts = {Path(name) for name in content if name.endswith((".ttf", ".otf"))}
    licences = {folder / "OFL.txt" for folder in {font.parent for font in fonts}}
    assert Path("resumekit/fonts/noto-sans-cjk/NotoSansCJK-Regular.otf") in fonts
    assert licences <= {Path(name) for name in content}
    assert {"LICENSE", *(f"src/{licence}" for licence in licences)} == set(metadata.get_all("License-File"))


def test_the_metadata_names_the_distribution_and_the_licences_of_code_and_fonts(metadata: Any) -> None:
    assert metadata["Name"] == "resumekit-cli"
    assert metadata["License-Expression"] == "MIT AND OFL-1.1"
    assert metadata["Requires-Python"] == ">=3.11"


def test_the_installed_wheel_has_every_theme(run: Callable[..., Any], installed: dict[str, str]) -> None:
    done = run("themes", "list", env=installed)
    listed = {tuple(line.split()[:2]) for line in done.stdout.splitlines()}
    assert listed == {(folder.parent.name, "built-in") for folder in THEMES.glob("*/theme.yaml")}
    shown = run("themes", "show", "modern", env=installed)
    assert installed["PYTHONPATH"] in shown.stdout, "the checkout's theme was found, not the wheel's"


def test_the_installed_wheel_makes_a_new_project_into_a_pdf(
    run: Callable[..., Any], installed: dict[str, str], project: Path
) -> None:
    assert run("new", env=installed).exit_code == 0
    done = run("build", env=installed)
    assert (done.exit_code, done.stderr) == (0, "")
    pdf = project / "dist" / "resume.pdf"
    assert "Sample Person" in pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert fonts_of(pdf) == {"Inter"}


def fonts_of(path: Path) -> set[str]:
    """Name the families of the fonts in a PDF."""
    with pikepdf.open(path) as pdf:
        names = [str(item.BaseFont) for item in pdf.objects if _is_font(item)]
    return {name.split("+")[-1].split("-")[0] for name in names}


def _is_font(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
