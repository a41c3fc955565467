"""Faults outside a résumé's text: each gets one message that names the right file, and the exit code of its kind."""

from __future__ import annotations

import ctypes
import io
import os
import random
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.conftest import files_in
from conftest import ROOT, Run
from resumekit.typeset.font_cache import checked_font_cache, keep_in_font_cache

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions, named pipes and devices of Unix")

RESUME = "basics: {name: Jane Quillfeather}\n"
THEME = ROOT / "themes" / "modern"


def resumekit(*arguments: str, folder: Path, env: dict[str, str] | None = None) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "resumekit", *arguments],
        cwd=folder,
        env={**os.environ, **(env or {})},
        capture_output=True,
        timeout=60,
    )
    return Run(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def through_the_shell(command: str, folder: Path) -> Run:
    script = f'resumekit() {{ "{sys.executable}" -m resumekit "$@"; }}; {command}'
    done = subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, encoding="utf-8", timeout=60)
    return Run(done.returncode, done.stdout, done.stderr)


def assert_said(done: Run, exit_code: int, said: str) -> None:
    assert said in done.stderr
    assert done.exit_code == exit_code
    assert "Traceback" not in done.stderr
    assert done.stderr.count("error: ") == 1


_BYPASSING = (1 << 1) | (1 << 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, with which root may read and write everything."""


@pytest.fixture
def as_ordinary_user() -> Iterator[None]:
    """Take from root, for a while, what it has over the owner of a file."""
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("nothing can be forbidden to root")
    library, header, sets = ctypes.CDLL(None), (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    library.capget(header, sets)  # effective, permitted, inheritable, each for 32 capabilities; then the rest of them
    before, sets[0] = sets[0], sets[0] & ~_BYPASSING
    if library.capset(header, sets):
        pytest.skip("no capability can be given up")
    try:
        yield
    finally:
        sets[0] = before
        library.capset(header, sets)


@contextmanager
def forbidden(path: Path) -> Iterator[None]:
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        yield
    finally:
        path.chmod(mode)


@pytest.fixture
def filled(project: Path) -> Path:
    """A project with a résumé, a theme of its own with a font, a picture, an included file and a letter."""
    from PIL import Image

    (project / "resume.yaml").write_text(RESUME)
    (project / "old.json").write_text('{"basics": {"name": "Jane Quillfeather"}, "work": [{"company": "Sample Ltd"}]}')
    (project / "pictured.yaml").write_text("basics: {name: Jane Quillfeather, image: jane.png}\n")
    (project / "including.yaml").write_text("basics: !include basics.yaml\n")
    (project / "basics.yaml").write_text("name: Jane Quillfeather\n")
    (project / "letter.yaml").write_text("resume: resume.yaml\nbody: Hello\n")
    Image.new("RGB", (9, 9)).save(project / "jane.png")
    (project / "foldered.yaml").write_text("basics: {name: Jane Quillfeather, image: pictures/a.png}\n")
    (project / "pictures").mkdir()
    Image.new("RGB", (9, 9)).save(project / "pictures" / "a.png")
    mine = project / "themes" / "mine"
    shutil.copytree(THEME, mine)
    (mine / "theme.yaml").write_text((mine / "theme.yaml").read_text().replace("name: modern", "name: mine"))
    (mine / "fonts").mkdir()
    shutil.copy(next((ROOT / "src/resumekit/fonts/inter").glob("*-Regular.ttf")), mine / "fonts")
    return project


# --- files that may not be read


@pytest.mark.usefixtures("as_ordinary_user")
@pytest.mark.parametrize(
    ("path", "command", "exit_code", "said"),
    [
        ("resume.yaml", "validate", 3, "resume.yaml: error: cannot be read: Permission denied [unreadable]"),
        ("resume.yaml", "build resume.yaml -f txt", 3, "resume.yaml: error: cannot be read: Permission denied"),
        ("resume.yaml", "build letter.yaml -f txt", 3, "resume.yaml: error: cannot be read: Permission denied"),
        ("resume.yaml", "diff resume.yaml pictured.yaml", 3, "resume.yaml: error: cannot be read: Permission denied"),
        ("resume.yaml", "themes gallery", 3, "resume.yaml: error: cannot be read: Permission denied"),
        ("old.json", "import old.json", 3, "old.json: error: cannot be read: Permission denied"),
        ("old.json", "new fresh --from old.json", 3, "old.json: error: cannot be read: Permission denied"),
        ("basics.yaml", "validate including.yaml", 3, "'basics.yaml' cannot be read: Permission denied [unreadable]"),
        ("jane.png", "validate pictured.yaml", 3, "'jane.png' cannot be read: Permission denied [unreadable]"),
        ("jane.png", "build pictured.yaml -f txt", 3, "'jane.png' cannot be read: Permission denied [unreadable]"),
        ("jane.png", "diff pictured.yaml resume.yaml", 3, "'jane.png' cannot be read: Permission denied [unreadable]"),
        ("pictures", "validate foldered.yaml", 3, "'pictures/a.png' cannot be read: Permission denied [unreadable]"),
        ("themes/mine/theme.yaml", "build -t mine -f html", 5, "mine/theme.yaml: error: cannot be read: Permission"),
        ("themes/mine/resume.css", "build -t mine -f html", 5, "mine/resume.css: error: cannot be read: Permission"),
        ("themes/mine/resume.html.j2", "build -t mine -f html", 5, "resume.html.j2: error: cannot be read: Permission"),
        ("themes/mine/resume.tex.j2", "build -t mine -f tex", 5, "resume.tex.j2: error: cannot be read: Permission"),
        ("themes/mine", "build -t mine -f html", 5, "themes/mine: error: cannot be read: Permission denied"),
        ("themes/mine", "themes show ./themes/mine", 5, "themes/mine: error: cannot be read: Permission denied"),
        ("themes/mine/fonts", "build -t mine -f html", 5, "mine/fonts: error: cannot be read: Permission denied"),
        ("themes/mine/fonts", "build -t mine", 5, "mine/fonts: error: cannot be read: Permission denied"),
        ("themes/mine/fonts", "themes test mine", 5, "mine/fonts: error: cannot be read: Permission denied"),
        ("themes/mine/fonts", "themes new other --from mine", 5, "fonts: error: cannot be read: Permission denied"),
        ("themes/mine/resume.css", "themes new other --from mine", 5, "resume.css: error: cannot be read: Permission"),
    ],
)
def test_what_cannot_be_read_is_named(
    filled: Path, invoke: Callable[..., Run], path: str, command: str, exit_code: int, said: str
) -> None:
    with forbidden(filled / path):
        done = invoke(*command.split())
    assert_said(done, exit_code, said)
    assert done.stdout == ""


@pytest.mark.usefixtures("as_ordinary_user")
@pytest.mark.parametrize("command", ["build -f txt -o closed", "import old.json -o closed/r.yaml", "new closed"])
def test_what_cannot_be_written_is_named(filled: Path, invoke: Callable[..., Run], command: str) -> None:
    (filled / "closed").mkdir()
    with forbidden(filled / "closed"):
        done = invoke(*command.split())
    assert_said(done, 7, "closed/")
    assert "cannot be written: Permission denied [unwritable]" in done.stderr


@pytest.mark.usefixtures("as_ordinary_user")
def test_an_unreadable_folder_of_themes_does_not_hide_the_others(filled: Path, invoke: Callable[..., Run]) -> None:
    with forbidden(filled / "themes"):
        done = invoke("build", "-t", "modern", "-f", "html")
    assert (done.exit_code, done.stderr) == (0, "")


# --- a folder that was deleted


@pytest.mark.parametrize(
    ("command", "exit_code", "said"),
    [
        ("validate", 3, "error: the current folder does not exist [not-found]\n  = it has been deleted"),
        ("validate resume.yaml", 3, "resume.yaml: error: the current folder does not exist [not-found]"),
        ("build", 3, "error: the current folder does not exist [not-found]"),
        ("themes", 3, "error: the current folder does not exist [not-found]"),
        ("themes show modern", 3, "error: the current folder does not exist [not-found]"),
        ("themes gallery", 3, "error: the current folder does not exist [not-found]"),
        ("themes new mine", 3, "error: the current folder does not exist [not-found]"),
        ("import {}/old.json", 3, "error: the current folder does not exist [not-found]"),
        ("diff resume.yaml resume.yaml", 3, "resume.yaml: error: the current folder does not exist [not-found]"),
        ("new", 7, "resume.yaml: error: cannot be written: No such file or directory [unwritable]"),
    ],
)
def test_a_deleted_folder_is_not_blamed_on_standard_output(
    filled: Path, invoke: Callable[..., Run], command: str, exit_code: int, said: str
) -> None:
    gone = filled / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    done = invoke(*command.format(filled).split())
    assert_said(done, exit_code, said)


# --- standard streams


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    ("command", "exit_code"),
    [
        ("resumekit validate nope.yaml 2>/dev/full", 3),
        ("resumekit bogus 2>/dev/full", 2),
        ("resumekit validate - 2>/dev/full </dev/null", 3),
        ("resumekit themes show moderm 2>/dev/full", 5),
        ("resumekit build -f txt -o - >/dev/full", 7),
        ("resumekit import old.json -o - >/dev/full", 7),
        ("PYTHONUNBUFFERED=1 resumekit schema >/dev/full", 7),
        ("resumekit --help >/dev/full 2>&1", 7),
    ],
)
def test_a_full_stream_keeps_the_exit_code(filled: Path, command: str, exit_code: int) -> None:
    done = through_the_shell(command, filled)
    assert done.exit_code == exit_code
    assert done.stderr in ("", "standard output: error: cannot be written: No space left on device [unwritable]\n")


@pytest.mark.parametrize(
    ("command", "exit_code"),
    [
        ("resumekit build -f html -o - >&-", 7),
        ("resumekit import old.json -o - >&-", 7),
        ("resumekit build -f html -o - >&- <&-", 7),
        ("resumekit build -q <&- >&- 2>&-", 0),
    ],
)
def test_a_file_for_a_closed_standard_output_is_not_lost_in_silence(filled: Path, command: str, exit_code: int) -> None:
    done = through_the_shell(command, filled)
    assert done.exit_code == exit_code
    assert done.stderr == (
        "standard output: error: cannot be written: it is closed [unwritable]\n" if exit_code == 7 else ""
    )
    assert (filled / "dist").exists() == (exit_code == 0)


def test_nothing_opened_later_becomes_a_closed_stream(filled: Path) -> None:
    program = (
        "import os, sys; sys.argv = ['resumekit', '--version']; os._exit = lambda code: None\n"
        "from resumekit.__main__ import main; main(); sys.exit(os.open('/dev/null', 0) <= 2)"
    )
    done = subprocess.run(["sh", "-c", f'"{sys.executable}" -c "{program}" <&- >&- 2>&-'], cwd=filled)
    assert done.returncode == 0


@pytest.mark.parametrize("stream", ["1>&2", "2>&1"])
def test_a_reader_that_has_gone_changes_nothing(filled: Path, stream: str) -> None:
    done = through_the_shell(f"(resumekit validate nope.yaml {stream}; echo $? >code) 2>&1 | true", filled)
    assert done.stderr == ""
    assert (filled / "code").read_text() == "3\n"


# --- errors of the operating system that no stage expects


@pytest.mark.parametrize(
    ("number", "exit_code", "said"),
    [
        (5, 3, "cannot be read: Input/output error [unreadable]"),
        (24, 3, "cannot be read: Too many open files [unreadable]"),
        (116, 3, "cannot be read: Stale file handle [unreadable]"),
        (28, 7, "cannot be written: No space left on device [unwritable]"),
        (122, 7, "cannot be written: Disk quota exceeded [unwritable]"),
        (30, 7, "cannot be written: Read-only file system [unwritable]"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the numbers are those of Linux")
def test_a_stray_error_names_its_file(
    filled: Path, invoke: Callable[..., Run], monkeypatch: pytest.MonkeyPatch, number: int, exit_code: int, said: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), "/srv/share/fonts")

    monkeypatch.setattr("resumekit.theming.list_themes", fail)
    assert_said(invoke("themes"), exit_code, f"/srv/share/fonts: error: {said}")


@pytest.mark.parametrize(
    ("command", "exit_code", "said"),
    [
        ("validate loop.yaml", 3, "loop.yaml: error: cannot be read: Too many levels of symbolic links"),
        ("import loop.yaml", 3, "loop.yaml: error: cannot be read: Too many levels of symbolic links"),
        ("build -f txt -o loop", 7, "loop/resume.txt: error: cannot be written: "),
        ("build -t ./loop", 5, "'loop' is not a theme folder [unknown-theme]"),
        ("build -f txt looped-letter.yaml", 3, "loop.yaml: error: cannot be read: Too many levels of symbolic links"),
        ("validate looped-picture.yaml", 4, "'loop.yaml' is a link that leads nowhere [no-picture]"),
        ("validate dangling.yaml", 3, "dangling.yaml: error: is a link to 'gone.yaml', which does not exist"),
        ("validate dangling-picture.yaml", 4, "'dangling.yaml' is a link that leads nowhere [no-picture]"),
        ("import folder", 3, "folder: error: cannot be read: Is a directory"),
        ("new fresh --from folder", 3, "folder: error: cannot be read: Is a directory"),
    ],
)
def test_links_and_folders_are_named(
    filled: Path, invoke: Callable[..., Run], command: str, exit_code: int, said: str
) -> None:
    (filled / "loop").symlink_to("loop")
    (filled / "loop.yaml").symlink_to("loop.yaml")
    (filled / "dangling.yaml").symlink_to("gone.yaml")
    (filled / "folder").mkdir()
    (filled / "looped-letter.yaml").write_text("resume: loop.yaml\nbody: Hello\n")
    for name, file in {"looped": "loop", "dangling": "dangling"}.items():
        (filled / f"{name}-picture.yaml").write_text(f"basics: {{name: Jane Quillfeather, image: {file}.yaml}}\n")
    before = files_in(filled)
    assert_said(invoke(*command.split()), exit_code, said)
    assert files_in(filled) == before


def test_a_circle_of_links_beside_the_resume_hides_no_theme(filled: Path, invoke: Callable[..., Run]) -> None:
    shutil.rmtree(filled / "themes")
    (filled / "themes").symlink_to("themes")
    assert invoke("build", "-f", "txt").exit_code == 0


# --- what is not a file


PIPES = {
    "theme.yaml": ("build -t mine -f html", 5),
    "resume.css": ("build -t mine -f html", 0),
    "web.css": ("build -t mine -f html", 0),
    "resume.html.j2": ("build -t mine -f html", 5),
    "resume.tex.j2": ("build -t mine -f tex", 0),
    "fonts/pipe.ttf": ("build -t mine -f html", 5),
    "fonts/README": ("build -t mine", 5),
    "fonts/deep/er/pipe.otf": ("themes test mine", 5),
}


@pytest.mark.parametrize("name", PIPES)
def test_a_named_pipe_in_a_theme_is_not_waited_for(filled: Path, invoke: Callable[..., Run], name: str) -> None:
    command, exit_code = PIPES[name]
    pipe = filled / "themes" / "mine" / name
    pipe.unlink(missing_ok=True)
    pipe.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(pipe)
    done = invoke(*command.split())
    assert done.exit_code == exit_code
    if name.startswith("fonts"):
        assert_said(done, 5, f"{name}: error: cannot be read as a font: it is not a file [unreadable]")


@pytest.mark.parametrize("name", ["fonts/pipe.ttf", "basics.yaml", "jane.png", "resume.yaml"])
def test_a_named_pipe_in_a_project_is_not_waited_for(filled: Path, invoke: Callable[..., Run], name: str) -> None:
    (filled / name).unlink(missing_ok=True)
    (filled / name).parent.mkdir(exist_ok=True)
    os.mkfifo(filled / name)
    document = {"basics.yaml": "including.yaml", "jane.png": "pictured.yaml", "resume.yaml": "letter.yaml"}
    done = invoke("build", document.get(name, "resume.yaml"), "-f", "html")
    assert done.exit_code == (4 if name == "jane.png" else 3)  # a picture can be named wrongly
    assert "is not a file" in done.stderr or "not a file [" in done.stderr


def test_watching_does_not_wait_for_a_named_pipe(filled: Path) -> None:
    from resumekit.pipeline.inputs import inputs_of

    for name, document in {"basics.yaml": "including.yaml", "resume.yaml": "letter.yaml"}.items():
        (filled / name).unlink()
        os.mkfifo(filled / name)
        assert filled / document in inputs_of(filled / document).files


@pytest.mark.parametrize(
    "kind", ["socket", "link to a pipe", "link to a folder", "link to everything", "dangling link"]
)
def test_only_files_are_taken_for_fonts(filled: Path, invoke: Callable[..., Run], kind: str) -> None:
    fonts, outside = filled / "themes/mine/fonts", filled / "outside"
    outside.mkdir()
    (outside / "x.ttf").touch()
    os.mkfifo(filled / "pipe")
    odd = fonts / "odd.ttf"
    if kind == "socket":
        os.chdir(fonts)
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(odd.name)  # its whole path may be too long
        os.chdir(filled)
    else:
        targets = {"link to a pipe": filled / "pipe", "link to a folder": outside, "link to everything": Path("/")}
        odd.symlink_to(targets.get(kind, filled / "gone"))
    done = invoke("build", "-t", "mine")
    what = "a link to a folder" if kind in {"link to a folder", "link to everything"} else "not a file"
    assert_said(done, 5, f"odd.ttf: error: cannot be read as a font: it is {what} [unreadable]")


def test_a_link_to_a_font_is_one(filled: Path, invoke: Callable[..., Run]) -> None:
    fonts = filled / "themes/mine/fonts"
    font = next(fonts.iterdir())
    (fonts / "another.ttf").symlink_to(shutil.move(font, filled / font.name))
    assert invoke("build", "-t", "mine").exit_code == 0


# --- caches


@pytest.fixture(scope="session")
def filled_caches(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The caches that a first build fills, and its PDF."""
    home, folder = tmp_path_factory.mktemp("caches"), tmp_path_factory.mktemp("first")
    (folder / "resume.yaml").write_text(RESUME)
    assert build_with(home, folder).exit_code == 0
    return home, (folder / "dist/resume.pdf").read_bytes()


@pytest.fixture
def caches(filled_caches: tuple[Path, bytes], tmp_path: Path) -> Path:
    """A copy of these caches."""
    return shutil.copytree(filled_caches[0], tmp_path / "caches") / "resumekit"


def build_with(home: Path, folder: Path, *options: str) -> Run:
    return resumekit("build", *options, folder=folder, env={"XDG_CACHE_HOME": str(home)})


def flip(path: Path, seed: int) -> None:
    data, chosen = bytearray(path.read_bytes()), random.Random(seed)
    for _ in range(5):
        data[chosen.randrange(len(data))] ^= 0xFF
    path.write_bytes(data)


SPOILT: dict[str, Callable[[Path, int], object]] = {
    "flipped bytes": flip,
    "nothing": lambda path, seed: path.write_bytes(b""),
    "the first half": lambda path, seed: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "noise": lambda path, seed: path.write_bytes(random.Random(seed).randbytes(5000)),
    "another file": lambda path, seed: shutil.copyfile(ROOT / "README.md", path),
}
LONG = {"nothing", "the first half", "noise", "another file"}


@pytest.mark.parametrize("how", [pytest.param(how, marks=pytest.mark.attacks if how in LONG else ()) for how in SPOILT])
def test_a_spoiled_cache_is_made_anew(caches: Path, filled: Path, filled_caches: tuple[Path, bytes], how: str) -> None:
    spoiled = sorted([*caches.glob("fontconfig/*.cache-*"), *caches.glob("templates/*.cache")])
    assert len(spoiled) > 10
    for number, path in enumerate(spoiled):
        SPOILT[how](path, number)
    done = build_with(caches.parent, filled)
    assert (done.exit_code, done.stderr) == (0, "")
    assert (filled / "dist/resume.pdf").read_bytes() == filled_caches[1]


def test_a_whole_cache_is_used_as_it_is(caches: Path, filled: Path) -> None:
    def state() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in caches.rglob("*") if path.is_file()}

    before = state()
    assert len(before) > 10
    assert build_with(caches.parent, filled).exit_code == 0
    assert state() == before


@pytest.mark.attacks
def test_only_what_is_spoiled_is_made_anew(caches: Path, filled: Path) -> None:
    fonts = caches / "fontconfig"
    before = {path.name: path.stat().st_mtime_ns for path in fonts.glob("*.cache-*")}
    spoiled = fonts / min(before)
    flip(spoiled, 1)
    assert build_with(caches.parent, filled).exit_code == 0
    after = {path.name: path.stat().st_mtime_ns for path in fonts.glob("*.cache-*")}
    assert {name for name in before if after[name] != before[name]} == {spoiled.name}


@pytest.mark.parametrize("garbage", [b"", b"\xff" * 999, b"0  ../../x\n" * 9, b"no checksums"])
def test_spoiled_checksums_are_made_anew(
    caches: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, garbage: bytes
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches.parent))
    fonts, written = caches / "fontconfig", tmp_path / "written"
    shutil.copytree(fonts, written)
    (fonts / "checksums").write_bytes(garbage)
    checked_font_cache.cache_clear()
    try:
        assert checked_font_cache() == fonts
        assert [path.name for path in fonts.iterdir()] == ["checksums"]
        keep_in_font_cache(written)
    finally:
        checked_font_cache.cache_clear()
    assert files_in(fonts) == files_in(written)


def test_the_cache_of_another_compiler_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from jinja2.bccache import Bucket

    from resumekit.theming.environment import environment

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    jinja = environment(())
    cache = jinja.bytecode_cache
    assert cache
    bucket = cache.get_bucket(jinja, "x", None, "{{ 1 }}")
    bucket.code = compile("1", "x", "eval")
    cache.set_bucket(bucket)

    def cached() -> Bucket:
        return cache.get_bucket(jinja, "x", None, "{{ 1 }}")

    assert cached().code
    with monkeypatch.context() as patch:
        patch.setattr("jinja2.__version__", "9.9.9")
        assert cached().code is None
    with monkeypatch.context() as patch:
        patch.setattr(type(jinja), "intercepted_binops", frozenset({"%"}))
        assert cached().code is None


def test_a_cache_that_cannot_be_kept_is_not_mentioned(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "caches"
    for name in ("fontconfig", "templates"):
        (home / "resumekit" / name).mkdir(parents=True, mode=0o700)
    hook = tmp_path / "hook"
    hook.mkdir()
    # Nothing can be written below that folder, as on a full disk.
    (hook / "sitecustomize.py").write_text(
        "import pathlib, tempfile\n"
        "def full(self, *_, **__):\n"
        f"    if {str(home)!r} in str(self):\n"
        "        raise OSError(28, 'No space left on device', str(self))\n"
        "    return write_bytes(self, *_, **__)\n"
        "write_bytes, pathlib.Path.write_bytes = pathlib.Path.write_bytes, full\n"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(hook), str(ROOT / "src")]))
    done = build_with(home, filled)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert list((home / "resumekit/fontconfig").iterdir()) == []


@pytest.fixture
def full_home(tmp_path: Path) -> Iterator[Path]:
    """A home folder on a disk with room for one small file."""
    home = tmp_path / "home"
    home.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(home)], capture_output=True
    )
    if not mounted or mounted.returncode:
        pytest.skip("no disk of our own can be mounted here")
    try:
        (home / ".cache/resumekit/fontconfig").mkdir(parents=True, mode=0o700)
        (home / ".cache/resumekit/templates").mkdir(mode=0o700)
        (home / "filled").write_bytes(b"x" * 1016 * 1024)
        yield home
    finally:
        subprocess.run(["umount", str(home)], check=True)


@pytest.mark.attacks
def test_a_full_home_is_not_mentioned(filled: Path, full_home: Path) -> None:
    env = {"HOME": str(full_home), "XDG_CACHE_HOME": str(full_home / ".cache")}
    done = resumekit("build", folder=filled, env=env)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


# --- imports


def archive_with(folder: Path, source: bytes, name: str = "resume.yaml") -> Path:
    """Write a PDF whose only page is empty, and which carries a source."""
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, source, filename=name)
        pdf.save(folder / "sent.pdf")
    return folder / "sent.pdf"


BROKEN_SOURCES = {
    "empty": (b"", "sent.pdf: resume.yaml: error: the file is empty"),
    "only text": (b"id\n", "sent.pdf: resume.yaml:1:1: error: the file contains only text"),
    "a list": (b"- a\n", "sent.pdf: resume.yaml:1:1: error: the file contains a list"),
    "cut short": (b'basics: {name: "Jane', "sent.pdf: resume.yaml:1:16: error: invalid YAML: unclosed quote"),
    "json cut short": (b'{"basics":', "sent.pdf: resume.yaml:1:"),
    "hostile tag": (b"x: !!python/object/apply:os.system [id]\n", "the tag !!python/object/apply:os.system is not"),
    "include": (b"basics: !include basics.yaml\n", "'!include' is not supported here [foreign-tag]"),
    "include of a secret": (b"basics: !include /etc/passwd\n", "'!include' is not supported here [foreign-tag]"),
    "aliases": (b"a: &a [x]\n" + b"b: [" + b"*a," * 300 + b"]\n", "more than 200 aliases"),
    "not text": (b"a: \x00\n", "is not allowed [forbidden-character]"),
    "another encoding": (b"a: \xe9\n", "invalid UTF-8 [not-utf-8]"),
}


@pytest.mark.parametrize("source", BROKEN_SOURCES)
@pytest.mark.parametrize("command", ["import sent.pdf", "new fresh --from sent.pdf"])
def test_a_broken_source_in_a_pdf_is_not_written(
    project: Path, invoke: Callable[..., Run], source: str, command: str
) -> None:
    data, said = BROKEN_SOURCES[source]
    archive_with(project, data)
    assert_said(invoke(*command.split()), 3, said)
    assert [path.name for path in project.iterdir()] == ["sent.pdf"]


def test_a_sound_source_in_a_pdf_is_written_byte_for_byte(project: Path, invoke: Callable[..., Run]) -> None:
    source = b"\xef\xbb\xbf# mine\r\nbasics: {name: Jane Quillfeather}\r\n"
    archive_with(project, source)
    assert invoke("import", "sent.pdf").exit_code == 0
    assert (project / "resume.yaml").read_bytes() == source


@pytest.mark.parametrize("limit", ["loader.MAX_BYTES", "span_recorder.MAX_NODES"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("old.bib", "@book{a, title = {A Sample of Quills}, author = {Jane Quillfeather}}"),
        ("old.md", "# Jane Quillfeather\n\njane@example.org\n\n## Skills\n\n- quills\n- feathers\n"),
    ],
)
def test_an_import_over_a_limit_names_the_file_that_was_read(
    project: Path, invoke: Callable[..., Run], monkeypatch: pytest.MonkeyPatch, limit: str, name: str, text: str
) -> None:
    (project / name).write_text(text)
    monkeypatch.setattr(f"resumekit.load.{limit}", 3)
    assert_said(invoke("import", name), 3, f"{name}: error: too much for a résumé: ")
    assert [path.name for path in project.iterdir()] == [name]


# --- misleading words


def png() -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (50, 50)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("source", "said", "never"),
    [
        (b"variants: {a: {set: {work.99.name: x}}}", "'work' has no item 99", "start each item"),
        (b"[basics]\nname = 'Jane'\n", "this looks like TOML", "..."),
        (b"# mine\n\n[[work]]\n# first\nname = 'Sample Ltd'\n", "this looks like TOML", "..."),
        (png(), "this is not a text file; check its name", "iconv"),
        (b"PK\x03\x04\x14\0\0\0\x08\0\xff\xfe", "this is not a text file; check its name", "iconv"),
        (random.Random(1).randbytes(3000), "this is not a text file; check its name", "iconv"),
        (b"\xcf\xfa\xed\xfe\x07\0\0\x01", "this is not a text file; check its name", "iconv"),
        ("basics: {name: José}".encode("latin-1"), "iconv -f windows-1252", "not a text file"),
        ("basics:\n\u00a0\u00a0name: Jane".encode(), "it starts with U+00A0 no-break space; indent with", "did you"),
        ("basics:\n\u3000name: Jane".encode(), "it starts with U+3000 ideographic space; indent with", "did you"),
        (b'basics: {name: Jane, summary: "a&#8203;b"}', "invisible character U+200B zero width space", "error"),
        (b'basics: {name: Jane, summary: "a&#x200b;b"}', "invisible character U+200B zero width space", "error"),
        (b'basics: {name: Jane, summary: "a&shy;b"}', "invisible character U+00AD soft hyphen", "error"),
    ],
)
def test_the_message_names_the_cause(
    project: Path, invoke: Callable[..., Run], source: bytes, said: str, never: str
) -> None:
    (project / "resume.yaml").write_bytes(source)
    done = invoke("validate")
    assert said in done.stderr
    assert never not in done.stderr


@pytest.mark.parametrize("source", ["R&amp;D", "AT&T; &c.", "&#60;", "&#9999999999;", "&nosuch;", "&#x110000;"])
def test_an_entity_of_a_visible_character_is_no_problem(project: Path, invoke: Callable[..., Run], source: str) -> None:
    (project / "resume.yaml").write_text(f'basics: {{name: Jane Quillfeather, summary: "{source}"}}\n')
    done = invoke("validate")
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["validate absolute.yaml", "build absolute.yaml", "build absolute.yaml -f docx"])
def test_an_absolute_path_is_refused_by_every_command(filled: Path, invoke: Callable[..., Run], command: str) -> None:
    (filled / "absolute.yaml").write_text(f"basics: {{name: Jane Quillfeather, image: {filled}/jane.png}}\n")
    assert_said(invoke(*command.split()), 4, "is not a relative path with forward slashes [bad-path]")


@pytest.mark.parametrize(
    ("side", "said"),
    [
        ("HEAD@{1}:resume.yaml", "HEAD@{1}:resume.yaml: error: not in a Git repository [no-revision]"),
        ("@{u}:resume.yaml", "@{u}:resume.yaml: error: not in a Git repository [no-revision]"),
        ("HEAD:gone/resume.yaml", "HEAD:gone/resume.yaml: error: not in a Git repository [no-revision]"),
        ("HEAD@{1}", "HEAD@{1}: error: file does not exist [not-found]"),
        ("resume.yaml@nowhere-at-all", "unknown language 'nowhere-at-all'"),
        ("a" * 300 + ":b", "not in a Git repository [no-revision]"),
        ("a" * 300, "cannot be read: File name too long [unreadable]"),
    ],
)
def test_a_side_of_diff_is_called_what_it_is(
    filled: Path, invoke: Callable[..., Run], monkeypatch: pytest.MonkeyPatch, side: str, said: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(filled.parent))
    done = invoke("diff", side, "resume.yaml")
    assert said in done.stderr
    assert done.stderr.count("error: ") == 1
