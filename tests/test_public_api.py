"""The public API: its names, its functions, and the promise that it changes nothing in the process."""

from __future__ import annotations

import inspect
import io
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import resumekit
from resumekit.api import Options

ROOT = Path(__file__).parents[1]
NAMES = resumekit.__all__
DOCS = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
ADA = {"basics": {"name": "Ada Example"}}
YAML = "basics:\n  name: Ada Example\n"


def output_of(program: str, folder: Path = ROOT) -> str:
    """Return what a program prints in a Python of its own."""
    done = subprocess.run([sys.executable, "-c", dedent(program)], cwd=folder, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# --- names


def test_the_names_are_sorted_and_unique() -> None:
    assert sorted(set(NAMES)) == NAMES


def test_dir_shows_the_api_only() -> None:
    assert dir(resumekit) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_name_can_be_imported(name: str) -> None:
    assert getattr(resumekit, name) is not None


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"__version__", "Source"}])
def test_each_name_is_documented(name: str) -> None:
    value = getattr(resumekit, name)
    assert value.__module__.startswith("resumekit.")
    documentation = inspect.getdoc(value)
    assert documentation
    assert documentation[0].isupper() or documentation.startswith("resumekit")
    assert documentation != inspect.getdoc(object)
    assert f"`{name}" in DOCS or name in {"Problem", "SourceLocation", "Resume"}


def test_a_star_import_has_exactly_the_names() -> None:
    namespace: dict[str, object] = {}
    exec("from resumekit import *", namespace)
    assert set(namespace) - {"__builtins__"} == set(NAMES)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'resumekit' has no attribute 'nonsense'"):
        getattr(resumekit, "nonsense")  # noqa: B009 (a type checker knows that there is none)


PACKAGES = sorted(path.parent.name for path in (ROOT / "src" / "resumekit").glob("*/__init__.py"))


def test_no_function_shares_its_name_with_a_package() -> None:
    assert set(NAMES).isdisjoint({*PACKAGES, "api", "errors", "version"})


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_and_its_attribute_are_the_same_module(package: str) -> None:
    program = f"""
        import resumekit, types
        import resumekit.{package} as module
        from resumekit import {package} as taken
        print(isinstance(module, types.ModuleType), module is taken, module is resumekit.{package})
    """
    assert output_of(program) == "True True True"


def test_the_import_loads_neither_models_nor_the_engine_nor_templates() -> None:
    loaded = output_of("import sys, resumekit; print(*sys.modules)").split()
    heavy = {"pydantic", "weasyprint", "jinja2", "yaml", "babel", "markdown_it", "typer", "PIL", "fontTools"}
    assert heavy.isdisjoint(loaded)
    assert {name for name in loaded if name.startswith("resumekit")} == {"resumekit"}


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert resumekit.__version__ == version("resumekit-cli")


# --- the documentation


def test_every_option_is_documented() -> None:
    assert set(re.findall(r"`(\w+)`", DOCS)) >= set(Options.__annotations__)


def test_the_examples_of_the_documentation_run_and_print_what_they_say(tmp_path: Path) -> None:
    (tmp_path / "resume.yaml").write_text(YAML, encoding="utf-8")
    program = "\n".join(re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL))
    expected = re.findall(r"(?:print\(.*\)  |^)# (.*)$", program, re.MULTILINE)
    assert len(expected) == 7
    assert output_of(program, tmp_path).splitlines() == expected


# --- sources


@pytest.mark.parametrize(
    "source", [ADA, YAML, YAML.encode(), '{"basics": {"name": "Ada Example"}}', "basics: {name: Ada Example}"]
)
def test_content_in_any_form_is_rendered(source: Any) -> None:
    assert resumekit.render(source, "txt").data.decode().startswith("Ada Example")


def test_a_path_is_a_path_or_a_string(tmp_path: Path) -> None:
    path = tmp_path / "a résumé.yaml"
    path.write_text(YAML, encoding="utf-8")
    assert resumekit.render(path, "txt") == resumekit.render(str(path), "txt") == resumekit.render(YAML, "txt")


def test_a_letter_and_a_foreign_mapping_are_sources_too(tmp_path: Path) -> None:
    (tmp_path / "resume.yaml").write_text(YAML, encoding="utf-8")
    letter = {"body": "I am {name}."}
    assert "I am Ada Example." in resumekit.render(letter, "txt", folder=tmp_path).data.decode()
    assert resumekit.validate(letter, folder=tmp_path).is_valid
    assert "Ada Example" in resumekit.render({"cv": {"name": "Ada Example"}}, "txt").data.decode()


def test_dates_and_numbers_in_a_mapping_are_read_as_text() -> None:
    work = [{"name": "Example Ltd", "startDate": date(2020, 3, 1), "endDate": 2021, "highlights": ("a", "b")}]
    text = resumekit.render({**ADA, "work": work}, "txt").data.decode()
    assert "2020" in text
    assert "2021" in text


class Loop(dict[str, Any]):
    """A mapping that holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self["basics"] = self


@pytest.mark.parametrize("value", [{1, 2}, object(), float("nan"), float("inf"), 1j, Loop(), b"bytes"])
def test_a_value_that_no_résumé_can_hold_is_a_usage_error(value: Any) -> None:
    with pytest.raises(resumekit.UsageError) as caught:
        resumekit.validate({"basics": {"name": "Ada", "label": value}})
    assert "basics.label" in caught.value.problems[0].message


def test_a_missing_file_and_broken_text_are_load_errors(tmp_path: Path) -> None:
    for source in ("nowhere.yaml", tmp_path / "nowhere.yaml", "basics: [", b"\xff\xfe\xff: a"):
        with pytest.raises(resumekit.LoadError):
            resumekit.validate(source)


@given(st.one_of(st.text(max_size=60), st.binary(max_size=60)))
def test_any_text_gives_a_result_or_one_of_our_errors(source: str | bytes) -> None:
    with suppress(resumekit.ResumekitError):
        assert resumekit.validate(source).exit_code in {0, 4, 5}


# --- results


def test_build_without_output_touches_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = resumekit.build(ADA, formats=["pdf", "txt"], output=None)
    assert list(result.artifacts) == ["resume.pdf", "resume.txt"]
    assert (result.files, result.pages) == ((), 1)
    assert list(tmp_path.iterdir()) == []


def test_build_writes_what_it_returns(tmp_path: Path) -> None:
    result = resumekit.build(ADA, formats="txt", output=tmp_path / "out", language=None)
    assert result.files == (tmp_path / "out" / "resume.txt",)
    assert result.files[0].read_bytes() == result.artifacts["resume.txt"]


def test_render_gives_the_bytes_that_build_writes(tmp_path: Path) -> None:
    source = tmp_path / "resume.yaml"
    source.write_text(YAML, encoding="utf-8")
    (path,) = resumekit.build(source, output=tmp_path).files
    rendered = resumekit.render(source)
    assert (rendered.data, rendered.pages) == (path.read_bytes(), 1)


def test_render_refuses_a_format_that_makes_several_files() -> None:
    long = {**ADA, "work": [{"name": f"Example {number}", "summary": "word " * 90} for number in range(12)]}
    with pytest.raises(resumekit.UsageError, match=r"produces [23] files"):
        resumekit.render(long, "png", dpi=30)


def test_options_are_those_of_the_command() -> None:
    source = {**ADA, "languages": ["en", "de"], "private": ["basics.email"]}
    source["basics"] = {"name": "Ada", "email": "ada@example.org", "label": {"en": "Analyst", "de": "Analystin"}}
    text = resumekit.render(source, "txt", language="de", public=True, overrides={"basics.name": "#Eve: x"})
    assert "Analystin" in text.data.decode()
    assert "#Eve: x" in text.data.decode()
    assert "ada@example.org" not in text.data.decode()
    with pytest.raises(resumekit.SchemaError):
        resumekit.render(ADA, "txt", variant="none")
    with pytest.raises(resumekit.UsageError):
        resumekit.render(ADA, "odt")
    with pytest.raises(resumekit.UsageError):
        resumekit.render(ADA, "txt", redact=["nmae"])


def test_validate_reports_all_problems_with_locations() -> None:
    result = resumekit.validate("basics: {nmae: Ada}\ntheme: {name: modern, acent: red}\n")
    assert not result.is_valid
    assert result.resume is None
    assert {problem.code for problem in result.problems} >= {"unknown-key", "unknown-option"}
    assert all(problem.location and problem.location.line for problem in result.problems)


def test_a_valid_résumé_is_returned() -> None:
    result = resumekit.validate(ADA)
    assert result.is_valid
    assert result.resume
    assert result.resume.basics.name == "Ada Example"


# --- a guest in somebody's process

STATE = """
    import os, sys, tempfile, warnings, ctypes.util, logging, threading, signal
    def state():
        import cffi, weasyprint.pdf.stream as stream, weasyprint.pdf as pdf, weasyprint.document as document
        from PIL import ImageFile
        return {
            "environment": dict(os.environ), "folder": os.getcwd(), "temporary": tempfile.tempdir,
            "filters": list(warnings.filters), "find_library": ctypes.util.find_library, "FFI": cffi.FFI,
            "Stream": stream.Stream, "show_text": stream.Stream.show_text, "Font": stream.Font,
            "generate_pdf": (pdf.generate_pdf, document.generate_pdf), "profile": pdf.ColorProfile,
            "handlers": list(logging.getLogger("weasyprint").handlers), "root": list(logging.getLogger().handlers),
            "streams": (sys.stdout, sys.stderr), "threads": threading.active_count(),
            "umask": (os.umask(0o27), os.umask(0o27))[1], "truncated": ImageFile.LOAD_TRUNCATED_IMAGES,
            "interrupt": signal.getsignal(signal.SIGINT), "recursion": sys.getrecursionlimit(),
        }
"""


def test_the_library_leaves_the_process_as_it_was() -> None:
    program = dedent(STATE) + dedent("""
        import weasyprint, fontTools.subset, PIL.ImageFile
        before = state()
        import resumekit
        resumekit.render({"basics": {"name": "Ada एडा", "image": "images/portrait.png"}}, folder=".")
        resumekit.render({"basics": {"name": "Ada"}, "output": {"pdf": "archive"}})
        after = state()
        print({key for key in before if before[key] != after[key]})
    """)
    assert output_of(program) == "set()"


def test_font_tools_are_real_after_a_build_and_are_not_imported_by_halves() -> None:
    program = """
        import resumekit
        resumekit.render({"basics": {"name": "Ada"}})
        from fontTools.subset import load_font
        from fontTools.varLib.instancer import instantiateVariableFont, names
        from fontTools.ttLib.woff2 import compress
        print(load_font.__name__)
    """
    assert output_of(program) == "load_font"


def test_threads_get_the_pages_that_one_thread_gets() -> None:
    sources = [{"basics": {"name": name}} for name in ("Ada", "एडा", "عائشة", "Zoë", "אדה", "陳", "Ada B", "नमस्ते")]
    alone = [resumekit.render(source).data for source in sources]
    with ThreadPoolExecutor(4) as pool:
        together = [done.data for done in pool.map(resumekit.render, sources)]
    assert together == alone
    assert all(len(pikepdf.open(io.BytesIO(data)).pages) == 1 for data in alone)


def test_a_page_of_the_program_itself_is_not_changed_meanwhile() -> None:
    """While resumekit typesets in one thread, WeasyPrint's own pages in another stay what they are."""
    import weasyprint

    page = weasyprint.HTML(string="<p style='font-family: sans-serif'>नमस्ते office</p>")
    alone = page.write_pdf()
    with ThreadPoolExecutor(2) as pool:
        ours = [pool.submit(resumekit.render, {"basics": {"name": "एडा"}}) for _ in range(4)]
        theirs = [pool.submit(page.write_pdf) for _ in range(4)]
    assert {done.result() for done in theirs} == {alone}
    assert len({done.result().data for done in ours}) == 1


def test_the_worker_ends_with_the_program() -> None:
    program = """
        import resumekit
        from resumekit.processes.spawned_worker import _workers
        resumekit.render({"basics": {"name": "Ada"}})
        (worker,) = _workers.values()
        print(worker.process.pid)
    """
    with pytest.raises(ProcessLookupError):
        os.kill(int(output_of(program)), 0)


def test_a_worker_that_dies_is_reported_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    from resumekit.processes import spawned_worker

    first = resumekit.render(ADA).data
    worker = spawned_worker._workers[os.getpid()].process
    exchange = spawned_worker._exchange

    def killed(*arguments: Any) -> Any:
        worker.kill()
        return exchange(*arguments)

    monkeypatch.setattr(spawned_worker, "_exchange", killed)
    with pytest.raises(resumekit.TypesetError, match="exited unexpectedly"):
        resumekit.render(ADA)
    monkeypatch.undo()
    assert resumekit.render(ADA).data == first


def test_a_page_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    from resumekit.typeset import library_worker

    resumekit.render(ADA)
    monkeypatch.setattr(library_worker, "wall_seconds", lambda request: 0.001)
    with pytest.raises(resumekit.TypesetError, match="spent more than 8 seconds"):
        resumekit.render({**ADA, "work": [{"name": "A", "highlights": ["word " * 40] * 20}]})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_fork_gets_a_worker_of_its_own() -> None:
    program = """
        import os, resumekit
        alone = resumekit.render({"basics": {"name": "Ada"}}).data
        child = os.fork()
        if child == 0:
            same = resumekit.render({"basics": {"name": "Ada"}}).data == alone
            raise SystemExit(0 if same else 1)
        _, status = os.waitpid(child, 0)
        print(status, resumekit.render({"basics": {"name": "Ada"}}).data == alone)
    """
    assert output_of(program) == "0 True"
