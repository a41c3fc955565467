"""Paint order, which is the order of text extraction: no text may be painted before or after its turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .boxes import selector_of
from .finding import Finding
from .sample_render import SampleRender

_MAX_FLEX_DEPTH = 3
"""The most flex boxes nested in each other; with more, a page takes seconds."""

_PAINTED_LATE: dict[str, Callable[[Any], bool]] = {
    "position": lambda style: style["position"] != "static",
    "opacity": lambda style: style["opacity"] < 1,
    "transform": lambda style: bool(style["transform"]),
    "overflow": lambda style: style["overflow"] != "visible",
}
"""The properties that cause a box to be painted after the others (CSS 2.1, appendix E, as WeasyPrint implements it)."""


def text_painted_out_of_order(render: SampleRender) -> Iterator[Finding]:
    """Find text that is painted out of order: floats, outside markers, positioned boxes."""
    for box, lineage in _holding_text(render):
        if box.is_outside_marker:
            yield Finding(
                "outside-marker",
                f"`{selector_of(lineage[-2])}` has an outside marker, which is extracted after the rest of the page",
                "print the marker as text, as the macro `bullets` does",
                box,
                "list-style-position",
            )
        elif box.style["float"] != "none":
            hint = "place boxes side by side with a table or a grid"
            message = f"`{selector_of(box)}` floats, so its text is extracted before the rest of the page"
            yield Finding("floating-text", message, hint, box, "float")
        elif not any(above.is_outside_marker for above in lineage):
            yield from _late(box)


def _late(box: Any) -> Iterator[Finding]:
    for css, is_late in _PAINTED_LATE.items():
        if is_late(box.style):
            setting = f"`{selector_of(box)}` has `{css}` {_value(box, css)}"
            message = f"{setting}, so its text is extracted after the rest of the page"
            hint = "only boxes without text may be positioned, transparent, transformed or clipped"
            yield Finding("painted-late", message, hint, box, css)


def deeply_nested_flex(render: SampleRender) -> Iterator[Finding]:
    """Find flex boxes that are nested too deeply."""
    for lineage in render.boxes:
        box = lineage[-1]
        if _is_flex(box) and sum(map(_is_flex, lineage)) > _MAX_FLEX_DEPTH:
            message = f"`{selector_of(box)}` is a flex box inside {_MAX_FLEX_DEPTH} others, which makes layout slow"
            yield Finding("deep-flex", message, "use blocks, tables or a grid for the inner levels", box, "display")


def _holding_text(render: SampleRender) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Yield each box that contains text, once, with its lineage."""
    seen: set[int] = set()
    for run in render.text_runs:
        if run.in_margin:
            continue
        for depth, box in enumerate(run.lineage):
            if id(box) not in seen:
                seen.add(id(box))
                yield box, run.lineage[: depth + 1]


def _is_flex(box: Any) -> bool:
    return type(box).__name__ in {"FlexBox", "InlineFlexBox"}


def _value(box: Any, css: str) -> str:
    value = box.style[css]
    return str(value) if isinstance(value, str | int | float) else "set"
