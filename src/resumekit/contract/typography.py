"""Typography: text that is legible, and that is extracted as words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .boxes import TextRun, selector_of
from .finding import Finding
from .sample_render import SampleRender

WIDEST_SPACING = 0.08
"""In em. From a tenth of an em, extractors see a space between letters."""

SMALLEST = 8.0
SMALLEST_BODY = 8.5
"""In points: the smallest size of any text, and of the size that most text is set in."""

_ROUNDING = 0.01


def wide_letter_spacing(render: SampleRender) -> Iterator[Finding]:
    """Find letter spacing so wide that extractors see spaces between letters."""
    for run in render.text_runs:
        spacing = run.box.style["letter_spacing"]
        if not isinstance(spacing, str) and spacing > (WIDEST_SPACING + _ROUNDING / 10) * run.box.style["font_size"]:
            em = spacing / run.box.style["font_size"]
            message = f"`{selector_of(run.box)}` has letters {em:.2f} em apart, which are extracted as separate words"
            hint = f"use a letter-spacing of at most {WIDEST_SPACING} em"
            yield Finding("letter-spacing", message, hint, run.box, "letter-spacing")


def altered_words(render: SampleRender) -> Iterator[Finding]:
    """Find words that are hyphenated automatically, and small capitals."""
    for run in _words(render):
        name, style = selector_of(run.box), run.box.style
        if style["hyphens"] == "auto":
            message = f"`{name}` hyphenates words, so a search does not find them"
            yield Finding("automatic-hyphens", message, "set hyphens: manual", run.box, "hyphens")
        if style["font_variant_caps"] != "normal":
            message = f"`{name}` is set in small capitals, which are extracted as lower-case letters"
            hint = "use text-transform: uppercase at a smaller size"
            yield Finding("small-caps", message, hint, run.box, "font-variant-caps")


def small_text(render: SampleRender) -> Iterator[Finding]:
    """Find text that is too small to read on paper."""
    for run in render.text_runs:
        if run.has_letters_or_digits and run.size_in_points < SMALLEST - _ROUNDING:
            message = f"`{selector_of(run.box)}` is set in {_pt(run.size_in_points)}; the minimum is {_pt(SMALLEST)}"
            yield Finding("small-text", message, f"set font-size to {_pt(SMALLEST)} or more", run.box, "font-size")
    body = _body_text(render) if render.sample.name == "long" else None
    if body and body.size_in_points < SMALLEST_BODY - _ROUNDING:
        size = _pt(body.size_in_points)
        message = f"most of the text is set in {size}; the minimum for body text is {_pt(SMALLEST_BODY)}"
        yield Finding("small-text", message, f"set font-size to {_pt(SMALLEST_BODY)} or more", body.box, "font-size")


def _body_text(render: SampleRender) -> TextRun | None:
    """Return a text in the size that most of the text is set in."""
    characters = Counter[float]()
    for run in render.text_runs:
        characters[round(run.size_in_points, 2)] += len(run.text)
    sizes = [size for size, _ in characters.most_common(1)]
    return next((run for run in render.text_runs if round(run.size_in_points, 2) in sizes), None)


def _words(render: SampleRender) -> Iterator[TextRun]:
    for run in render.text_runs:
        if run.has_letters_or_digits:
            yield run


def _pt(size_in_points: float) -> str:
    return f"{size_in_points:.4g} pt"
