"""A theme is data: whatever a template tries, it sees plain values, with no way to reach Python or the machine."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jinja2
import pytest
from markupsafe import Markup

from present.resumes import Filler, document_of, view_of
from resumekit.errors import ThemeError
from resumekit.theming import Design, Theme
from resumekit.theming.environment import PARTS, environment
from resumekit.theming.html_writer import to_plain
from resumekit.theming.page import page_html

from .themes import BUILT_IN, built_in

ThemeOf = Callable[..., Theme]

RESUME = "basics: {name: Ada}\nwork: [{name: X, highlights: [a, b]}]"

# What is known to have led out of other sandboxes, on every kind of value that a template can get hold of.
WAYS_TO_CLASSES = [
    "resume.__class__",
    "resume['__class__']",
    "resume | attr('__class__')",
    "resume.sections.__class__.__mro__",
    "resume.sections[0].__class__.__base__.__subclasses__()",
    "''.__class__.__mro__[1].__subclasses__()",
    "''['__class__']",
    "'' | attr('__class__')",
    "'' | attr('\\x5f\\x5fclass\\x5f\\x5f')",
    "'' | attr('_' ~ '_class_' ~ '_')",
    "().__class__.__bases__[0]",
    "[].__class__.__mro__",
    "{}.__class__.__init__.__globals__",
    "(1).__class__.__base__",
    "true.__class__",
    "none.__class__",
    "resume.name.__class__.__mro__",
    "resume.name.__html__.__globals__",
    "resume.name.__init__.__globals__",
    "resume.title.__format__.__self__",
    "dict.__subclasses__()",
    "dict.mro()",
    "dict.__init__.__globals__",
    "range.__class__",
    "ems.__globals__",
    "namespace.__init__.__globals__['__builtins__']",
    "namespace().__class__.__init__",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "self.body.__func__.__globals__",
    "loop.__class__",
    "[].append.__self__.__class__",
    "''.join.__globals__",
    "''.format.__self__.__class__",
    "'{0.__class__}'.format('')",
    "'{0.__class__.__mro__}'.format(resume)",
    "'{0[name].__class__}'.format(resume)",
    "'{x.__class__}'.format_map({'x': 1})",
    "'%s' | format(''.__class__)",
    "('{0.__class__}' | safe).format('')",
    "resume.name.format.__globals__",
    "[''] | map(attribute='__class__') | list",
    "[''] | map('attr', '__class__') | list",
    "[''] | selectattr('__class__') | list",
    "[''] | groupby('__class__') | list",
    "[{'a': ''}] | sum(attribute='a.__class__')",
    "caller.__globals__",
    "varargs.__class__",
    "parts.entry.__globals__",
    "parts.entry._func.__globals__",
    "parts._body_stream",
    "parts.__class__",
]
NAMES_OF_OTHERS = [
    *("config", "request", "session", "g", "url_for", "get_flashed_messages", "cycler", "joiner", "lipsum"),
    *("os", "sys", "open", "eval", "exec", "__import__", "__builtins__", "import_module", "environment", "context"),
]
METHODS = [
    *("resume.items()", "resume['items']()", "(resume | attr('items'))()", "resume.keys()", "resume.get('name')"),
    *("resume.update({'name': ''})", "resume.pop('name')", "resume.clear()", "resume['setdefault']('x', 1)"),
    *("resume.sections.append(1)", "resume.sections.clear()", "resume.sections[0].entries.pop()"),
    *("resume.sections['append'](1)", "(resume.sections | attr('sort'))()", "options.update({'a': 1})"),
]
OBJECT = re.compile(r"<(?:class|function|module|bound method|built-in|frame|code)\b|object at 0x|Error\(")


class Guard:
    """Records what Python does while it is on: opened files, processes, sockets, libraries."""

    def __init__(self) -> None:
        self.on = False
        self.opened: list[str] = []
        self.events: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.on and event == "open" and not str(arguments[0]).endswith((".py", ".pyc")):
            self.opened.append(str(arguments[0]))
        elif self.on and event.split(".")[0] in {"os", "subprocess", "socket", "ctypes", "shutil", "pty"}:
            self.events.append(event)

    @contextmanager
    def watching(self) -> Iterator[None]:
        self.on = True
        try:
            yield
        finally:
            self.on = False


@pytest.fixture(autouse=True)
def no_compiled_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Disable the cache of compiled templates, so that only the templates themselves cause events."""
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, os.devnull)


GUARD = Guard()  # an audit hook stays for as long as the process


def attempt(theme_of: ThemeOf, expression: str) -> str:
    """Return the HTML that a template prints for an expression, or the message of the error."""
    template = "{% import 'resumekit/parts.html.j2' as parts %}{{ " + expression + " }}"
    theme = theme_of({"resume.html.j2": template})
    view = view_of(RESUME)
    GUARD.opened, GUARD.events = [], []
    try:
        with GUARD.watching():
            return page_html(view, Design(theme, {}, "A4", "16mm"))
    except ThemeError as error:
        return str(error)
    finally:
        # The folder of compiled templates, which cannot be made; and Python, looking for a module of its own.
        assert set(GUARD.events) <= {"os.mkdir", "os.listdir"}
        assert {Path(name).parent for name in GUARD.opened} <= {theme.folder, PARTS}


@pytest.mark.parametrize("expression", WAYS_TO_CLASSES)
def test_no_way_leads_from_a_value_to_its_class(theme_of: ThemeOf, expression: str) -> None:
    made = attempt(theme_of, expression)
    assert "theme 'mine': " in made or made.strip() in {"", "[]", "[Undefined]", "[(Undefined, [&#39;&#39;])]"}
    assert not OBJECT.search(made)


@pytest.mark.parametrize("name", NAMES_OF_OTHERS)
def test_a_template_has_no_name_that_leads_anywhere(theme_of: ThemeOf, name: str) -> None:
    said, _, _ = attempt(theme_of, name).partition("; did you mean")
    assert said == f"theme 'mine': '{name}' is undefined"


@pytest.mark.parametrize("call", METHODS)
def test_a_template_cannot_call_methods_of_the_view_or_change_it(theme_of: ThemeOf, call: str) -> None:
    assert "theme 'mine': " in attempt(theme_of, call)


def test_a_template_has_only_a_few_names(theme_of: ThemeOf) -> None:
    assert sorted(environment([]).globals) == ["dict", "ems", "lines", "namespace", "range", "rating"]


def test_a_key_named_like_a_method_is_a_key(theme_of: ThemeOf) -> None:
    made = attempt(theme_of, "{'items': 'one', 'keys': 'two'}.items")
    assert made.strip() == "one"


def types_in(value: object) -> set[type]:
    if type(value) is dict:
        return {dict, *types_in(list(value)), *types_in(list(value.values()))}
    if type(value) is list:
        return {list}.union(*map(types_in, value))
    return {type(value)}


def test_a_template_receives_plain_values_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model or dataclass in its context would be a way out of the sandbox."""
    given: list[dict[str, object]] = []
    rendered = jinja2.Template.render

    def render_and_note(self: jinja2.Template, **context: object) -> str:
        given.append(context)
        return rendered(self, **context)

    monkeypatch.setattr(jinja2.Template, "render", render_and_note)
    for name in BUILT_IN:
        page_html(view_of(Filler().resume()), Design.of(built_in(name), {}, None, document_of("basics: {}")))
    assert len(given) == len(BUILT_IN)
    for context in given:
        assert set(context) == {"resume", "options", "classes", "style"}
        assert types_in(context) <= {dict, list, str, Markup, int, bool, type(None)}


def test_a_view_has_every_field_in_a_template() -> None:
    plain = to_plain(view_of(RESUME))
    assert {"language", "direction", "title", "author", "name", "photo", "contacts", "sections"} <= set(plain)
