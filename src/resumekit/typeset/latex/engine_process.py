"""Running one program in a folder that will be thrown away: so long, so much, and no process left behind."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

JOB = "job"
"""The folder in the folder that the program runs in."""

SAID = "terminal.txt"
"""The file beside it that has what the program said."""

_GLANCE = 0.1
"""Seconds between two looks at how much has been written."""

Ending = Literal["done", "failed", "too-slow", "too-large"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a run may take, and how much it may write."""

    seconds: float
    megabytes: float


USUAL = Limits(seconds=120, megabytes=100)
"""A run takes a second, but on a machine's first day LuaLaTeX reads all fonts, and Tectonic fetches its files."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], limits: Limits) -> Ending:
    """Run a program in the job's folder to its end, or to that of its time or room; no process of it is left then.

    Raises:
        OSError: it cannot be started.
    """
    before = _size(folder)
    with (folder / SAID).open("wb") as said:
        process = subprocess.Popen(  # noqa: S603 (an engine of the table)
            command,
            cwd=folder / JOB,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            return _watch(process, folder, before + limits.megabytes * 1_000_000, limits.seconds)
        finally:
            _end_group(process)


def _watch(process: subprocess.Popen[bytes], folder: Path, most: float, seconds: float) -> Ending:
    for _ in range(max(1, round(seconds / _GLANCE))):
        with suppress(subprocess.TimeoutExpired):
            return "done" if process.wait(_GLANCE) == 0 else "failed"
        if _size(folder) > most:
            return "too-large"
    return "too-slow"


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started: XeLaTeX writes its PDF through a second program."""
    with suppress(ProcessLookupError, PermissionError):  # the group is gone, or has only ended processes in it
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _size(folder: Path) -> int:
    total = 0
    for location, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):  # it has gone meanwhile
                total += os.lstat(os.path.join(location, name)).st_size  # noqa: PTH118 (twice as quick)
    return total
