"""Read a file from a revision of a Git repository, which is not trusted.

The configuration of a repository can name programs that Git runs: to fetch what a partial clone lacks, to ask for a
password, to watch files. So Git is started in a way that fetches nothing and runs nothing, and only to look up one
object and to read it.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import NamedTuple

from resumekit.errors import LoadError, Problem
from resumekit.processes import program_named

from .limits import MAX_BYTES
from .loader import too_large

_SECONDS = 10
_OPTIONS = (
    *("--no-pager", "--literal-pathspecs"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "safe.bareRepository=explicit"),  # one that was committed as a folder is somebody's data
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",  # none, whatever the configuration allows: transports are what runs programs
    "GIT_NO_LAZY_FETCH": "1",  # newer versions of Git then do not even try
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOC_LIMIT": "100m",  # a few kilobytes can unpack to gigabytes
    "LC_ALL": "C",  # messages in English
}
_KEPT = re.compile(r"GIT_(CONFIG|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)")
"""The user's variables for Git that count here; others name another repository, as in a hook, or trace what it does."""

_LIST_REVISIONS = "list the revisions with `git log`"
_SYMBOLIC_LINK = "120000"
_KINDS = {"tree": "a folder", "commit": "a submodule"}


class _Entry(NamedTuple):
    """A line of `git ls-tree --long`; the size is `-` for what is not a file, and `BAD` where the object is missing."""

    mode: str
    kind: str
    object_id: str
    size: str


def read_from_git(revision: str, path: Path, name: str) -> bytes:
    """Return the content of a file as of a revision. `name` is what problems call it.

    The repository is the one that the file's folder is in, or the nearest folder above that still exists.

    Raises:
        LoadError: no Git, no repository, no such revision or file.
    """
    if path.name in {"", ".."}:
        raise _no_revision(f"'{path}' is not the name of a file", name)
    folder = next(parent for parent in path.parents if parent.is_dir())
    entry = _entry(revision, path.relative_to(folder), folder, name)
    if entry is None:
        raise _no_revision(f"'{path}' does not exist in revision '{revision}'", name, _LIST_REVISIONS)
    if entry.kind != "blob" or entry.mode == _SYMBOLIC_LINK:
        what = _KINDS.get(entry.kind, "a symbolic link")
        raise _no_revision(f"'{path}' is {what} in revision '{revision}'", name, "name a file")
    if not entry.size.isdecimal():
        hint = "resumekit never fetches; if this is a partial clone, fetch the file with Git first"
        raise _no_revision("the content of this revision is not in the repository", name, hint)
    if int(entry.size) > MAX_BYTES:
        raise too_large(name, MAX_BYTES)
    return _git(["cat-file", "blob", entry.object_id], folder, name)


def _entry(revision: str, path: Path, folder: Path, name: str) -> _Entry | None:
    """Return what is at a path in a revision, without reading it."""
    listed = _git(["ls-tree", "--long", "-z", revision, "--", str(path)], folder, name)
    return _Entry(*listed.partition(b"\t")[0].decode("ascii").split()) if listed else None


def _git(arguments: list[str], folder: Path, name: str) -> bytes:
    """Return the output of a Git command that only reads. `name` is what is being loaded, for problems."""
    if not (program := program_named("git")):
        raise _no_revision("Git is not installed", name, "install Git, or compare two files")
    try:
        exit_code, output, errors = _run([program, *_OPTIONS, *arguments], folder)
    except (OSError, ValueError) as error:  # a name that is too long, or has a NUL
        raise _no_revision(f"Git cannot be started: {getattr(error, 'strerror', None) or error}", name) from None
    if len(output) > MAX_BYTES:
        raise too_large(name, MAX_BYTES)
    if exit_code == -signal.SIGKILL:
        raise _no_revision(f"Git took more than {_SECONDS} seconds", name)
    if exit_code:
        raise _failure(errors.decode("utf-8", "replace"), name)
    return output


def _run(command: list[str], folder: Path) -> tuple[int, bytes, bytes]:
    """Return a program's exit code, output and errors, with no more of each than could be a résumé.

    A blob can be longer than its header says, and Git would write all of it.
    """
    with tempfile.TemporaryFile() as errors:
        program = subprocess.Popen(  # noqa: S603 (no shell, and a revision is never an option)
            command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors
        )
        pipe = program.stdout
        assert pipe
        timer = threading.Timer(_SECONDS, program.kill)
        timer.start()
        try:
            with pipe:
                output = pipe.read(MAX_BYTES + 1)
            exit_code = program.wait()  # its pipe is closed: if there is more, it ends with SIGPIPE
        finally:
            timer.cancel()
            program.kill()
        errors.seek(0)
        return exit_code, output, errors.read(MAX_BYTES)


def _environment() -> dict[str, str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or _KEPT.match(key)}
    return own | _ENVIRONMENT


def _failure(reported: str, name: str) -> LoadError:
    """Return Git's last `fatal:` line as an error, in our words where they are clearer."""
    lines = [line.removeprefix("fatal: ") for line in reported.splitlines() if line.startswith("fatal: ")]
    message = lines[-1] if lines else "Git cannot read the revision"
    if found := re.match(r"Not a valid object name (.+)", message):
        return _no_revision(f"unknown revision '{found[1]}'", name, _LIST_REVISIONS)
    if message.startswith("not a git repository"):
        return _no_revision("not in a Git repository", name, "compare two files instead")
    if found := re.match(r"detected dubious ownership in repository at '(.+)'", message):
        hint = f"if you trust it, run `git config --global --add safe.directory {found[1]}`"
        return _no_revision("the repository belongs to another user", name, hint)
    return _no_revision(f"Git cannot read the revision: {message}" if lines else message, name)


def _no_revision(message: str, name: str, hint: str | None = None) -> LoadError:
    return LoadError(Problem("no-revision", message, file=name, hint=hint))
