"""The kinds of files that a résumé can be imported from, and who reads each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from resumekit.errors import LoadError, Problem, UsageError, did_you_mean

from .draft import Draft
from .imported import Imported
from .original import Original


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one kind of file.

    Its module has `knows(original) -> bool`, which tells by what is in a file whether it is of that kind, and
    `read(original)`, which returns a Draft; or an Imported, if the file holds a source as it stands.
    """

    title: str
    module: str

    def knows(self, original: Original) -> bool:
        """Tell whether a file is of this kind."""
        known: bool = self._function("knows")(original)
        return known

    def read(self, original: Original) -> Draft | Imported:
        """Return what is in a file of this kind."""
        made: Draft | Imported = self._function("read")(original)
        return made

    def _function(self, name: str) -> Callable[[Original], Any]:
        function: Callable[[Original], Any] = getattr(import_module(f".{self.module}", __package__), name)
        return function


READERS: dict[str, Reader] = {
    "pdf": Reader("a PDF", "own_pdf"),
    "rendercv": Reader("RenderCV", "rendercv"),
    "yamlresume": Reader("YAMLResume", "yamlresume"),
    "fresh": Reader("FRESH", "fresh"),
    "linkedin": Reader("LinkedIn's data archive", "linkedin"),
    "csl": Reader("CSL-JSON", "csl"),
    "bibtex": Reader("BibTeX", "bibtex"),
    "europass": Reader("Europass", "europass"),
    "json-resume": Reader("JSON Resume", "json_resume"),
    "docx": Reader("a Word document", "word_document"),
    "text": Reader("plain text or Markdown", "plain_text"),
}
"""What can be imported, by the names that `--from` knows; the first that knows a file reads it."""

MAPPINGS = ("rendercv", "yamlresume", "fresh")
"""Those of them that are JSON or YAML with other keys than ours, so that they can be built as they are."""


def read(original: Original, kind: str | None = None, *, folder: Path = Path()) -> Imported:
    """Return the résumé in a file; `kind` names the reader where it cannot be told from what is in the file.

    `folder` is where the résumé is to stand, and its pictures with it.

    Raises:
        LoadError: see the door plate of this package.
        UsageError: there is no such kind.
    """
    reader = _named(kind) if kind else _knowing(original)
    made = reader.read(original)
    return made if isinstance(made, Imported) else _written(made, reader, original, folder)


def _written(draft: Draft, reader: Reader, original: Original, folder: Path) -> Imported:
    """Return a draft as a `resume.yaml`, with an account of what became of the file's values."""
    from .account import account
    from .settling import settled

    made = settled(draft, folder, f"Imported: {reader.title}.")
    return Imported("resume.yaml", made.text.encode(), account(made, draft.losses, original))


def _named(kind: str) -> Reader:
    if kind in READERS:
        return READERS[kind]
    suggestion = did_you_mean(kind, READERS)
    message = f"no format '{kind}'" + (f"; {suggestion}" if suggestion else "")
    raise UsageError(Problem("unknown-format", message, hint=f"there are {', '.join(READERS)}"))


def _knowing(original: Original) -> Reader:
    for reader in READERS.values():
        if reader.knows(original):
            return reader
    hint = f"what can be imported: {', '.join(reader.title for reader in READERS.values())}"
    raise LoadError(Problem("no-reader", "this kind of file cannot be imported", file=original.name, hint=hint))
