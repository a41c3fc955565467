"""Reading back finds nothing missing from any sample résumé in any theme, and nothing of it is off its page."""

from __future__ import annotations

import pytest

from resumekit.check import check, check_read_back
from typeset.builds import CASES, Builds, draw_pictures

from .readers import characters_off_the_page


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    folder = tmp_path_factory.mktemp("read-back")
    draw_pictures(folder)
    return Builds(folder)


@pytest.mark.parametrize(("theme", "name"), CASES)
def test_nothing_is_lost(builds: Builds, theme: str, name: str) -> None:
    build = builds(theme, name)
    assert check(build.document, build.resume, build.artifact) == ()
    assert check_read_back(build.document, build.view, build.artifact.data) == ()
    assert characters_off_the_page(build.artifact.data) == ""
