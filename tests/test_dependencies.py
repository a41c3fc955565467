"""Every third-party import is a declared dependency, and every declared dependency is used."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import takewhile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DISTRIBUTIONS: dict[str, set[str]] = {
    module: {*map(canonicalize_name, found)} for module, found in packages_distributions().items()
}

OURS = {"resumekit"} | {path.stem for folder in ("tests", "tools") for path in (ROOT / folder).iterdir()}
"""The top-level names of our own modules: pytest and the tools run with their own folders on the path."""

EVERYWHERE = {"pip", *sys.stdlib_module_names}
"""What each environment has."""

BY_NAME = {"find_spec", "import_module", "importorskip", "distribution", "file_of_package"}
"""Functions that take the name of a module or of a distribution as their first argument."""

RUN = {
    "mypy": ("Makefile", "$(BIN)/mypy"),
    "pytest-xdist": ("Makefile", "$(BIN)/pytest -n auto"),
    "ruff": ("Makefile", "$(BIN)/ruff check"),
    "types-pyyaml": ("pyproject.toml", '"pyyaml>='),
}
"""Dependencies that no module imports, each with a file and the text in it that uses the dependency."""


def names(requirements: list[object]) -> set[str]:
    """Return the canonical names of requirements; a group that includes another adds nothing."""
    return {canonicalize_name(Requirement(one).name) for one in requirements if isinstance(one, str)}


PACKAGE = names(PROJECT["project"]["dependencies"])
GROUPS = names([one for group in PROJECT["dependency-groups"].values() for one in group])


def trees(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def optional(tree: ast.Module) -> set[ast.AST]:
    """Return what is inside `try ... except ImportError`: what works without the module."""
    tries = [node for node in ast.walk(tree) if isinstance(node, ast.Try)]
    guarded = [node for node in tries if any("ImportError" in ast.unparse(one.type or node) for one in node.handlers)]
    return {inner for node in guarded for line in node.body for inner in ast.walk(line)}


def modules_of(node: ast.AST) -> Iterator[str]:
    """Yield the top-level names of what is imported by a statement, by `find_spec("name")`, or by `python -m name`."""
    if isinstance(node, ast.Import):
        yield from (alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and not node.level:
        yield (node.module or "").partition(".")[0]
    elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in BY_NAME:
        yield from (text.partition(".")[0] for text in texts(node.args[:1]))
    elif isinstance(node, ast.Call | ast.List):
        given = node.args if isinstance(node, ast.Call) else node.elts
        interpreter = [ast.unparse(one) for one in given[:1]] == ["sys.executable"]
        command = texts(given[interpreter:])
        yield from command[1:2] if command[:1] == ["-m"] else ()


def texts(nodes: list[ast.expr]) -> list[str]:
    """Return the value of each literal text up to the first expression that is none."""
    literals = takewhile(lambda node: isinstance(node, ast.Constant) and isinstance(node.value, str), nodes)
    return [str(ast.literal_eval(node)) for node in literals]


def imported(*folders: str, also_optional: bool = True) -> dict[str, set[str]]:
    """Return the third-party modules that are imported anywhere in folders, and the files that import each."""
    found: dict[str, set[str]] = {}
    for path, tree in trees(*folders):
        left_out = set() if also_optional else optional(tree)
        for node in ast.walk(tree):
            for module in () if node in left_out else modules_of(node):
                if module not in OURS | EVERYWHERE:
                    found.setdefault(module, set()).add(path.relative_to(ROOT).as_posix())
    return found


def distributions_of(module: str) -> set[str]:
    """Return the canonical names of the distributions that have a module; one that is not installed has its name."""
    return DISTRIBUTIONS.get(module, {canonicalize_name(module)})


def undeclared(modules: dict[str, set[str]], dependencies: set[str]) -> dict[str, set[str]]:
    return {module: files for module, files in modules.items() if not distributions_of(module) & dependencies}


def test_the_package_imports_only_its_dependencies() -> None:
    assert undeclared(imported("src", also_optional=False), PACKAGE) == {}


def test_an_optional_import_of_the_package_is_installed_for_its_tests() -> None:
    assert undeclared(imported("src"), PACKAGE | GROUPS) == {}


def test_tests_and_tools_import_only_dependencies_of_theirs_or_of_the_package() -> None:
    assert undeclared(imported("tests", "tools"), PACKAGE | GROUPS) == {}


def test_the_package_uses_each_of_its_dependencies() -> None:
    used = {name for module in imported("src") for name in distributions_of(module)}
    assert PACKAGE - used == set()


def test_each_dependency_of_a_group_is_used() -> None:
    used = {name for module in imported("src", "tests", "tools") for name in distributions_of(module)}
    assert GROUPS - used - {*RUN} == set()


@pytest.mark.parametrize("name", RUN)
def test_a_dependency_that_is_run_is_named_where_it_is_run(name: str) -> None:
    file, text = RUN[name]
    assert name in GROUPS
    assert text in (ROOT / file).read_text(encoding="utf-8")


def test_no_dependency_of_the_package_is_declared_in_a_group() -> None:
    assert PACKAGE.isdisjoint(GROUPS)
