"""The catalogue of problem codes is complete, and each code has an explanation page with correct examples.

The type checker refuses a code that is not in the catalogue, except where pydantic takes it as a text. These tests
collect the codes from the sources: what is passed as an argument `code: Code`, or assigned to `code`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from conftest import ROOT, Run
from resumekit.codes import CODES, Code
from resumekit.errors import Problem, ResumekitError
from resumekit.explanations import explain
from resumekit.load import parse
from resumekit.schema import inspect

SOURCES = ROOT / "src/resumekit"
PAGES = SOURCES / "explanations"
DOCS = ROOT / "docs/problems.md"
NODES = [node for path in SOURCES.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]


def parameters(function: ast.FunctionDef) -> list[str]:
    """Return a function's positional parameters as `name: type`, without `self`."""
    arguments = [*function.args.posonlyargs, *function.args.args]
    return [ast.unparse(argument) for argument in arguments if argument.arg not in {"self", "cls"}]


def callables_with_a_code() -> dict[str, int]:
    """Return the name of each function and class that takes a code, and the position of that argument."""
    found = {"PydanticCustomError": 0}
    for node in NODES:
        if isinstance(node, ast.FunctionDef) and "code: Code" in parameters(node):
            found[node.name] = parameters(node).index("code: Code")
        elif isinstance(node, ast.ClassDef):
            fields = [ast.unparse(line) for line in node.body if isinstance(line, ast.AnnAssign)]
            inits = [line for line in node.body if isinstance(line, ast.FunctionDef) and line.name == "__init__"]
            for arguments in (fields, *map(parameters, inits)):
                if "code: Code" in arguments:
                    found[node.name] = arguments.index("code: Code")
    return found


def literals(expression: ast.expr) -> Iterator[str]:
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        yield expression.value
    elif isinstance(expression, ast.IfExp):
        yield from literals(expression.body)
        yield from literals(expression.orelse)


def codes_in_sources() -> set[str]:
    positions = callables_with_a_code()
    found: set[str] = set()
    for node in NODES:
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in positions:
                named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
                for given in (named + node.args[positions[name] :])[:1]:
                    found.update(literals(given))
        elif isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["code"]:
            found.update(literals(node.value))
    return found


def test_each_code_in_the_sources_is_in_the_catalogue() -> None:
    assert codes_in_sources() - {*CODES} == set(), "add it to src/resumekit/codes.py, and write its page"


def test_each_code_in_the_catalogue_is_raised_somewhere() -> None:
    assert {*CODES} - codes_in_sources() == set(), "remove it from src/resumekit/codes.py, and its page"


def test_the_catalogue_is_sorted() -> None:
    assert list(CODES) == sorted({*CODES})


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {*CODES}


def test_each_code_in_an_expected_output_has_a_page() -> None:
    answers = [path.read_text(encoding="utf-8") for path in (ROOT / "tests/problems").glob("*.expected")]
    said = re.findall(r"(?:error|warning|info): .* \[([a-z0-9-]+)\]$", "\n".join(answers), re.MULTILINE)
    assert said
    assert {*said} <= {*CODES}


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_the_required_form(code: Code) -> None:
    page = explain(code)
    lines = page.text.splitlines()
    assert lines[0] == f"# {code}"
    assert 8 <= len([line for line in lines if line]) <= 20
    assert max(map(len, lines)) <= 100
    assert re.fullmatch(r"(Error|Warning|Remark)(, in JSON a warning)?", page.says)
    assert page.summary.endswith(".")
    assert ":" not in page.summary or "`" in page.summary
    assert re.search(r"\nWrong:\n```.*?\n```\nRight:\n```.*?\n```\n\S", page.text, re.DOTALL)


def examples(kind: str) -> list[tuple[Code, str, str]]:
    """Return code, language and text of each example that is a complete résumé marked `bad` or `good`."""
    return [
        (code, language, text)
        for code in CODES
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
def test_a_bad_example_has_the_problem(code: Code, language: str, text: str, tmp_path: Path) -> None:
    problems = problems_of(language, text, tmp_path)
    assert {(problem.code, problem.severity) for problem in problems} == {(code, explain(code).severity)}


@pytest.mark.parametrize(("code", "language", "text"), examples("good"), ids=lambda value: value[:40])
def test_a_good_example_has_no_problem(code: Code, language: str, text: str, tmp_path: Path) -> None:
    assert problems_of(language, text, tmp_path) == ()


def test_each_code_with_a_good_example_has_a_bad_one() -> None:
    assert {code for code, _, _ in examples("good")} <= {code for code, _, _ in examples("bad")}


def link(code: str) -> str:
    return f"[`{code}`](../src/resumekit/explanations/{code}.md)"


def table() -> str:
    """Return the table of all codes."""
    pages = map(explain, CODES)
    rows = [f"| {link(page.code)} | {page.says} | {page.summary} |" for page in pages]
    return "\n".join(["| code | severity | |", "| --- | --- | --- |", *rows, ""])


def test_the_manual_lists_all_codes(golden: Callable[[Path, str], None]) -> None:
    before, mark, _ = DOCS.read_text(encoding="utf-8").partition("<!-- written by")
    assert mark
    mark += " `pytest --accept tests/cli/test_explanations.py` -->\n\n"
    golden(DOCS, before + mark + table())


@pytest.mark.parametrize("code", ["unknown-key", "lost-text", "bad-date"])
def test_explain_prints_the_page_and_nothing_else(code: str, invoke: Callable[..., Run]) -> None:
    assert invoke("validate", "--explain", code) == Run(0, (PAGES / f"{code}.md").read_text(encoding="utf-8"), "")


@pytest.mark.parametrize(
    ("code", "suggestion"),
    [
        ("unknow-key", "; did you mean 'unknown-key'?"),
        ("Bad-Date", "; did you mean 'bad-date'?"),
        ("../schema/meaning", ""),
        ("", ""),
    ],
)
def test_explain_refuses_an_unknown_code(code: str, suggestion: str, invoke: Callable[..., Run]) -> None:
    done = invoke("validate", "--explain", code)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: unknown problem code '{code}'{suggestion} [unknown-code]\n")
