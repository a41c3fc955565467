"""The layout holds: what imports what, who touches the world, how large a module grows. See docs/architecture.md."""

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

ROOMS = [
    "errors",
    "load",
    "schema",
    "tailor",
    "present",
    "importing",
    "theming",
    "typeset",
    "writers",
    "check",
    "output",
]
ROOMS += ["compare", "contract", "editions", "pipeline", "gallery", "cli"]
"""From left to right: a room knows those to its left, and nothing of those to its right."""

ANYWHERE = {"version"}
BESIDE = {
    "addresses": {"theming", "typeset"},
    "explanations": {"cli"},
    "pdfium": {"importing", "writers", "check", "contract"},
}
"""What lies beside the way from left to right, and who may look there."""

HEAVY = {"weasyprint", "PIL", "markdown_it", "babel", "jinja2", "platformdirs", "fontTools", "pypdfium2"}
HEAVY |= {
    "charset_normalizer",
    "docx",
    "lxml",
    "watchfiles",
    "bibtexparser",
    "pylatexenc",
    "tinycss2",
    "cssselect2",
    "pdfminer",
}
DATA = {"typeset/pango_declarations.py"}
"""Modules that are long because they are data."""


def name_of(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(HOME).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, nodes: Iterator[ast.AST]) -> Iterator[str]:
    """The full names of the modules, and of what is taken from them, that import statements among the nodes name."""
    package = ["resumekit", *path.relative_to(HOME).parent.parts]
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            inside = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*inside, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def at_the_top(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: everything outside functions and `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from at_the_top(child)


def rooms_imported(path: Path) -> set[str]:
    names = imports(path, ast.walk(tree(path)))
    return {name.split(".")[1] for name in names if name.startswith("resumekit.")} - ANYWHERE


def test_every_room_is_on_the_way_from_left_to_right() -> None:
    there = {room_of(path) for path in MODULES} - {"__init__", "__main__"} - ANYWHERE - set(BESIDE)
    assert there == set(ROOMS)


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) in ROOMS], ids=name_of)
def test_a_room_imports_only_rooms_to_its_left(path: Path) -> None:
    room = room_of(path)
    beside = {name for name, readers in BESIDE.items() if room in readers}
    assert rooms_imported(path) - {*ROOMS[: ROOMS.index(room) + 1], *beside} == set()


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) in BESIDE], ids=name_of)
def test_what_lies_beside_the_way_imports_no_room(path: Path) -> None:
    assert rooms_imported(path) - {room_of(path), "errors"} == set()


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_a_room_has_its_door_plate(package: Path) -> None:
    plate = ast.get_docstring(tree(package / "__init__.py")) or ""
    lines = [line.split()[0] for line in plate.split("\n\n")[-1].splitlines() if not line.startswith(" ")]
    assert lines == ["Takes", "Gives", "Raises", "Never"]


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path) not in DATA], ids=name_of)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "base", "core"}
    assert {path.stem for path in MODULES} & drawers == set()


# --- who touches the world


class Reach(NamedTuple):
    """How a part of the world is reached: the modules, the attributes; and the rooms that may."""

    modules: str
    attributes: str
    rooms: str


WORLD = {
    "files": Reach(
        "tempfile shutil",
        "open read_text read_bytes write_text write_bytes unlink mkdir rmdir touch chmod symlink_to mkstemp "
        "iterdir glob rglob is_file is_dir is_symlink exists lexists stat lstat",
        # present, importing and explanations read data files of their own; pdfium looks for its library, contract for a
        # theme's files
        "load theming typeset output editions cli __main__ present importing explanations pdfium contract",
    ),
    "the environment": Reach("", "environ getenv cwd getcwd home expanduser", "load typeset cli __main__"),
    "the clock": Reach("", "date.today datetime.now datetime.utcnow time.perf_counter time.monotonic", "pipeline cli"),
    "libraries of the machine": Reach("ctypes cffi", "dlopen CDLL", "typeset pdfium"),
    "processes": Reach("subprocess multiprocessing", "popen fork execv spawnv", "load importing typeset contract"),
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
def test_the_world_is_touched_in_few_rooms(part: str) -> None:
    reach = WORLD[part]
    touching = {path: found for path in MODULES if (found := reached(path, reach))}
    trespassing = {name_of(path): found for path, found in touching.items() if room_of(path) not in reach.rooms.split()}
    assert trespassing == {}
    assert set(reach.rooms.split()) == set(map(room_of, touching)), "a room that need not is not to be listed"


def test_only_the_command_line_prints() -> None:
    printing = [
        name_of(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "input"}
    ]
    assert [name for name in printing if not name.startswith("cli/")] == []


# --- what `resumekit validate` loads


def module_named(name: str) -> Path | None:
    """The file of a module, or of the module that a name is taken from."""
    parts = name.split(".")[1:]
    for length in range(len(parts), -1, -1):
        for path in (HOME.joinpath(*parts[:length]).with_suffix(".py"), HOME.joinpath(*parts[:length], "__init__.py")):
            if path in MODULES:
                return path
    return None


def needed_to_validate() -> set[Path]:
    """The modules that `cli/validate.py` imports anywhere, and what they and the command line import at their top."""
    command = HOME / "cli" / "validate.py"
    found: set[Path] = set()
    waiting = [HOME / "__main__.py", HOME / "cli" / "application.py", command]
    while waiting:
        path = waiting.pop()
        found.add(path)
        nodes = ast.walk(tree(path)) if path == command else at_the_top(tree(path))
        ours = {module_named(name) for name in imports(path, nodes) if name.startswith("resumekit.")}
        packages = {parent / "__init__.py" for parent in path.parents if HOME in parent.parents}
        waiting += [module for module in ours | packages if module and module not in found and module not in waiting]
    return found


def test_to_validate_nothing_heavy_is_loaded() -> None:
    needed = needed_to_validate()
    assert {HOME / "load" / "reading.py", HOME / "schema" / "validation.py"} <= needed
    heavy = {
        name_of(path): found
        for path in needed
        if (found := {name.split(".")[0] for name in imports(path, at_the_top(tree(path)))} & HEAVY)
    }
    assert heavy == {}
    assert {room_of(path) for path in needed} & {"present", "theming", "typeset", "check", "output"} == set()
