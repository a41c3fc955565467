"""WeasyPrint's content streams, changed so that more readers extract their text in order."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

from .actual_text import Drawn, NotingFonts, needs_actual_text, stream_with_actual_text
from .drawing import Drawing
from .drawing_order import set_order
from .gaps import stream_with_bridges
from .typed_letters import Twins, fonts_with_twins, stream_with_typed_letters


def write_pdf(document: Any, html: str, **options: Any) -> bytes:
    """Return a WeasyPrint document as PDF, with bridged gaps, and with `ActualText` if the page needs it.

    WeasyPrint itself is not changed: another thread may write a PDF of its own meanwhile.
    """
    from weasyprint.pdf import generate_pdf
    from weasyprint.pdf.fonts import build_fonts_dictionary
    from weasyprint.pdf.stream import Stream

    replaced: dict[str, Any] = {"ColorProfile": _color_profile}
    drawing = Drawing(document)
    set_order(document)
    stream = stream_with_bridges(Stream, html, drawing)
    if needs_actual_text(html):
        drawn: Drawn = []
        document.fonts = NotingFonts(drawn)
        stream = stream_with_actual_text(stream, drawn)
    if drawing.has_letters:
        twins: Twins = {}
        stream = stream_with_typed_letters(stream, drawing, twins)
        replaced["build_fonts_dictionary"] = fonts_with_twins(build_fonts_dictionary, twins)
    stream.clone = _with_globals(Stream.clone, Stream=stream)  # type: ignore[attr-defined]
    generate = _with_globals(generate_pdf, Stream=stream, **replaced)
    pdf: bytes = _with_globals(type(document).write_pdf, generate_pdf=generate)(document, **options)
    return pdf


def _color_profile(file: Any, *details: Any) -> Any:
    """Return WeasyPrint's colour profile, and close its file, which WeasyPrint 70 leaves open."""
    from weasyprint.css import ColorProfile

    with file:
        return ColorProfile(file, *details)


def _with_globals(function: FunctionType, **replaced: Any) -> Callable[..., Any]:
    """Return a copy of a function that sees other values for some of its globals."""
    copy = FunctionType(
        function.__code__,
        {**function.__globals__, **replaced},
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy
