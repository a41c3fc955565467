"""fontconfig with the bundled fonts only, so that a page is the same on every machine.

WeasyPrint and Pango ask fontconfig for fonts; fontconfig reads the file that `FONTCONFIG_FILE` names each time a
configuration is made. The machine's fonts are used only for characters that no other font has.
"""

from __future__ import annotations

import ctypes
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from resumekit.processes import scratch_folder

from .font_cache import checked_font_cache, keep_in_font_cache

# Characters that a theme's own families lack are looked up in this order, and so never in the families of other themes;
# fontconfig's own order depends on the page's language, and would draw a telephone as an emoji.
FALLBACK_FAMILIES = (
    *("Inter", "IBM Plex Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai"),
    *("Noto Sans Symbols 2", "Noto Sans Math", "Noto Sans CJK", "Noto Emoji"),
)
SERIF_FAMILIES = ("EB Garamond", "Newsreader", "Source Serif 4")
SERIF_FALLBACK_FAMILIES = ("Inter", "Noto Serif CJK")
"""What is looked up first of all for text in a serif family, if it is not bold: Noto Serif CJK has no bold face."""
BOLD = 600
"""The least weight that is drawn with a bold face, on the scale of CSS."""


def _strings(families: Iterable[str]) -> str:
    return "".join(f"<string>{family}</string>" for family in families)


def _append(families: Iterable[str], *, after: str = "", only: str = "") -> str:
    """Return a rule of fontconfig that appends families, after one of them or at the end."""
    test = f'<test name="family">{_strings([after])}</test>{only}' if after else ""
    edit = f'<edit name="family" mode="append" binding="strong">{_strings(families)}</edit>'
    return f'<match target="pattern">{test}{edit}</match>'


_NOT_BOLD = '<test name="weight" compare="less"><const>semibold</const></test>'
_FALLBACK = "".join(_append(SERIF_FALLBACK_FAMILIES, after=family, only=_NOT_BOLD) for family in SERIF_FAMILIES)
# Pango asks for the family `emoji` for flags, keycaps and other sequences that are a single picture.
_FALLBACK += _append(["Noto Emoji"], after="emoji") + _append(FALLBACK_FAMILIES)
# Of two faces with the same name fontconfig takes the newer one, wherever it is; so all get the same version.
_SAME_VERSION = '<match target="scan"><edit name="fontversion" mode="assign"><int>1</int></edit></match>'
_NAMES = ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll")
_POINTERS = ("FcInitLoadConfigAndFonts", "FcCharSetCreate", "FcPatternCreate", "FcObjectSetCreate")


@contextmanager
def only_fonts_in(folders: Iterable[Path], files: Iterable[Path] = ()) -> Iterator[None]:
    """Make fontconfig see the fonts of these folders, in this order, and these single files.

    This changes the environment of the process, and the configuration that Pango uses by default: for processes of our
    own only.
    """
    with scratch_folder() as scratch:
        # Each folder by itself: fontconfig would search nested folders last of all.
        inner = (path for folder in (*folders, *_borrowed(files, scratch)) for path in sorted(_folders_in(folder)))
        locations = "".join(f"<dir>{escape(path)}</dir>" for path in inner)
        # fontconfig writes to the first folder, and reads from both.
        written, kept = scratch / "cache", checked_font_cache()
        written.mkdir()
        caches = "".join(f"<cachedir>{escape(str(folder))}</cachedir>" for folder in (written, kept) if folder)
        configuration = scratch / "fonts.conf"
        configuration.write_text(
            f"<fontconfig>{locations}{caches}{_FALLBACK}{_SAME_VERSION}</fontconfig>", encoding="utf-8"
        )
        # WeasyPrint keeps the fonts of @font-face rules in a temporary folder, which is deleted with ours.
        with environment(FONTCONFIG_FILE=str(configuration)), _temporary_files_in(str(scratch)):
            yield
        keep_in_font_cache(written)


def _borrowed(files: Iterable[Path], scratch: Path) -> Iterator[Path]:
    """Yield a folder with links to the single files, if there are any: fontconfig caches by folder."""
    borrowed = scratch / "borrowed"
    for number, file in enumerate(files):
        borrowed.mkdir(exist_ok=True)
        (borrowed / f"{number}{file.suffix}").symlink_to(file)
    if borrowed.is_dir():
        yield borrowed


def _folders_in(folder: Path) -> Iterator[str]:
    """Yield the folder and every folder inside it."""
    yield from (path for path, _, _ in os.walk(folder))


@contextmanager
def environment(**values: str) -> Iterator[None]:
    """Set environment variables of this process for a while."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _temporary_files_in(folder: str) -> Iterator[None]:
    before, tempfile.tempdir = tempfile.tempdir, folder
    try:
        yield
    finally:
        tempfile.tempdir = before


@dataclass(frozen=True, slots=True)
class SystemFont:
    """A font of this machine that has characters the bundled ones lack."""

    family: str
    file: Path
    distance: int
    """How far it is from an upright, regular, proportional face; 0 is one."""


def system_fonts_for(characters: Iterable[str]) -> list[SystemFont]:
    """Return fonts of this machine that together draw as many of the characters as possible, the most useful first."""
    library = _library()
    if library is None:
        return []
    configuration = library.FcInitLoadConfigAndFonts()
    chosen: list[SystemFont] = []
    try:
        able: dict[SystemFont, set[str]] = {}
        for character in sorted(set(characters)):
            for font in _fonts_with(library, configuration, character):
                able.setdefault(font, set()).add(character)
        while able:
            best = min(able, key=lambda font: (-len(able[font]), font.distance, str(font.file)))
            done = able.pop(best)
            chosen.append(best)
            able = {font: left for font, had in able.items() if (left := had - done)}
    finally:
        library.FcConfigDestroy(ctypes.c_void_p(configuration))
    return chosen


_REGULAR = 80
"""fontconfig's number for the regular weight; upright and proportional are 0."""


class _FontSet(ctypes.Structure):
    _fields_ = (("nfont", ctypes.c_int), ("sfont", ctypes.c_int), ("fonts", ctypes.POINTER(ctypes.c_void_p)))


@cache
def _library() -> ctypes.CDLL | None:
    for name in _NAMES:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        for function in _POINTERS:
            getattr(library, function).restype = ctypes.c_void_p
        library.FcFontList.restype = ctypes.POINTER(_FontSet)
        return library
    return None


def _fonts_with(library: ctypes.CDLL, configuration: int, character: str) -> Iterator[SystemFont]:
    pointer = ctypes.c_void_p
    characters, pattern, wanted = (
        library.FcCharSetCreate(),
        library.FcPatternCreate(),
        library.FcObjectSetCreate(),
    )
    library.FcCharSetAddChar(pointer(characters), ctypes.c_uint32(ord(character)))
    library.FcPatternAddCharSet(pointer(pattern), b"charset", pointer(characters))
    for name in (b"family", b"file", b"slant", b"weight", b"spacing"):
        library.FcObjectSetAdd(pointer(wanted), name)
    found = library.FcFontList(pointer(configuration), pointer(pattern), pointer(wanted))
    try:
        for index in range(found.contents.nfont):
            font = found.contents.fonts[index]
            weight = _number(library, font, b"weight", _REGULAR)
            distance = abs(weight - _REGULAR) + _number(library, font, b"slant") + _number(library, font, b"spacing")
            yield SystemFont(_string(library, font, b"family"), Path(_string(library, font, b"file")), distance)
    finally:
        library.FcFontSetDestroy(found)
        library.FcObjectSetDestroy(pointer(wanted))
        library.FcPatternDestroy(pointer(pattern))
        library.FcCharSetDestroy(pointer(characters))


def _number(library: ctypes.CDLL, pattern: int, name: bytes, otherwise: int = 0) -> int:
    value = ctypes.c_int(otherwise)
    library.FcPatternGetInteger(ctypes.c_void_p(pattern), name, 0, ctypes.byref(value))
    return value.value


def _string(library: ctypes.CDLL, pattern: int, name: bytes) -> str:
    value = ctypes.c_char_p()
    library.FcPatternGetString(ctypes.c_void_p(pattern), name, 0, ctypes.byref(value))
    return (value.value or b"").decode("utf-8", "replace")
