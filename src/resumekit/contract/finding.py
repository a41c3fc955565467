"""What a rule found on a page, before it is known where in the theme it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from resumekit.codes import Code

from .trial import Trial


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that was broken: by a box's `css`, a property, or by something in a template that begins with `markup`.

    Of what one `reader` of several noticed, the message says what is done: "`field` is not found".
    """

    code: Code
    message: str
    hint: str
    box: Any = None
    css: str = ""
    markup: str = ""
    reader: str = ""


Rule = Callable[[Trial], Iterator[Finding]]
