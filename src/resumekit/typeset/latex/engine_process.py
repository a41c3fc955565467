"""Run one program in a temporary folder, with limits on time and output, and leave no process behind."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from resumekit.processes import supervised

JOB_FOLDER = "job"
"""The subfolder that the program runs in."""

TERMINAL_OUTPUT = "terminal.txt"
"""The file beside it that collects stdout and stderr."""

_POLL_SECONDS = 0.1
"""How often the amount of written data is checked."""

Outcome = Literal["done", "failed", "too-slow", "too-large"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a run may take, and how much it may write."""

    seconds: float
    megabytes: float


DEFAULT_LIMITS = Limits(seconds=120, megabytes=100)
"""A run takes a second, but the first on a machine is slow: LuaLaTeX indexes all fonts, Tectonic downloads files."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], limits: Limits) -> Outcome:
    """Run a program in the job folder until it ends or exceeds a limit; then kill every process that it started.

    Raises:
        OSError: the program cannot be started.
    """
    size_before = _folder_size(folder)
    with (folder / TERMINAL_OUTPUT).open("wb") as terminal, supervised(command) as (supervising, lifeline):
        process = subprocess.Popen(  # noqa: S603 (an engine of the table)
            supervising,
            cwd=folder / JOB_FOLDER,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=terminal,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=lifeline,
        )
        try:
            return _wait(process, folder, size_before + limits.megabytes * 1_000_000, limits.seconds)
        finally:
            _kill_group(process)


def _wait(process: subprocess.Popen[bytes], folder: Path, max_bytes: float, seconds: float) -> Outcome:
    for _ in range(max(1, round(seconds / _POLL_SECONDS))):
        with suppress(subprocess.TimeoutExpired):
            return "done" if process.wait(_POLL_SECONDS) == 0 else "failed"
        if _folder_size(folder) > max_bytes:
            return "too-large"
    return "too-slow"


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """Kill the program with all its children: XeLaTeX writes its PDF through a second program."""
    with suppress(ProcessLookupError, PermissionError):  # the group is gone, or all its processes have ended
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _folder_size(folder: Path) -> int:
    total = 0
    for location, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):  # deleted in the meantime
                total += os.lstat(os.path.join(location, name)).st_size  # noqa: PTH118 (twice as fast)
    return total
