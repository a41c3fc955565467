"""One folder with pictures for all pages of a test run."""

from __future__ import annotations

import pytest

from .builds import Builds, draw_pictures


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    folder = tmp_path_factory.mktemp("résumé ☃ & co")
    draw_pictures(folder)
    return Builds(folder)
