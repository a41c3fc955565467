"""Jinja, as themes get it: a sandbox that knows data and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    StrictUndefined,
    TemplateNotFound,
    Undefined,
)
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from resumekit.errors import Problem, ThemeError, with_suggestion

PARTS = Path(__file__).parent / "parts"
"""What themes may build on, under the name `resumekit/`: the page's frame, and macros for the parts of an entry."""

PREFIX = "resumekit/"

NAMES = ("resume", "options", "classes", "style")
"""What a template gets; `section` is in the block of that name."""

_WITHOUT_FIELDS = {
    list: ("a list", "take its items one by one: {% for item in … %}"),
    str: ("a text", "print it as it is"),
    Markup: ("a text", "print it as it is"),
    type(None): ("nothing", "ask first whether it is there: {% if … %}"),
}


class ThemeEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which a dictionary's keys are its only attributes.

    `entry.items` is then a field or an error, never a method, and no method is there to be called.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a dictionary's item; of anything else, what the sandbox allows."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self._missing("field", attribute, obj)
        found = super().getattr(obj, attribute)
        if type(obj) in _WITHOUT_FIELDS and not hasattr(obj, attribute):
            what, hint = _WITHOUT_FIELDS[type(obj)]
            return self.undefined(f"there is no field '{attribute}' here, as this is {what}\n{hint}")
        if isinstance(obj, TemplateModule) and isinstance(found, Undefined):
            return self._missing("macro", attribute, [name for name in vars(obj) if not name.startswith("_")])
        return found

    def _missing(self, kind: str, name: str, known: Iterable[str]) -> Undefined:
        """Return what complains when it is used: in its first line of the name, in its second of those there are."""
        message = with_suggestion(f"there is no {kind} '{name}' here", name, known)
        return self.undefined(f"{message}\nthere are {', '.join(sorted(known))}")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return the same where the template writes brackets."""
        return self.getattr(obj, argument) if isinstance(obj, dict) else super().getitem(obj, argument)


class Missing(StrictUndefined):
    """What complains when it is used, and of a name that there is not says which one may be meant."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint or self._undefined_obj is not missing:
            return super()._undefined_message
        message = with_suggestion(
            f"'{self._undefined_name}' is undefined", self._undefined_name or "", (*NAMES, "section")
        )
        return f"{message}\na template gets {', '.join(NAMES)}"


class ThemeLoader(BaseLoader):
    """Finds templates in the theme's folders and in `resumekit/`, and nowhere else."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """Return a template's text and path."""
        own = template.startswith(PREFIX)
        for folder in (PARTS,) if own else self._folders:
            name = template.removeprefix(PREFIX if own else "")
            if (text := read_file(folder, name)) is not None:
                return text, str(folder / name), None
        raise TemplateNotFound(template)


def read_file(folder: Path, name: str) -> str | None:
    """Return the text of a file of a theme, or None: there is none, or a link or `..` leads out of the folder.

    Raises:
        ThemeError: it cannot be read, or is not UTF-8.
    """
    path = folder / name
    try:
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ThemeError(Problem("not-utf-8", "this is not UTF-8", file=str(path))) from None
    except OSError as error:
        raise ThemeError(Problem("unreadable", f"cannot be read: {error.strerror}", file=str(path))) from None
    return None


def environment(folders: Sequence[Path]) -> Environment:
    """Return the environment for a theme's folders."""
    made = ThemeEnvironment(
        loader=ThemeLoader(folders),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled_templates(),
    )
    for name in ("lipsum", "cycler", "joiner"):
        del made.globals[name]
    return made


def _compiled_templates() -> BytecodeCache | None:
    """Return where compiled templates are kept: a folder of this user alone, as what is in it gets executed.

    Compiling takes five times as long as rendering. Without such a folder templates are compiled each time.
    """
    from platformdirs import user_cache_path

    folder = user_cache_path("resumekit") / "templates"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError:
        return None
    if hasattr(os, "getuid") and (found.st_uid != os.getuid() or found.st_mode & 0o022):
        return None
    return _TemplateCache(str(folder))


class _TemplateCache(FileSystemBytecodeCache):
    """A cache that is a convenience: where it cannot be written, nothing is amiss."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
