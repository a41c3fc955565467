"""East Asian characters are marked with their language, and only they."""

from __future__ import annotations

import pytest

from resumekit.present.han_languages import language_of, split_scripts
from resumekit.present.inline import Foreign, Words, plain
from resumekit.present.markdown import inlines

from .resumes import strings_in, view_of


@pytest.mark.parametrize(
    ("run", "language"),
    [
        ("神經網路的混合精度量化方法", "zh-Hant"),
        ("機器學習", "zh-Hant"),
        ("神经网络的混合精度量化方法", "zh-Hans"),
        ("混合精度", "zh-Hans"),  # the same characters in both; the more frequent reading
        ("機械学習エンジニア", "ja"),
        ("ひらがな", "ja"),
        ("ﾊﾛｰ", "ja"),
        ("働峠", "ja"),  # kanji that only Japan has
        ("기계 학습", "ko"),
        ("機械學習하다", "ko"),
        ("㐀", "zh-Hans"),  # in no national character set
    ],
)
def test_characters_tell_their_language(run: str, language: str) -> None:
    assert language_of(run, "en") == language


def test_a_run_of_east_asian_characters_keeps_its_inner_spaces() -> None:
    assert split_scripts("at 機器 學習 (タワー) now", "en") == (
        Words("at "),
        Foreign("zh-Hant", "機器 學習"),
        Words(" ("),
        Foreign("ja", "タワー"),
        Words(") now"),
    )


@pytest.mark.parametrize("text", ["", "Łódź", "Ωmega", "Привет", "שלום", "a — b … c", "① ㎏ ½"])
def test_other_scripts_are_plain_words(text: str) -> None:
    assert not any(isinstance(part, Foreign) for part in split_scripts(text, "en"))


@pytest.mark.parametrize("text", ["神經", "a神b經c", "「引用」と", "x，y", "**神經**網路"])
def test_no_character_gets_lost(text: str) -> None:
    assert plain(inlines(text)) == text.replace("*", "")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        *(("ja", "東京大学"), ("ja", "開発"), ("zh-Hant", "公司"), ("zh-TW", "中文")),
        *(("zh-Hans", "机器"), ("ko", "大韓民國")),
    ],
)
def test_characters_of_the_pages_own_language_are_not_foreign(locale: str, text: str) -> None:
    name = view_of(f"basics: {{name: {text}}}\nlocale: {locale}").name
    assert name == (Words(text),)


def test_characters_that_are_surely_of_another_language_stay_foreign_on_a_chinese_page() -> None:
    view = view_of("basics: {name: 東京タワー}\nlocale: zh-Hant")
    assert view.name == (Foreign("ja", "東京タワー"),)
    assert "ja" in strings_in(view)
