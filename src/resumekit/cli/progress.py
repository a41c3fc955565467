"""Progress through the stages, shown on a terminal only."""

from __future__ import annotations

import sys
import time

import typer

_CLEAR_LINE = "\r\x1b[2K"


class Progress:
    """Shows the current stage, and at the end, with `-v`, how long each stage took."""

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        self._live = sys.stderr.isatty() and not quiet
        self._verbose = verbose and not quiet
        self._times: list[tuple[str, float]] = []
        self.began = time.perf_counter()

    def __call__(self, stage: str) -> None:
        """Note that a stage begins."""
        self._times.append((stage, time.perf_counter()))
        if self._live:
            names = " → ".join(name for name, _ in self._times)
            typer.echo(f"{_CLEAR_LINE}{typer.style(names, dim=True)}", err=True, nl=False)

    def clear(self) -> None:
        """Erase the progress line so that other text can follow."""
        if self._live:
            typer.echo(_CLEAR_LINE, err=True, nl=False)

    def finish(self, summary: str) -> None:
        """Print a summary, and with `-v` the milliseconds of each stage."""
        self.clear()
        ends = [began for _, began in self._times[1:]] + [time.perf_counter()]
        if self._verbose:
            for (stage, began), end in zip(self._times, ends, strict=True):
                typer.echo(f"{stage:>9} {1000 * (end - began):5.0f} ms", err=True)
        if self._live:
            typer.echo(f"{summary} in {time.perf_counter() - self.began:.2f} s", err=True)
