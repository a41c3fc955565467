"""Pictures that cannot be printed are omitted; each has already been reported with a warning."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from resumekit.schema import ImageFile, Model, Resume


def without_pictures(resume: Resume, files: Collection[str]) -> Resume:
    """Return the résumé without the pictures that these files hold."""
    if not files:
        return resume
    made = _without(resume, files)
    assert isinstance(made, Resume)
    return made


def _without(value: Any, files: Collection[str]) -> Any:
    if isinstance(value, tuple):
        kept = (item for item in value if not (isinstance(item, ImageFile) and item.file in files))
        made = tuple(_without(item, files) for item in kept)
        same = len(made) == len(value) and all(new is old for new, old in zip(made, value, strict=True))
        return value if same else made
    if isinstance(value, ImageFile):
        return None if value.file in files else value
    if isinstance(value, Model):
        changes = {name: new for name, old in value if (new := _without(old, files)) is not old}
        return value.model_copy(update=changes) if changes else value
    return value
