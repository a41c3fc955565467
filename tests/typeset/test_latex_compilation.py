"""Running an engine, tested with shell scripts in place of one, so that no TeX is needed."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from present.resumes import document_of
from resumekit.errors import Problem, TypesetError
from resumekit.typeset import Artifact, Folders
from resumekit.typeset.latex import ENGINES, Compilation, version_of
from resumekit.typeset.latex.engine_process import Limits
from resumekit.typeset.latex.source_map import SourceMap

TEX = "\\documentclass{article}\n\\begin{document}\nAda Example\n\\end{document}\n"
RESUME = "basics:\n  name: Ada Example\n"
PDF = "printf '%%PDF-1.5 made' > resume.pdf"

Pretend = Callable[..., Compilation]


@pytest.fixture
def pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pretend:
    """Replace an engine with a shell script: `pretend("echo hello", engine="xelatex")`."""
    programs = tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)

    def compilation(
        script: str, engine: str = "pdflatex", tex: str = TEX, archive: bool = False, **more: object
    ) -> Compilation:
        program = programs / engine
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        folders = Folders(tmp_path / "project", (tmp_path / "theme",))
        return Compilation(ENGINES[engine], tex, document_of(RESUME), folders, **more)  # type: ignore[arg-type]

    return compilation


def problems_of(compilation: Compilation) -> tuple[Problem, ...]:
    with pytest.raises(TypesetError) as error:
        compilation()
    return error.value.problems


def test_the_pdf_is_what_the_engine_wrote(pretend: Pretend) -> None:
    assert pretend(PDF)() == Artifact("pdf", b"%PDF-1.5 made", engine="pdflatex")


def test_the_number_of_pages_is_the_one_that_the_log_states(pretend: Pretend) -> None:
    log = "Output written on resume.pdf (12 pages, 67348 bytes)."
    assert pretend(f"{PDF}; echo '{log}' > resume.log")().pages == 12


def test_dates_and_ids_are_blanked_out_and_no_other_byte_moves(pretend: Pretend) -> None:
    identity = "/ID [<0123456789ABCDEF0123456789abcdef> <0123456789ABCDEF0123456789abcdef>]"
    dated = f"<< /CreationDate (D:20240229000000Z) /ModDate (D:20240229000000Z) >> {identity} /Name (/ModDate )"
    made = pretend(f"printf '%s' '{dated}' > resume.pdf")()
    assert len(made.data) == len(dated)
    assert made.data.split() == [b"<<", b">>", b"/Name", b"(/ModDate", b")"]


# --- environment


@pytest.mark.parametrize(
    ("engine", "arguments"),
    [
        (
            "xelatex",
            "-no-shell-escape -interaction=nonstopmode -file-line-error -output-driver=xdvipdfmx -q -E -C 0x40",
        ),
        ("lualatex", "-no-shell-escape -interaction=nonstopmode -file-line-error --nosocket"),
        ("pdflatex", "-no-shell-escape -interaction=nonstopmode -file-line-error"),
        ("tectonic", "-X compile --untrusted --keep-logs"),
    ],
)
def test_no_engine_gets_a_shell(pretend: Pretend, tmp_path: Path, engine: str, arguments: str) -> None:
    pretend(f'echo "$*" > {tmp_path}/arguments; {PDF}', engine)()
    assert (tmp_path / "arguments").read_text() == f"{arguments} resume.tex\n"


def test_an_engine_does_not_see_the_users_settings(
    pretend: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TEXINPUTS", "TEXMFHOME", "TEXMFCNF", "SECRET", "openin_any", "BIBINPUTS", "TEXMFOUTPUT"):
        monkeypatch.setenv(name, "/somewhere")
    pretend(f"env > {tmp_path}/environment; {PDF}")()
    seen = dict(line.split("=", 1) for line in (tmp_path / "environment").read_text().splitlines())
    assert (seen["openin_any"], seen["openout_any"]) == ("p", "p")
    assert "/somewhere" not in seen.values()
    assert seen["TEXMFVAR"] == str(tmp_path / "cache" / "resumekit" / "texmf-var")
    assert seen.keys() - {"PWD", "OLDPWD", "SHLVL", "_"} <= {
        *("PATH", "HOME", "XDG_CACHE_HOME", "SOURCE_DATE_EPOCH", "FORCE_SOURCE_DATE", "openin_any", "openout_any"),
        *("MKTEXTFM", "MKTEXMF", "MKTEXPK", "max_print_line", "error_line", "half_error_line", "TMPDIR"),
        *("TEXMFHOME", "TEXMFCONFIG", "TEXMFVAR", "TEXMFCACHE"),
    }


@pytest.mark.parametrize("date", ["", "86400"])
def test_the_date_is_source_date_epoch_or_zero(pretend: Pretend, monkeypatch: pytest.MonkeyPatch, date: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", date)
    assert pretend('printf "%s" "$SOURCE_DATE_EPOCH" > resume.pdf')().data == (date or "0").encode()


def test_with_a_read_only_cache_the_run_gets_its_own(
    pretend: Pretend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    made = pretend('[ "$TEXMFVAR" = "$TMPDIR/cache" ] && printf yes > resume.pdf')()
    assert made.data == b"yes"


def test_a_cache_without_write_permission_is_not_used(pretend: Pretend, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)  # root may write anywhere
    compilation = pretend('[ "$TEXMFVAR" = "$TMPDIR/cache" ] && printf yes > resume.pdf')
    monkeypatch.setattr(shutil, "which", lambda name, path: str(Path.cwd() / "programs" / name))
    assert compilation().data == b"yes"


def test_files_and_fonts_are_beside_the_source_and_deleted_afterwards(pretend: Pretend, tmp_path: Path) -> None:
    for location in ("theme", "project"):
        (tmp_path / location / "fonts" / "deep").mkdir(parents=True)
        (tmp_path / location / "fonts" / "deep" / "Some-Regular.ttf").write_text(location)
    script = f"pwd > {tmp_path}/where; cat pictures/a.png fonts/Some-Regular.ttf resume.tex > resume.pdf"
    made = pretend(script, "xelatex", files={"pictures/a.png": b"a picture, "})()
    assert made.data.decode() == f"a picture, theme{TEX}"
    where = Path((tmp_path / "where").read_text().strip())
    assert not where.exists()
    assert not where.parent.exists()


def test_the_bundled_fonts_are_available(pretend: Pretend) -> None:
    assert pretend("head -c 4 fonts/Inter-Regular.ttf > resume.pdf", "xelatex")().data == b"\x00\x01\x00\x00"


def test_overwriting_a_font_changes_only_a_copy(pretend: Pretend, tmp_path: Path) -> None:
    font = tmp_path / "project" / "fonts" / "Some-Regular.ttf"
    font.parent.mkdir(parents=True)
    font.write_text("a font")
    pretend(f"echo spoiled > fonts/Some-Regular.ttf; {PDF}", "xelatex")()
    assert font.read_text() == "a font"


def test_fonts_keep_their_dates_which_lualatex_caches_them_by(pretend: Pretend, tmp_path: Path) -> None:
    font = tmp_path / "project" / "fonts" / "Some-Regular.ttf"
    font.parent.mkdir(parents=True)
    font.touch()
    os.utime(font, (1_000_000_000, 1_000_000_000))
    pretend(f"cp -p fonts/Some-Regular.ttf {tmp_path}/seen; {PDF}", "lualatex")()
    assert (tmp_path / "seen").stat().st_mtime == 1_000_000_000


# --- reruns


COUNT = "echo x >> runs; "
RERUN = "LaTeX Warning: Label(s) may have changed. Rerun to get cross-references right."


def test_an_engine_runs_once_unless_its_log_asks_for_more(pretend: Pretend) -> None:
    assert pretend(f"{COUNT} echo 'Package: rerunfilecheck' > resume.log; cp runs resume.pdf")().data == b"x\n"


def test_an_engine_runs_again_when_its_log_asks_for_that(pretend: Pretend) -> None:
    script = f"{COUNT} : > resume.log; [ $(wc -l < runs) = 2 ] || echo '{RERUN}' > resume.log; cp runs resume.pdf"
    assert pretend(script)().data == b"x\nx\n"


def test_reruns_are_limited(pretend: Pretend) -> None:
    assert pretend(f"{COUNT} echo '{RERUN}' > resume.log; cp runs resume.pdf")().data == b"x\nx\nx\n"


def test_an_engine_that_failed_is_not_rerun(pretend: Pretend, tmp_path: Path) -> None:
    problems_of(pretend(f"echo x >> {tmp_path}/runs; echo '{RERUN}' > resume.log; exit 1"))
    assert (tmp_path / "runs").read_text() == "x\n"


def test_tectonic_reruns_itself(pretend: Pretend) -> None:
    script = f"{COUNT} echo '{RERUN}' > resume.log; cp runs resume.pdf"
    assert pretend(script, "tectonic")().data == b"x\n"


# --- limits and failures


def wait_for_the_end_of(process: int) -> bool:
    """Return whether a process has ended, or does so within five seconds."""
    for _ in range(100):
        try:
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
            os.kill(process, 0)
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.05)
    return False


# A shell does not forward signals: only a signal to the whole group reaches its children.
CHILD = "sleep 300 & echo $! > {}/child; "


def test_an_engine_that_never_ends_is_killed_with_its_children(pretend: Pretend, tmp_path: Path) -> None:
    began = time.monotonic()
    (problem,) = problems_of(pretend(CHILD.format(tmp_path) + "wait", limits=Limits(seconds=0.5, megabytes=1)))
    assert time.monotonic() - began < 5
    assert (problem.code, problem.message) == ("engine-too-slow", "pdflatex took more than 0.5 seconds")
    assert wait_for_the_end_of(int((tmp_path / "child").read_text()))


def test_an_engine_that_ends_leaves_no_process_behind(pretend: Pretend, tmp_path: Path) -> None:
    pretend(CHILD.format(tmp_path) + PDF)()
    assert wait_for_the_end_of(int((tmp_path / "child").read_text()))


def test_an_interrupt_kills_the_engine(pretend: Pretend, tmp_path: Path) -> None:
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        with pytest.raises(KeyboardInterrupt):
            pretend(CHILD.format(tmp_path) + "wait")()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert wait_for_the_end_of(int((tmp_path / "child").read_text()))


@pytest.mark.parametrize("file", ["resume.log", "resume.pdf", "../terminal.txt", "side/other"])
def test_an_engine_that_writes_endlessly_is_killed(pretend: Pretend, file: str) -> None:
    script = f"mkdir side; while :; do echo 'more and more and more and more' >> {file}; done"
    (problem,) = problems_of(pretend(script, limits=Limits(seconds=60, megabytes=0.1)))
    assert (problem.code, problem.message) == ("engine-failed", "pdflatex wrote more than 0.1 MB")


def test_fonts_and_pictures_do_not_count_as_written(pretend: Pretend) -> None:
    """The script outlives several size checks; the bundled fonts alone are larger than the limit."""
    limits = Limits(seconds=60, megabytes=0.1)
    files = {"pictures/a.png": bytes(200_000)}
    assert pretend(f"sleep 0.5; {PDF}", "xelatex", files=files, limits=limits)().data == b"%PDF-1.5 made"


@pytest.mark.parametrize("manager", ["apt-get", "brew", "dnf", "apk", "pacman"])
@pytest.mark.parametrize("engine", ENGINES)
def test_a_missing_engine_is_reported_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str, manager: str
) -> None:
    (tmp_path / manager).write_text("#!/bin/sh\n")
    (tmp_path / manager).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = problems_of(Compilation(ENGINES[engine], TEX, document_of(RESUME), Folders(tmp_path, ())))
    assert (problem.code, problem.message) == ("no-engine", f"{engine} is not installed")
    assert problem.hint
    known = manager in ENGINES[engine].packages
    assert problem.hint.startswith(manager if known else "install Tectonic: https://tectonic-typesetting.github.io")
    assert not known or problem.hint.endswith(ENGINES[engine].packages[manager])


def test_without_a_known_package_manager_the_hint_is_tex_live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = problems_of(Compilation(ENGINES["xelatex"], TEX, document_of(RESUME), Folders(tmp_path, ())))
    assert problem.hint == "install TeX Live: https://tug.org/texlive"


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("echo 'xdvipdfmx:fatal: Image inclusion failed'; exit 1", "xdvipdfmx:fatal: Image inclusion failed"),
        ("exit 1", "no reason given"),
        ("exit 0", "no reason given"),
        (f"{PDF}; echo 'no, after all'; exit 3", "no, after all"),
        ("kill -9 $$", "no reason given"),
    ],
)
def test_a_failure_without_a_logged_error_quotes_the_last_line(pretend: Pretend, script: str, says: str) -> None:
    (problem,) = problems_of(pretend(script))
    assert (problem.code, problem.message) == ("engine-failed", f"pdflatex failed: {says}")
    assert problem.hint == "see resume.log"


def test_errors_logged_by_a_successful_run_are_ignored(pretend: Pretend) -> None:
    assert pretend(f"{PDF}; echo '! Undefined control sequence.' > resume.log")().data == b"%PDF-1.5 made"


def test_an_engine_that_cannot_be_started_is_reported(pretend: Pretend, tmp_path: Path) -> None:
    compilation = pretend("")
    (tmp_path / "programs" / "pdflatex").write_bytes(b"\x7fELF, but broken")
    (problem,) = problems_of(compilation)
    assert (problem.code, problem.message) == ("engine-failed", "pdflatex failed: Exec format error")


def test_the_log_is_available_afterwards(pretend: Pretend) -> None:
    compilation = pretend("echo 'some words' > resume.log; exit 1")
    problems_of(compilation)
    assert compilation.log == "some words\n"


def test_only_the_start_of_a_huge_log_is_kept(pretend: Pretend) -> None:
    compilation = pretend(f"head -c 3000000 /dev/zero | tr '\\0' x > resume.log; {PDF}")
    compilation()
    assert compilation.log == "x" * 1_000_000


def test_terminal_output_replaces_a_missing_log(pretend: Pretend) -> None:
    compilation = pretend("echo 'no format file'; exit 1")
    problems_of(compilation)
    assert compilation.log == "no format file\n"


# --- locations


def failing(pretend: Pretend, *log: str, tex: str = TEX, **more: object) -> tuple[Problem, ...]:
    lines = "\n".join(log)
    return problems_of(pretend(f"cat > resume.log <<'LOG'\n{lines}\nLOG\nexit 1", tex=tex, **more))


UNDEFINED = ("./resume.tex:3: Undefined control sequence.", "l.3 \\foo", "         Ada Example")


def test_an_error_is_located_at_the_field_that_its_line_prints(pretend: Pretend) -> None:
    (problem,) = failing(pretend, *UNDEFINED, kept=Path("dist/ada.tex"))
    assert problem.message == "pdflatex failed: Undefined control sequence \\foo"
    assert problem.location
    assert (problem.location.file, problem.location.line, problem.location.column) == ("resume.yaml", 2, 9)
    assert problem.hint == "see dist/ada.tex:3, dist/ada.log"


def test_an_error_in_a_template_is_located_there(pretend: Pretend, tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    template = tmp_path / "theme" / "resume.tex.j2"
    template.write_text("\\begin{document}\n\n  \\foo \\VAR{name}\n\\fool\n")
    (problem,) = failing(pretend, *UNDEFINED)
    assert problem.location
    assert (problem.location.file, problem.location.line, problem.location.column) == (str(template), 3, 3)
    assert problem.hint == "see resume.yaml:2, resume.tex:3, resume.log"


def test_a_command_that_a_template_uses_twice_is_ambiguous(pretend: Pretend, tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "resume.tex.j2").write_text("\\foo\n\\foo\n")
    (problem,) = failing(pretend, *UNDEFINED)
    assert problem.location
    assert problem.location.file == "resume.yaml"


def test_an_error_on_a_line_without_a_field_is_located_in_the_tex(pretend: Pretend) -> None:
    tex = TEX.replace("Ada Example", "  \\hrule \\foo")
    (problem,) = failing(pretend, *UNDEFINED, tex=tex)
    assert problem.location
    assert (problem.location.file, problem.location.line, problem.location.column) == ("resume.tex", 3, 3)
    assert problem.location.source == "  \\hrule \\foo"


def test_the_first_line_of_the_body_is_the_first_that_prints_fields(pretend: Pretend) -> None:
    tex = TEX.replace("\\begin{document}", "\\begin{document} Ada Example \\foo")
    (problem,) = failing(pretend, "./resume.tex:2: Undefined control sequence.", "l.2 \\foo", tex=tex)
    assert problem.location
    assert problem.location.file == "resume.tex"


def test_the_longest_value_on_a_line_is_its_field() -> None:
    tex = TEX.replace("Ada Example", "Ada Example today")
    document = document_of("basics:\n  name: Ada\n  label: Ada Example\n  summary: Example\n")
    location = SourceMap(tex, Path("resume.tex"), document, ()).in_resume(3)
    assert location
    assert location.line == 3


def test_a_value_of_two_letters_is_not_recognized_on_a_line() -> None:
    tex = TEX.replace("Ada Example", "Adaptation")
    document = document_of("basics:\n  name: Ad\n")
    assert SourceMap(tex, Path("resume.tex"), document, ()).in_resume(3) is None


def test_a_preamble_prints_no_field(pretend: Pretend) -> None:
    tex = f"% Ada Example\n{TEX}"
    (problem,) = failing(pretend, "! Something else.", "l.1 % Ada Example", tex=tex)
    assert problem.location
    assert problem.location.file == "resume.tex"


def test_an_error_in_a_package_has_no_location(pretend: Pretend) -> None:
    (problem,) = failing(pretend, "/usr/share/texmf/some.sty:3: Undefined control sequence.", "l.3 \\foo")
    assert problem.location is None
    assert problem.file == "resume.tex"


def test_errors_are_reported_once_each_and_at_most_five(pretend: Pretend) -> None:
    log = [f"./resume.tex:3: Error {number // 2}." for number in range(40)]
    messages = [problem.message for problem in failing(pretend, *log)]
    assert messages == [f"pdflatex failed: Error {number}" for number in range(5)]


def test_a_missing_package_is_reported_with_the_command_that_installs_it(pretend: Pretend) -> None:
    log = ["! LaTeX Error: File `some.sty' not found.", "", "Enter file name: ", "./resume.tex:2: Emergency stop.", ""]
    log += ["<read *> ", "l.2 \\begin", "          {document}"]
    (problem,) = failing(pretend, *log)
    assert (problem.code, problem.message) == ("no-tex-file", "pdflatex cannot find the file 'some.sty'")
    assert problem.location
    assert problem.location.line == 2
    assert problem.hint
    assert "tlmgr install some" in problem.hint


@pytest.mark.parametrize(
    ("error", "font"),
    [
        ('./resume.tex:3: Package fontspec Error: The font "Some Sans" cannot be found.', "Some Sans"),
        (
            "/a/b.sty:4: Font \\x@font=pzdr at 0.1pt not loadable: Metric (TFM) file or installed font not found.",
            "pzdr",
        ),
    ],
)
def test_a_missing_font_is_reported(pretend: Pretend, error: str, font: str) -> None:
    (problem,) = failing(pretend, error)
    assert (problem.code, problem.message) == ("no-tex-font", f"pdflatex cannot find the font '{font}'")


def test_unknown_characters_are_reported_all_at_once(pretend: Pretend) -> None:
    log = "./resume.tex:3: LaTeX Error: Unicode character ☃ (U+2603)\n               not set up for use with LaTeX.\n"
    log += log.replace("☃ (U+2603)", "😀 (U+1F600)")
    made = pretend(f"{PDF}; cat > resume.log <<'LOG'\n{log}\nLOG\nexit 1")()
    assert made.undrawn == ("☃", "😀")


def test_a_failure_with_an_error_is_reported_even_if_characters_are_missing_too(pretend: Pretend) -> None:
    log = "./resume.tex:3: LaTeX Error: Unicode character ☃ (U+2603)\n               not set up for use with LaTeX.\n"
    log += "\n".join(UNDEFINED)
    (problem,) = problems_of(pretend(f"{PDF}; cat > resume.log <<'LOG'\n{log}\nLOG\nexit 1"))
    assert problem.message == "pdflatex failed: Undefined control sequence \\foo"


@pytest.mark.parametrize(("script", "version"), [("echo one; echo two", "one"), ("echo broken; exit 1", "")])
def test_the_version_of_an_engine_is_its_first_line_unless_it_fails(
    pretend: Pretend, tmp_path: Path, script: str, version: str
) -> None:
    pretend(script)
    assert version_of(str(tmp_path / "programs" / "pdflatex")) == version


def test_a_line_that_is_too_wide_is_a_remark_with_its_location(pretend: Pretend) -> None:
    log = "Overfull \\hbox (20.4pt too wide) in paragraph at lines 3--4"
    compilation = pretend(f"{PDF}; echo '{log}' > resume.log", kept=Path("dist/ada.tex"))
    assert compilation().remarks == ("line is too wide by 20 pt: resume.yaml:2, dist/ada.tex:3",)
