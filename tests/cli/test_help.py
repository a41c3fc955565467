"""`--help` of every command fits a terminal of 80 columns and reads well there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import typer.main

from conftest import Run
from resumekit.cli.application import app


def commands(group: Any, *path: str) -> Iterator[tuple[str, ...]]:
    """Yield the name of every command and group, as the words typed after `resumekit`."""
    yield path
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, *path, name)


COMMANDS = sorted(commands(typer.main.get_command(app)))


@pytest.fixture
def help_of(invoke: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return a function that prints the help of a command."""
    monkeypatch.setenv("COLUMNS", "80")
    return lambda *command: invoke(*command, "--help").stdout


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_fits_80_columns(command: tuple[str, ...], help_of: Callable[..., str]) -> None:
    assert [line for line in help_of(*command).splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_summary_is_cut_off(command: tuple[str, ...], help_of: Callable[..., str]) -> None:
    _, _, listed = help_of(*command).partition("\nCommands:\n")
    assert [line for line in listed.splitlines() if not line.endswith(".")] == []
    assert "..." not in listed


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_metavars_are_plain(command: tuple[str, ...], help_of: Callable[..., str]) -> None:
    text = help_of(*command)
    assert "[[" not in text
    assert not re.search(r"[{}<>]", text.replace("30<=x<=600", "")), text


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_default_is_shown_once(command: tuple[str, ...], help_of: Callable[..., str]) -> None:
    for record in re.split(r"\n  (?=\S)", help_of(*command)):
        assert len(re.findall(r"default", record, re.IGNORECASE)) <= 1, record
