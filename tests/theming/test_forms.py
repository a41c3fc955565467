"""The forms: a German CV with lines to sign, and the rows of the Japanese 履歴書."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from present.resumes import document_of, resume_of
from resumekit.present import present
from resumekit.theming import Design, render_html

from .page_reader import PageReader
from .themes import built_in

SAMPLES = Path(__file__).parent / "resumes"


def text_of(theme: str, source: str, **options: str) -> str:
    """Return the text of a page, in which one space separates the texts of elements."""
    design = Design.of(built_in(theme), options, None, document_of(source))
    page = PageReader(render_html(present(resume_of(source), design.date_format, design.theme.manifest.order), design))
    return re.sub(r"\s+", " ", " ".join(page.texts))


def sample(theme: str) -> str:
    return (SAMPLES / f"{theme}.yaml").read_text(encoding="utf-8")


def test_personal_data_have_labels_in_the_language_of_the_resume() -> None:
    source = "basics: {name: Erika Muster, phone: '0', facts: [{label: Alter, value: jung}]}"
    assert "Lebenslauf Erika Muster Persönliche Daten Telefon 0 Alter jung" in text_of(
        "lebenslauf", f"locale: de-AT\n{source}"
    )
    assert "Erika Muster Personal details Phone 0 Alter jung" in text_of("lebenslauf", f"locale: ar\n{source}")


@pytest.mark.parametrize(
    ("section", "signature", "end"),
    [
        ("", "yes", "Ort, Datum Unterschrift"),
        ("", "no", "Koch"),
        ("sections: [{id: signature, title: Datum, text: Heute}]", "yes", "Koch Heute Datum Unterschrift"),
        ("sections: [{id: signature, title: Datum, text: Heute}]", "no", "Koch Datum Heute"),
    ],
)
def test_the_lines_to_sign_are_empty_or_have_a_section(section: str, signature: str, end: str) -> None:
    source = f"locale: de\nwork: [{{position: Koch}}]\n{section}"
    assert text_of("lebenslauf", source, signature=signature).strip().endswith(end)


def test_the_japanese_form_is_read_row_by_row() -> None:
    rows = [
        "年 月 学歴・職歴 学歴",
        "2012 04 東京都立見本高等学校 普通科 入学",
        "2015 03 東京都立見本高等学校 卒業",
        "2021 03 見本大学大学院 修了",
        "職歴 2021 04 株式会社見本商事 営業部 入社",
        "現在 在職中 以上 年 月 免許・資格 2015 08",
    ]
    text = text_of("rirekisho", sample("rirekisho"))
    assert [row for row in rows if row not in text] == []
    assert sorted(rows, key=text.index) == rows


def test_rows_may_be_in_reverse_and_without_verbs() -> None:
    source = "locale: ja\nwork: [{name: 乙社, startDate: 2020-04, endDate: present}, {name: 甲社, endDate: 2019}]"
    text = text_of("rirekisho", source, **{"oldest-first": "yes", "verbs": "no"})
    assert "2019 甲社 2020 04 乙社 – 現在 以上" in text
