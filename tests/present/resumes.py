"""Résumés for tests: written in YAML as people do, or made so that every field holds a word of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from textwrap import dedent

import yaml

from resumekit.contract.filler import Filler as Words
from resumekit.load import Document, parse
from resumekit.present import ResumeView, present
from resumekit.schema import Resume, validate
from resumekit.tailor import translate


def document_of(text: str, folder: Path = Path()) -> Document:
    """Read a résumé from YAML."""
    return parse(dedent(text).encode(), name="resume.yaml", folder=folder)


def resume_of(text: str) -> Resume:
    """Read and validate a résumé, in its own language."""
    return translate(validate(document_of(text))[0])


def view_of(text: str) -> ResumeView:
    """Present a résumé."""
    return present(resume_of(text))


def strings_in(value: object) -> Iterator[str]:
    """Yield every text in a view, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings_in(getattr(value, field.name))


class Filler(Words):
    """Fills a résumé with a word in every field; see `resumekit.contract.filler`."""

    def resume(self) -> str:
        """Return the résumé as YAML."""
        return yaml.safe_dump(self.data(), allow_unicode=True, sort_keys=False)
