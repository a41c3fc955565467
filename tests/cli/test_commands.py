"""What each command does on success: results on standard output, and nothing elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT, Run
from resumekit.schema import json_schema
from resumekit.version import __version__

from .conftest import files_in

RESUME = "basics: {name: Ada Example}\nwork: [{name: Example Ltd, startDate: 2020}]\n"
DOUBTFUL = "basics: {name: Ada Example, image: 'https://example.org/ada.png'}\n"


def silent(done: Run) -> bool:
    return (done.exit_code, done.stdout, done.stderr) == (0, "", "")


# --- build


def test_a_build_writes_the_pdf_and_prints_nothing_in_a_pipe(
    project: Path, write_resume: Callable[..., Path], run: Callable[..., Run]
) -> None:
    write_resume(RESUME)
    assert silent(run("build"))
    assert [*files_in(project)] == ["dist/resume.pdf", "resume.yaml"]
    assert (project / "dist" / "resume.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        ("build -f html", "dist/resume.html"),
        ("build -f HTML,html -f html", "dist/resume.html"),
        ("build cv.yaml -f html", "dist/cv.html"),
        ("build . -f html", "dist/resume.html"),
        ("build -f html -o out/site", "out/site/resume.html"),
        ("build -f html --output=.", "resume.html"),
        ("build -f html --theme classic", "dist/resume.html"),
        ("build -f html -t modern --quiet", "dist/resume.html"),
        ("build -f html --set output.name='{name}_{theme}'", "dist/Ada-Example_modern.html"),
        ("build -f html --set output.name='../../{name}'", "dist/Ada-Example.html"),
    ],
)
def test_a_build_writes_one_file_per_format_and_nothing_else(
    project: Path, write_resume: Callable[..., Path], invoke: Callable[..., Run], arguments: str, written: str
) -> None:
    write_resume(RESUME)
    write_resume(RESUME, "cv.yaml")
    assert silent(invoke(*arguments.split()))
    assert {*files_in(project)} == {"cv.yaml", "resume.yaml", written}


def test_a_résumé_can_be_read_from_standard_input(project: Path, run: Callable[..., Run]) -> None:
    assert silent(run("build", "-", "-f", "html", stdin=RESUME))
    assert "Ada Example" in (project / "dist" / "resume.html").read_text(encoding="utf-8")
    assert run("validate", "-", stdin=json.dumps({"basics": {"nmae": "Ada"}})).exit_code == 0, "JSON, so a warning"
    assert run("validate", "-", stdin="basics: {nmae: Ada}").exit_code == 4


@pytest.mark.parametrize(
    ("assignments", "shown"),
    [
        (["basics.name=Eve Example"], "Eve Example"),
        (["basics={name: Eve Example}"], "Eve Example"),
        (["basics.label=Analyst", "basics.label=Weaver"], "Weaver"),
        (["work.0.position=Weaver"], "Weaver"),
        (["work.1.name=Second Ltd"], "Second Ltd"),
        (["skills.0.name=Looms"], "Looms"),
        (["theme.accent=#123456"], "#123456"),
    ],
    ids=str,
)
def test_a_value_can_be_overridden_for_one_build(
    project: Path, write_resume: Callable[..., Path], invoke: Callable[..., Run], assignments: list[str], shown: str
) -> None:
    write_resume(RESUME)
    options = [part for assignment in assignments for part in ("--set", assignment)]
    assert silent(invoke("build", "-f", "html", *options))
    assert shown in (project / "dist" / "resume.html").read_text(encoding="utf-8")
    assert (project / "resume.yaml").read_text(encoding="utf-8") == RESUME


def test_a_warning_is_printed_and_fails_the_build_only_under_strict(
    project: Path, write_resume: Callable[..., Path], invoke: Callable[..., Run]
) -> None:
    write_resume(DOUBTFUL)
    strict = invoke("build", "-f", "html", "--strict")
    assert strict.exit_code == 1
    assert "warning: pictures are not downloaded [remote-picture]" in strict.stderr
    assert not (project / "dist").exists()
    quiet = invoke("build", "-f", "html", "-q")
    assert silent(quiet)
    usual = invoke("build", "-f", "html")
    assert (usual.exit_code, usual.stdout, usual.stderr) == (0, "", strict.stderr)
    assert [*files_in(project / "dist")] == ["resume.html"]


def test_verbose_prints_the_time_of_each_stage(write_resume: Callable[..., Path], invoke: Callable[..., Run]) -> None:
    write_resume(RESUME)
    done = invoke("build", "-f", "html", "-v")
    stages = [line.split()[0] for line in done.stderr.splitlines() if line.endswith(" ms")]
    assert stages == ["load", "plan", "prepare", "write", "typeset", "check", "save"]
    assert silent(invoke("build", "-f", "html", "-v", "-q"))


# --- validate


def test_a_valid_file_is_reported_as_valid(write_resume: Callable[..., Path], invoke: Callable[..., Run]) -> None:
    write_resume(RESUME)
    assert invoke("validate") == Run(0, "resume.yaml: valid\n", "")
    assert silent(invoke("validate", "-q"))
    assert invoke("validate", "resume.yaml", "--strict") == Run(0, "resume.yaml: valid\n", "")
    assert invoke("validate", "--set", "basics.label=Weaver") == Run(0, "resume.yaml: valid\n", "")


def test_warnings_fail_only_under_strict(write_resume: Callable[..., Path], invoke: Callable[..., Run]) -> None:
    write_resume(DOUBTFUL)
    usual, strict = invoke("validate"), invoke("validate", "--strict")
    assert (usual.exit_code, usual.stdout) == (0, "resume.yaml: valid, 1 warning\n")
    assert (strict.exit_code, strict.stdout, strict.stderr) == (1, "", usual.stderr)
    assert silent(invoke("validate", "-q"))
    assert invoke("validate", "-q", "--strict") == strict


def test_each_of_several_résumés_is_reported_and_the_worst_exit_code_wins(
    write_resume: Callable[..., Path], invoke: Callable[..., Run]
) -> None:
    write_resume(RESUME)
    write_resume("basics: {nmae: Ada}", "key.yaml")
    write_resume("basics: [", "broken.yaml")
    done = invoke("validate", "key.yaml", "resume.yaml", "broken.yaml", "gone.yaml")
    assert done.exit_code == 4
    assert done.stdout == "resume.yaml: valid\n"
    assert [line.split(":")[0] for line in done.stderr.splitlines() if " error: " in line] == [
        "key.yaml",
        "broken.yaml",
        "gone.yaml",
    ]


@pytest.mark.parametrize("name", ["resume.yaml", "resume.yml", "resume.json"])
def test_the_résumé_of_a_folder_is_found(
    project: Path, write_resume: Callable[..., Path], invoke: Callable[..., Run], name: str
) -> None:
    write_resume('{"basics": {"name": "Ada"}}', name)
    assert invoke("validate").exit_code == 0
    assert invoke("validate", project).exit_code == 0


# --- new


def test_a_new_project_is_valid_without_a_warning_and_builds(project: Path, run: Callable[..., Run]) -> None:
    made = run("new", "cv")
    assert (made.exit_code, made.stdout) == (0, "cv/resume.yaml\n")
    folder = project / "cv"
    assert {*files_in(folder)} == {".github/workflows/resume.yaml", ".gitignore", "resume.schema.json", "resume.yaml"}
    assert run("validate", "--strict", cwd=folder) == Run(0, "resume.yaml: valid\n", "")
    assert silent(run("build", "--strict", cwd=folder))
    assert [*files_in(folder / "dist")] == ["resume.pdf"]


def test_a_new_project_names_its_schema_for_editors(project: Path, invoke: Callable[..., Run]) -> None:
    assert invoke("new").exit_code == 0
    assert "yaml-language-server: $schema=resume.schema.json" in (project / "resume.yaml").read_text(encoding="utf-8")
    assert json.loads((project / "resume.schema.json").read_text(encoding="utf-8")) == json_schema()


def test_a_new_project_has_the_requested_theme(project: Path, invoke: Callable[..., Run]) -> None:
    assert invoke("new", "--theme", "classic").exit_code == 0
    assert "\ntheme: classic\n" in (project / "resume.yaml").read_text(encoding="utf-8")
    assert invoke("validate", "--strict").exit_code == 0


@pytest.mark.parametrize("there", ["resume.yaml", ".gitignore", "resume.schema.json", ".github/workflows/resume.yaml"])
def test_a_new_project_never_overwrites(project: Path, invoke: Callable[..., Run], there: str) -> None:
    (project / there).parent.mkdir(parents=True, exist_ok=True)
    (project / there).write_text("mine\n")
    before = files_in(project)
    done = invoke("new")
    assert done.exit_code == 7
    assert f"{there} already exists; nothing was written" in done.stderr
    assert files_in(project) == before


def test_a_new_project_does_not_overwrite_a_dangling_link(project: Path, invoke: Callable[..., Run]) -> None:
    (project / "resume.yaml").symlink_to("elsewhere.yaml")
    assert invoke("new").exit_code == 7
    assert [path.name for path in project.iterdir()] == ["resume.yaml"]
    assert (project / "resume.yaml").is_symlink()


def test_a_new_project_can_be_created_among_other_files(project: Path, invoke: Callable[..., Run]) -> None:
    (project / "README.md").write_text("mine\n")
    assert invoke("new", ".").exit_code == 0
    assert (project / "README.md").read_text() == "mine\n"


OLD = '{"basics": {"name": "Ada Example"}, "work": [{"name": "Example Ltd", "hobby": "x"}], "theme": {"name": "swiss"}}'


def test_a_new_project_can_start_from_a_résumé_in_another_format(project: Path, run: Callable[..., Run]) -> None:
    (project / "old.json").write_text(OLD, encoding="utf-8")
    made = run("new", "cv", "--from", "old.json", "--theme", "classic", "--lang", "de")
    assert (made.exit_code, made.stdout) == (0, "cv/resume.yaml\n")
    assert "work.0.x-hobby" in made.stderr
    folder = project / "cv"
    assert {*files_in(folder)} == {".github/workflows/resume.yaml", ".gitignore", "resume.schema.json", "resume.yaml"}
    text = (folder / "resume.yaml").read_text(encoding="utf-8")
    assert "Ada Example" in text
    assert "  name: classic\n" in text
    assert "\nlocale: de\n" in text
    assert run("validate", "--strict", cwd=folder) == Run(0, "resume.yaml: valid\n", "")


@pytest.mark.parametrize(("source", "code"), [("old.json", 3), ("nowhere.json", 3)])
def test_no_project_is_created_from_an_unusable_file(
    project: Path, invoke: Callable[..., Run], source: str, code: int
) -> None:
    (project / "old.json").write_text("{", encoding="utf-8")
    before = files_in(project)
    assert invoke("new", "cv", "--from", source).exit_code == code
    assert files_in(project) == before


# --- schema, themes, doctor, version


def test_schema_prints_the_json_schema(invoke: Callable[..., Run]) -> None:
    done = invoke("schema")
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout) == json_schema()
    Draft202012Validator.check_schema(json.loads(done.stdout))


def test_themes_are_listed_one_per_line(invoke: Callable[..., Run]) -> None:
    done = invoke("themes", "list")
    assert (done.exit_code, done.stderr) == (0, "")
    listed = {line.split()[0]: line.split()[1] for line in done.stdout.splitlines()}
    built_in = {path.parent.name: "built-in" for path in (ROOT / "themes").glob("*/theme.yaml")}
    assert listed == built_in
    assert invoke("themes") == done


@pytest.mark.parametrize("theme", sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml")))
def test_show_prints_the_options_of_a_theme(invoke: Callable[..., Run], theme: str) -> None:
    done = invoke("themes", "show", theme)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{theme} ")
    assert "accent: #" in done.stdout
    assert f"theme: {{name: {theme}, " in done.stdout


def test_doctor_finds_no_problem_on_this_machine(invoke: Callable[..., Run]) -> None:
    done = invoke("doctor")
    assert (done.exit_code, done.stderr) == (0, "")
    findings = [line.split()[0] for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert findings[:5] == ["ok"] * 5
    assert {*findings[5:]} <= {"ok", "absent"}  # LaTeX's engines
    assert [line.split()[3] for line in done.stdout.splitlines() if "for --engine" in line] == [
        *("xelatex:", "lualatex:", "pdflatex:", "tectonic:")
    ]


def test_version_is_printed(run: Callable[..., Run]) -> None:
    assert run("--version") == Run(0, f"resumekit {__version__}\n", "")


@pytest.mark.parametrize("command", ["", "build", "validate", "new", "schema", "doctor", "themes", "themes show"])
def test_every_command_has_help(invoke: Callable[..., Run], command: str) -> None:
    done = invoke(*command.split(), "--help")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: ")


@pytest.mark.parametrize(("given", "written"), [("de", "de"), ("pt_BR", "pt-BR"), ("zh-hant", "zh-Hant"), ("ar", "ar")])
def test_a_new_project_can_be_in_another_language(
    run: Callable[..., Run], project: Path, given: str, written: str
) -> None:
    assert run("new", "cv", "--lang", given).exit_code == 0
    assert f"\nlocale: {written}\n" in (project / "cv" / "resume.yaml").read_text(encoding="utf-8")
    done = run("validate", "--strict", cwd=project / "cv")
    assert done.exit_code == 0, done.stderr


@pytest.mark.parametrize("given", ["xx", "german", "de-DE-x-!", ""])
def test_a_new_project_accepts_only_supported_languages(run: Callable[..., Run], project: Path, given: str) -> None:
    done = run("new", "cv", "--lang", given)
    assert (done.exit_code, "[unknown-language]" in done.stderr) == (2, True)
    assert not (project / "cv").exists()


def test_a_letter_is_not_written_in_a_format_that_would_lose_its_text(
    run: Callable[..., Run], write_resume: Callable[..., Path]
) -> None:
    write_resume("basics: {name: Ada}")
    write_resume("body: Hello.", "letter.yaml")
    done = run("build", "letter.yaml", "-f", "txt,json")
    assert (done.exit_code, "[not-for-letters]" in done.stderr) == (2, True)
