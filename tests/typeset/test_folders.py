"""A page can read only the folders of its résumé and its theme: no other files, and no network."""

from __future__ import annotations

import base64
import mimetypes
import os
import re
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from resumekit.addresses import RESUME_HOST, THEME_HOST, picture_address
from resumekit.typeset import Artifact, Folders, TypesetRequest, typeset
from resumekit.typeset.folders import BUNDLED_FONTS, MAX_FILE_BYTES, Refused
from resumekit.typeset.font_cache import checked_font_cache
from resumekit.typeset.weasyprint_import import import_weasyprint
from resumekit.writers.web.single_file import single_file

from .builds import set_html

SECRET = "the-content-of-a-file-outside"

ALLOWED = [
    *("a.png", "sub/b.png", "./a.png", "sub/../a.png", "a.png?v=1#x", "%61.png"),
    *("inner.png", "mit leer.png", "é.png"),
]
PICTURES = ["a.png", "sub/b.png", "./a.png", "sub/../a.png", "inner.png", "mit leer.png", "é.png"]
REFUSED = [
    *("../secret.png", "%2e%2e/secret.png", "..%2fsecret.png", "%2e%2e%2fsecret.png", "sub/../../secret.png"),
    *("%252e%252e/secret.png", "..%5csecret.png", "/../secret.png", "//secret.png", "....//secret.png"),
    *("link.png", "folder/secret.png", "loop.png", "sub", "", ".", "nothing.png", "a.png/b"),
    *("%00", "a.png%00", "a" * 5000, "/etc/passwd", "%2fetc%2fpasswd", "~/a.png", ";a.png", "pipe", "large.png"),
]
ELSEWHERE = [
    *("http://example.org/a.png", "https://example.org/a.png", "ftp://example.org/a.png", "//example.org/a.png"),
    *("file:///etc/passwd", "file:a.png", "file://{folder}/secret.png", "file://localhost/etc/passwd"),
    *("{folder}/secret.png", "https://resume.invalid@example.org/a.png", "https://resume.invalid.example.org/a.png"),
    *("http://resume.invalid/a.png", "https://resume.invalid:443/a.png", "https://user@resume.invalid/a.png"),
    *("HTTPS://RESUME.INVALID/../secret.png", "FILE:///etc/passwd", "javascript:1", "jar:file:///a", "about:blank"),
    *("http://[::1]/", "http://169.254.1.1/"),
]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The folders of a résumé and of a theme, with the same files, and a file outside of both."""
    top = tmp_path_factory.mktemp("folders")
    (top / "secret.png").write_text(SECRET)
    for folder in (top / "resume", top / "theme"):
        (folder / "sub").mkdir(parents=True)
        for name in ("a.png", "sub/b.png", "mit leer.png", "é.png"):
            Image.new("RGB", (2, 2), "#1d4f91").save(folder / name)
        (folder / "inner.png").symlink_to("a.png")
        (folder / "link.png").symlink_to(top / "secret.png")
        (folder / "folder").symlink_to(top)
        (folder / "loop.png").symlink_to("loop.png")
        os.mkfifo(folder / "pipe")
        with (folder / "large.png").open("wb") as file:
            file.truncate(MAX_FILE_BYTES + 1)
    return Folders(top / "resume", (top / "theme",), {name: name for name in (*PICTURES, *REFUSED)})


class Opened:
    """Records which files and sockets Python opens while it is on."""

    def __init__(self) -> None:
        self.on = False
        self.files: set[Path] = set()
        self.reached: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.on and event == "open" and isinstance(arguments[0], str):
            self.files.add(Path(arguments[0]))
        elif self.on and event.startswith(("socket.", "urllib.", "subprocess.")):
            self.reached.append(event)

    @contextmanager
    def noting(self) -> Iterator[None]:
        self.on, self.files, self.reached = True, set(), []
        try:
            yield
        finally:
            self.on = False


OPENED = Opened()  # an audit hook stays for as long as the process


def page_that_asks_for(url: str) -> str:
    """Return a page that refers to a URL in every possible way."""
    url = url.replace('"', "%22").replace("<", "%3C")
    return f"""
        <link rel=stylesheet href="{url}"><link rel=attachment href="{url}"><base href="{THEME_HOST}">
        <style>@import url("{url}"); @import "{url}"; @font-face {{ font-family: X; src: url("{url}"); }}
        p {{ background: url("{url}"); list-style-image: url("{url}"); border-image: url("{url}"); font-family: X; }}
        p::before {{ content: url("{url}"); }}</style>
        <p>Text<img alt=x src="{url}"><object data="{url}">x</object><embed src="{url}"><iframe src="{url}"></iframe>
        <img alt=x srcset="{url} 1x" src="{url}"><video src="{url}"></video><input type=image src="{url}">
        <svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{url}" width=5 height=5 />
        <use href="{url}#x" /><style>@import url("{url}");</style></svg>
        <a rel=attachment href="{url}">attached</a></p>"""


def at(host: str, name: str) -> str:
    return f"{host}{name}"


@pytest.mark.parametrize("name", ALLOWED)
def test_a_file_of_the_theme_is_read(folders: Folders, name: str) -> None:
    assert folders.read(at(THEME_HOST, name)).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_the_résumé_names_is_read(folders: Folders, name: str) -> None:
    assert folders.read(picture_address(name)).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_the_résumé_does_not_name_is_refused(folders: Folders, name: str) -> None:
    others = {other: other for other in PICTURES if other != name}
    with pytest.raises(Refused):
        Folders(folders.resume, folders.themes, others).read(picture_address(name))


@pytest.mark.parametrize("name", ["a.png?v=1", "a.png#x", "%61.png", "//a.png", "x/../a.png", "a.png ", "A.PNG"])
def test_a_picture_has_one_address(folders: Folders, name: str) -> None:
    with pytest.raises(Refused):
        folders.read(at(RESUME_HOST, name))


@pytest.mark.parametrize("name", REFUSED, ids=lambda name: name[:30])
def test_a_picture_must_be_a_file_in_the_folder(folders: Folders, name: str) -> None:
    with pytest.raises(Refused):
        folders.picture(name)


@pytest.mark.parametrize("host", [RESUME_HOST, THEME_HOST])
@pytest.mark.parametrize("name", REFUSED, ids=lambda name: name[:30])
def test_anything_else_is_refused(folders: Folders, host: str, name: str) -> None:
    with pytest.raises(Refused):
        folders.read(at(host, name))


def test_a_file_may_be_as_large_as_the_limit_says(tmp_path: Path) -> None:
    with (tmp_path / "a.ttf").open("wb") as file:
        file.truncate(MAX_FILE_BYTES)
    assert len(Folders(tmp_path, (tmp_path,)).read(at(THEME_HOST, "a.ttf"))) == MAX_FILE_BYTES


def test_only_pictures_of_the_résumé_are_stripped_of_metadata(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = SECRET  # ImageDescription
    Image.new("RGB", (2, 2)).save(tmp_path / "a.jpg", exif=exif)
    folders = Folders(tmp_path, (tmp_path,), {"a.jpg": "a.jpg"})
    assert SECRET.encode() in folders.read(at(THEME_HOST, "a.jpg"))
    assert SECRET.encode() not in folders.read(at(RESUME_HOST, "a.jpg"))
    assert SECRET.encode() not in folders.picture("a.jpg")


@pytest.mark.parametrize("url", ELSEWHERE)
def test_any_other_address_is_refused(folders: Folders, url: str) -> None:
    with pytest.raises(Refused):
        folders.read(url.format(folder=folders.resume.parent))


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.png").write_bytes(b"x")

    def denied(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(Refused, match="Permission denied"):
        Folders(tmp_path, (), {"a.png": "a.png"}).read(at(RESUME_HOST, "a.png"))


def test_a_theme_finds_its_own_file_before_its_parents(tmp_path: Path) -> None:
    for name in ("child", "parent"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "both.svg").write_text(name)
    (tmp_path / "parent" / "one.svg").write_text("parent")
    folders = Folders(tmp_path, (tmp_path / "child", tmp_path / "parent"))
    assert [folders.read(at(THEME_HOST, name)) for name in ("both.svg", "one.svg")] == [b"child", b"parent"]


def test_a_url_of_the_theme_does_not_read_the_folder_of_the_résumé(folders: Folders, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        Folders(folders.resume, (tmp_path,)).read(at(THEME_HOST, "a.png"))


def is_expected(path: Path, folders: Folders) -> bool:
    """Return whether a build may open a file: in its folders, of the fonts or their cache, of Python, or temporary."""
    if not path.is_absolute():  # folders that are being removed
        return path.name in {"borrowed", "cache"} or path.name.startswith("weasyprint-")
    is_scratch = path.is_relative_to(tempfile.gettempdir()) and "resumekit-" in str(path)
    if is_scratch or str(path) in {*mimetypes.knownfiles, "/proc/self/statm"}:
        return True
    python = (sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    roots = [folders.resume, *folders.themes, BUNDLED_FONTS.parent, *map(Path, python)]
    roots += filter(None, [checked_font_cache()])
    return any(path.resolve().is_relative_to(root.resolve()) for root in roots)


@pytest.mark.parametrize(
    "url",
    [*(at(RESUME_HOST, name) for name in [*REFUSED[:6], "link.png", "%00", "loop.png"]), *ELSEWHERE],
)
def test_no_page_reads_anything_outside_its_folders(folders: Folders, url: str) -> None:
    url = url.format(folder=folders.resume.parent)
    import_weasyprint()  # which runs programs to find its libraries
    with OPENED.noting():
        made = set_html(page_that_asks_for(url), folders.resume, *folders.themes)
    assert OPENED.reached == []
    assert {path for path in OPENED.files if not is_expected(path, folders)} == set()
    assert SECRET.encode() not in made.data
    assert url in made.refused or url.startswith(("//", "javascript:", "about:", folders.resume.root))


def test_a_refused_url_is_reported_once_and_not_also_as_a_remark(folders: Folders) -> None:
    made = set_html('<p>x<img alt=x src="https://example.org/a.png"></p>', folders.resume)
    assert (made.refused, made.remarks) == (("https://example.org/a.png",), ())


@pytest.mark.parametrize("host", [RESUME_HOST, THEME_HOST, "data:"])
def test_a_picture_from_the_folders_or_in_the_page_is_drawn(folders: Folders, host: str) -> None:
    inline = base64.b64encode((folders.resume / "a.png").read_bytes()).decode()
    url = f"data:image/png;base64,{inline}" if host == "data:" else at(host, "a.png")
    page = f'<!doctype html><html lang=en><title>A page</title><p>x<img alt=x src="{url}"></p>'
    made = typeset(TypesetRequest(page, folders))
    assert (made.refused, made.remarks) == ((), ())
    assert b"/Subtype/Image" in made.data.replace(b" ", b"")


def html_of(body: str, folders: Folders) -> Artifact:
    return single_file(body, folders)


def test_a_web_page_embeds_its_pictures(folders: Folders) -> None:
    page = f'<img src="{RESUME_HOST}a.png"><style>p {{ background: url(sub/b.png) }}</style>'
    made = html_of(page, folders)
    found = re.findall(rb"data:image/png;base64,([A-Za-z0-9+/=]+)", made.data)
    assert [base64.b64decode(data) for data in found] == [
        (folders.resume / "a.png").read_bytes(),
        (folders.themes[0] / "sub" / "b.png").read_bytes(),
    ]
    assert b".invalid" not in made.data
    assert made.pages == 0


@pytest.mark.parametrize("name", ["../secret.png", "%2e%2e/secret.png", "link.png", "loop.png", "%00", "a" * 5000])
def test_a_web_page_embeds_nothing_from_outside_its_folders(folders: Folders, name: str) -> None:
    made = html_of(f'<img src="{RESUME_HOST}{name}">', folders)
    assert made.refused == (f"{RESUME_HOST}{name}",)
    assert base64.b64encode(SECRET.encode())[:-4] not in made.data
