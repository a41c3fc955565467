"""One .tex made a PDF by one engine, in a folder of its own."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from resumekit.errors import Problem, TypesetError
from resumekit.load import Document
from resumekit.typeset.artifact import Artifact
from resumekit.typeset.folders import Folders

from .engine_environment import environment
from .engine_errors import gave_up, overran, sticking_out
from .engine_log import SOURCE, Transcript, read_log
from .engine_process import JOB, SAID, USUAL, Ending, Limits, run
from .engines import Engine, install_line, program_of
from .source_map import Origin

MAX_RUNS = 3
"""How often an engine is run at most: again for what the first run counted, and once more for what that moved."""

_MAX_LOG = 1_000_000
_FONTS = {".ttf", ".otf"}

# The date of the run, and an identity made of it and of the folder. Spaces leave all other bytes where they are.
_PASSING = re.compile(
    rb"/(?:CreationDate|ModDate)\s*\(D:[^()]*\)|/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>\s*\]"
)


@dataclass
class Compilation:
    """A .tex that becomes a PDF when it is called.

    `files` stand beside the .tex under their names, as do the fonts of `folders`, in `fonts/`; `refused` are those that
    it wanted and does not get. `kept` is where the .tex will be found afterwards, for problems to point at. `log` is
    what the engine had to say, once it has run.
    """

    engine: Engine
    tex: str
    document: Document
    folders: Folders
    files: Mapping[str, bytes] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    kept: Path = Path(SOURCE)
    limits: Limits = USUAL
    log: str = field(default="", init=False)

    def __call__(self) -> Artifact:
        """Run the engine, again while its log asks for that, and return the PDF.

        Raises:
            TypesetError: the engine is not here, gave up, or took too long or too much room.
        """
        if not (program := program_of(self.engine)):
            message = f"{self.engine.name} is not on this machine"
            raise TypesetError(Problem("no-engine", message, hint=install_line(self.engine)))
        try:
            with tempfile.TemporaryDirectory(prefix="resumekit-") as made:
                return self._set_in(Path(made), program)
        except OSError as error:
            message = f"{self.engine.name} could not be run: {error.strerror or error}"
            raise TypesetError(Problem("engine-failed", message, hint="is there room on the disk?")) from None

    def _set_in(self, folder: Path, program: str) -> Artifact:
        self._lay_out(folder / JOB)
        ending, transcript = self._run(folder, [program, *self.engine.arguments, SOURCE])
        if ending in ("too-slow", "too-large"):
            raise TypesetError(overran(self.engine, ending, self.limits))
        origin = Origin(self.tex, self.kept, self.document, self.folders.themes)
        pdf = _read(folder / JOB / Path(SOURCE).with_suffix(".pdf"))
        # To LaTeX a character that it does not know is an error as well; but the page is there without it.
        if not pdf or (ending == "failed" and (transcript.faults or not transcript.undrawn)):
            last_words = _read(folder / SAID).decode("utf-8", "replace").rstrip().rpartition("\n")[2]
            raise TypesetError(*gave_up(self.engine, transcript.faults, last_words, origin))
        return Artifact(
            "pdf",
            _PASSING.sub(lambda found: b" " * len(found[0]), pdf),
            transcript.pages,
            undrawn=transcript.undrawn,
            refused=self.refused,
            remarks=(*transcript.remarks, *sticking_out(transcript.wide, origin)),
            engine=self.engine.name,
        )

    def _lay_out(self, job: Path) -> None:
        (job / "fonts").mkdir(parents=True)
        # Copies, since TeX may write to what stands beside its source; of the same age, by which LuaLaTeX knows them.
        for font in self._fonts():
            shutil.copy2(font, job / "fonts" / font.name)
        for name, data in self.files.items():
            (job / name).parent.mkdir(parents=True, exist_ok=True)
            (job / name).write_bytes(data)
        (job / SOURCE).write_text(self.tex, encoding="utf-8", newline="\n")

    def _fonts(self) -> Iterable[Path]:
        """Return the fonts to lay out; of those with the same name the first one, as everywhere."""
        if not self.engine.opentype:
            return ()
        found = [file for folder in self.folders.fonts() for file in sorted(folder.rglob("*.[ot]tf"))]
        return {file.name: file for file in reversed(found)}.values()

    def _run(self, folder: Path, command: list[str]) -> tuple[Ending, Transcript]:
        for _ in range(MAX_RUNS if self.engine.again else 1):
            ending = run(command, folder, environment(folder), self.limits)
            log = _read(folder / JOB / Path(SOURCE).with_suffix(".log")) or _read(folder / SAID)
            self.log = log[:_MAX_LOG].decode("utf-8", "replace")
            transcript = read_log(self.log)
            if ending != "done" or not transcript.again:
                break
        return ending, transcript


def _read(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
