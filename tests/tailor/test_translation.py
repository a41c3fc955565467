"""A text in several languages becomes the one that is wanted, or the nearest there is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from resumekit.load import parse
from resumekit.schema import Model, Resume, Translations, validate
from resumekit.tailor import Edition, tailor, translate
from strategies import languages, resumes, seldom


def resume(text: str) -> Resume:
    return validate(parse(text.encode(), name="resume.yaml", folder=Path()))[0]


@pytest.mark.parametrize(
    ("declared", "wanted", "printed"),
    [
        ("languages: [en, de]", None, "Analyst"),
        ("languages: [de, en]", None, "Analystin"),
        ("languages: [de, en]", "en", "Analyst"),
        ("languages: [en, de]\nlocale: de-AT", None, "Analystin"),
        ("locale: en-GB", None, "Analyst"),
        ("locale: fr", None, "Analystin"),
        ("languages: [en, de]\nlocale: fr", None, "Analyst"),
        ("languages: [en]\nlocale: de", "zh-Hant", "分析師"),
        ("", "zh-Hant-TW", "分析師"),
        ("", "zh-Hans", "Analystin"),
        ("locale: zh_hant", None, "分析師"),
        ("languages: [fr, EN]", "it", "Analyst"),
        ("", None, "Analyst"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_nearest(declared: str, wanted: str | None, printed: str) -> None:
    made = resume(f"basics: {{label: {{de: Analystin, en: Analyst, zh-Hant: 分析師}}}}\n{declared}\n")
    assert translate(made, wanted).basics.label == printed


def test_every_text_at_every_depth_is_translated() -> None:
    made = resume("""
        work:
          - name: {en: a, de: b}
            highlights: [{text: {en: a, de: b}, highlights: [{text: {en: a, de: b}}]}]
            positions: [{position: {en: a, de: b}}]
        skills: [{keywords: [{name: {en: a, de: b}}]}]
        titles: {work: {en: a, de: b}}
        sections: [{title: {en: a, de: b}, pairs: [{label: {en: a, de: b}, value: {en: a, de: b}}]}]
    """)
    german = translate(made, "de").model_dump_json(exclude_defaults=True)
    assert german.count('"b"') == 9
    assert '"a"' not in german


def translations_in(value: Any) -> bool:
    if isinstance(value, Translations):
        return True
    if isinstance(value, Model):
        return any(translations_in(item) for _, item in value)
    if isinstance(value, dict):
        return any(map(translations_in, value.values()))
    return isinstance(value, tuple) and any(map(translations_in, value))


@pytest.mark.parametrize(
    ("locale", "asked", "made"),
    [("de-AT", "de", "de-AT"), ("de", "de-AT", "de-AT"), ("en-GB", "de", "de"), ("de-AT", None, "de-AT")],
)
def test_an_edition_has_the_locale_of_its_language(locale: str, asked: str | None, made: str) -> None:
    document = parse(f"locale: {locale}\nbasics: {{label: {{en: a, de: b}}}}\n".encode(), name="a", folder=Path())
    printed, problems = tailor(document, validate(document)[0], Edition(language=asked))
    assert printed.locale == made
    assert problems == ()


@pytest.mark.parametrize(
    ("locale", "asked", "warned"), [("fr", None, True), ("de", None, False), ("fr", "de", False), ("de", "fr", True)]
)
def test_a_text_without_the_language_of_the_page_is_a_warning(locale: str, asked: str | None, warned: bool) -> None:
    document = parse(f"locale: {locale}\nbasics: {{label: {{en: a, de: b}}}}\n".encode(), name="a", folder=Path())
    _, problems = tailor(document, validate(document)[0], Edition(language=asked))
    assert [problem.code for problem in problems] == (["untranslated"] if warned else [])
    assert all(problem.hint == "available: en, de" for problem in problems)


def test_a_tag_may_be_written_in_several_ways() -> None:
    made = resume("basics: {label: {en: Analyst, pt_BR: Analista}}\nlocale: pt-BR\n")
    assert translate(made).basics.label == "Analista"
    assert translate(made, "PT-br").basics.label == "Analista"


@seldom
@given(data=resumes, wanted=languages)
def test_no_text_in_several_languages_is_left(data: Any, wanted: str) -> None:
    made, _ = validate(parse(json.dumps(data).encode(), name="resume.json", folder=Path()))
    before = made.model_dump_json()
    printed = translate(made, wanted)
    assert not translations_in(printed)
    assert translate(printed, "xx") == printed
    assert made.model_dump_json() == before, "the résumé itself stays"
