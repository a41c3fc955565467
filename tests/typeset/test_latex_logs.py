"""Parsing the logs of LaTeX engines; the lines are as engines write them."""

from __future__ import annotations

import pytest

from resumekit.typeset.latex.engine_log import EngineLog, LoggedError, read_log

NOTHING = EngineLog((), (), (), (), 0, rerun=False)


def test_the_log_of_a_good_run_holds_only_the_page_count() -> None:
    log = (
        "This is pdfTeX, Version 3.141592653-2.6-1.40.24 (TeX Live 2022/Debian) (preloaded format=pdflatex)\n"
        "Package: rerunfilecheck 2022-07-10 v1.10 Rerun checks for auxiliary files (HO)\n"
        "Package hyperref Info: Option `unicode' set `true' on input line 4018.\n"
        "LaTeX Font Warning: Font shape `T1/lmss/m/sc' undefined\n"
        "Output written on resume.pdf (12 pages, 67348 bytes).\n"
    )
    assert read_log(log) == EngineLog((), (), (), (), 12, rerun=False)
    assert read_log("") == NOTHING


@pytest.mark.parametrize(
    ("line", "pages"),
    [
        ("Output written on resume.pdf (1 page).", 1),  # XeTeX
        ("Output written on resume.pdf (2 pages, 7697 bytes).", 2),  # LuaTeX
        ("Output written on resume.xdv (3 pages, 1300 bytes).", 3),  # Tectonic
        ("No pages of output.", 0),
    ],
)
def test_pages(line: str, pages: int) -> None:
    assert read_log(f"before\n{line}\n").pages == pages


@pytest.mark.parametrize(
    "line",
    [
        "LaTeX Warning: Label(s) may have changed. Rerun to get cross-references right.",
        "(rerunfilecheck)                Rerun to get outlines right",
        "Package hyperref Warning: Rerun to get /PageLabels entry.",
        "Package longtable Warning: Table widths have changed. Rerun LaTeX.",
    ],
)
def test_messages_that_ask_for_another_run(line: str) -> None:
    assert read_log(f"{line}\n").rerun


@pytest.mark.parametrize(
    ("log", "error"),
    [
        (
            "./resume.tex:9: Undefined control sequence.\n<argument> Some \\foo \n                     words\n"
            "l.9 \\textbf{Some \\foo words}\n",
            LoggedError("Undefined control sequence", 9, "\\foo"),
        ),
        (
            "./resume.tex:5: Undefined control sequence.\nl.5 \\@foo\n         bar\n",
            LoggedError("Undefined control sequence", 5, "\\@foo"),
        ),
        ("! Undefined control sequence.\nl.7 \\bar\n", LoggedError("Undefined control sequence", 7, "\\bar")),
        (
            "! LaTeX Error: File `some.sty' not found.\n\nType X to quit or <RETURN> to proceed,\nEnter file name: \n"
            "./resume.tex:3: Emergency stop.\n<read *> \n         \nl.3 \\begin\n          {document}\n"
            "!  ==> Fatal error occurred, no output PDF file produced!\n",
            LoggedError("File `some.sty' not found", 3),
        ),
        (
            '\n./resume.tex:4: Package fontspec Error: The font "Some Sans" cannot be found.\n\n'
            "For immediate help type H <return>.\n ...                                              \n"
            "                                                  \nl.4 \\setmainfont{Some Sans}\n",
            LoggedError('The font "Some Sans" cannot be found', 4),
        ),
        (
            "Runaway argument?\n{Ada Example \\par \n! File ended while scanning use of \\textbf .\n<inserted text> \n"
            "                \\par \n<*> resume.tex\n",
            LoggedError("File ended while scanning use of \\textbf"),
        ),
        (
            "/usr/share/texlive/hyperref.sty:4872: Font \\x=pzdr at 0.1pt not loadable: Metric (TFM) file not found.\n"
            "<to be read again> \n                   \\relax \nl.4872   \\font\\x=pzdr at 1sp\\relax\n",
            LoggedError("Font \\x=pzdr at 0.1pt not loadable: Metric (TFM) file not found"),
        ),
    ],
)
def test_errors(log: str, error: LoggedError) -> None:
    assert read_log(f"before\n{log}after\n").errors == (error,)


def test_characters_missing_from_all_fonts() -> None:
    log = (
        "Missing character: There is no ☃ (U+2603) in font [lmroman10-regular]:mapping=tex-text;!\n"
        "Missing character: There is no ☃ (U+2603) in font [lmroman10-bold]:+tlig;!\n"
        "Missing character: There is no 中 in font [lmroman10-bold]:+tlig;!\n"  # an older engine
        "Missing character: There is no ! (U+0021) in font nullfont!\n"  # what a package typesets into nothing
        "Missing character: There is no \u200d (U+200D) in font [lmroman10-bold]:+tlig;!\n"
        "Missing character: There is no \ufe0f (U+FE0F) in font [lmroman10-bold]:+tlig;!\n"
        "Missing character: There is no 😀 (U+1F600) in font [lmroman10-regular]:mapping=t\n"  # cut, by Tectonic
    )
    assert read_log(log) == EngineLog((), ("☃", "中", "😀"), (), (), 0, rerun=False)


def test_a_slot_missing_from_a_pdftex_font_is_a_remark() -> None:
    log = "Missing character: There is no ^^9f in font cmr10!\n"
    assert read_log(log).remarks == ("the font cmr10 has no ^^9f",)


def test_a_character_unknown_to_pdftex_is_not_an_error() -> None:
    log = "./resume.tex:7: LaTeX Error: Unicode character ☃ (U+2603)\n               not set up for use with LaTeX.\n"
    assert read_log(log) == EngineLog((), ("☃",), (), (), 0, rerun=False)


def test_lines_that_are_visibly_too_wide() -> None:
    log = (
        "Overfull \\hbox (4.9pt too wide) in paragraph at lines 10--11\n[]\\T1/lmr/m/n/10 Ada\n"
        "Overfull \\hbox (261.37pt too wide) in paragraph at lines 12--14\n[]\\T1/lmr/m/n/10 Ada\n"
        "Overfull \\hbox (20.0pt too wide) detected at line 20\n"
        "Underfull \\hbox (badness 10000) in paragraph at lines 30--31\n"
    )
    assert read_log(log).overfull == ((12, 261.37), (20, 20.0))
