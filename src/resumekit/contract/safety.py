"""Safety: the page runs nothing, requests nothing and attaches nothing, as every build checks."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.theming.page_safety import page_problems

from .finding import Finding
from .sample_render import SampleRender


def unsafe_page(render: SampleRender) -> Iterator[Finding]:
    """Find what no page may contain."""
    for problem in page_problems(render.html, render.view, render.theme):
        yield Finding(problem.code, problem.message, problem.hint or "", location=problem.location)
