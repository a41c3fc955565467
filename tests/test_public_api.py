"""What `import resumekit` gives: every stage by its name, and nothing loaded before it is asked for."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

import resumekit

ROOT = Path(__file__).parents[1]
NAMES = resumekit.__all__


def said_by(program: str, folder: Path = ROOT) -> str:
    """Return what a program prints in a Python of its own."""
    done = subprocess.run([sys.executable, "-c", dedent(program)], cwd=folder, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_names_are_sorted_and_each_is_there_once() -> None:
    assert sorted(set(NAMES)) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_name_can_be_imported(name: str) -> None:
    assert getattr(resumekit, name) is not None
    assert name in dir(resumekit)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "__version__"])
def test_each_name_is_documented_and_ours(name: str) -> None:
    value = getattr(resumekit, name)
    assert value.__module__.startswith("resumekit.")
    assert value.__name__ == name
    documentation = inspect.getdoc(value)
    assert documentation
    assert documentation[0].isupper()
    assert documentation != inspect.getdoc(object)


def test_the_names_are_those_that_a_type_checker_sees() -> None:
    tree = ast.parse(Path(resumekit.__file__).read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert set(NAMES) <= imported


def test_the_stages_are_all_there() -> None:
    stages = {"load", "validate", "translate", "present", "render", "typeset", "check", "write"}
    assert stages | {"build"} <= set(NAMES)


def test_a_star_imports_exactly_the_names() -> None:
    namespace: dict[str, object] = {}
    exec("from resumekit import *", namespace)
    assert set(namespace) - {"__builtins__"} == set(NAMES)


def test_a_name_that_there_is_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'resumekit' has no attribute 'nonsense'"):
        getattr(resumekit, "nonsense")  # noqa: B009 (a type checker knows that there is none)


def test_the_import_loads_neither_models_nor_the_engine_nor_templates() -> None:
    loaded = said_by("import sys, resumekit; print(*sys.modules)").split()
    heavy = {"pydantic", "weasyprint", "jinja2", "yaml", "babel", "markdown_it", "typer", "PIL", "fontTools"}
    assert heavy.isdisjoint(loaded)
    assert {name for name in loaded if name.startswith("resumekit")} == {"resumekit", "resumekit.version"}


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("load", "resumekit.load.document"),
        ("present", "resumekit.present.view"),
        ("typeset", "resumekit.typeset.folders"),
        ("check", "resumekit.check.engine_report"),
    ],
)
@pytest.mark.parametrize("asked_first", [True, False])
def test_a_stage_is_its_function_even_after_its_package_was_imported(name: str, module: str, asked_first: bool) -> None:
    ask, load = f"resumekit.{name}", f"import {module}"
    program = f"""
        import resumekit
        {ask if asked_first else load}
        {load if asked_first else ask}
        from resumekit import {name}
        import inspect
        print(inspect.isfunction(resumekit.{name}), {name} is resumekit.{name})
    """
    assert said_by(program) == "True True"


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert resumekit.__version__ == version("resumekit-cli")


def examples() -> str:
    """Return the code in the documentation of the package: its indented lines."""
    lines = (resumekit.__doc__ or "").splitlines()
    return "\n".join(line[4:] for line in lines if line.startswith("    "))


def test_the_example_in_the_documentation_runs(tmp_path: Path) -> None:
    (tmp_path / "resume.yaml").write_text("basics: {name: Ada Lovelace}\n", encoding="utf-8")
    program = f"""
from pathlib import Path
import resumekit
from resumekit import *
{examples()}
assert isinstance(artifact, Artifact) and artifact.data.startswith(b"%PDF-")
print(view.author, theme.name, artifact.pages)
"""
    assert said_by(program, tmp_path) == "Ada Lovelace modern 1"


def test_all_at_once_gives_the_same_bytes_as_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "resume.yaml").write_text("basics: {name: Ada Lovelace}\n", encoding="utf-8")
    program = f"""
from pathlib import Path
import resumekit
from resumekit import *
{examples()}
(file,) = resumekit.build(Path("resume.yaml")).files
print(file, file.read_bytes() == artifact.data)
"""
    assert said_by(program, tmp_path) == f"{Path('dist/resume.pdf')} True"
