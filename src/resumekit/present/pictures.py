"""The pictures of a view."""

from __future__ import annotations

from collections.abc import Iterator

from .view import ResumeView


def picture_files(view: ResumeView) -> Iterator[str]:
    """Yield the file of each picture in a view."""
    if view.photo:
        yield view.photo.file
    for section in view.sections:
        for entry in section.entries:
            for item in (entry, *entry.roles):
                if item.logo:
                    yield item.logo.file
                yield from (picture.file for picture in item.pictures)
