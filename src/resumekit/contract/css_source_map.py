"""Where in a theme something on the page comes from: a declaration of its style, a line of its template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from resumekit.errors import SourceLocation
from resumekit.theming import Theme
from resumekit.theming.environment import PARTS, read_file
from resumekit.theming.page import STYLE, TEMPLATE

_INHERITED = frozenset(
    {"color", "font-size", "font-variant-caps", "hyphens", "letter-spacing", "list-style-position"}
    | {"text-indent", "visibility"}
)
_SHORT_FORMS = {
    "font-size": {"font"},
    "font-variant-caps": {"font-variant", "font"},
    "list-style-position": {"list-style"},
    "overflow": {"overflow-x", "overflow-y"},
}
_OF_A_REMARK = re.compile(r" at (\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class _Declaration:
    """A property, as a style sheet gives it to what a selector means; the place is the property's name."""

    selector: Any
    name: str
    text: str
    weight: tuple[bool, tuple[int, ...], int]
    file: Path
    line: int
    column: int


@dataclass(frozen=True)
class Origins:
    """Looks places up in a theme's files; `root` is the element of a page that was made with it."""

    theme: Theme
    root: Any

    @property
    def template(self) -> str:
        """The theme's own template, or that of the theme that it extends."""
        return str(next((path for path in self._files(TEMPLATE)), self.theme.folder / TEMPLATE))

    def of_property(self, box: Any, name: str) -> SourceLocation | None:
        """Return where a box has a property from, if a style sheet says so."""
        _, _, pseudo = (box.element_tag or "").partition("::")
        wrapper = self._wrappers.get(id(box.element))
        names = {name, *_SHORT_FORMS.get(name, ())}
        while wrapper is not None:
            if found := self._strongest(wrapper, pseudo, names):
                return _location(found.file, found.line, found.column, found.text)
            if name not in _INHERITED:
                break
            wrapper, pseudo = wrapper if pseudo else wrapper.parent, ""
        return None

    def of_markup(self, start: str) -> SourceLocation | None:
        """Return the first line of the theme's templates that has some markup."""
        for folder in self.theme.lookup:
            for path in sorted(folder.glob("*.html.j2")):
                for number, line in enumerate((read_file(folder, path.name) or "").splitlines(), start=1):
                    if start in line:
                        return SourceLocation(str(path), number, line.index(start) + 1, len(start), line)
        return None

    def of_remark(self, remark: str) -> SourceLocation | None:
        """Return the place that WeasyPrint names in a remark: a line of all style sheets in a row."""
        if not (found := _OF_A_REMARK.search(remark)):
            return None
        line = int(found[1]) - 1  # the first one follows <style>
        for file, text in self._sheets:
            count = len(text.split("\n"))
            if line <= count:
                return _location(file, line, int(found[2]), "")
            line -= count
        return None

    @cached_property
    def _sheets(self) -> Sequence[tuple[Path, str]]:
        """The style sheets in their order on the page: ours, then a parent's before its child's."""
        folders = [*reversed(self.theme.lookup)]
        sheets = [(PARTS / "base.css", read_file(PARTS, "base.css"))]
        sheets += [(folder / STYLE, read_file(folder, STYLE)) for folder in folders]
        return [(file, text) for file, text in sheets if text is not None]

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
        meant = [
            one
            for one in self._declarations
            if one.name in names and (one.selector.pseudo_element or "") == pseudo and one.selector.test(wrapper)
        ]
        return max(meant, key=lambda one: one.weight, default=None)

    def _files(self, name: str) -> Iterator[Path]:
        return (folder / name for folder in self.theme.lookup if (folder / name).is_file())


def _declarations_in(rules: Sequence[Any], file: Path, start: int) -> Iterator[_Declaration]:
    """Yield the declarations of rules, and of those in `@media` and `@supports`."""
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
        except SelectorError:  # of which WeasyPrint tells
            continue
        for said in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            order += 1
            if said.type == "declaration":
                text = f"{said.name}:{tinycss2.serialize(said.value)}"
                for selector in selectors:
                    weight = (said.important, selector.specificity, order)
                    name = said.lower_name
                    yield _Declaration(selector, name, text, weight, file, said.source_line, said.source_column)


def _location(file: Path, line: int, column: int, text: str) -> SourceLocation:
    lines = (read_file(file.parent, file.name) or "").split("\n")
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    return SourceLocation(str(file), line, column, max(1, min(len(text), len(source) - column + 1)), source)
