"""Import WeasyPrint late, with a clear message if the machine lacks its libraries."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stdout
from typing import Any

from resumekit.errors import Problem, TypesetError

INSTALL = {
    "linux": "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0   (Debian, Ubuntu; elsewhere: pango, harfbuzz)",
    "darwin": "brew install pango",
    "win32": "pacman -S mingw-w64-ucrt-x86_64-pango   (in MSYS2)",
}
"""The command that installs Pango, by `sys.platform`."""


def import_weasyprint() -> Any:
    """Import WeasyPrint.

    Raises:
        TypesetError: Pango or another system library is missing; the hint is the command that installs it.
    """
    if "weasyprint" in sys.modules:
        return sys.modules["weasyprint"]
    try:
        # If a library is missing, WeasyPrint prints a banner on standard output before it raises.
        with redirect_stdout(io.StringIO()):
            import weasyprint
    except OSError as error:
        library = str(error).partition("'")[2].partition("'")[0] or "pango"
        hint = INSTALL.get(sys.platform, "install Pango 1.44 or newer")
        raise TypesetError(
            Problem("no-pango", f"WeasyPrint needs a library that is missing: {library}", hint=hint)
        ) from None
    return weasyprint


def pango_version() -> str:
    """Return the version of the Pango that WeasyPrint has loaded."""
    from weasyprint.text.ffi import pango

    number = int(pango.pango_version())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def subsets_with_harfbuzz() -> bool:
    """Return whether HarfBuzz's subsetter is available; without it fontTools makes the subsets, slowly."""
    from weasyprint.text.ffi import harfbuzz_subset

    return harfbuzz_subset is not None
