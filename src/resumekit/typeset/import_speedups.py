"""Import WeasyPrint in half the time, by skipping work that it repeats at each start.

For the command's own processes only: this changes what other code in the process would import. A program that uses
resumekit as a library imports WeasyPrint the usual way.

Measured on a cold build of two pages: no search for libraries saves 20 %, parsed declarations 11 %, a partial fontTools
8 %, fewer rules and selectors of style sheets 5 %. The PDF is identical, byte for byte.
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

from .counter_styles import COUNTER_STYLE
from .folders import BUNDLED_FONTS
from .fontconfig import only_fonts_in
from .weasyprint_import import import_weasyprint

_UNUSED_STYLES = ("html5_ua_form.css", "html5_ph.css")
_STYLE = "html5_ua.css"


def import_weasyprint_quickly() -> None:
    """Import WeasyPrint into the command's process.

    Raises:
        TypesetError: a system library is missing.
    """
    with only_fonts_in([BUNDLED_FONTS]), _without_repeated_work(), _without_unused_styles():
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


@contextmanager
def _without_unused_styles() -> Iterator[None]:
    """Keep WeasyPrint from parsing its style sheets for form fields and for attributes such as `bgcolor`.

    It uses them with the options `pdf_forms` and `presentational_hints` only. Counter styles are parsed when a page
    needs them, by `counter_styles`. Selectors of all other rules are compiled when they are first compared with an
    element; half of them never are.
    """
    import tinycss2
    from cssselect2 import compiler

    compiler.eval = _evaluated_when_called
    parse, package = tinycss2.parse_stylesheet, importlib.util.find_spec("weasyprint")
    folder = Path(package.origin).parent / "css" if package and package.origin else Path()
    files = [folder / name for name in (*_UNUSED_STYLES, _STYLE)]
    styles = {file.read_text(encoding="utf-8"): file.name for file in files if file.is_file()}
    used = {style: COUNTER_STYLE.sub("", style) if name == _STYLE else "" for style, name in styles.items()}
    tinycss2.parse_stylesheet = lambda style, *options: parse(used.get(style, style), *options)
    try:
        yield
    finally:
        tinycss2.parse_stylesheet = parse


def _evaluated_when_called(source: str, *namespaces: dict[str, Any]) -> Callable[[Any], Any]:
    """Return the function that an expression gives, without evaluating the expression before the function is called."""
    function: Callable[[Any], Any] | None = None

    def call(argument: Any) -> Any:
        nonlocal function
        function = function or eval(source, *namespaces)  # noqa: S307 (the selectors of cssselect2)
        return function(argument)

    return call


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
