"""The kinds of files that a résumé can be imported from, and who reads each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from resumekit.errors import LoadError, Problem, UsageError, available, with_suggestion

from .draft_resume import Draft
from .import_result import Imported
from .input_file import Original


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
    "pdf": Reader("a PDF", "pdf"),
    "rendercv": Reader("RenderCV", "rendercv"),
    "yamlresume": Reader("YAMLResume", "yamlresume_reader"),
    "fresh": Reader("FRESH", "fresh_reader"),
    "linkedin": Reader("LinkedIn's data archive", "linkedin"),
    "csl": Reader("CSL-JSON", "csl_reader"),
    "bibtex": Reader("BibTeX", "bibtex_reader"),
    "europass": Reader("Europass", "europass"),
    "json-resume": Reader("JSON Resume", "json_resume_reader"),
    "docx": Reader("a Word document", "word_reader"),
    "text": Reader("plain text or Markdown", "plain_text_reader"),
}
"""What can be imported, by the names that `--from` knows; the first that knows a file reads it."""

MAPPINGS = ("rendercv", "yamlresume", "fresh", "europass")
"""Those of them that are JSON or YAML with other keys than ours, so that they can be built as they are."""


def read(
    original: Original,
    kind: str | None = None,
    *,
    folder: Path = Path(),
    settings: Mapping[str, str] = MappingProxyType({}),
) -> Imported:
    """Return the résumé in a file; `kind` names the reader where it cannot be told from what is in the file.

    `folder` is where the résumé is to stand, and its pictures with it. `settings`, the keys `theme` and `locale`, are
    to be in it whatever the file says.

    Raises:
        LoadError: see the door plate of this package.
        UsageError: there is no such kind; or there are settings, and the file holds a source that is left as it is.
    """
    reader = _named(kind) if kind else _knowing(original)
    made = reader.read(original)
    if not isinstance(made, Imported):
        return _written(replace(made, resume=_with(made.resume, settings)), reader, original, folder)
    if settings:
        message = f"'{original.name}' holds a source, which is given back as it is"
        hint = f"leave out what is to be set ({', '.join(settings)}), and say it in {made.name}"
        raise UsageError(Problem("source-as-it-is", message, hint=hint))
    return made


def _with(resume: dict[str, Any], settings: Mapping[str, str]) -> dict[str, Any]:
    """Return a draft with other settings; options of its theme stay, as themes share most of them."""
    theme = resume.get("theme")
    if "theme" in settings and isinstance(theme, dict):
        return {**resume, **settings, "theme": {**theme, "name": settings["theme"]}}
    return {**resume, **settings}


def _written(draft: Draft, reader: Reader, original: Original, folder: Path) -> Imported:
    """Return a draft as a `resume.yaml`, with an account of what became of the file's values."""
    from .import_report import account
    from .repair import settled

    made = settled(draft, folder, f"Imported: {reader.title}.")
    return Imported("resume.yaml", made.text.encode(), account(made, draft.losses, original))


def _named(kind: str) -> Reader:
    if kind in READERS:
        return READERS[kind]
    message = with_suggestion(f"no format '{kind}'", kind, READERS)
    raise UsageError(Problem("unknown-format", message, hint=available(READERS)))


def _knowing(original: Original) -> Reader:
    for reader in READERS.values():
        if reader.knows(original):
            return reader
    hint = f"what can be imported: {', '.join(reader.title for reader in READERS.values())}"
    message = "this kind of file cannot be imported" if original.data.strip() else "there is nothing in this file"
    raise LoadError(Problem("no-reader", message, file=original.name, hint=hint))
