"""The files that a build reads, for `--watch`: source, includes, letter, pictures, theme and fonts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from resumekit.errors import ResumekitError
from resumekit.load import Document, default_source, load
from resumekit.schema import named_pictures
from resumekit.schema.letter import is_letter
from resumekit.schema.presentation import ThemeChoice
from resumekit.tailor import variants_of, with_settings
from resumekit.theming import find_theme

_INCLUDE = re.compile(rb"""!include\s+(?:"([^"\n]+)"|'([^'\n]+)'|([^\s"'#,\[\]{}]+))""")
"""A name in quotes, or one without; brackets and commas, which end a name in a flow mapping, are part of neither."""

_MAX_FILES = 1_000
_MAX_BYTES = 1_000_000

Snapshot = Mapping[Path, tuple[int, int, int]]
"""The inode, modification time in nanoseconds, and size of each file that exists."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build reads: single files, which need not exist yet, and folders with everything below them."""

    files: frozenset[Path]
    folders: frozenset[Path]

    def __or__(self, other: Inputs) -> Inputs:
        """Return both together."""
        return Inputs(self.files | other.files, self.folders | other.folders)

    def snapshot(self) -> Snapshot:
        """Return the state of every input on disk."""
        below = (path for folder in self.folders for path in _files_below(folder))
        return {path: state for path in {*self.files, *below} if (state := _state(path))}

    def watched_folders(self) -> tuple[Path, ...]:
        """Return the folders whose entries can change an input, each by itself; where one is missing, its parent."""
        parents = {path.parent for path in self.files}
        below = {Path(found) for folder in self.folders for found, _, _ in os.walk(folder)}
        return tuple(sorted({_existing(folder) for folder in {*parents, *self.folders, *below}}))


def inputs_of(source: Path, theme: str | None = None) -> Inputs:
    """Return what a build of a source reads, as far as it can be determined: a broken source names less.

    `theme` is that of the command line.
    """
    source = default_source(source) if source.is_dir() else source
    files, folders = set(_with_includes(source)), {source.parent / "fonts"}
    with suppress(ResumekitError):
        document = load(source)
        files |= set(map(Path, document.files))
        if is_letter(document.data):
            resume = document.folder / str(document.data.get("resume") or "resume.yaml")
            files |= {*_with_includes(resume)}
            folders |= set(_theme_folders(document, theme))
            if not resume.is_fifo():  # a named pipe would be waited for
                document = load(resume)
                files |= set(map(Path, document.files))
        for edition in _editions(document):
            files |= {edition.folder / name for name in named_pictures(edition)}
            folders |= set(_theme_folders(edition, theme))
    return Inputs(frozenset(map(_absolute, files)), frozenset(map(_absolute, folders)))


def _editions(document: Document) -> Iterator[Document]:
    yield document
    for name in variants_of(document):
        with suppress(ResumekitError):
            yield with_settings(document, name)


def _theme_folders(document: Document, theme: str | None) -> Iterator[Path]:
    """Yield the folders of the theme and those it extends; if it is broken, where it could be."""
    chosen = document.data.get("theme")
    name = theme or (chosen.get("name") if isinstance(chosen, dict) else chosen) or ThemeChoice().name
    project = Path() if theme and "/" in theme else document.folder
    try:
        yield from find_theme(str(name), project=project).lookup
    except ResumekitError:
        yield project / str(name) if "/" in str(name) else project / "themes"


def _with_includes(source: Path) -> Iterator[Path]:
    """Yield a file and those it includes, found by their tag: the file may be broken."""
    seen: set[Path] = set()
    waiting = [source]
    while waiting and len(seen) < _MAX_FILES:
        path = _absolute(waiting.pop())
        if path in seen:
            continue
        seen.add(path)
        yield path
        with suppress(OSError):
            text = _beginning(path)
            found = (name for names in _INCLUDE.findall(text) for name in names if name)
            waiting += [path.parent / os.fsdecode(name) for name in found]


def _beginning(path: Path) -> bytes:
    if not path.is_file():  # a named pipe would be waited for
        return b""
    with path.open("rb") as file:
        return file.read(_MAX_BYTES)


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_ignored(name)]
        yield from (Path(parent, name) for name in names if not _is_ignored(name))


def _existing(folder: Path) -> Path:
    return next(parent for parent in (folder, *folder.parents) if parent.is_dir())


def _is_ignored(name: str) -> bool:
    return name.startswith(".") or name.endswith("~") or name == "__pycache__"


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _absolute(path: Path) -> Path:
    """Return an absolute path; symbolic links stay, since editors replace them."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() would follow links)
