"""A project folder for themes, isolated from the user's own themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from resumekit.theming import Theme, find_theme

from .themes import write_theme


@pytest.fixture(autouse=True, scope="module")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the compiled templates of these tests out of the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def user_themes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's own themes, which does not exist."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / ".config"))
    from platformdirs import user_config_path

    return user_config_path("resumekit") / "themes"


@pytest.fixture
def project_themes(project: Path) -> Path:
    """The folder of the project's own themes, which does not exist."""
    return project / "themes"


@pytest.fixture
def theme_of(project: Path, project_themes: Path) -> Callable[..., Theme]:
    """Create a theme of the project from its files: `theme_of({"resume.html.j2": "…"})`."""

    def make(files: dict[str, str], manifest: str = "", name: str = "mine") -> Theme:
        write_theme(project_themes / name, files, manifest=manifest)
        return find_theme(name, project=project)

    return make
