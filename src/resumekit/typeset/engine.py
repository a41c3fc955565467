"""WeasyPrint, imported late, quickly, and with a clear word where the machine lacks its libraries."""

from __future__ import annotations

import ctypes.util
import importlib.util
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import Any

from resumekit.errors import Problem, TypesetError

INSTALL = {
    "linux": "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0   (Debian, Ubuntu; elsewhere: pango, harfbuzz)",
    "darwin": "brew install pango",
    "win32": "pacman -S mingw-w64-ucrt-x86_64-pango   (in MSYS2)",
}
"""The line that installs Pango, by `sys.platform`."""


def load_engine() -> Any:
    """Import WeasyPrint.

    Raises:
        TypesetError: Pango or another system library is missing; says the line that installs it.
    """
    try:
        # WeasyPrint prints a banner on standard output before it raises.
        with redirect_stdout(io.StringIO()), _quickly():
            import weasyprint
    except OSError as error:
        library = str(error).partition("'")[2].partition("'")[0] or "pango"
        hint = INSTALL.get(sys.platform, "install Pango 1.44 or newer")
        raise TypesetError(
            Problem("no-pango", f"WeasyPrint needs a library that is not here: {library}", hint=hint)
        ) from None
    return weasyprint


@contextmanager
def _quickly() -> Iterator[None]:
    """Spare the import what it does not need: half of its time.

    On Linux, where libraries have the same exact names everywhere, they are opened by these names only: otherwise each
    of WeasyPrint's guesses has ctypes run ldconfig, gcc and ld, 86 processes in all. And fontTools' subsetter is
    loaded only if HarfBuzz's is missing.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    _postpone("fontTools.subset")
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _postpone(name: str) -> None:
    """Let a module be imported in name only, until something in it is used."""
    package, _, attribute = name.rpartition(".")
    if name in sys.modules or not (spec := importlib.util.find_spec(name)) or not spec.loader:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    setattr(sys.modules[package], attribute, module)
    spec.loader.exec_module(module)


def pango_version() -> str:
    """Return the version of the Pango that WeasyPrint has loaded."""
    from weasyprint.text.ffi import pango

    number = int(pango.pango_version())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


def subsets_with_harfbuzz() -> bool:
    """Tell whether HarfBuzz's subsetter is there; without it fontTools does the work, slowly."""
    from weasyprint.text.ffi import harfbuzz_subset

    return harfbuzz_subset is not None
