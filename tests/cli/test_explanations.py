"""Each problem code has an explanation page with correct examples, and a row in docs/problems.md.

The codes are collected from the sources: every code passed to `Problem`, to an exception with a `code`, or to a
function that passes its parameter `code` on to one of these.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from conftest import ROOT, Run
from resumekit.errors import Problem, ResumekitError
from resumekit.explanations import codes, explain
from resumekit.load import parse
from resumekit.schema import inspect

SOURCES = ROOT / "src/resumekit"
PAGES = SOURCES / "explanations"
DOCS = ROOT / "docs/problems.md"
MODULES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(SOURCES.rglob("*.py"))
    if PAGES not in path.parents
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def parameters(function: Function) -> list[str]:
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def classes_with_a_code() -> Iterator[tuple[str, int]]:
    """Yield the name of each class that takes a code, and the position of that argument."""
    for tree in MODULES.values():
        for made in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
            fields = [line for line in made.body if isinstance(line, ast.AnnAssign)]
            names = [ast.unparse(line.target) for line in fields if ast.unparse(line.annotation) == "str"]
            inits = [line for line in made.body if isinstance(line, ast.FunctionDef) and line.name == "__init__"]
            for arguments in (names[:1], *map(parameters, inits)):
                if "code" in arguments:
                    yield made.name, arguments.index("code")


def calls(tree: ast.AST, makers: dict[str, int]) -> Iterator[tuple[ast.Call, ast.expr]]:
    """Yield each call that creates a problem, with its code argument."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            if name in makers and (argument := (named + node.args[makers[name] :])[:1]):
                yield node, argument[0]


def makers() -> dict[str, int]:
    """Return the name of every callable that creates a problem from a code, and the position of that argument."""
    found = dict(classes_with_a_code()) | {"PydanticCustomError": 0}
    functions = [node for tree in MODULES.values() for node in ast.walk(tree) if isinstance(node, Function)]
    functions = [function for function in functions if "code" in parameters(function) and function.name != "__init__"]
    while more := [
        function
        for function in functions
        if function.name not in found
        and any(isinstance(given, ast.Name) and given.id == "code" for _, given in calls(function, found))
    ]:
        found |= {function.name: parameters(function).index("code") for function in more}
    return found


def codes_of(given: ast.expr, scope: ast.AST) -> Iterator[str]:
    """Yield the codes that an argument can have; raises LookupError if it cannot be read off the source."""
    if isinstance(given, ast.Constant):
        yield str(given.value)
    elif isinstance(given, ast.IfExp):
        yield from codes_of(given.body, scope)
        yield from codes_of(given.orelse, scope)
    elif isinstance(given, ast.Name) and given.id == "code":
        assigned = [node.value for node in ast.walk(scope) if isinstance(node, ast.Assign) and is_code(node.targets)]
        for value in assigned:
            yield from codes_of(value, scope)
        if not assigned and not (isinstance(scope, Function) and "code" in parameters(scope)):
            raise LookupError
    elif not (isinstance(given, ast.Attribute) and given.attr == "code") and ast.unparse(given) != "kind":
        # An attribute `code` was set where its object was created; `kind` is pydantic's name for the code.
        raise LookupError


def is_code(targets: list[ast.expr]) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "code" for target in targets)


def codes_in_sources() -> set[str]:
    found: set[str] = set()
    known = makers()
    for path, tree in MODULES.items():
        scopes = [node for node in ast.walk(tree) if isinstance(node, Function)]
        for call, given in calls(tree, known):
            scope = next((scope for scope in reversed(scopes) if call in ast.walk(scope)), tree)
            try:
                found.update(codes_of(given, scope))
            except LookupError:
                pytest.fail(f"{path}:{call.lineno}: write the code in the call, or in a parameter called `code`")
    return found


def test_each_code_has_a_page() -> None:
    missing = sorted(codes_in_sources() - {*codes()})
    files = "\n".join(f"    src/resumekit/explanations/{code}.md" for code in missing)
    assert not missing, f"write a page for each new code, in the same form as the others:\n{files}"


def test_each_page_has_a_code() -> None:
    unused = sorted({*codes()} - codes_in_sources())
    files = "\n".join(f"    src/resumekit/explanations/{code}.md" for code in unused)
    assert not unused, f"these codes no longer occur in the sources; remove their pages:\n{files}"


def test_each_code_in_an_expected_output_has_a_page() -> None:
    answers = [path.read_text(encoding="utf-8") for path in (ROOT / "tests/problems").glob("*.expected")]
    said = re.findall(r"(?:error|warning|info): .* \[([a-z0-9-]+)\]$", "\n".join(answers), re.MULTILINE)
    assert said
    assert {*said} <= {*codes()}


@pytest.mark.parametrize("code", codes())
def test_a_page_has_the_required_form(code: str) -> None:
    page = explain(code)
    assert page
    lines = page.text.splitlines()
    assert lines[0] == f"# {code}"
    assert 8 <= len([line for line in lines if line]) <= 20
    assert max(map(len, lines)) <= 100
    assert re.fullmatch(r"(Error|Warning|Remark)(, in JSON a warning)?", page.says)
    assert page.summary.endswith(".")
    assert ":" not in page.summary or "`" in page.summary
    assert re.search(r"\nWrong:\n```.*?\n```\nRight:\n```.*?\n```\n\S", page.text, re.DOTALL)


def examples(kind: str) -> list[tuple[str, str, str]]:
    """Return code, language and text of each example that is a complete résumé marked `bad` or `good`."""
    return [
        (code, language, text)
        for code in codes()
        for language, text in re.findall(
            rf"^```(yaml|json) {kind}\n(.*?)^```$", (PAGES / f"{code}.md").read_text(encoding="utf-8"), re.M | re.DOTALL
        )
    ]


def problems_of(language: str, text: str, folder: Path) -> tuple[Problem, ...]:
    try:
        document = parse(text.encode(), name=f"resume.{language}", folder=folder)
        _, problems = inspect(document, today=date(2026, 1, 1))
    except ResumekitError as error:
        return error.problems
    return problems


@pytest.mark.parametrize(("code", "language", "text"), examples("bad"), ids=lambda value: value[:40])
def test_a_bad_example_has_the_problem(code: str, language: str, text: str, tmp_path: Path) -> None:
    page, problems = explain(code), problems_of(language, text, tmp_path)
    assert page
    assert {(problem.code, problem.severity) for problem in problems} == {(code, page.severity)}


@pytest.mark.parametrize(("code", "language", "text"), examples("good"), ids=lambda value: value[:40])
def test_a_good_example_has_no_problem(code: str, language: str, text: str, tmp_path: Path) -> None:
    assert problems_of(language, text, tmp_path) == ()


def test_each_code_with_a_good_example_has_a_bad_one() -> None:
    assert {code for code, _, _ in examples("good")} <= {code for code, _, _ in examples("bad")}


def link(code: str) -> str:
    return f"[`{code}`](../src/resumekit/explanations/{code}.md)"


def table() -> str:
    """Return the table of all codes."""
    pages = [page for code in codes() if (page := explain(code))]
    rows = [f"| {link(page.code)} | {page.says} | {page.summary} |" for page in pages]
    return "\n".join(["| code | severity | |", "| --- | --- | --- |", *rows, ""])


def test_the_manual_lists_all_codes(golden: Callable[[Path, str], None]) -> None:
    before, mark, _ = DOCS.read_text(encoding="utf-8").partition("<!-- written by")
    assert mark
    mark += " `pytest --accept tests/cli/test_explanations.py` -->\n\n"
    golden(DOCS, before + mark + table())


@pytest.mark.parametrize("code", ["unknown-key", "lost-text", "bad-date"])
def test_explain_prints_the_page_and_nothing_else(code: str, run: Callable[..., Run]) -> None:
    assert run("validate", "--explain", code) == Run(0, (PAGES / f"{code}.md").read_text(encoding="utf-8"), "")


@pytest.mark.parametrize(
    ("code", "suggestion"),
    [
        ("unknow-key", "; did you mean 'unknown-key'?"),
        ("Bad-Date", "; did you mean 'bad-date'?"),
        ("../schema/meaning", ""),
        ("", ""),
    ],
)
def test_explain_refuses_an_unknown_code(code: str, suggestion: str, run: Callable[..., Run]) -> None:
    done = run("validate", "--explain", code)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: no problem has the code '{code}'{suggestion} [unknown-code]\n")
