"""What no single field can tell: names that must exist, dates that must follow one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from resumekit.errors import Problem, did_you_mean
from resumekit.load import Document, KeyPath

from .entry import Period
from .partial_date import PartialDate
from .presentation import NAME_FIELDS, Arrangement, Variant, wrong_fields
from .resume import Resume

SECTIONS = (
    "summary",
    "work",
    "projects",
    "education",
    "skills",
    "languages",
    "certificates",
    "awards",
    "publications",
    "patents",
    "volunteer",
    "interests",
    "references",
)
"""The built-in sections in their usual order."""


def section_names(resume: Resume) -> tuple[str, ...]:
    """Return every name that `order`, `titles` and `hide` may use: built-in ones, then the user's own."""
    return (*SECTIONS, *(section.key for section in resume.sections))


def problems_in(resume: Resume, document: Document) -> Iterator[Problem]:
    """Yield what is wrong, or only doubtful, about a résumé whose every field is in itself all right."""
    if resume.output and resume.output.pdf == "archive":
        yield document.problem(
            "no-archive",
            "archive PDFs are not made yet: this one will be accessible, PDF/UA-1",
            ("output", "pdf"),
            severity="warning",
        )
    yield from _section_keys(resume, document)
    known = section_names(resume)
    yield from _arrangement(resume, (), known, document)
    for name, variant in resume.variants.items():
        yield from _arrangement(variant, ("variants", name), known, document)
    yield from _parents(resume.variants, document)
    for section in ("work", "volunteer", "education", "projects"):
        for index, entry in enumerate(getattr(resume, section)):
            yield from _period(entry, (section, index), document)
            for inner, position in enumerate(getattr(entry, "positions", ())):
                yield from _period(position, (section, index, "positions", inner), document)
    for number, custom in enumerate(resume.sections):
        for index, entry in enumerate(custom.entries):
            yield from _period(entry, ("sections", number, "entries", index), document)


def _section_keys(resume: Resume, document: Document) -> Iterator[Problem]:
    seen: set[str] = set(SECTIONS)
    for index, section in enumerate(resume.sections):
        if section.key in seen:
            yield document.problem(
                "duplicate-section",
                f"there is already a section '{section.key}'",
                ("sections", index, "id" if section.id else "title"),
                hint="give this one an `id` of its own",
            )
        seen.add(section.key)


def _arrangement(
    arrangement: Arrangement, path: KeyPath, known: Iterable[str], document: Document
) -> Iterator[Problem]:
    for message in wrong_fields(arrangement.output.name or "" if arrangement.output else ""):
        hint = f"there are {', '.join(NAME_FIELDS)}"
        yield document.problem("unknown-field", message, (*path, "output", "name"), hint=hint)
    known = list(known)
    lists = [(("order", index), name) for index, name in enumerate(arrangement.order)]
    lists += [(("hide", index), name) for index, name in enumerate(arrangement.hide)]
    for where, name in lists:
        if name not in known:
            yield _unknown("unknown-section", f"no section '{name}'", name, known, path + where, document)
    for name in arrangement.titles:
        if name not in known:
            yield _unknown("unknown-section", f"no section '{name}'", name, known, (*path, "titles", name), document)


def _parents(variants: Mapping[str, Variant], document: Document) -> Iterator[Problem]:
    settled = {""}
    for name in variants:
        line: dict[str, None] = {}
        step = name
        while step not in settled and step not in line and (variant := variants.get(step)):
            line[step], step = None, variant.extends or ""
        path = ("variants", next(reversed(line), name), "extends")
        if step in line:
            message = f"variant '{step}' extends itself: {' → '.join((*line, step))}"
            yield document.problem("variant-cycle", message, path)
        elif step not in settled:
            yield _unknown("unknown-variant", f"no variant '{step}'", step, variants, path, document)
        settled.update(line)


def _unknown(code: str, message: str, name: str, known: Iterable[str], path: KeyPath, document: Document) -> Problem:
    suggestion = did_you_mean(name, known)
    hint = None if suggestion else f"there are {', '.join(known)}"
    message = f"{message}; {suggestion}" if suggestion else message
    return document.problem(code, message, path, of_key="titles" in path, hint=hint)


def _period(entry: Period, path: KeyPath, document: Document) -> Iterator[Problem]:
    start, end = entry.start_date, entry.end_date
    if not start or not isinstance(end, PartialDate):
        return
    # What is not known of either date cannot contradict: 2018-05 to 2018 is in order.
    shared = min(_precision(start), _precision(end))
    if _parts(end)[:shared] < _parts(start)[:shared]:
        yield document.problem("end-before-start", f"ends {end}, before it starts {start}", (*path, "endDate"))


def _parts(date: PartialDate) -> tuple[int, int, int]:
    return (date.year, date.month, date.day)


def _precision(date: PartialDate) -> int:
    return 1 + bool(date.month) + bool(date.day)
