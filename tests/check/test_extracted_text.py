"""Texts are found in the text extracted from a PDF, whatever layout and extraction changed; and no others."""

from __future__ import annotations

import pytest

from resumekit.check.extracted_text import ExtractedText


@pytest.mark.parametrize(
    ("read", "texts"),
    [
        (["Ada Example\r\nAnalyst"], ["Ada Example", "Analyst"]),
        (["ADA EXAMPLE"], ["Ada Example"]),
        (["a long line that\r\nis broken"], ["a long line that is broken"]),
        (["broken at the hy\x02\r\nphen"], ["broken at the hy-phen"]),
        (["of\ufb01ce"], ["office"]),
        (["fi\u200dne wo\u00adrd\ufe0f \U000e0ff1"], ["fine", "word"]),
        (["the first half\r\nfooter 1", "header\r\nand the second"], ["the first half and the second"]),
        (["Developer\r\nR"], ["R", "Developer"]),
        (["R, C\r\nC++ R&D"], ["C", "R", "C++", "R&D"]),
        (["Aa0\r\nEnd"], ["Aa", "0", "End"]),
        (["oÁ I", "o"], ["o", "Á", "I", "o"]),
        (["CEOCEO"], ["CEO", "CEO"]),
        (["Developer"], ["Deve"]),
        (["abcdefghijkl"], ["abc", "def", "ghi", "jkl"]),
        (["first" + "." * 80, "." * 80 + "second"], ["first second"]),
        (["\u0645\n\u062d\u0645\u062f"], ["\u0645\u064f\u062d\u0645\u062f"]),
        (["CEOCEO"], ["CEO"]),
        (["اهلا وسهلا"], ["وسهلا اهلا"]),
        (["وأ كتب بلغات"], ["بلغات وأكتب"]),
        (["-C#צוות ++C ו"], ["צוות C++ ו-C#"]),
        (["الرياض شركة 2019 Feb – 2016 Jan"], ["شركة", "Jan 2016", "Feb 2019"]),
        (["word"], ["", " ", "word"]),
    ],
)
def test_a_present_text_is_found(read: list[str], texts: list[str]) -> None:
    assert ExtractedText(read).find_missing(texts) == []


@pytest.mark.parametrize(
    ("read", "texts", "lost"),
    [
        (["Ada"], ["Ada Example"], ["Ada Example"]),
        (["Developer"], ["R"], ["R"]),
        (["R"], ["R", "R"], ["R"]),
        (["Analyst"], ["Analyst", "Analyst"], ["Analyst"]),
        (["Aa0x"], ["Aa", "0"], ["Aa", "0"]),
        (["Aa0"], ["Aa", "0", "0"], ["0"]),
        (["CEOs"], ["CEO"], ["CEO"]),
        (["abcdefghijklm"], ["abc", "def", "ghi", "jk", "lm"], ["abc", "def", "ghi", "jk", "lm"]),
        (["first" + "." * 81, "second"], ["first second"], ["first second"]),
        (["first", "." * 81 + "second"], ["first second"], ["first second"]),
        (["\u062d\u0645\u062f"], ["\u0645\u064f\u062d\u0645\u062f"], ["\u0645\u064f\u062d\u0645\u062f"]),
        (["second first"], ["first second"], ["first second"]),
        (["وأ لغات كتب"], ["بلغات وأكتب"], ["بلغات وأكتب"]),
        (["وأ كتب"], ["وأكتب وأكتب"], ["وأكتب وأكتب"]),
        (["2019\r\nFeb\r\nشركة"], ["Feb 2019"], ["Feb 2019"]),
        (["شركة 2019 Feb"], ["Feb 2019", "Feb 2019"], ["Feb 2019"]),
        (["-C#צוות ++C"], ["צוות C++ ו-C#"], ["צוות C++ ו-C#"]),
    ],
)
def test_a_missing_text_is_reported(read: list[str], texts: list[str], lost: list[str]) -> None:
    assert ExtractedText(read).find_missing(texts) == lost
