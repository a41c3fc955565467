"""The Jinja environment of themes: a sandbox that exposes data only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log2
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, Undefined
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from resumekit.errors import Problem, ThemeError, available, with_suggestion

from .citations import journal_html
from .html_text import address_html
from .ratings import rating
from .template_cache import template_cache
from .template_limits import MAX_CHARACTERS, MAX_DIGITS, TooLarge
from .text_width import ems, lines

PARTS = Path(__file__).parent / "parts"
"""Templates that themes can extend and import as `resumekit/…`: the page's frame, and macros for parts of an entry."""

PREFIX = "resumekit/"

_BITS_PER_DIGIT = log2(10)

NAMES = ("resume", "options", "classes", "style")
"""The variables of a template; `section` is available only in the block of that name."""

_WITHOUT_FIELDS = {
    list: ("a list", "loop over its items: {% for item in … %}"),
    str: ("text", "print it as it is"),
    Markup: ("text", "print it as it is"),
    type(None): ("an empty value", "test for it first: {% if … %}"),
}
"""Types of values that have no fields: what to call each in a message, and the hint."""


class ThemeEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which the keys of a dictionary are its only attributes.

    `entry.items` is therefore a field or an error, never a method, and templates cannot call methods of dictionaries.
    """

    intercepted_binops = frozenset(("**", "*"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply, unless the result is a number that takes too long to calculate."""
        if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
            if bits > MAX_DIGITS * _BITS_PER_DIGIT:
                raise TooLarge
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an item of a dictionary, or an attribute of any other object that the sandbox allows."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self._missing("field", attribute, obj)
        found = super().getattr(obj, attribute)
        if type(obj) in _WITHOUT_FIELDS and not hasattr(obj, attribute):
            kind, hint = _WITHOUT_FIELDS[type(obj)]
            return self.undefined(f"{kind} has no field '{attribute}'\n{hint}")
        if isinstance(obj, TemplateModule) and isinstance(found, Undefined):
            return self._missing("macro", attribute, [name for name in vars(obj) if not name.startswith("_")])
        return found

    def _missing(self, kind: str, name: str, known: Iterable[str]) -> Undefined:
        """Return an undefined value that raises when used: the first line is the message, the second the hint."""
        message = with_suggestion(f"unknown {kind} '{name}'", name, known)
        return self.undefined(f"{message}\n{available(sorted(known))}")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Treat subscripts such as `entry["title"]` in the same way."""
        return self.getattr(obj, argument) if isinstance(obj, dict) else super().getitem(obj, argument)


class Missing(StrictUndefined):
    """An undefined value that raises when used; for an unknown name, the message suggests a similar one."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint or self._undefined_obj is not missing:
            return super()._undefined_message
        message = with_suggestion(
            f"'{self._undefined_name}' is undefined", self._undefined_name or "", (*NAMES, "section")
        )
        return f"{message}\n{available(NAMES)}"


class ThemeLoader(BaseLoader):
    """Loads templates from the theme's folders and from `resumekit/`, and from nowhere else."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """Return the text and the path of a template."""
        own = template.startswith(PREFIX)
        for folder in (PARTS,) if own else self._folders:
            name = template.removeprefix(PREFIX if own else "")
            if (text := read_file(folder, name)) is not None:
                return text, str(folder / name), None
        raise TemplateNotFound(template)


def read_file(folder: Path, name: str) -> str | None:
    """Return the text of a theme's file, or None if it does not exist or a link or `..` leads out of the folder.

    Raises:
        ThemeError: the file cannot be read, is not UTF-8, or is larger than a page may be.
    """
    path = folder / name
    try:
        if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
            return None
        with path.open(encoding="utf-8") as file:
            text = file.read(MAX_CHARACTERS + 1)
    except UnicodeDecodeError:
        raise ThemeError(Problem("not-utf-8", "invalid UTF-8", file=str(path))) from None
    except OSError as error:
        raise ThemeError(Problem("unreadable", f"cannot be read: {error.strerror}", file=str(path))) from None
    if len(text) > MAX_CHARACTERS:
        raise ThemeError(_too_large(path))
    return text


def _too_large(path: Path) -> Problem:
    message, hint = f"larger than {MAX_CHARACTERS // 1_000_000} MB", "move pictures and data out of it"
    return Problem("too-large", message, file=str(path), hint=hint)


def environment(folders: Sequence[Path], **known: Any) -> Environment:
    """Return a Jinja environment that loads templates from a theme's folders.

    `known` are names that imported macros have as well, unlike the variables of a template.
    """
    jinja = ThemeEnvironment(
        loader=ThemeLoader(folders),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=template_cache(),
    )
    for name in ("lipsum", "cycler", "joiner"):
        del jinja.globals[name]
    jinja.globals["ems"] = ems
    jinja.globals["lines"] = lines
    jinja.globals["rating"] = rating
    jinja.filters["address"] = address_html
    jinja.filters["journal"] = journal_html
    jinja.globals |= known
    return jinja
