"""Compile one .tex to PDF with one engine, in a temporary folder."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from resumekit.errors import Problem, TypesetError
from resumekit.load import Document
from resumekit.processes import scratch_folder
from resumekit.typeset.artifact import Artifact
from resumekit.typeset.folders import Folders

from .engine_environment import engine_environment
from .engine_errors import engine_failure, limit_exceeded, overfull_remarks
from .engine_log import SOURCE, EngineLog, read_log
from .engine_process import DEFAULT_LIMITS, JOB_FOLDER, TERMINAL_OUTPUT, Limits, Outcome, run
from .engines import Engine, install_line, program_of
from .source_map import SourceMap

MAX_RUNS = 3
"""How often an engine runs at most: a second time to resolve references, a third if that moved anything."""

_MAX_LOG_BYTES = 1_000_000

# The date of the run, and an ID computed from it and the folder. Overwritten with spaces to keep all offsets valid.
_TRANSIENT = re.compile(
    rb"/(?:CreationDate|ModDate)\s*\(D:[^()]*\)|/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>\s*\]"
)


@dataclass
class Compilation:
    """A .tex that is compiled to PDF when it is called.

    `files` are placed beside the .tex under their names; the fonts of `folders` go to `fonts/`. `refused` lists the
    files that the .tex names but may not read. `kept` is where the .tex will be saved, for problems to refer to. `log`
    is the engine's log after a run.
    """

    engine: Engine
    tex: str
    document: Document
    folders: Folders
    files: Mapping[str, bytes] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    kept: Path = Path(SOURCE)
    limits: Limits = DEFAULT_LIMITS
    log: str = field(default="", init=False)

    def __call__(self) -> Artifact:
        """Run the engine, rerun it while its log asks for that, and return the PDF.

        Raises:
            TypesetError: the engine is missing, failed, took too long, or wrote too much.
        """
        if not (program := program_of(self.engine)):
            message = f"{self.engine.name} is not installed"
            raise TypesetError(Problem("no-engine", message, hint=install_line(self.engine)))
        try:
            with scratch_folder() as folder:
                return self._compile_in(folder, program)
        except OSError as error:
            message = f"cannot run {self.engine.name}: {error.strerror or error}"
            raise TypesetError(Problem("engine-failed", message, hint="check the free disk space")) from None

    def _compile_in(self, folder: Path, program: str) -> Artifact:
        self._write_inputs(folder / JOB_FOLDER)
        outcome, log = self._run(folder, [program, *self.engine.arguments, SOURCE])
        if outcome in ("too-slow", "too-large"):
            raise TypesetError(limit_exceeded(self.engine, outcome, self.limits))
        source_map = SourceMap(self.tex, self.kept, self.document, self.folders.themes)
        pdf = _read(folder / JOB_FOLDER / Path(SOURCE).with_suffix(".pdf"))
        # LaTeX also counts an unknown character as an error, although it sets the page without it.
        if not pdf or (outcome == "failed" and (log.errors or not log.undrawn)):
            last_line = _read(folder / TERMINAL_OUTPUT).decode("utf-8", "replace").rstrip().rpartition("\n")[2]
            raise TypesetError(*engine_failure(self.engine, log.errors, last_line, source_map))
        return Artifact(
            "pdf",
            _TRANSIENT.sub(lambda match: b" " * len(match[0]), pdf),
            log.pages,
            undrawn=log.undrawn,
            refused=self.refused,
            remarks=(*log.remarks, *overfull_remarks(log.overfull, source_map)),
            engine=self.engine.name,
        )

    def _write_inputs(self, job: Path) -> None:
        (job / "fonts").mkdir(parents=True)
        # Copies, because TeX may write to files beside its source. LuaLaTeX's cache goes by date, so dates are kept.
        for font in self._fonts():
            shutil.copy2(font, job / "fonts" / font.name)
        for name, data in self.files.items():
            (job / name).parent.mkdir(parents=True, exist_ok=True)
            (job / name).write_bytes(data)
        (job / SOURCE).write_text(self.tex, encoding="utf-8", newline="\n")

    def _fonts(self) -> Iterable[Path]:
        """Return the fonts to copy; if several have the same name, the first wins, as everywhere."""
        if not self.engine.opentype:
            return ()
        fonts = [file for folder in self.folders.fonts() for file in sorted(folder.rglob("*.[ot]tf"))]
        return {file.name: file for file in reversed(fonts)}.values()

    def _run(self, folder: Path, command: list[str]) -> tuple[Outcome, EngineLog]:
        for _ in range(MAX_RUNS if self.engine.reruns else 1):
            outcome = run(command, folder, engine_environment(folder), self.limits)
            data = _read(folder / JOB_FOLDER / Path(SOURCE).with_suffix(".log")) or _read(folder / TERMINAL_OUTPUT)
            self.log = data[:_MAX_LOG_BYTES].decode("utf-8", "replace")
            log = read_log(self.log)
            if outcome != "done" or not log.rerun:
                break
        return outcome, log


def _read(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
