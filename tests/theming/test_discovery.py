"""Finding themes by name and by path."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import pytest

from resumekit.errors import ThemeError
from resumekit.theming import discovery, find_theme, list_themes, theme_names

from .themes import BUILT_IN, write_theme


@pytest.fixture
def built_in_themes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of built-in themes that a test can change."""
    folder = tmp_path / "built-in"
    monkeypatch.setattr(discovery, "builtin_themes", lambda: folder)
    return folder


class Site:
    """A folder of installed packages that provide themes; importing one of them fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, package: str, themes: dict[str, str]) -> None:
        """Install a package that provides themes: `themes` maps the name of each to its module."""
        about = self.folder / f"{package}-1.0.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        points = "".join(f"{name} = {module}\n" for name, module in themes.items())
        (about / "entry_points.txt").write_text(f"[{discovery.ENTRY_POINTS}]\n{points}")
        for module in themes.values():
            folder = write_theme(self.folder / module.replace(".", "/"), {"resume.html.j2": "installed"})
            (folder / "__init__.py").write_text("raise AssertionError('a theme is data')\n")
        (self.folder / package / "__init__.py").write_text("raise AssertionError('a theme is data')\n")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    yield Site(folder)
    assert not [name for name in sys.modules if name.startswith("acme")]


def problem_of(error: pytest.ExceptionInfo[ThemeError]) -> str:
    (problem,) = error.value.problems
    return f"{problem.message} [{problem.code}]"


def test_a_name_finds_project_then_user_then_built_in_then_package_themes(
    project: Path, project_themes: Path, user_themes: Path, built_in_themes: Path, site: Site
) -> None:
    site.install("acme", {"nice": "acme"})
    for folder in (project_themes, user_themes, built_in_themes):
        write_theme(folder / "nice")
    found = []
    for nearest in (project_themes, user_themes, built_in_themes, None):
        found.append(find_theme("nice", project=project).origin)
        if nearest:
            rmtree(nearest)
    assert found == ["project", "user", "built-in", "package"]


@pytest.mark.parametrize("path", ["./elsewhere/nice", "elsewhere/nice", "{absolute}/elsewhere/nice"])
def test_a_name_with_a_slash_is_a_path_from_the_project(project: Path, project_themes: Path, path: str) -> None:
    write_theme(project_themes / "nice")
    there = write_theme(project / "elsewhere" / "nice")
    theme = find_theme(path.format(absolute=project), project=project)
    assert (theme.origin, theme.folder.resolve()) == ("path", there.resolve())


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_theme_is_found_and_named_like_its_folder(name: str, project: Path) -> None:
    theme = find_theme(name, project=project)
    assert (theme.name, theme.origin, theme.folder.name) == (name, "built-in", name)


def test_in_resumekits_own_checkout_a_built_in_theme_is_not_a_project_theme() -> None:
    assert find_theme("modern", project=discovery.builtin_themes().parent).origin == "built-in"


@pytest.mark.parametrize("module", ["acme", "acme.themes.nice"])
def test_the_package_of_a_theme_is_found_without_importing_it(site: Site, project: Path, module: str) -> None:
    site.install("acme", {"nice": module})
    theme = find_theme("nice", project=project)
    assert (theme.origin, theme.folder) == ("package", site.folder / module.replace(".", "/"))


def test_a_package_cannot_replace_a_built_in_theme(site: Site, project: Path) -> None:
    site.install("acme", {"modern": "acme"})
    assert find_theme("modern", project=project).origin == "built-in"


def test_a_package_without_the_theme_it_declares_is_skipped(site: Site, project: Path) -> None:
    site.install("acme", {"nice": "acme"})
    (site.folder / "acme" / "theme.yaml").unlink()
    with pytest.raises(ThemeError, match="unknown theme 'nice'"):
        find_theme("nice", project=project)


@pytest.mark.parametrize("names", [("acme_one", "acme_two")])
def test_two_packages_with_themes_of_the_same_name_are_an_error(
    site: Site, project: Path, names: tuple[str, str]
) -> None:
    for name in names:
        site.install(name, {"nice": name})
    with pytest.raises(ThemeError) as error:
        find_theme("nice", project=project)
    assert "two packages provide a theme 'nice'" in problem_of(error)
    assert all(name in problem_of(error) for name in names)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("modren", "unknown theme 'modren'; did you mean 'modern'?"),
        ("COMPACTED", "unknown theme 'COMPACTED'; did you mean 'compact'?"),
        ("mine", "unknown theme 'mine'; did you mean 'mime'?"),
        ("qqqqqqq", "unknown theme 'qqqqqqq'"),
        ("..", "unknown theme '..'"),
        ("", "unknown theme ''"),
        ("mo*", "unknown theme 'mo*'"),
    ],
)
def test_an_unknown_theme_is_reported_with_a_suggestion(
    project: Path, project_themes: Path, name: str, message: str
) -> None:
    write_theme(project_themes / "mime")
    with pytest.raises(ThemeError) as error:
        find_theme(name, project=project)
    assert problem_of(error) == f"{message} [unknown-theme]"
    hint = error.value.problems[0].hint or ""
    assert all(known in hint for known in [*BUILT_IN, "mime"])


def test_the_hint_for_a_path_without_a_theme_says_what_is_missing(project: Path) -> None:
    with pytest.raises(ThemeError) as error:
        find_theme("./nothing", project=project)
    assert str(project / "nothing") in problem_of(error)
    assert "theme.yaml" in (error.value.problems[0].hint or "")


def test_the_list_contains_every_theme_once_and_no_broken_ones(
    project: Path, project_themes: Path, user_themes: Path, site: Site
) -> None:
    write_theme(project_themes / "modern")
    write_theme(project_themes / "ours")
    write_theme(project_themes / "broken", manifest="nonsense: yes\n")
    write_theme(user_themes / "mine")
    site.install("acme", {"nice": "acme"})
    found = {theme.name if theme.origin != "package" else "nice": theme.origin for theme in list_themes(project)}
    assert found == {
        **dict.fromkeys(BUILT_IN, "built-in"),
        "modern": "project",
        "ours": "project",
        "mine": "user",
        "nice": "package",
    }


def test_invalid_names_are_not_listed(project: Path, project_themes: Path, site: Site) -> None:
    for folder in ("my theme", "a&b", "-a", ".hidden", "x" * 65):
        write_theme(project_themes / folder)
    site.install("acme", {"no name": "acme"})
    assert theme_names(project) == tuple(BUILT_IN)
    assert find_theme("themes/my theme", project=project).origin == "path"
