"""Runs the contract: renders every sample in a theme, and checks every rule against the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from resumekit.errors import Problem, ThemeError
from resumekit.pdfium import TooManyPixels
from resumekit.processes import Limits, OutOfTime, limited
from resumekit.theming import Theme

from . import accessibility, completeness, paint_order, reading_order, safety, typography, visibility
from .css_source_map import ThemeSourceMap
from .extractors import EXTRACTORS, INSTALL_COMMANDS
from .finding import Finding, Rule
from .sample_render import SampleRender, render_sample
from .samples import SAMPLES

RULES: tuple[Rule, ...] = (
    completeness.missing_fields,
    completeness.missing_texts,
    completeness.missing_list_markers,
    completeness.missing_pictures,
    completeness.engine_messages,
    reading_order.wrong_reading_order,
    paint_order.text_painted_out_of_order,
    paint_order.deeply_nested_flex,
    safety.unsafe_page,
    typography.wide_letter_spacing,
    typography.altered_words,
    typography.small_text,
    visibility.hidden_text,
    accessibility.heading_order,
    accessibility.missing_alt,
    accessibility.wrong_metadata,
    accessibility.margin_only_text,
)

LIMITS = Limits(seconds=10, memory=1_000_000_000)
"""For one sample, not counting its template and layout; bundled themes take up to two seconds on a slow machine."""


@dataclass(frozen=True, slots=True)
class ContractReport:
    """The result: problems, each listed once, and what was tested, with which extractors."""

    theme: Theme
    problems: tuple[Problem, ...]
    samples: tuple[str, ...]
    pages: int
    extractors: tuple[str, ...]


def run_contract(
    theme: Theme,
    samples: Sequence[str] = tuple(SAMPLES),
    on_render: Callable[[SampleRender], None] = lambda render: None,
) -> ContractReport:
    """Check a theme against every rule; `on_render` is called with each rendered sample.

    Only for processes of our own: it limits their main thread for each sample.

    Raises:
        ThemeError: its template is broken, or checking a page takes too much time or memory.
        TypesetError: WeasyPrint is missing or failed.
    """
    found: dict[Problem, list[str]] = {}
    pages, extractors = 0, set[str]()
    for name in samples:
        with _limits_of(theme, name):
            render = render_sample(theme, SAMPLES[name]())
            on_render(render)
            pages += len(render.pages)
            if render.sample.words:
                extractors |= {*render.extracted}
            for problem in _problems(render):
                found.setdefault(problem, []).append(name)
    problems = [_in_samples(problem, names, samples) for problem, names in found.items()]
    skipped = (_skipped(name) for name in EXTRACTORS if extractors and name not in extractors)
    return ContractReport(
        theme, (*problems, *skipped), tuple(samples), pages, tuple(name for name in EXTRACTORS if name in extractors)
    )


def untestable(theme: Theme, what: str, reason: Literal["time", "memory", "crash"], limits: Limits = LIMITS) -> Problem:
    """Return the problem with a theme whose pages could not be checked within limits."""
    spent = {
        "time": f"checking the {what} takes more than {limits.seconds:g} seconds",
        "memory": f"checking the {what} takes more than {limits.memory / 1e9:g} GB of memory",
        "crash": f"checking the {what} ends in a crash",
    }
    hint = "does it make thousands of boxes or rules, or have broken fonts?"
    return Problem("untestable-theme", f"theme '{theme.name}': {spent[reason]}", file=str(theme.folder), hint=hint)


@contextmanager
def _limits_of(theme: Theme, sample: str) -> Iterator[None]:
    try:
        with limited(LIMITS):
            yield
    except OutOfTime:
        raise ThemeError(untestable(theme, f"sample '{sample}'", "time")) from None
    except MemoryError:
        raise ThemeError(untestable(theme, f"sample '{sample}'", "memory")) from None
    except TooManyPixels as size:
        message = f"theme '{theme.name}': an image of the page has {size}"
        hint = "choose smaller paper in `@page` or in theme.yaml"
        raise ThemeError(Problem("page-too-large", message, file=str(theme.folder), hint=hint)) from None


def _problems(render: SampleRender) -> Iterator[Problem]:
    """Yield the problems of a sample; of several with one code and location, only the first."""
    source_map = ThemeSourceMap(render.design, render.root)
    seen: set[object] = set()
    for rule in RULES:
        for finding in _merged(rule(render)):
            problem = _problem(finding, source_map)
            key = (problem.code, problem.location or problem.message)
            if key not in seen:
                seen.add(key)
                yield problem


def _merged(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Merge equal findings of several extractors into one that names them."""
    noticed: dict[Finding, list[str]] = {}
    for finding in findings:
        noticed.setdefault(replace(finding, extractor=""), []).append(finding.extractor)
    for finding, extractors in noticed.items():
        by = ", ".join(dict.fromkeys(extractors))
        yield replace(finding, message=f"{finding.message} by {by}") if by else finding


def _problem(finding: Finding, source_map: ThemeSourceMap) -> Problem:
    location = finding.location
    if finding.markup:
        location = source_map.markup_location(finding.markup)
    elif finding.box is not None:
        location = source_map.declaration_of(finding.box, finding.css)
    elif finding.engine_message:
        location = source_map.message_location(finding.engine_message)
    return Problem(finding.code, finding.message, location, file=source_map.template, hint=finding.hint)


def _in_samples(problem: Problem, names: Sequence[str], tested: Sequence[str]) -> Problem:
    """Add the names of the samples that have a problem to its hint."""
    listed = f"the sample{'s' * (len(names) > 1)} {', '.join(names)}"
    where = "all samples" if len(names) == len(tested) > 1 else listed
    return replace(problem, hint=f"{problem.hint} (in {where})")


def _skipped(extractor: str) -> Problem:
    install = INSTALL_COMMANDS.get(extractor.split()[0])
    return Problem("reader-skipped", f"{extractor} is not installed and was skipped", hint=install, severity="info")
