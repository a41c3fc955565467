"""Runs the contract in a process of its own: what a theme makes of a page is unchecked input."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from resumekit.errors import ThemeError
from resumekit.processes import Limits, Unfinished, run_isolated
from resumekit.theming import Theme

from .runner import LIMITS, ContractReport, run_contract, untestable
from .sample_render import SampleRender
from .samples import SAMPLES

_WHOLE = Limits(LIMITS.seconds * len(SAMPLES), 2 * LIMITS.memory)


def run_isolated_contract(theme: Theme, on_render: Callable[[SampleRender], None]) -> ContractReport:
    """Check a theme against every rule with every sample; `on_render` is called in the process that renders them.

    Raises:
        ThemeError: its template is broken, or checking a page takes too much time or memory.
        TypesetError: WeasyPrint is missing or failed.
        OutputError: `on_render` cannot write a file.
    """
    try:
        return run_isolated(partial(run_contract, theme, on_render=on_render), _WHOLE)
    except Unfinished as ended:
        raise ThemeError(untestable(theme, "samples", ended.reason, _WHOLE)) from None
