"""Plain text in various encodings, with various list markers and indents."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml

from resumekit.errors import LoadError
from resumekit.importing import InputFile, import_file, plain_text_reader

GERMAN = """Lebenslauf
Jörg Beispiel

Berufserfahrung

Softwareentwickler, Beispiel GmbH, München, März 2019 – heute
- Führte große Prüfungen ein

Ausbildung

Universität Köln, Diplom in Mathematik, 2010 – 2014
"""
JAPANESE = """職務経歴書
例 花子

職歴

ソフトウェアエンジニア、株式会社サンプル、2019年4月 - 現在
・検索の仕組みを作りました
"""


def imported(text: str | bytes) -> Any:
    data = text if isinstance(text, bytes) else text.encode()
    return yaml.load(import_file(InputFile("given.txt", data), "text").data, yaml.BaseLoader)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-le"])
def test_german_in_any_encoding(encoding: str) -> None:
    made = imported(GERMAN.encode(encoding))
    (job,) = made["work"]
    assert made["basics"]["name"] == "Jörg Beispiel"
    assert (job["name"], job["startDate"], job["endDate"]) == ("Beispiel GmbH", "2019-03", "present")
    assert job["highlights"] == ["Führte große Prüfungen ein"]
    assert made["locale"] == "de"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp932", "euc_jp"])
def test_japanese_in_any_encoding(encoding: str) -> None:
    made = imported(JAPANESE.encode(encoding))
    (job,) = made["work"]
    assert (job["name"], job["position"]) == ("株式会社サンプル", "ソフトウェアエンジニア")
    assert (job["startDate"], job["highlights"]) == ("2019-04", ["検索の仕組みを作りました"])


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028"])
def test_lines_end_in_many_ways(ending: str) -> None:
    assert imported(GERMAN.replace("\n", ending)) == imported(GERMAN)


@pytest.mark.parametrize(
    "bullets",
    [
        "- one\n  - two\n    - three\n- four",
        "* one\n    * two\n        * three\n* four",
        "• one\n\t◦ two\n\t\t▪ three\n• four",
        "• one\n  o two\n    ▪ three\n• four".replace("o two", "o  two"),
        "● one\n○ two\n■ three\n● four",
    ],
)
def test_bullets_are_nested_by_indent_or_marker(bullets: str) -> None:
    (job,) = imported(f"Ada Example\n\nExperience\n\nAnalyst, Example Ltd, 2019 - 2020\n{bullets}\n")["work"]
    assert job["highlights"] == [{"text": "one", "highlights": [{"text": "two", "highlights": ["three"]}]}, "four"]


def test_wrapped_lines_are_joined() -> None:
    text = (
        "- Wrote the first program that was ever written for a machine that was\n  never built in her lifetime\n- Next"
    )
    (job,) = imported(f"Ada Example\n\nExperience\n\nAnalyst, Example Ltd, 2019 - 2020\n{text}\n")["work"]
    assert job["highlights"][0].endswith("machine that was never built in her lifetime")
    assert job["highlights"][1] == "Next"


def refusal(data: bytes) -> str:
    with pytest.raises(LoadError) as caught:
        import_file(InputFile("given.txt", data), "text")
    (problem,) = caught.value.problems
    return problem.code


def test_large_files_and_files_without_text_are_rejected() -> None:
    assert refusal(b"a b\n" * (plain_text_reader.MAX_CHARACTERS // 4 + 1)) == "too-large"
    assert refusal(b"\n- \n***") == "no-text"
    assert refusal(b"Ada\x1b]0;owned\x07\nExample") == "forbidden-character"


@pytest.mark.parametrize(
    "line",
    [
        "- a, ",
        "Jan 2019 - ",
        "a@",
        "(((",
        "A. B. C, ",
        "2019 ",
        "**a ",
        "[a](",
        "\t  ",
        "https://a.b/",
        "· | ",
        "+1 (2",
    ],
)
def test_no_text_takes_forever(line: str) -> None:
    started = time.process_time()
    text = "Ada Example\n" + line * 3000 + "\n\nExperience\n\n" + (line * 10 + "\n") * 300 + "\nPatents\n" + line * 3000
    imported(text)
    assert time.process_time() - started < 10
