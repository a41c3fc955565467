"""A finding of a rule on a page, before it is traced to a location in the theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from resumekit.codes import Code
from resumekit.errors import SourceLocation

from .sample_render import SampleRender


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule, with what is needed to find its cause in the theme.

    The cause is at a `location`, or a `box` with the property `css`, or template code that starts with `markup`, or the
    style that an `engine_message` refers to. A finding of one `extractor` has a message to which "by EXTRACTOR" can be
    appended: "`field` is not found".
    """

    code: Code
    message: str
    hint: str
    box: Any = None
    css: str = ""
    markup: str = ""
    engine_message: str = ""
    location: SourceLocation | None = None
    extractor: str = ""


Rule = Callable[[SampleRender], Iterator[Finding]]
