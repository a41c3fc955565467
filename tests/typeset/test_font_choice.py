"""Font selection: theme, project, bundled fonts; fonts of the machine only if none of these has the character."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from resumekit.typeset import Artifact

from .builds import set_html, texts_of
from .fonts import families_of, make_font, width_of

OURS, PROJECTS, THEMES = 1, 2, 3

UseFonts = Callable[..., Path]


@pytest.fixture(autouse=True, scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep fontconfig's cache of these fonts out of the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The font folder of a machine, empty unless a test adds fonts."""
    fonts = tmp_path / "machine"
    fonts.mkdir()
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(configuration))
    return fonts


def line(text: str, family: str = "Inter", tag: str = "p") -> str:
    return f"<style>body {{ font: 10pt '{family}' }}</style><{tag}>{text}</{tag}>"


@pytest.mark.parametrize("revision", [0.5, 4.0, 99.0], ids=["older", "as-old", "newer"])
@pytest.mark.parametrize(
    ("places", "taken"), [((), OURS), (("project",), PROJECTS), (("theme",), THEMES), (("project", "theme"), THEMES)]
)
def test_the_nearest_font_of_a_family_is_used_however_old(
    tmp_path: Path, places: tuple[str, ...], taken: int, revision: float
) -> None:
    for place, stretch, file in (("project", PROJECTS, "some.ttf"), ("theme", THEMES, "deep/inside/some.ttf")):
        (tmp_path / place).mkdir()
        if place in places:
            make_font(tmp_path / place / "fonts" / file, stretch=stretch, revision=revision)
    ours = width_of(set_html(line("nnnnnnnnnn")))
    found = width_of(set_html(line("nnnnnnnnnn"), tmp_path / "project", tmp_path / "theme"))
    assert found == pytest.approx(taken * ours, rel=0.1)


def test_a_child_themes_font_is_used_before_its_parents(tmp_path: Path) -> None:
    make_font(tmp_path / "child" / "fonts" / "some.ttf", stretch=2)
    make_font(tmp_path / "parent" / "fonts" / "some.ttf", stretch=3)
    ours = width_of(set_html(line("nnnnnnnnnn")))
    made = set_html(line("nnnnnnnnnn"), tmp_path, tmp_path / "child", tmp_path / "parent")
    assert width_of(made) == pytest.approx(2 * ours, rel=0.1)


def test_a_weight_that_the_nearest_folder_lacks_is_a_bundled_one(tmp_path: Path) -> None:
    make_font(tmp_path / "fonts" / "some.ttf", stretch=3)
    page = line("<b>nnnnnnnnnn</b>")
    assert width_of(set_html(page, tmp_path)) == width_of(set_html(page))


def test_a_project_can_have_a_family_of_its_own(tmp_path: Path) -> None:
    make_font(tmp_path / "fonts" / "deep" / "some.ttf", family="Own Sans", stretch=2)
    ours = width_of(set_html(line("nnnnnnnnnn")))
    made = set_html(line("nnnnnnnnnn", "Own Sans"), tmp_path)
    assert width_of(made) == pytest.approx(2 * ours, rel=0.1)


def test_a_theme_can_name_a_font_file_in_its_style(tmp_path: Path) -> None:
    make_font(tmp_path / "theme" / "faces" / "some.ttf", family="Some Name", stretch=2)
    face = "<style>@font-face { font-family: Faced; src: url(faces/some.ttf) }</style>"
    ours = width_of(set_html(line("nnnnnnnnnn")))
    made = set_html(face + line("nnnnnnnnnn", "Faced"), tmp_path, tmp_path / "theme")
    assert (made.refused, made.remarks) == ((), ())
    assert width_of(made) == pytest.approx(2 * ours, rel=0.1)


def test_a_font_of_the_machine_is_not_used_by_name(tmp_path: Path, machine: Path) -> None:
    make_font(machine / "some.ttf", family="Machine Sans", stretch=3)
    make_font(machine / "other.ttf", stretch=3)
    unknown = set_html(line("nnnnnnnnnn", "Machine Sans"))
    assert (width_of(unknown), unknown.borrowed) == (width_of(set_html(line("nnnnnnnnnn", "Nonsense"))), ())


def drawn(page: str, folder: Path = Path("no-such-folder")) -> Artifact:
    made = set_html(page, folder)
    assert made.remarks == ()
    return made


def test_characters_without_a_font_are_reported(machine: Path) -> None:
    made = drawn(line("a\ue000b\ue001\ue000"))
    assert (made.undrawn, made.borrowed) == (("\ue000", "\ue001"), ())


@pytest.mark.parametrize(
    "text", ["神經網路", "한국어", "Łódź ẞ", "Ωμέγα", "Ёж", "Việt", "→✓★😀", "a\u200bb\u00adc\u2060d", "e\u0323\u0301"]
)
def test_text_that_bundled_fonts_draw_needs_no_others(machine: Path, text: str) -> None:
    made = drawn(line(text))
    assert (made.undrawn, made.borrowed) == ((), ())


WESTERN = """\
Příliš žluťoučký kůň úpěl ďábelské ódy · Zażółć gęślą jaźń · Árvíztűrő tükörfúrógép · Știință și țară
Yağız şoföre çabucak güvendi · Glāžšķūņa rūķīši · Įlinkdama fechtuotojo špaga · Kæmi ný öxi hér ykist þjófum
Œuvre naïve à l’île · Größe Straße · Æbleø på ålefiskeri · Ŵyr ŷ · Ġużè ħa l-għażżiela · Ćevapčići · Señor ¿qué?
office affix fjord waffle -> => != fi fl ffi · +1 555 0100 · 2019–2024 · a@example.org · “Q” ‘q’ … €""".splitlines()
VIETNAMESE = ["Nguyễn Thị Hoài Thương, kỹ sư phần mềm ở Đà Nẵng"]
GREEK = ["Ξεσκεπάζω την ψυχοφθόρα βδελυγμία"]
RUSSIAN = ["Съешь ещё этих мягких французских булок, да выпей чаю"]
UKRAINIAN = ["Чуєш їх, доцю, га? Кумедна ж ти, прощайся без ґольфів!"]
LANGUAGES = {
    "Inter": [*WESTERN, *VIETNAMESE, *GREEK, *RUSSIAN, *UKRAINIAN],
    "EB Garamond": [*WESTERN, *VIETNAMESE, *GREEK, *RUSSIAN, *UKRAINIAN],
    "IBM Plex Sans Condensed": [*WESTERN, *VIETNAMESE, *GREEK, *RUSSIAN, *UKRAINIAN],
    "Figtree": WESTERN,
    "Libre Franklin": [*WESTERN, *VIETNAMESE, *RUSSIAN, *UKRAINIAN],
    "Hanken Grotesk": [*WESTERN, *VIETNAMESE],
    "Archivo": [*WESTERN, *VIETNAMESE],
    "Instrument Sans": WESTERN,
    "Arimo": [*WESTERN, *VIETNAMESE, *GREEK, *RUSSIAN, *UKRAINIAN],
    "Newsreader": [*WESTERN, *VIETNAMESE],
    "JetBrains Mono": [*WESTERN, *VIETNAMESE, *GREEK, *RUSSIAN, *UKRAINIAN],
    "Source Sans 3": [*WESTERN, *VIETNAMESE, *GREEK, *RUSSIAN, *UKRAINIAN],
    "Source Serif 4": [*WESTERN, *VIETNAMESE, *GREEK, *RUSSIAN, *UKRAINIAN],
    "IBM Plex Sans": [*WESTERN, *VIETNAMESE, *GREEK, *RUSSIAN, *UKRAINIAN],
}


@pytest.mark.parametrize("before", ["ب", "ש", "क", "ก", "✔", "∑", "年", "🚀", "🇩🇪"])
@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f", "\u3000"], ids=unicodedata.name)
def test_a_space_between_characters_of_two_other_fonts_is_drawn(before: str, space: str) -> None:
    made = set_html(line(" / ".join(f"{before}{space}{after}" for after in "بשकก✔∑年🚀🇩🇪")))
    assert (made.undrawn, made.borrowed) == ((), ())


@pytest.mark.parametrize("family", LANGUAGES)
def test_each_family_draws_its_languages_and_is_read_as_it_was_written(machine: Path, family: str) -> None:
    text = "".join(f"<p>{line.replace('>', '&gt;')}</p>" for line in LANGUAGES[family])
    made = drawn(line(f"{text}<i>{text}</i><b>{text}</b>", family, tag="div") + "<style>p { font-size: 7pt }</style>")
    assert (made.undrawn, made.borrowed, families_of(made)) == ((), (), {family})
    read = [normal(line) for page in texts_of(made.data) for line in page.splitlines()]
    assert read == [normal(line) for line in LANGUAGES[family]] * 3


def normal(text: str) -> str:
    """Return a text with its accents composed."""
    return unicodedata.normalize("NFC", text)


SCRIPTS = {
    "جامعة تعلم التصميم والبرمجة": "IBM Plex Sans Arabic",
    "دانشگاه تهران پژوهشگر گچ ۱۲۳": "IBM Plex Sans Arabic",
    "ٹیکنالوجی ڈیزائن ڑ ں ہے": "IBM Plex Sans Arabic",
    "אוניברסיטת תל אביב": "Noto Sans Hebrew",
    "दिल्ली विश्वविद्यालय हिन्दी क्षत्रिय कर्क १२३": "Noto Sans Devanagari",
    "มหาวิทยาลัยที่นี่ น้ำใจ ๑๒๓": "Noto Sans Thai",
    "神經網路": "Noto Sans CJK",
}


@pytest.mark.parametrize("language", ["en", "ar", "ja"])
@pytest.mark.parametrize("text", SCRIPTS, ids=SCRIPTS.values())
def test_a_script_has_its_font_whatever_the_family_and_the_language(machine: Path, text: str, language: str) -> None:
    for family in ("Inter", "EB Garamond", "Source Serif 4"):
        made = drawn(line(f"<span lang={language}>{text}</span>", family))
        own = SCRIPTS[text] if family == "Inter" else SCRIPTS[text].replace("Sans CJK", "Serif CJK")
        assert (made.undrawn, made.borrowed, families_of(made)) == ((), (), {own})


@pytest.mark.parametrize("language", ["en", "ar", "ja", "ru"])
@pytest.mark.parametrize(
    ("character", "family"), [("Ж", "Inter"), ("✓", "Inter"), ("⌘", "Inter"), ("✗", "Inter"), ("∀", "Noto Sans Math")]
)
def test_missing_characters_never_come_from_the_family_of_another_theme(
    machine: Path, character: str, family: str, language: str
) -> None:
    assert families_of(drawn(line(f"<span lang={language}>{character}</span>", "Figtree"))) == {family}


@pytest.mark.parametrize("text", SCRIPTS, ids=SCRIPTS.values())
def test_a_script_is_read_as_it_was_written(machine: Path, text: str) -> None:
    assert "".join(texts_of(drawn(line(text)).data)).strip() == text


def test_bold_text_of_a_script_is_bold(machine: Path) -> None:
    for text in SCRIPTS:
        if SCRIPTS[text] != "Noto Sans CJK":
            assert width_of(drawn(line(f"<b>{text * 3}</b>"))) > width_of(drawn(line(text * 3)))


def test_characters_that_only_the_machine_has_are_drawn_and_its_font_named(machine: Path) -> None:
    make_font(machine / "some.ttf", family="Machine Sans", draws="\ue000")
    made = drawn(line("a\ue000b"))
    assert (made.undrawn, made.borrowed) == ((), ("Machine Sans",))
    assert "a\ue000b" in "".join(texts_of(made.data))


def test_characters_that_not_even_the_machine_has_are_reported_too(machine: Path) -> None:
    make_font(machine / "some.ttf", family="Machine Sans", draws="\ue000")
    made = drawn(line("\ue000\ue001"))
    assert (made.undrawn, made.borrowed) == (("\ue001",), ("Machine Sans",))


def test_few_fonts_are_borrowed(machine: Path) -> None:
    make_font(machine / "a.ttf", family="One Character", draws="\ue000")
    make_font(machine / "b.ttf", family="Two Characters", draws="\ue000\ue001")
    make_font(machine / "c.ttf", family="Another One", draws="\ue002")
    assert drawn(line("\ue000\ue001\ue002")).borrowed == ("Another One", "Two Characters")


def test_characters_that_the_project_has_are_not_borrowed(tmp_path: Path, machine: Path) -> None:
    make_font(machine / "some.ttf", family="Machine Sans", draws="\ue000")
    make_font(tmp_path / "project" / "fonts" / "own.ttf", family="Own Sans", draws="\ue000")
    made = drawn(line("a\ue000b"), tmp_path / "project")
    assert (made.undrawn, made.borrowed) == ((), ())


def test_other_text_is_unchanged_when_a_font_is_borrowed(machine: Path) -> None:
    make_font(machine / "some.ttf", draws="\ue000", stretch=3, revision=99)
    with_it = drawn(line("nnnnnnnnnn<br>\ue000"))
    assert with_it.borrowed == ("Inter",)
    assert width_of(with_it) == width_of(drawn(line("nnnnnnnnnn")))


@pytest.mark.parametrize("before", [None, "/some/where/fonts.conf"])
def test_the_environment_is_restored(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    if before is None:
        monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    else:
        monkeypatch.setenv("FONTCONFIG_FILE", before)
    environment = dict(os.environ)
    set_html("<p>x</p>")
    assert dict(os.environ) == environment
