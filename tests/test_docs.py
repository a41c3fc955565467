"""The documentation covers every command, option, field and exit code, and nothing that does not exist."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_origin

import pytest
import typer.main

from resumekit import errors
from resumekit.cli.application import app
from resumekit.cli.build_arguments import BuildArguments
from resumekit.importing import READERS
from resumekit.schema import Resume
from resumekit.schema.model import Model, keys_of
from resumekit.theming import find_theme, list_themes
from resumekit.writers import FORMATS

ROOT = Path(__file__).parents[1]
CLI = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
RESUME = (ROOT / "docs/resume.md").read_text(encoding="utf-8")


def commands() -> list[tuple[str, typer.core.TyperCommand]]:
    """Return every command and its full name."""
    found: list[tuple[str, typer.core.TyperCommand]] = []
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found += [(f"{name} {sub}", made) for sub, made in inner.items()] if inner else [(name, command)]
    return found


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_each_command_and_option_is_documented(name: str, command: typer.core.TyperCommand) -> None:
    assert command.help
    assert all(word in CLI for word in name.split())
    for option in command.params:
        for form in option.opts:
            if form.startswith("-"):
                assert f"`{form}" in CLI or f"{form} " in CLI, f"{name} {form}"


def test_each_exit_code_is_documented() -> None:
    classes = [
        made for made in vars(errors).values() if isinstance(made, type) and issubclass(made, errors.ResumekitError)
    ]
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", CLI, re.MULTILINE)}
    assert documented == {0, 130} | {made.exit_code for made in classes}


def test_each_format_is_in_the_help_and_in_the_manual() -> None:
    help_ = next(option for option in BuildArguments.__annotations__.items() if option[0] == "formats")[1]
    assert [name for name in FORMATS if name not in str(help_) or f"`{name}`" not in CLI] == []


def test_each_import_format_is_documented() -> None:
    pages = (ROOT / "docs/import.md").read_text(encoding="utf-8")
    assert [name for name, reader in READERS.items() if reader.title not in pages and name not in pages] == []


def entry_models() -> dict[str, type[Model]]:
    """Return the model of each section's entries."""
    found = {}
    for name, field in Resume.model_fields.items():
        if get_origin(field.annotation) is tuple and name != "sections":
            inner = get_args(field.annotation)[0]
            if isinstance(inner, type) and issubclass(inner, Model):
                found[name] = inner
    return found


@pytest.mark.parametrize(("section", "model"), entry_models().items(), ids=list(entry_models()))
def test_each_field_of_a_section_is_documented(section: str, model: type[Model]) -> None:
    row = re.search(rf"^\| `{section}` \| (.*) \|$", RESUME, re.MULTILINE)
    assert row, f"docs/resume.md has no row for {section}"
    shared = {"location", "summary", "highlights", "images", "break", "tags", "private", "code"}
    assert set(re.findall(r"`(\w+)`", row[1])) == set(keys_of(model)) - shared


def test_each_top_level_key_is_documented() -> None:
    missing = [key for key in keys_of(Resume) if f"`{key}`" not in RESUME and f"`{key}:" not in RESUME]
    assert [key for key in missing if f"{key}:" not in RESUME and f"`{key}." not in RESUME] == []


def test_each_built_in_theme_is_in_the_changelog_and_has_a_readme() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for theme in list_themes(ROOT):
        assert f"`{theme.name}`" in changelog
        assert (find_theme(theme.name, project=ROOT).folder / "README.md").is_file()


@pytest.mark.parametrize("page", [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")], ids=lambda path: path.name)
def test_each_link_to_a_file_has_a_target(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


# --- how the sources are laid out

WIDTH = 120
PAGES = [
    *ROOT.glob("*.md"),
    *ROOT.glob("docs/*.md"),
    *ROOT.glob("examples/*/*.md"),
    *ROOT.glob("themes/*/*.md"),
    *ROOT.glob("src/resumekit/**/*.md"),
]
UNBREAKABLE = re.compile(r"\[[^\]]*\]\([^)]*\)|`[^`]*`|<[^>]*>")
"""A link, a code span, an HTML tag."""


def paragraph_lines(page: Path) -> Iterator[tuple[int, str]]:
    """Yield number and text of each line that is neither code nor a row of a table."""
    in_code = False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if line.lstrip().startswith("```"):
            in_code = not in_code
        elif not in_code and not line.startswith("|"):
            yield number, line


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_paragraphs_wrap_at_120_columns(page: Path) -> None:
    long = [(number, line) for number, line in paragraph_lines(page) if len(line) > WIDTH]
    assert [number for number, line in long if " " in UNBREAKABLE.sub("", line).strip()] == []


# --- the pictures of the themes

PICTURES = ROOT / "docs" / "images" / "themes"
BUILT_IN = {path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml")}


def test_exactly_the_built_in_themes_have_a_picture() -> None:
    assert {path.stem for path in PICTURES.iterdir()} == {*BUILT_IN, "academic-2"}, "run `make gallery`"


@pytest.mark.parametrize("theme", sorted(BUILT_IN))
def test_a_theme_picture_is_a_page_and_small(theme: str) -> None:
    path = PICTURES / f"{theme}.png"
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    assert (width, height) == (796, 1125)
    assert path.stat().st_size < 100_000


@pytest.mark.parametrize(("document", "more"), [("README.md", {"academic-2"}), ("docs/themes.md", set())])
def test_every_theme_picture_is_shown(document: str, more: set[str]) -> None:
    path = ROOT / document
    shown = re.findall(r"[(\"]([^()\"\s]*images/themes/[^()\"\s]*)[)\"]", path.read_text(encoding="utf-8"))
    assert {(path.parent / name).resolve() for name in shown} == {PICTURES / f"{name}.png" for name in BUILT_IN | more}
