"""Hostile themes, and running the command on them."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PAGE = '<!doctype html><html lang="en"><head><title>{{ resume.name }}</title><style>{{ style }}</style></head><body>\n'
"""The beginning of a page of a theme's own; the template goes on in its second line."""

RESUME = "basics: {name: Jane Quillfeather, summary: Hello}\n"


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command printed, its exit code, and its processor time in seconds with that of its processes."""

    exit_code: int
    output: str
    seconds: float


def make_theme(folder: Path, template: str, style: str = "", name: str = "evil") -> Path:
    """Write a theme into `themes/` of the folder, and a résumé beside it; return the theme's folder."""
    theme = folder / "themes" / name
    theme.mkdir(parents=True)
    (theme / "theme.yaml").write_text(f"name: {name}\nsummary: A theme.\nversion: '1'\nlicense: MIT\n")
    (theme / "resume.html.j2").write_text(template, encoding="utf-8")
    (theme / "resume.css").write_text(style, encoding="utf-8")
    (folder / "resume.yaml").write_text(RESUME)
    return theme


def run(folder: Path, *arguments: str, timeout: float = 120) -> Ended:
    """Run `resumekit` in the folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "resumekit", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Ended(done.returncode, done.stdout + done.stderr, seconds)


def processes_with(word: str) -> dict[int, str]:
    """Return the processes whose environment contains a word: number and command line."""
    found = {}
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and word.encode() in (process / "environ").read_bytes():
                command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
                state = (process / "stat").read_text().rpartition(")")[2].split()[0]
                if state != "Z" and int(process.name) != os.getpid():
                    found[int(process.name)] = command
        except OSError:  # it has ended
            continue
    return found
