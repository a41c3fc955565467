"""The order of painting, in which machines read: nothing may be painted before or after what it stands between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .boxes import named
from .finding import Finding
from .trial import Trial

_MOST_FLEX = 3
"""So many flex boxes may be inside each other; with more, a page takes seconds."""

_LATE: dict[str, Callable[[Any], bool]] = {
    "position": lambda style: style["position"] != "static",
    "opacity": lambda style: style["opacity"] < 1,
    "transform": lambda style: bool(style["transform"]),
    "overflow": lambda style: style["overflow"] != "visible",
}
"""The properties by which a box is painted after the others (CSS 2.1, appendix E, as WeasyPrint does it)."""


def painting_order(trial: Trial) -> Iterator[Finding]:
    """Find text that is painted out of its turn: floats, markers outside of their item, positioned boxes."""
    for box, lineage in _holding_text(trial):
        if box.is_outside_marker:
            yield Finding(
                "outside-marker",
                f"the markers of `{named(lineage[-2])}` are outside of it: machines read them after the page",
                "write the mark into the text, as the macro `bullets` does",
                box,
                "list-style-position",
            )
        elif box.style["float"] != "none":
            hint = "use a table or a grid for what stands side by side"
            message = f"`{named(box)}` floats: machines read it before all else on the page"
            yield Finding("floating-text", message, hint, box, "float")
        elif not any(above.is_outside_marker for above in lineage):
            yield from _late(box)


def _late(box: Any) -> Iterator[Finding]:
    for css, is_late in _LATE.items():
        if is_late(box.style):
            message = f"`{named(box)}` has {css} {_value(box, css)}: machines read its text after all other"
            hint = "only what has no text may be positioned, transparent, turned or cut off"
            yield Finding("painted-late", message, hint, box, css)


def flex_depth(trial: Trial) -> Iterator[Finding]:
    """Find flex boxes inside flex boxes inside flex boxes, and one more."""
    for lineage in trial.boxes:
        if _is_flex(lineage[-1]) and sum(map(_is_flex, lineage)) > _MOST_FLEX:
            message = f"`{named(lineage[-1])}` is a flex box inside {_MOST_FLEX} others: layout takes ever longer"
            yield Finding("deep-flex", message, "use blocks, tables or a grid further in", lineage[-1], "display")


def inline_svg(trial: Trial) -> Iterator[Finding]:
    """Find drawings in the page's markup: each is a picture without a description in the PDF."""
    for lineage in trial.boxes:
        element = lineage[-1].element
        if element is not None and str(element.tag).endswith("}svg"):
            hint = "make it the background of an empty box, or an <img> with a text for `alt`"
            yield Finding("inline-svg", "an <svg> stands in the page", hint, markup="<svg")


def _holding_text(trial: Trial) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield each box that text stands in, once, with those around it."""
    seen: set[int] = set()
    for piece in trial.pieces:
        if piece.in_margin:
            continue
        for depth, box in enumerate(piece.lineage):
            if id(box) not in seen:
                seen.add(id(box))
                yield box, piece.lineage[: depth + 1]


def _is_flex(box: Any) -> bool:
    return type(box).__name__ in {"FlexBox", "InlineFlexBox"}


def _value(box: Any, css: str) -> str:
    value = box.style[css]
    return str(value) if isinstance(value, str | int | float) else "set"
