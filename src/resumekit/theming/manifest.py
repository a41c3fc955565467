"""`theme.yaml`: what a theme says of itself, and the options it declares."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from resumekit.errors import LoadError, ThemeError
from resumekit.load import load
from resumekit.schema.model import Model
from resumekit.schema.presentation import PageSize
from resumekit.schema.problems import problems_of

API = 1
"""The version of the view that themes are written against."""


class _Declared(Model):
    """What all options have: a default, and a sentence for `resumekit themes show`."""

    help: str


class Colour(_Declared):
    """A colour as `#rgb` or `#rrggbb`."""

    type: Literal["color"]
    default: str


class Length(_Declared):
    """A length in mm or pt, between two bounds."""

    type: Literal["length"]
    default: str
    min: str
    max: str


class Choice(_Declared):
    """One of several words."""

    type: Literal["choice"]
    default: str
    choices: tuple[str, ...]


class Toggle(_Declared):
    """On or off."""

    type: Literal["switch"]
    default: str


Option = Annotated[Colour | Length | Choice | Toggle, Field(discriminator="type")]


class PageDefaults(Model):
    """The paper and margins that the theme was drawn for."""

    size: PageSize = "A4"
    margin: str = "16mm"


class Manifest(Model):
    """The contents of `theme.yaml`."""

    name: str
    summary: str
    version: str = "1.0"
    author: str = ""
    license: str = ""
    api: Literal["1"] = "1"
    extends: str | None = None
    page: PageDefaults = PageDefaults()
    options: dict[str, Option] = {}


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of the theme in a folder.

    Raises:
        ThemeError: missing, unreadable, or not valid; with places in `theme.yaml`.
    """
    try:
        document = load(folder / "theme.yaml")
        return Manifest.model_validate(document.data)
    except LoadError as error:
        raise ThemeError(*error.problems) from None
    except ValidationError as error:
        raise ThemeError(*problems_of(error, document, Manifest)) from None
