"""`private`: each path must name a field that exists, or a public build would print what it is meant to omit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from resumekit.errors import Problem
from resumekit.load import KeyPath

from ..field_paths import Inseparable, UnknownPath, named_as_in, refuse_inseparable, resolve, suggested_path
from .rule_context import RuleContext

_SUGGESTIONS = 100
"""At most this many problems get a suggestion: finding one takes time, and nobody reads more."""


def private_paths(context: RuleContext) -> Iterator[Problem]:
    """Yield an error for each path of `private` that does not exist, or whose field cannot be omitted on its own."""
    absences = _Absences(context)
    suggestions = 0
    for index, path in enumerate(context.resume.private):
        where = ("private", index)
        try:
            refuse_inseparable(context.resume, resolve(context.resume, path))
        except UnknownPath as fault:
            if fault.is_item and absences.can_be_explained(path, fault.holder):
                continue
            suggestions += 1
            suggestion = suggested_path(context.resume, path) if suggestions <= _SUGGESTIONS else None
            message = f"{fault}; did you mean '{suggestion}'?" if suggestion else str(fault)
            yield context.problem("unknown-path", message, where, hint=None if suggestion else fault.hint)
        except Inseparable as fault:
            message = f"'{path}' cannot be omitted on its own: {fault}"
            hint = f"list '{fault.holder}' to omit all of it"
            yield context.problem("required-field", message, where, hint=hint)


class _Absences:
    """Why a résumé may lack an item that `private` names: it is invalid, or a variant adds or replaces it."""

    def __init__(self, context: RuleContext) -> None:
        self._context = context

    def can_be_explained(self, path: str, holder: KeyPath) -> bool:
        """Return whether an item of `holder` that the path leads to is absent for such a reason."""
        if any(holder[:length] in self._context.missing for length in range(len(holder) + 1)):
            return True
        if self._context.is_set_by_variant(*holder):
            return True
        item = tuple(named_as_in(self._context.document, path).split("."))[: len(holder) + 1]
        return item in self._above_assigned or any(
            _leads_somewhere(value, item[length:])
            for length in range(1, len(item) + 1)
            for value in self._assigned[item[:length]]
        )

    @cached_property
    def _assigned(self) -> defaultdict[tuple[str, ...], list[Any]]:
        """The values that variants `set`, by the steps of their paths."""
        made = defaultdict[tuple[str, ...], list[Any]](list)
        for variant in self._context.resume.variants.values():
            for path, value in variant.set.items():
                made[tuple(named_as_in(self._context.document, path).split("."))].append(value)
        return made

    @cached_property
    def _above_assigned(self) -> frozenset[tuple[str, ...]]:
        """The steps to everything that a variant creates on the way to the values it sets."""
        return frozenset(steps[:length] for steps in self._assigned for length in range(1, len(steps)))


def _leads_somewhere(value: Any, steps: Sequence[str]) -> bool:
    for step in steps:
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return False
    return True
