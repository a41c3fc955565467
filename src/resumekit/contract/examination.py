"""A theme, examined: every sample is set in it, every rule is held against what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from resumekit.errors import Problem
from resumekit.theming import Theme

from . import arrival, lettering, order, painting, structure, visibility
from .css_source_map import Origins
from .finding import Finding, Rule
from .readers import INSTALL, READERS
from .samples import SAMPLES
from .trial import Trial, attempt

RULES: tuple[Rule, ...] = (
    arrival.fields,
    arrival.texts,
    arrival.marks,
    arrival.pictures,
    arrival.remarks,
    order.reading_order,
    painting.painting_order,
    painting.flex_depth,
    painting.inline_svg,
    lettering.letter_spacing,
    lettering.whole_words,
    lettering.sizes,
    visibility.seen,
    structure.headings,
    structure.descriptions,
    structure.metadata,
    structure.margins,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of it: problems, each once however often it was met; and how much was looked at, by which readers."""

    theme: Theme
    problems: tuple[Problem, ...]
    samples: tuple[str, ...]
    pages: int
    readers: tuple[str, ...]


def examine(
    theme: Theme, samples: Sequence[str] = tuple(SAMPLES), design: Callable[[Trial], None] = lambda trial: None
) -> Verdict:
    """Hold a theme against every rule; `look` gets each sample once it is on the page.

    Raises:
        ThemeError: its template is broken.
        TypesetError: WeasyPrint is missing, or gave up.
    """
    met: dict[Problem, list[str]] = {}
    pages, readers = 0, set[str]()
    for name in samples:
        trial = attempt(theme, SAMPLES[name]())
        design(trial)
        pages += len(trial.pages)
        if trial.sample.words:
            readers |= {*trial.readings}
        for problem in _problems(trial):
            met.setdefault(problem, []).append(name)
    problems = [_in_samples(problem, found, samples) for problem, found in met.items()]
    skipped = (_skipped(name) for name in READERS if readers and name not in readers)
    return Verdict(
        theme, (*problems, *skipped), tuple(samples), pages, tuple(name for name in READERS if name in readers)
    )


def _problems(trial: Trial) -> Iterator[Problem]:
    """Yield what is wrong with a sample: of what comes from one place, what is said first."""
    origins = Origins(trial.theme, trial.root)
    seen: set[object] = set()
    for rule in RULES:
        for finding in _joined(rule(trial)):
            problem = _problem(finding, origins)
            key = (problem.code, problem.location or problem.message)
            if key not in seen:
                seen.add(key)
                yield problem


def _joined(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Make one finding of what several readers noticed; it says which they are."""
    noticed: dict[Finding, list[str]] = {}
    for finding in findings:
        noticed.setdefault(replace(finding, reader=""), []).append(finding.reader)
    for finding, readers in noticed.items():
        by = ", ".join(dict.fromkeys(readers))
        yield replace(finding, message=f"{finding.message} by {by}") if by else finding


def _problem(finding: Finding, origins: Origins) -> Problem:
    location = None
    if finding.markup:
        location = origins.of_markup(finding.markup)
    elif finding.box is not None:
        location = origins.of_property(finding.box, finding.css)
    elif finding.css:
        location = origins.of_remark(finding.css)
    return Problem(finding.code, finding.message, location, file=origins.template, hint=finding.hint)


def _in_samples(problem: Problem, found: Sequence[str], tried: Sequence[str]) -> Problem:
    """Say in which samples a problem was met."""
    where = "all samples" if len(found) == len(tried) > 1 else f"the sample{'s' * (len(found) > 1)} {', '.join(found)}"
    return replace(problem, hint=f"{problem.hint} (in {where})")


def _skipped(reader: str) -> Problem:
    install = INSTALL.get(reader.split()[0])
    return Problem("reader-skipped", f"{reader} is not here, and did not read", hint=install, severity="info")
