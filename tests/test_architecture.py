"""The layout of docs/architecture.md holds: imports, access to the outside world, the size of a module."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

HOME = Path(__file__).parents[1] / "src" / "resumekit"
MODULES = sorted(HOME.rglob("*.py"))
PACKAGES = sorted(path.parent for path in HOME.glob("*/__init__.py"))

ORDER = [
    *("errors", "processes", "load", "schema", "tailor", "present", "importing", "theming", "typeset", "writers"),
    *("check", "output"),
    *("compare", "contract", "pipeline", "gallery", "diagnostics", "api", "cli"),
]
"""From left to right: a package imports only those to its left."""

ANYWHERE = {"codes", "contrast", "version"}
BESIDE = {
    "addresses": {"schema", "theming", "typeset", "writers", "contract"},
    "explanations": {"cli"},
    "private_folders": {"theming", "typeset"},
    "pdfium": {"importing", "writers", "check", "contract"},
}
"""Packages outside that order, and the packages that may import each."""

HEAVY = {
    *(
        "PIL",
        "babel",
        "bibtexparser",
        "cffi",
        "charset_normalizer",
        "cssselect2",
        "docx",
        "fontTools",
        "jinja2",
        "lxml",
    ),
    *("markdown_it", "markupsafe", "pdfminer", "platformdirs", "pylatexenc", "pypdfium2", "tinycss2", "watchfiles"),
    "weasyprint",
}
"""Third-party modules that `resumekit validate` does without."""

DATA = {"typeset/pango_declarations.py"}
"""Modules that are long because they are data."""


def name_of(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


def package_of(path: Path) -> str:
    return path.relative_to(HOME).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, nodes: Iterator[ast.AST]) -> Iterator[str]:
    """Yield the full name of each module, or name in a module, that import statements among the nodes import."""
    package = ["resumekit", *path.relative_to(HOME).parent.parts]
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            inside = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*inside, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def executed(node: ast.AST, *, functions: bool = True) -> Iterator[ast.AST]:
    """Yield everything outside `if TYPE_CHECKING`; without functions, only what runs when the module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and not functions:
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from executed(child, functions=functions)


def module_named(name: str) -> Path | None:
    """Return the file of a module, or of the module that a name is imported from."""
    parts = name.split(".")[1:]
    for length in range(len(parts), -1, -1):
        for path in (HOME.joinpath(*parts[:length]).with_suffix(".py"), HOME.joinpath(*parts[:length], "__init__.py")):
            if path in MODULES:
                return path
    return None


def modules_imported(path: Path, nodes: Iterator[ast.AST]) -> set[Path]:
    """Return the files of our own modules that import statements among the nodes import."""
    ours = {module_named(name) for name in imports(path, nodes) if name.startswith("resumekit.")}
    return {module for module in ours if module}


def packages_imported(path: Path) -> set[str]:
    names = imports(path, ast.walk(tree(path)))
    return {name.split(".")[1] for name in names if name.startswith("resumekit.")} - ANYWHERE


def test_every_package_has_its_place_in_the_order() -> None:
    there = {package_of(path) for path in MODULES} - {"__init__", "__main__"} - ANYWHERE - set(BESIDE)
    assert there == set(ORDER)


@pytest.mark.parametrize("path", [path for path in MODULES if package_of(path) in ORDER], ids=name_of)
def test_a_package_imports_only_packages_to_its_left(path: Path) -> None:
    package = package_of(path)
    beside = {name for name, importers in BESIDE.items() if package in importers}
    assert packages_imported(path) - {*ORDER[: ORDER.index(package) + 1], *beside} == set()


@pytest.mark.parametrize("path", [path for path in MODULES if package_of(path) in BESIDE], ids=name_of)
def test_a_package_outside_the_order_imports_only_errors(path: Path) -> None:
    assert packages_imported(path) - {package_of(path), "errors"} == set()


def circles(graph: dict[Path, set[Path]]) -> Iterator[str]:
    """Yield the modules that import each other, directly or through others: a line for each, with its share in it."""
    reached = {path: set(imported) for path, imported in graph.items()}
    for path in graph:
        for other in graph:
            if path in reached[other]:
                reached[other] |= reached[path]
    for path in graph:
        circle = {other for other in reached[path] if path in reached[other]}
        if circle:
            yield f"{name_of(path)} imports {', '.join(sorted(name_of(one) for one in graph[path] & circle))}"


def test_no_modules_import_each_other() -> None:
    """Neither at the top nor inside functions, where an import only hides a circle."""
    graph = {path: modules_imported(path, executed(tree(path))) for path in MODULES}
    found = "\n".join(circles(graph))
    assert not found, found


def test_a_circle_is_found() -> None:
    a, b, c, d = (HOME / name for name in ("a.py", "b.py", "c.py", "d.py"))
    assert list(circles({a: {b, d}, b: {c}, c: {a}, d: set()})) == [
        "a.py imports b.py",
        "b.py imports c.py",
        "c.py imports a.py",
    ]


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_the_docstring_of_a_package_says_what_it_takes_and_gives(package: Path) -> None:
    text = ast.get_docstring(tree(package / "__init__.py")) or ""
    lines = [line.split()[0] for line in text.split("\n\n")[-1].splitlines() if not line.startswith(" ")]
    assert lines == ["Takes", "Gives", "Raises", "Never"]


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path) not in DATA], ids=name_of)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_module_has_a_catch_all_name() -> None:
    catch_all = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "base", "core"}
    assert {path.stem for path in MODULES} & catch_all == set()


# --- who touches the outside world


class Reach(NamedTuple):
    """The modules and attributes that reach a part of the outside world, and the packages that may use them."""

    modules: str
    attributes: str
    packages: str


WORLD = {
    "files": Reach(
        "tempfile shutil",
        "open read_text read_bytes write_text write_bytes unlink mkdir rmdir touch chmod symlink_to mkstemp "
        "iterdir glob rglob is_file is_dir is_symlink exists lexists stat lstat",
        # present, importing and explanations read data files of their own; pdfium looks for its library, contract for a
        # theme's files
        "processes load theming typeset output cli __main__ present importing explanations pdfium contract pipeline "
        "private_folders",
    ),
    "the environment": Reach("", "environ getenv cwd getcwd home expanduser", "processes load typeset cli __main__"),
    "the clock": Reach(
        "", "date.today datetime.now datetime.utcnow time.perf_counter time.monotonic", "pipeline api cli"
    ),
    "libraries of the machine": Reach("ctypes cffi", "dlopen CDLL", "typeset pdfium"),
    "processes": Reach("subprocess multiprocessing", "popen fork execv spawnv", "processes load typeset contract"),
    "the network": Reach("socket ssl http urllib.request requests httpx ftplib smtplib", "urlopen", ""),
}


def attributes(path: Path) -> set[str]:
    nodes = list(ast.walk(tree(path)))
    called = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    named = [node for node in nodes if isinstance(node, ast.Attribute)]
    dotted = {f"{node.value.id}.{node.attr}" for node in named if isinstance(node.value, ast.Name)}
    return {node.attr for node in named} | dotted | (called & {"open"})


def reached(path: Path, reach: Reach) -> set[str]:
    names = imports(path, ast.walk(tree(path)))
    modules = {name for name in names for known in reach.modules.split() if f"{name}.".startswith(f"{known}.")}
    return modules | (attributes(path) & set(reach.attributes.split()))


@pytest.mark.parametrize("part", WORLD)
def test_only_listed_packages_touch_the_outside_world(part: str) -> None:
    reach = WORLD[part]
    touching = {path: found for path in MODULES if (found := reached(path, reach))}
    trespassing = {
        name_of(path): found for path, found in touching.items() if package_of(path) not in reach.packages.split()
    }
    assert trespassing == {}
    assert set(reach.packages.split()) == set(map(package_of, touching)), (
        "a listed package does not need it: remove it from the list"
    )


def test_only_the_command_line_prints() -> None:
    printing = [
        name_of(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "input"}
    ]
    assert [name for name in printing if not name.startswith("cli/")] == []


# --- what `resumekit validate` loads


def needed_to_validate() -> set[Path]:
    """Return the modules that `cli/validate.py` imports anywhere, and what these and the command line import first."""
    command = HOME / "cli" / "validate.py"
    found: set[Path] = set()
    waiting = [HOME / "__main__.py", HOME / "cli" / "application.py", command]
    while waiting:
        path = waiting.pop()
        found.add(path)
        ours = modules_imported(
            path, ast.walk(tree(path)) if path == command else executed(tree(path), functions=False)
        )
        packages = {parent / "__init__.py" for parent in path.parents if HOME in parent.parents}
        waiting += (ours | packages) - found - {*waiting}
    return found


def test_to_validate_nothing_heavy_is_loaded() -> None:
    needed = needed_to_validate()
    assert {HOME / "load" / "loader.py", HOME / "schema" / "validation.py"} <= needed
    heavy = {
        name_of(path): found
        for path in needed
        if (found := {name.split(".")[0] for name in imports(path, executed(tree(path), functions=False))} & HEAVY)
    }
    assert heavy == {}
    assert {package_of(path) for path in needed} & {"present", "theming", "typeset", "check", "output"} == set()
