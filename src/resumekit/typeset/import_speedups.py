"""Import WeasyPrint in half the time, by skipping work that it repeats at each start.

For the command's own processes only: this changes what other code in the process would import. A program that uses
resumekit as a library imports WeasyPrint the usual way.

Measured on a cold build of two pages: no search for libraries saves 20 %, parsed declarations 11 %, a partial fontTools
8 %. The PDF is identical, byte for byte.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from .folders import BUNDLED_FONTS
from .fontconfig import only_fonts_in
from .weasyprint_import import import_weasyprint


def import_weasyprint_quickly() -> None:
    """Import WeasyPrint into the command's process.

    Raises:
        TypesetError: a system library is missing.
    """
    with only_fonts_in([BUNDLED_FONTS]), _without_repeated_work():
        import_weasyprint()


@contextmanager
def _without_repeated_work() -> Iterator[None]:
    _defer("fontTools.subset", "Options", "Subsetter")  # HarfBuzz makes the subsets
    _defer("fontTools.varLib.instancer", "instantiateVariableFont")  # few fonts are variable
    _defer("fontTools.ttLib.woff2", "decompress")  # or compressed
    if sys.platform != "linux":
        yield
        return
    import cffi

    search, ffi = ctypes.util.find_library, cffi.FFI
    # On Linux, libraries have the same exact names everywhere. Each of WeasyPrint's other guesses would have ctypes
    # run ldconfig, gcc and ld: 86 processes in all.
    ctypes.util.find_library = lambda name: None
    if _matches_declarations():
        from .pango_declarations import ffi as declared

        cffi.FFI = lambda: declared
    try:
        yield
    finally:
        ctypes.util.find_library, cffi.FFI = search, ffi


def _matches_declarations() -> bool:
    """Return whether the installed WeasyPrint declares exactly what `pango_declarations` holds."""
    from .pango_declarations import SHA256

    package = importlib.util.find_spec("weasyprint")
    if "weasyprint" in sys.modules or not package or not package.origin:
        return False
    source = Path(package.origin).parent / "text" / "ffi.py"
    return source.is_file() and hashlib.sha256(source.read_bytes()).hexdigest() == SHA256


def _defer(name: str, *callables: str) -> None:
    """Put a placeholder for a module in `sys.modules`, which imports the real one when a callable is called."""
    if name in sys.modules:
        return
    placeholder = ModuleType(name)

    def forward(callable_: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if sys.modules.get(name) is placeholder:
                del sys.modules[name]
            return getattr(importlib.import_module(name), callable_)(*args, **options)

        return call

    for callable_ in callables:
        setattr(placeholder, callable_, forward(callable_))
    sys.modules[name] = placeholder
