"""Numbers in place of the names of pictures, which may say what an edition omits: `jane.png` is `picture-1.png`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from resumekit.load import is_remote
from resumekit.schema import ImageFile, Model, Resume

_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".webp"})


def number_pictures(resume: Resume) -> tuple[Resume, Mapping[str, str]]:
    """Return the résumé with numbered pictures, and the name of each number's file in the résumé's folder."""
    numbers: dict[str, str] = {}
    made = _numbered(resume, numbers)
    assert isinstance(made, Resume)
    return made, {number: file for file, number in numbers.items()}


def _numbered(value: Any, numbers: dict[str, str]) -> Any:
    if isinstance(value, tuple):
        made = tuple(_numbered(item, numbers) for item in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if isinstance(value, ImageFile):
        if is_remote(value.file):
            return value
        ending = PurePosixPath(value.file).suffix.lower()
        number = f"picture-{len(numbers) + 1}{ending if ending in _ENDINGS else ''}"
        return value.model_copy(update={"file": numbers.setdefault(value.file, number)})
    if isinstance(value, Model):
        changes = {name: new for name, old in value if (new := _numbered(old, numbers)) is not old}
        return value.model_copy(update=changes) if changes else value
    return value
