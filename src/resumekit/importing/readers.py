"""The list of readers, one per format, and the import itself: detect the format, read, repair, report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from resumekit.errors import LoadError, Problem, UsageError, available, with_suggestion

from .draft_resume import DraftResume
from .import_result import ImportResult
from .input_file import InputFile


@dataclass(frozen=True, slots=True)
class Reader:
    """The reader of one format.

    Its module, which is imported when it is first used, has two functions: `knows(file: InputFile) -> bool` detects the
    format from the content, and `read(file: InputFile)` returns a DraftResume, or an ImportResult if the file contains
    a source that is to be extracted unchanged.

    A format with `top_keys` is YAML or JSON and can be built without an import. A file is checked for such formats only
    if it has one of these keys at its top level, so they must not be keys of a résumé here.
    """

    title: str
    module: str
    top_keys: tuple[str, ...] = ()

    def knows(self, file: InputFile) -> bool:
        """Return whether a file is in this format."""
        known: bool = self._function("knows")(file)
        return known

    def read(self, file: InputFile) -> DraftResume | ImportResult:
        """Return the résumé in a file of this format."""
        result: DraftResume | ImportResult = self._function("read")(file)
        return result

    def _function(self, name: str) -> Callable[[InputFile], Any]:
        function: Callable[[InputFile], Any] = getattr(import_module(f".{self.module}", __package__), name)
        return function


READERS: dict[str, Reader] = {
    "pdf": Reader("PDF", "pdf"),
    "rendercv": Reader("RenderCV", "rendercv", top_keys=("cv",)),
    "yamlresume": Reader("YAMLResume", "yamlresume_reader", top_keys=("content",)),
    "fresh": Reader("FRESH", "fresh_reader", top_keys=("info", "employment", "contact", "disposition", "recognition")),
    "linkedin": Reader("LinkedIn data archive", "linkedin"),
    "csl": Reader("CSL-JSON", "csl_reader"),
    "bibtex": Reader("BibTeX", "bibtex_reader"),
    "europass": Reader("Europass", "europass", top_keys=("SkillsPassport",)),
    "json-resume": Reader("JSON Resume", "json_resume_reader"),
    "docx": Reader("Word (.docx)", "word_reader"),
    "text": Reader("plain text or Markdown", "plain_text_reader"),
}
"""The supported formats by their names for `--from`, in the order in which their readers are asked about a file."""


def import_file(
    file: InputFile,
    format_: str | None = None,
    *,
    folder: Path = Path(),
    settings: Mapping[str, str] = MappingProxyType({}),
) -> ImportResult:
    """Return the résumé in a file and the import report. Without `format_`, the format is detected from the content.

    `folder` is where the résumé will be saved, which relative paths of pictures refer to. `settings` (keys `theme` and
    `locale`) override what the file says.

    Raises:
        LoadError: see the docstring of this package.
        UsageError: the format is unknown; or there are settings, and the file contains a source that is extracted
            unchanged.
    """
    reader = _reader_named(format_) if format_ else _reader_for(file)
    result = reader.read(file)
    if not isinstance(result, ImportResult):
        return _written(replace(result, resume=_with_settings(result.resume, settings)), reader, file, folder)
    if settings:
        message = f"'{file.name}' contains its own source, which is extracted unchanged"
        hint = f"run the command without options for {', '.join(settings)}, then set {_them(settings)} in {result.name}"
        raise UsageError(Problem("source-as-it-is", message, hint=hint))
    return result


def detect_format(file: InputFile) -> str | None:
    """Return the name of the format of a file, or None if no reader knows it."""
    return next((name for name, reader in READERS.items() if reader.knows(file)), None)


def _them(settings: Mapping[str, str]) -> str:
    return "it" if len(settings) == 1 else "them"


def _with_settings(resume: dict[str, Any], settings: Mapping[str, str]) -> dict[str, Any]:
    """Return a résumé with other settings. Options of its theme are kept, since themes share most of them."""
    theme = resume.get("theme")
    if "theme" in settings and isinstance(theme, dict):
        return {**resume, **settings, "theme": {**theme, "name": settings["theme"]}}
    return {**resume, **settings}


def _written(draft: DraftResume, reader: Reader, file: InputFile, folder: Path) -> ImportResult:
    """Return a draft as `resume.yaml`, with the import report."""
    from .import_report import build_report
    from .repair import repair

    repaired = repair(draft, folder, file.name, f"Imported from {reader.title}")
    return ImportResult("resume.yaml", repaired.text.encode(), build_report(repaired, draft.losses, file))


def _reader_named(format_: str) -> Reader:
    if format_ in READERS:
        return READERS[format_]
    message = with_suggestion(f"unknown format '{format_}'", format_, READERS)
    raise UsageError(Problem("unknown-format", message, hint=available(READERS)))


def _reader_for(file: InputFile) -> Reader:
    format_ = detect_format(file)
    if format_:
        return READERS[format_]
    message = "this file format is not supported" if file.data.strip() else "the file is empty"
    hint = available(reader.title for reader in READERS.values())
    raise LoadError(Problem("no-reader", message, file=file.name, hint=hint))
