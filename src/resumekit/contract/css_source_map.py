"""Maps what is on the page back to the theme: to a declaration in a style sheet, or a line of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from resumekit.errors import SourceLocation
from resumekit.theming import Design, Theme
from resumekit.theming.environment import read_file
from resumekit.theming.page import TEMPLATE
from resumekit.theming.style_sheets import style_sheets
from resumekit.theming.theme_files import TEMPLATES, locate

_INHERITED = frozenset(
    {"color", "font-size", "font-variant-caps", "hyphens", "letter-spacing", "list-style-position"}
    | {"text-indent", "visibility"}
)
_SHORTHANDS = {
    "font-size": {"font"},
    "font-variant-caps": {"font-variant", "font"},
    "list-style-position": {"list-style"},
    "overflow": {"overflow-x", "overflow-y"},
}
_MESSAGE_POSITION = re.compile(r" at (\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class _Declaration:
    """A declaration for one selector of a rule; line and column are those of the property's name."""

    selector: Any
    name: str
    text: str
    weight: tuple[bool, tuple[int, ...], int]
    file: Path
    line: int
    column: int


@dataclass(frozen=True)
class ThemeSourceMap:
    """Finds locations in a theme's files; `root` is the root element of a page rendered with this design."""

    design: Design
    root: Any

    @property
    def theme(self) -> Theme:
        """The theme of the page."""
        return self.design.theme

    @property
    def template(self) -> str:
        """The path of the theme's own template, or of the one that it inherits."""
        return str(next(self._files(TEMPLATE), self.theme.folder / TEMPLATE))

    def declaration_of(self, box: Any, name: str) -> SourceLocation | None:
        """Return the location of the declaration that sets a property of a box; None if no style sheet sets it."""
        _, _, pseudo = (box.element_tag or "").partition("::")
        wrapper = self._wrappers.get(id(box.element))
        names = {name, *_SHORTHANDS.get(name, ())}
        while wrapper is not None:
            if found := self._strongest(wrapper, pseudo, names):
                return _location(found.file, found.line, found.column, found.text)
            if name not in _INHERITED:
                break
            wrapper, pseudo = wrapper if pseudo else wrapper.parent, ""
        return None

    def markup_location(self, start: str) -> SourceLocation | None:
        """Return the location of the first occurrence of some markup in the theme's templates."""
        return locate(start, self.theme, TEMPLATES)

    def message_location(self, message: str) -> SourceLocation | None:
        """Return the location in a message of WeasyPrint, which counts the lines of all style sheets in a row."""
        if not (found := _MESSAGE_POSITION.search(message)):
            return None
        line = int(found[1]) - 1  # line 1 is the one with <style>
        for file, text in self._sheets:
            count = len(text.split("\n"))
            if line <= count:
                return _location(file, line, int(found[2]), "")
            line -= count
        return None

    @cached_property
    def _sheets(self) -> Sequence[tuple[Path, str]]:
        return style_sheets(self.design)

    @cached_property
    def _declarations(self) -> Sequence[_Declaration]:
        import tinycss2

        found: list[_Declaration] = []
        for file, text in self._sheets:
            rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
            found += _declarations_in(rules, file, len(found))
        return found

    @cached_property
    def _wrappers(self) -> dict[int, Any]:
        from cssselect2 import ElementWrapper

        root = ElementWrapper.from_html_root(self.root)
        return {id(wrapper.etree_element): wrapper for wrapper in root.iter_subtree()}

    def _strongest(self, wrapper: Any, pseudo: str, names: set[str]) -> _Declaration | None:
        """Return the declaration that wins the cascade for an element."""
        matching = [
            each
            for each in self._declarations
            if each.name in names and (each.selector.pseudo_element or "") == pseudo and each.selector.test(wrapper)
        ]
        return max(matching, key=lambda each: each.weight, default=None)

    def _files(self, name: str) -> Iterator[Path]:
        for folder in self.theme.lookup:
            if (folder / name).is_file():
                yield folder / name


def _declarations_in(rules: Sequence[Any], file: Path, start: int) -> Iterator[_Declaration]:
    """Yield the declarations of rules, including those in `@media`, `@supports` and `@layer`."""
    import tinycss2
    from cssselect2 import SelectorError, compile_selector_list

    order = start
    for rule in rules:
        if rule.type == "at-rule" and rule.content and rule.lower_at_keyword in {"media", "supports", "layer"}:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from _declarations_in(inner, file, order)
        if rule.type != "qualified-rule":
            continue
        try:
            selectors = compile_selector_list(rule.prelude)
        except SelectorError:  # WeasyPrint warns about it
            continue
        for declaration in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            order += 1
            if declaration.type == "declaration":
                text = f"{declaration.name}:{tinycss2.serialize(declaration.value)}"
                for selector in selectors:
                    weight = (declaration.important, selector.specificity, order)
                    line, column = declaration.source_line, declaration.source_column
                    yield _Declaration(selector, declaration.lower_name, text, weight, file, line, column)


def _location(file: Path, line: int, column: int, text: str) -> SourceLocation:
    lines = (read_file(file.parent, file.name) or "").split("\n")
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    return SourceLocation(str(file), line, column, max(1, min(len(text), len(source) - column + 1)), source)
