"""docs/theme-reference.md, generated from the code: the fields of the view, the macros and the shared options."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import yaml

from conftest import ROOT
from resumekit.present import view
from resumekit.theming.environment import PARTS
from resumekit.theming.manifest import SHARED

DOCS = ROOT / "docs/theme-reference.md"
KINDS = {
    "str": "plain text",
    "int": "number",
    "Inlines": "text",
    "Blocks": "paragraphs and lists",
    "tuple[Inlines, ...]": "list of texts",
}
NAMES = {"pair": "labelled text", "resume": "résumé"}


def views() -> list[type]:
    """Return every class of the view, each before its parts."""
    found: list[type] = []

    def visit(model: type) -> None:
        if model not in found:
            found.append(model)
            for inner in parts_of(model):
                visit(inner)

    visit(view.ResumeView)
    return found


def parts_of(model: type) -> Iterator[type]:
    for hint in get_type_hints(model, vars(view)).values():
        yield from (inner for inner in (hint, *get_args(hint)) if isinstance(inner, type) and is_dataclass(inner))


def name_of(model: type) -> str:
    name = model.__name__.removesuffix("View").lower()
    return NAMES.get(name, name)


def link_to(model: type) -> str:
    name = name_of(model)
    return f"[{name}](#{re.sub(r'[^a-zé]+', '-', name)})"


def kind_of(model: type, name: str, annotation: str) -> str:
    """Describe the type of a field."""
    hint = get_type_hints(model, vars(view))[name]
    if get_origin(hint) is Literal:
        values = [f"`{value}`" if value else "nothing" for value in sorted(get_args(hint), key=lambda value: not value)]
        return f"{', '.join(values[:-1])} or {values[-1]}"
    if annotation in KINDS:
        return KINDS[annotation]
    (inner,) = (part for part in (hint, *get_args(hint)) if isinstance(part, type) and is_dataclass(part))
    if get_origin(hint) is tuple:
        return f"list: {link_to(inner)}"
    return f"{link_to(inner)}, or none" if type(None) in get_args(hint) else link_to(inner)


def said_of_fields(model: type) -> dict[str, str]:
    """Return the docstring below each field."""
    tree = ast.parse(inspect.getsource(model)).body[0]
    assert isinstance(tree, ast.ClassDef)
    found = {}
    for field, text in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            found[ast.unparse(field.target)] = str(text.value.value)
    return found


def table_of(model: type) -> str:
    said = said_of_fields(model)
    annotations = {field.name: str(field.type) for field in fields(model)}
    rows = [f"| `{name}` | {kind_of(model, name, of)} | {said[name]} |" for name, of in annotations.items()]
    if model is view.PictureView:
        rows.insert(0, "| `url` | plain text | The address from which the page loads it, for use in templates. |")
    title = name_of(model)
    head = [f"### {title[0].upper()}{title[1:]}", "", str(model.__doc__), "", "| field | | |", "| --- | --- | --- |"]
    return "\n".join([*head, *rows])


def macros() -> str:
    """Return the table of the macros in `resumekit/parts.html.j2`, with the first sentence of each comment."""
    text = (PARTS / "parts.html.j2").read_text(encoding="utf-8")
    found = re.findall(r"\{# ((?:(?!#\}).)*) #\}\n\{% macro (\w+\([^)]*\))", text, re.DOTALL)
    assert len(found) == text.count("{% macro "), "each macro needs a comment of its own"
    rows = [f"| `{call}` | {re.match(r'.*?[.](?= |$)', comment)[0]} |" for comment, call in found]  # type: ignore[index]
    return "\n".join(["| macro | |", "| --- | --- |", *sorted(rows)])


def shared_options() -> str:
    options: dict[str, dict[str, Any]] = yaml.load(SHARED.read_text(encoding="utf-8"), yaml.BaseLoader)
    rows = [
        f"| `{name}` | {values_of(option)} | {default_of(option)} | {option['help']} |"
        for name, option in options.items()
    ]
    return "\n".join(["| option | value | default | |", "| --- | --- | --- | --- |", *rows])


def default_of(option: dict[str, Any]) -> str:
    return f"`{option['default']}`" if option["default"] else ""


def values_of(option: dict[str, Any]) -> str:
    if "choices" in option:
        return ", ".join(f"`{choice}`" for choice in option["choices"])
    if "min" in option:
        return f"{option['type']}, `{option['min']}` to `{option['max']}`"
    return "`yes`, `no`" if option["type"] == "switch" else str(option["type"])


def custom_properties() -> str:
    """Return the table of the custom properties that `layout.css` sets, with their comments."""
    text = (PARTS / "layout.css").read_text(encoding="utf-8")
    root = text[text.index(":root {") : text.index("\n}")]
    found = re.findall(r"^  (--[a-z-]+): ([^;]+);(?: +/\* (.+) \*/)?$", root, re.MULTILINE)
    assert len(found) == root.count("  --")
    rows = [f"| `{name}` | `{value}` | {comment} |" for name, value, comment in found]
    return "\n".join(["| property | default | |", "| --- | --- | --- |", *rows])


def reference() -> str:
    parts = {
        "The view": "\n\n".join(map(table_of, views())),
        "Macros": macros(),
        "Shared options": shared_options(),
        "Custom properties": custom_properties(),
    }
    return "\n\n".join(f"## {title}\n\n{part}" for title, part in parts.items()) + "\n"


def test_the_reference_is_up_to_date(golden: Callable[[Path, str], None]) -> None:
    before, mark, _ = DOCS.read_text(encoding="utf-8").partition("<!-- written by")
    assert mark
    golden(DOCS, f"{before}{mark} `pytest --accept tests/theming/test_reference.py` -->\n\n{reference()}")


def test_each_field_is_documented() -> None:
    for model in views():
        assert [*said_of_fields(model)] == [field.name for field in fields(model)]
        assert all(text.endswith(".") for text in said_of_fields(model).values())
