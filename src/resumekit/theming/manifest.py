"""`theme.yaml`: a theme's name and description, and the options it declares."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from resumekit.errors import LoadError, Problem, ThemeError, with_suggestion
from resumekit.load import Document, load
from resumekit.schema.model import Model
from resumekit.schema.presentation import PageSize
from resumekit.schema.scalar_types import Lengths
from resumekit.schema.validation_problems import problems_of

MANIFEST = "theme.yaml"

OptionValue = str | bool

SHARED = Path(__file__).parent / "parts" / "options.yaml"
"""The shared options, which any theme can adopt by name."""

COLOUR = r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"
LENGTH = r"^[0-9]{1,3}(\.[0-9]{1,3})?(mm|pt)$"
NUMBER = r"^[0-9]{1,3}(\.[0-9]{1,3})?$"
FAMILY = r"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,60}$"
WORD = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,60}$"
"""A word that can be part of a class in HTML, and is harmless in CSS and TeX: templates print options as they are."""
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
_SWITCH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class _Declared(Model):
    """The common part of all options: a default, and a help text for `resumekit themes show`."""

    help: str
    default: str

    def accept(self, value: Any) -> OptionValue:
        """Return the value as style sheets and templates receive it.

        Raises:
            ValueError: it is not valid for this option; the message says why.
        """
        raise NotImplementedError

    @model_validator(mode="after")
    def _default_is_valid(self) -> Self:
        try:
            self.accept(self.default)
        except ValueError as error:
            raise PydanticCustomError("bad-default", "default: {why}", {"why": str(error)}) from None
        return self


class Colour(_Declared):
    """A colour as `#rgb` or `#rrggbb`."""

    type: Literal["color"]

    def accept(self, value: Any) -> OptionValue:
        """Return the colour in lower case."""
        if not isinstance(value, str) or not re.fullmatch(COLOUR, value):
            raise ValueError(f"'{value}' is not a colour such as #1d4f91")
        return value.lower()


class Length(_Declared):
    """A length in mm or pt, between two bounds."""

    type: Literal["length"]
    min: str = Field(pattern=LENGTH)
    max: str = Field(pattern=LENGTH)

    def accept(self, value: Any) -> OptionValue:
        """Return the length as typed."""
        if not isinstance(value, str) or not re.fullmatch(LENGTH, value):
            raise ValueError(f"'{value}' is not a length such as {self.min}")
        if not points(self.min) <= points(value) <= points(self.max):
            raise ValueError(f"{value} is not between {self.min} and {self.max}")
        return value


class Number(_Declared):
    """A number without a unit, between two bounds."""

    type: Literal["number"]
    min: str = Field(pattern=NUMBER)
    max: str = Field(pattern=NUMBER)

    def accept(self, value: Any) -> OptionValue:
        """Return the number as typed."""
        if not isinstance(value, str) or not re.fullmatch(NUMBER, value):
            raise ValueError(f"'{value}' is not a number such as {self.default}")
        if not float(self.min) <= float(value) <= float(self.max):
            raise ValueError(f"{value} is not between {self.min} and {self.max}")
        return value


SAME = "same"
"""The value of a heading font that is the same as the font of the text."""


class Font(_Declared):
    """The name of a font family, or `same`. Whether the family exists is checked when an option is set."""

    type: Literal["font"]

    def accept(self, value: Any) -> OptionValue:
        """Return the name."""
        if not isinstance(value, str) or not re.fullmatch(FAMILY, value):
            raise ValueError(f"'{value}' is not the name of a font family such as {self.default}")
        return value


class Choice(_Declared):
    """One of several words."""

    type: Literal["choice"]
    choices: tuple[Annotated[str, Field(pattern=WORD)], ...]
    yes: str | None = None
    no: str | None = None
    """The choices for which a switch stands: the option was a switch, and still accepts its values."""

    def accept(self, value: Any) -> OptionValue:
        """Return the word."""
        switched = _SWITCH.get(str(value).lower())
        if value not in self.choices and switched is not None:
            value = (self.yes if switched else self.no) or value
        if value not in self.choices:
            raise ValueError(f"'{value}' is not one of {', '.join(self.choices)}")
        return str(value)


class Toggle(_Declared):
    """On or off."""

    type: Literal["switch"]

    def accept(self, value: Any) -> OptionValue:
        """Return true or false."""
        if str(value).lower() not in _SWITCH:
            raise ValueError(f"'{value}' is not true or false")
        return _SWITCH[str(value).lower()]


_MAX_LINE = 120
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Line(_Declared):
    """A line of text, in which words in braces are filled in."""

    type: Literal["text"]
    default: str = ""
    placeholders: tuple[str, ...] = ()

    def accept(self, value: Any) -> OptionValue:
        """Return the text as typed."""
        if not isinstance(value, str):
            raise ValueError("expected text")
        if len(value) > _MAX_LINE:
            raise ValueError(f"the text has {len(value)} characters, the maximum is {_MAX_LINE}")
        if not value.isprintable():
            raise ValueError("the text contains a line break or a control character")
        for name in _PLACEHOLDER.findall(value) if self.placeholders else ():
            if name not in self.placeholders:
                known = ", ".join(f"{{{known}}}" for known in self.placeholders)
                raise ValueError(f"unknown placeholder {{{name}}}; available: {known}")
        return value


Option = Annotated[Colour | Length | Number | Font | Choice | Toggle | Line, Field(discriminator="type")]


class PageDefaults(Model):
    """The paper and margins that the theme is designed for."""

    size: PageSize = "A4"
    margin: Lengths = "16mm"


class Manifest(Model):
    """The contents of `theme.yaml`."""

    name: str
    summary: str
    version: str = "1.0"
    author: str = ""
    license: str = ""
    api: Literal["1", "2"] = "1"
    """From 2 on, `parts/layout.css` and the style sheets of the chosen layouts come before the theme's own."""
    extends: str | None = None
    page: PageDefaults = Field(default_factory=PageDefaults)
    order: tuple[str, ...] = ()
    options: dict[Annotated[str, Field(pattern="^[a-z][a-z0-9-]*$")], Option] = {}


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of the theme in a folder.

    Raises:
        ThemeError: it is missing, unreadable or invalid; with locations in `theme.yaml`.
    """
    try:
        document = load(folder / MANIFEST)
        return Manifest.model_validate(_with_shared_options(document))
    except LoadError as error:
        raise ThemeError(*error.problems) from None
    except ValidationError as error:
        raise ThemeError(*problems_of(error, document, Manifest)) from None


@cache
def shared_declarations() -> dict[str, Any]:
    """Return the declarations of the options that all themes share."""
    return load(SHARED).data


def _with_shared_options(document: Document) -> dict[str, Any]:
    """Return the manifest with the definitions of shared options completed.

    Raises:
        ThemeError: an option without a type is not a shared option.
    """
    options = document.data.get("options")
    if not isinstance(options, dict):
        return document.data
    shared = shared_declarations()
    adopted = [name for name, option in options.items() if _lacks_type(option)]
    if unknown := [name for name in adopted if name not in shared]:
        raise ThemeError(*(_missing_type(name, shared, document) for name in unknown))
    completed = {name: {**_mapping(shared[name]), **_mapping(options[name])} for name in adopted}
    return {**document.data, "options": {**options, **completed}}


def _missing_type(name: str, shared: Iterable[str], document: Document) -> Problem:
    message = with_suggestion(f"'type' is missing in options.{name}", name, shared)
    hint = "add a type, which only shared options can omit; see docs/themes.md"
    return document.problem("missing-key", message, ("options", name), of_key=True, hint=hint)


def _lacks_type(option: Any) -> bool:
    return option is None or (isinstance(option, dict) and "type" not in option)


def _mapping(option: Any) -> dict[str, Any]:
    return option if isinstance(option, dict) else {}


def millimetres(length: str) -> float:
    """Return a length such as `9.6pt` in millimetres."""
    return float(length[:-2]) * _MILLIMETRES[length[-2:]]


def points(length: str) -> float:
    """Return a length such as `25mm` in points."""
    return millimetres(length) / _MILLIMETRES["pt"]
