"""Selection by tags: what a variant omits."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from resumekit.schema import Model, Resume


def select(resume: Resume, include: Collection[str], exclude: Collection[str]) -> Resume:
    """Return the résumé without the items whose tags do not match: entries, roles, bullets, keywords, sections.

    An item without tags always stays. An item with tags stays if one of them is in `include`, or `include` is empty,
    and none of them is in `exclude`. Items at any depth are looked at.
    """

    def stays(item: Model) -> bool:
        tags = set(getattr(item, "tags", ()))
        return not tags or ((not include or not tags.isdisjoint(include)) and tags.isdisjoint(exclude))

    return without(resume, stays)


def without(resume: Resume, stays: Callable[[Model], bool]) -> Resume:
    """Return the résumé with only those items of its lists for which `stays` is true, in their order."""
    made = _without(resume, stays)
    assert isinstance(made, Resume)
    return made


def _without(value: Any, stays: Callable[[Model], bool]) -> Any:
    if isinstance(value, tuple):
        made = tuple(_without(item, stays) for item in value if not isinstance(item, Model) or stays(item))
        same = len(made) == len(value) and all(new is old for new, old in zip(made, value, strict=True))
        return value if same else made
    if isinstance(value, Model):
        changes = {name: new for name, old in value if (new := _without(old, stays)) is not old}
        return value.model_copy(update=changes) if changes else value
    return value
