"""How a machine is set up: the Makefile, the lock files, the package manager that is asked, the workflows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-pdf.lock"]


def make(*arguments: str) -> str:
    # A make tells those inside it that they are; this one is on its own, even under `make test`.
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "MFLAGS"))}
    done = subprocess.run(
        ["make", *arguments], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def locked(name: str) -> dict[str, str]:
    """Tell which version of which package a lock file names."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))


def group(name: str) -> Iterator[Requirement]:
    """List the requirements of one of pyproject.toml's dependency groups."""
    for item in PROJECT["dependency-groups"][name]:
        if isinstance(item, str):
            yield Requirement(item)
        else:
            yield from group(item["include-group"])


def test_help_names_every_target() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert [line.split()[1] for line in make("help").splitlines()] == phony.split()


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """A folder that make takes for an environment in which everything is installed."""
    for stamp in (".build", ".test", ".pdf", ".latex"):
        (tmp_path / stamp).touch()
    return tmp_path


def test_what_is_installed_is_not_installed_again(environment: Path) -> None:
    planned = make("--dry-run", "test", "test-pdf", "test-latex", f"VENV={environment}")
    assert "pip install" not in planned
    assert "system-packages" not in planned
    assert planned.count("/pytest ") == 3


@pytest.mark.parametrize(
    ("outdated", "installs"), [(".build", 4), (".test", 2), (".pdf", 1)], ids=["build", "test", "pdf"]
)
def test_a_changed_lock_file_is_installed_and_what_stands_on_it(
    environment: Path, outdated: str, installs: int
) -> None:
    os.utime(environment / outdated, (0, 0))
    assert make("--dry-run", "test-pdf", f"VENV={environment}").count("pip install") == installs


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_pins_by_hash_and_names_no_registry(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^--(extra-)?index-url|^--find-links", text, re.MULTILINE)
    assert locked(name)
    for package in re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in package, package.splitlines()[0]


@pytest.mark.parametrize(
    ("name", "requirements"),
    [
        ("requirements.lock", [*map(Requirement, PROJECT["project"]["dependencies"]), *group("build")]),
        ("requirements-dev.lock", list(group("dev"))),
        ("requirements-pdf.lock", list(group("pdf"))),
    ],
)
def test_a_lock_file_has_what_pyproject_asks_for(name: str, requirements: list[Requirement]) -> None:
    versions = locked(name)
    assert requirements
    for requirement in requirements:
        version = versions.get(canonicalize_name(requirement.name))
        assert version, f"{name} lacks {requirement}: make lock"
        assert requirement.specifier.contains(version), f"{name} has {version} for {requirement}: make lock"


def test_tests_run_with_the_versions_that_builds_run_with() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder for PATH: a bare machine, with root and an apt-get that only writes down what it is told."""
    for program in ("cat", "cut", "env", "grep", "paste", "sort"):
        (tmp_path / program).symlink_to(shutil.which(program) or program)
    write_program(tmp_path / "id", "echo 0")
    write_program(tmp_path / "apt-get", f'echo "apt-get $*" >> {tmp_path}/asked')
    return tmp_path


def write_program(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def system_packages(machine: Path, *purposes: str) -> str:
    done = subprocess.run(
        ["/bin/sh", ROOT / "tools" / "system-packages", *purposes],
        env={"PATH": str(machine), "PYTHON": sys.executable},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, "")
    return done.stderr


def test_the_package_manager_is_asked_for_what_is_missing(machine: Path) -> None:
    write_program(machine / "qpdf", "")
    said = system_packages(machine, "test")
    asked = (machine / "asked").read_text(encoding="utf-8").splitlines()
    assert asked == ["apt-get update", "apt-get install --yes --no-install-recommends poppler-utils"]
    assert said.splitlines() == [
        "Installing with apt-get: poppler-utils",
        "Missing: pdftotext",
        "Install with: apt-get install --yes --no-install-recommends poppler-utils",
    ]


def test_the_package_manager_is_not_asked_when_all_is_there(machine: Path) -> None:
    for program in ("pdftotext", "qpdf"):
        write_program(machine / program, "")
    assert system_packages(machine, "test") == ""
    assert not (machine / "asked").exists()


def test_where_no_package_manager_may_be_asked_the_line_is_printed(machine: Path) -> None:
    write_program(machine / "id", "echo 1000")
    write_program(machine / "sudo", "exit 1")
    assert system_packages(machine, "test").splitlines() == [
        "Missing: pdftotext qpdf",
        "Install with: apt-get install --yes --no-install-recommends poppler-utils qpdf",
    ]
    assert not (machine / "asked").exists()


def test_without_any_package_manager_what_is_missing_is_named(machine: Path) -> None:
    (machine / "apt-get").unlink()
    assert system_packages(machine, "test") == "Missing: pdftotext qpdf\n"


@pytest.mark.parametrize("path", sorted(ROOT.glob(".github/workflows/*.yaml")), ids=lambda path: path.name)
def test_a_workflow_may_only_read_and_runs_nothing_but_make(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert "permissions" not in job
        assert {step["uses"].partition("/")[0] for step in job["steps"] if "uses" in step} == {"actions"}
        for line in (step["run"] for step in job["steps"] if "run" in step):
            assert line.split()[0] == "make"
            make("--dry-run", *line.split()[1:])
