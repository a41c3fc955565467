"""The words that resumekit itself prints, in every language, and the dates that they stand beside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel import Locale
from babel.core import get_global

import resumekit
from resumekit.present import languages, plain
from resumekit.present.words import words
from resumekit.schema import parse_locale

from .resumes import view_of

MODULE = import_module("resumekit.present.words")
LOCALES = Path(resumekit.__file__).parent / "present" / "locales"
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "languages.md"

DATES = {
    # from May 2018 until now, from 2018 until September 2021, on 1 February 2019
    "ar": ("مايو 2018 – حتى الآن", "2018 – سبتمبر 2021", "1 فبراير 2019"),
    "ar-EG": ("مايو ٢٠١٨ – حتى الآن", "٢٠١٨ – سبتمبر ٢٠٢١", "١ فبراير ٢٠١٩"),
    "bg": ("05.2018 г. – до момента", "2018 г. – 09.2021 г.", "1.02.2019 г."),
    "ca": ("maig del 2018 – actualitat", "2018 – set. del 2021", "1 de febr. del 2019"),
    "cs": ("květen 2018 – současnost", "2018 – září 2021", "1. 2. 2019"),
    "da": ("maj 2018 – nu", "2018 – sep. 2021", "1. feb. 2019"),
    "de": ("Mai 2018 – heute", "2018 – Sept. 2021", "1. Feb. 2019"),
    "de-AT": ("Mai 2018 – heute", "2018 – Sep. 2021", "1. Feb. 2019"),
    "el": ("Μαΐ 2018 – σήμερα", "2018 – Σεπ 2021", "1 Φεβ 2019"),
    "en": ("May 2018 – Present", "2018 – Sep 2021", "Feb 1, 2019"),
    "en-GB": ("May 2018 – Present", "2018 – Sept 2021", "1 Feb 2019"),
    "es": ("may 2018 – actualidad", "2018 – sept 2021", "1 feb 2019"),
    "fa": ("مه ۲۰۱۸ – تاکنون", "۲۰۱۸ – سپتامبر ۲۰۲۱", "۱ فوریه ۲۰۱۹"),
    "fi": ("5/2018 – nykyhetki", "2018 – 9/2021", "1.2.2019"),
    "fr": ("mai 2018 – aujourd’hui", "2018 – sept. 2021", "1 févr. 2019"),
    "he": ("מאי 2018 – היום", "2018 – ספט׳ 2021", "1 בפבר׳ 2019"),
    "hi": ("मई 2018 – वर्तमान", "2018 – सित॰ 2021", "1 फ़र॰ 2019"),
    "hr": ("svi 2018. – danas", "2018. – ruj 2021.", "1. velj 2019."),
    "hu": ("2018. máj. – jelenleg", "2018 – 2021. szept.", "2019. febr. 1."),
    "id": ("Mei 2018 – sekarang", "2018 – Sep 2021", "1 Feb 2019"),
    "it": ("mag 2018 – oggi", "2018 – set 2021", "1 feb 2019"),
    "ja": ("2018年5月 – 現在", "2018年 – 2021年9月", "2019年2月1日"),
    "ko": ("2018년 5월 – 현재", "2018년 – 2021년 9월", "2019년 2월 1일"),
    "nb": ("mai 2018 – nå", "2018 – sep. 2021", "1. feb. 2019"),
    "nl": ("mei 2018 – heden", "2018 – sep 2021", "1 feb 2019"),
    "pl": ("maj 2018 – obecnie", "2018 – wrz 2021", "1 lut 2019"),
    "pt": ("mai. de 2018 – atual", "2018 – set. de 2021", "1 de fev. de 2019"),
    "pt-PT": ("05/2018 – presente", "2018 – 09/2021", "1/02/2019"),
    "ro": ("mai 2018 – prezent", "2018 – sept. 2021", "1 feb. 2019"),
    "ru": ("май 2018 – настоящее время", "2018 – сент. 2021", "1 февр. 2019"),
    "sk": ("5/2018 – súčasnosť", "2018 – 9/2021", "1. 2. 2019"),
    "sv": ("maj 2018 – nu", "2018 – sep. 2021", "1 feb. 2019"),
    "th": ("พ.ค. 2018 – ปัจจุบัน", "2018 – ก.ย. 2021", "1 ก.พ. 2019"),
    "tr": ("May 2018 – günümüz", "2018 – Eyl 2021", "1 Şub 2019"),
    "uk": ("трав. 2018 – дотепер", "2018 – вер. 2021", "1 лют. 2019"),
    "vi": ("05/2018 – hiện tại", "2018 – 09/2021", "01/02/2019"),
    "zh-Hans": ("2018年5月 – 至今", "2018年 – 2021年9月", "2019年2月1日"),
    "zh-Hant": ("2018年5月 – 至今", "2018年 – 2021年9月", "2019年2月1日"),
}

LETTERS = {
    "Arab": ("ARABIC",),
    "Cyrl": ("CYRILLIC",),
    "Deva": ("DEVANAGARI",),
    "Grek": ("GREEK",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Hebr": ("HEBREW",),
    "Jpan": ("HIRAGANA", "KATAKANA", "CJK"),
    "Kore": ("HANGUL",),
    "Latn": ("LATIN",),
    "Thai": ("THAI",),
}
"""How the Unicode names of a script's letters begin."""

CHARACTER_SETS = {
    "cp1250": ("cs", "hr", "hu", "pl", "sk"),
    "cp1251": ("bg", "ru", "uk"),
    "cp1252": ("ca", "da", "de", "en", "es", "fi", "fr", "id", "it", "nb", "nl", "pt", "pt-PT", "sv"),
    "cp1253": ("el",),
    "cp1254": ("tr",),
    "cp1255": ("he",),
    "cp1256": ("ar",),
    "iso8859_16": ("ro",),
    "tis_620": ("th",),
    "shift_jis": ("ja",),
    "euc_kr": ("ko",),
    "gb2312": ("zh-Hans",),
    "big5": ("zh-Hant",),
}
"""The old national character sets, which hold the letters of their languages and few others."""

every_language = pytest.mark.parametrize("tag", languages())


def written_in(tag: str) -> dict[str, Any]:
    made = yaml.safe_load((LOCALES / f"{tag}.yaml").read_text(encoding="utf-8"))
    assert isinstance(made, dict)
    return made


def entries_of(data: dict[str, Any]) -> Iterator[tuple[str, object]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from ((f"{key}.{inner}", word) for inner, word in value.items())
        else:
            yield key, value


def letters_of(tag: str) -> str:
    """Return all letters in the words of a language, but for those of DOI, of N.º and of the place for a name."""
    texts = (str(word) for key, word in entries_of(written_in(tag)) if key != "labels.doi")
    return "".join(sign for text in texts for sign in text.replace("{name}", "") if sign.isalpha() and sign != "º")


def script_of(tag: str) -> str:
    locale = Locale.parse(tag, sep="-")
    return locale.script or get_global("likely_subtags")[locale.language].split("_")[1]


def dates_in(locale: str, *entries: str) -> tuple[str, ...]:
    """Return how the periods of entries are printed, whatever spaces are in them."""
    work = ", ".join(f"{{name: X, {entry}}}" for entry in entries)
    view = view_of(f"work: [{work}]\nlocale: {locale}")
    return tuple(" ".join(entry.date.split()) for entry in view.sections[0].entries)


def keys_in(tag: str) -> list[str]:
    return [key for key, _ in entries_of(written_in(tag))]


@every_language
def test_a_language_has_every_word_but_perhaps_some_labels(tag: str) -> None:
    own = keys_in(tag)
    assert own == [key for key in keys_in("en") if key in own or not key.startswith("labels.")]


def test_the_labels_that_a_language_lacks_are_listed(golden: Callable[[Path, str], None]) -> None:
    missing = {tag: [key for key in keys_in("en") if key not in keys_in(tag)] for tag in languages()}
    lines = [f"{tag}: {' '.join(keys)}\n" for tag, keys in missing.items() if keys]
    title = "# Labels that a language lacks: the English ones are printed.\n"
    golden(Path(__file__).with_name("untranslated-labels.txt"), title + "".join(lines))


def test_a_field_without_a_label_is_printed_under_its_own_name() -> None:
    assert words("de").label("score") == "Note"
    assert words("de").label("team_size") == "Team size"


@every_language
def test_every_word_is_a_clean_text(tag: str) -> None:
    for key, word in entries_of(written_in(tag)):
        assert isinstance(word, str), f"{key} must stand in quotation marks"
        assert word == word.strip() != "", key
        assert unicodedata.is_normalized("NFC", word), key


@every_language
def test_a_photo_shows_somebody(tag: str) -> None:
    assert written_in(tag)["photo"].format(name="Ada").count("Ada") == 1
    assert re.findall("[{}]", "".join(str(word) for _, word in entries_of(written_in(tag)))) == ["{", "}"]


@every_language
def test_a_language_is_written_in_its_own_script(tag: str) -> None:
    strangers = [sign for sign in letters_of(tag) if not unicodedata.name(sign).startswith(LETTERS[script_of(tag)])]
    assert strangers == []


@pytest.mark.parametrize(
    ("tag", "character_set"), [(tag, name) for name, tags in CHARACTER_SETS.items() for tag in tags]
)
def test_a_language_is_written_in_its_own_letters(tag: str, character_set: str) -> None:
    letters_of(tag).encode(character_set)


def test_persian_is_not_written_with_arabic_letters() -> None:
    assert not set("يكة") & set(letters_of("fa"))


@every_language
def test_cldr_knows_the_language_by_the_same_tag(tag: str) -> None:
    assert str(Locale.parse(tag, sep="-")) == tag.replace("-", "_")


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("de-AT", "de"),
        ("de-US", "de"),  # CLDR has no Germans there
        ("DE-de", "de"),
        ("en-GB", "en"),
        ("es-419", "es"),
        ("no", "nb"),
        ("no-NO", "nb"),
        ("nb-NO", "nb"),
        ("nn", "nb"),
        ("iw", "he"),
        ("in", "id"),
        ("pt-BR", "pt"),
        ("pt-PT", "pt-PT"),
        ("pt-AO", "pt-PT"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant-US", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("is", "en"),
    ],
)
def test_a_tag_has_the_words_of_the_nearest_language(tag: str, found: str) -> None:
    assert words(tag) == words(found)
    assert words(tag).sections == written_in(found)["sections"]


def test_english_fills_what_a_language_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en.yaml").write_text((LOCALES / "en.yaml").read_text())
    (tmp_path / "is.yaml").write_text("present: núna\nsections: {work: Starfsreynsla}\n", encoding="utf-8")
    monkeypatch.setattr(MODULE, "_FOLDER", tmp_path)
    icelandic = words.__wrapped__("is")
    assert (icelandic.present, icelandic.sections["work"]) == ("núna", "Starfsreynsla")
    assert (icelandic.sections["skills"], icelandic.labels["score"]) == ("Skills", "Grade")


def test_words_in_another_script_fill_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en.yaml").write_text((LOCALES / "en.yaml").read_text())
    (tmp_path / "sr.yaml").write_text("present: данас\n", encoding="utf-8")
    monkeypatch.setattr(MODULE, "_FOLDER", tmp_path)
    assert words.__wrapped__("sr").present == words.__wrapped__("sr-RS").present == "данас"
    assert words.__wrapped__("sr-Latn-RS").present == "Present"


@pytest.mark.parametrize("tag", ["xx", "zzz-Latn"])
def test_a_language_that_nobody_speaks_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match=tag):
        parse_locale(tag)


def test_every_language_is_in_the_table_of_dates() -> None:
    assert set(languages()) <= set(DATES)


@pytest.mark.parametrize(("tag", "printed"), DATES.items())
def test_dates_are_printed_as_on_a_resume_in_that_language(tag: str, printed: tuple[str, ...]) -> None:
    periods = ("startDate: 2018-05", "startDate: 2018, endDate: 2021-09", "endDate: 2019-02-01")
    assert dates_in(tag, *periods) == printed


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("hu", "2018 – 2021"),
        ("hr", "2018. – 2021."),
        ("ko", "2018년 – 2021년"),
        ("th", "2018 – 2021"),
        ("mr", "२०१८ – २०२१"),
    ],
)
def test_years_are_those_of_the_file(tag: str, printed: str) -> None:
    assert dates_in(tag, "startDate: 2018, endDate: 2021") == (printed,)


def test_a_language_without_words_has_dates_of_its_own() -> None:
    assert dates_in("is", "startDate: 2018-05") == ("maí 2018 – Present",)


def test_the_documentation_lists_every_language() -> None:
    listed = re.findall(r"^\| `(.+)` \| (.+) \| (.+) \| (.+) \|$", DOCUMENTATION.read_text(encoding="utf-8"), re.M)
    for tag, language, work, period in listed:
        assert language == Locale.parse(tag, sep="-").get_display_name("en")
        assert work == plain(view_of(f"work: [{{name: X}}]\nlocale: {tag}").sections[0].title)
        assert period == DATES[tag][0]
    assert tuple(tag for tag, *_ in listed) == languages()
