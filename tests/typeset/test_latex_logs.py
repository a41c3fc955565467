"""What is read out of the logs of LaTeX's engines; the lines are such as they write."""

from __future__ import annotations

import pytest

from resumekit.typeset.latex.engine_log import Fault, Transcript, read_log

NOTHING = Transcript((), (), (), (), 0, again=False)


def test_a_good_run_has_nothing_to_tell_but_its_pages() -> None:
    log = (
        "This is pdfTeX, Version 3.141592653-2.6-1.40.24 (TeX Live 2022/Debian) (preloaded format=pdflatex)\n"
        "Package: rerunfilecheck 2022-07-10 v1.10 Rerun checks for auxiliary files (HO)\n"
        "Package hyperref Info: Option `unicode' set `true' on input line 4018.\n"
        "LaTeX Font Warning: Font shape `T1/lmss/m/sc' undefined\n"
        "Output written on resume.pdf (12 pages, 67348 bytes).\n"
    )
    assert read_log(log) == Transcript((), (), (), (), 12, again=False)
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
def test_what_asks_for_another_run(line: str) -> None:
    assert read_log(f"{line}\n").again


@pytest.mark.parametrize(
    ("log", "fault"),
    [
        (
            "./resume.tex:9: Undefined control sequence.\n<argument> Some \\foo \n                     words\n"
            "l.9 \\textbf{Some \\foo words}\n",
            Fault("Undefined control sequence", 9, "\\foo"),
        ),
        (
            "./resume.tex:5: Undefined control sequence.\nl.5 \\@foo\n         bar\n",
            Fault("Undefined control sequence", 5, "\\@foo"),
        ),
        ("! Undefined control sequence.\nl.7 \\bar\n", Fault("Undefined control sequence", 7, "\\bar")),
        (
            "! LaTeX Error: File `some.sty' not found.\n\nType X to quit or <RETURN> to proceed,\nEnter file name: \n"
            "./resume.tex:3: Emergency stop.\n<read *> \n         \nl.3 \\begin\n          {document}\n"
            "!  ==> Fatal error occurred, no output PDF file produced!\n",
            Fault("File `some.sty' not found", 3),
        ),
        (
            '\n./resume.tex:4: Package fontspec Error: The font "Some Sans" cannot be found.\n\n'
            "For immediate help type H <return>.\n ...                                              \n"
            "                                                  \nl.4 \\setmainfont{Some Sans}\n",
            Fault('The font "Some Sans" cannot be found', 4),
        ),
        (
            "Runaway argument?\n{Ada Example \\par \n! File ended while scanning use of \\textbf .\n<inserted text> \n"
            "                \\par \n<*> resume.tex\n",
            Fault("File ended while scanning use of \\textbf"),
        ),
        (
            "/usr/share/texlive/hyperref.sty:4872: Font \\x=pzdr at 0.1pt not loadable: Metric (TFM) file not found.\n"
            "<to be read again> \n                   \\relax \nl.4872   \\font\\x=pzdr at 1sp\\relax\n",
            Fault("Font \\x=pzdr at 0.1pt not loadable: Metric (TFM) file not found"),
        ),
    ],
)
def test_errors(log: str, fault: Fault) -> None:
    assert read_log(f"before\n{log}after\n").faults == (fault,)


def test_characters_that_no_font_has() -> None:
    log = (
        "Missing character: There is no ☃ (U+2603) in font [lmroman10-regular]:mapping=tex-text;!\n"
        "Missing character: There is no ☃ (U+2603) in font [lmroman10-bold]:+tlig;!\n"
        "Missing character: There is no 中 in font [lmroman10-bold]:+tlig;!\n"  # an older engine
        "Missing character: There is no ! (U+0021) in font nullfont!\n"  # what a package typesets into nothing
        "Missing character: There is no \u200d (U+200D) in font [lmroman10-bold]:+tlig;!\n"
        "Missing character: There is no \ufe0f (U+FE0F) in font [lmroman10-bold]:+tlig;!\n"
        "Missing character: There is no 😀 (U+1F600) in font [lmroman10-regular]:mapping=t\n"  # cut, by Tectonic
    )
    assert read_log(log) == Transcript((), ("☃", "中", "😀"), (), (), 0, again=False)


def test_a_slot_that_a_font_of_pdftex_lacks_is_remarked_upon() -> None:
    log = "Missing character: There is no ^^9f in font cmr10!\n"
    assert read_log(log).remarks == ("there is no ^^9f in the font cmr10",)


def test_characters_that_pdftex_does_not_know_are_no_errors_of_a_line() -> None:
    log = "./resume.tex:7: LaTeX Error: Unicode character ☃ (U+2603)\n               not set up for use with LaTeX.\n"
    assert read_log(log) == Transcript((), ("☃",), (), (), 0, again=False)


def test_what_is_seen_to_stick_out_of_its_line() -> None:
    log = (
        "Overfull \\hbox (4.9pt too wide) in paragraph at lines 10--11\n[]\\T1/lmr/m/n/10 Ada\n"
        "Overfull \\hbox (261.37pt too wide) in paragraph at lines 12--14\n[]\\T1/lmr/m/n/10 Ada\n"
        "Overfull \\hbox (20.0pt too wide) detected at line 20\n"
        "Underfull \\hbox (badness 10000) in paragraph at lines 30--31\n"
    )
    assert read_log(log).wide == ((12, 261.37), (20, 20.0))
