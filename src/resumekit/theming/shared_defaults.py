"""The value of a shared option in any theme, also in one that does not declare it.

`parts/options.yaml` declares the options that all themes share. A theme that declares one of them may change its
default; for a theme that does not, the default of the shared declaration applies, in every format.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from .manifest import Manifest, Option, OptionValue, shared_declarations

if TYPE_CHECKING:
    from .design import Design


def shared_option(design: Design, name: str) -> OptionValue:
    """Return the value of a shared option: the design's if the theme declares it, else the shared default.

    A theme's option of the same name but another type is a different option, so the shared default applies then too.
    """
    shared = _shared_options()[name]
    own = design.theme.manifest.options.get(name)
    if own and own.type == shared.type:
        return design.options[name]
    return shared.accept(shared.default)


def shared_options(design: Design) -> dict[str, OptionValue]:
    """Return the value of every shared option."""
    return {name: shared_option(design, name) for name in _shared_options()}


@cache
def _shared_options() -> Mapping[str, Option]:
    return Manifest(name="shared", summary="shared", options=shared_declarations()).options
