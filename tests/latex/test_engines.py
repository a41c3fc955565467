"""The PDFs of every engine: all words, reproducible bytes, and clear messages on failure."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from resumekit.errors import ResumekitError, TypesetError

from .conftest import Set

pytestmark = pytest.mark.latex

ADA: dict[str, Any] = {
    "basics": {"name": "Ada Example", "label": "Analyst", "email": "ada@example.org"},
    "work": [{"name": "Example Ltd", "position": "Programmer", "startDate": "2015-06", "highlights": ["Wrote it"]}],
}

CHINESE = "计算机视觉与机器学习工程师。曾负责深度学习框架的图形处理器后端，熟悉编译器优化、量化算法与混合精度训练。"
JAPANESE = "東京のソフトウェア技術者です。深層学習コンパイラの開発を担当しました。"
KOREAN = "서울에서 일하는 소프트웨어 엔지니어입니다."


@pytest.mark.parametrize(("locale", "text"), [("zh-Hans", CHINESE), ("ja", JAPANESE), ("ko", KOREAN)])
def test_chinese_japanese_and_korean_through_xelatex(set_page: Set, locale: str, text: str) -> None:
    page = set_page(
        {
            "locale": locale,
            "basics": {"name": text[:3], "summary": text * 4},
            "work": [{"name": text, "highlights": [text] * 5}],
        },
        "xelatex",
    )
    assert page.problems == ()  # no line is too wide
    assert "".join(page.text().split()).count("".join(text.split())) == 10


# --- the same bytes


def test_the_same_résumé_gives_the_same_bytes(
    set_page: Set, project: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = {set_page(ADA, engine, output="one").pdf.read_bytes()}
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LANG", "C")
    monkeypatch.setenv("TEXINPUTS", "/somewhere")
    made.add(set_page(ADA, engine, output="two").pdf.read_bytes())
    (data,) = made
    assert not any(mark in data for mark in (b"/CreationDate", b"/ModDate", b"/tmp", os.fsencode(project)))


# --- files kept


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_good_build_writes_only_the_pdf(set_page: Set, project: Path, engine: str) -> None:
    set_page(ADA, engine)
    assert names(project / "dist") == {"resume.pdf"}


def test_source_and_log_are_kept_on_request(set_page: Set, project: Path, engine: str) -> None:
    set_page(ADA, engine, keep=True)
    assert names(project / "dist") == {"resume.pdf", "resume.tex", "resume.log"}
    assert "Ada Example" in (project / "dist" / "resume.tex").read_text()
    assert "LaTeX2e" in (project / "dist" / "resume.log").read_text()


@pytest.fixture
def theme(project: Path) -> Path:
    """A theme without a template, for broken ones."""
    folder = project / "themes" / "worst"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("name: worst\nsummary: One of the worst.\nextends: modern\n")
    return folder


def failing(set_page: Set, engine: str, template: str, theme: Path, resume: Any = ADA) -> ResumekitError:
    (theme / "resume.tex.j2").write_text(template, encoding="utf-8")
    with pytest.raises(TypesetError) as error:
        set_page(resume, engine, theme="worst")
    return error.value


def test_an_error_is_located_in_the_template_the_résumé_and_the_source(
    set_page: Set, project: Path, theme: Path, engine: str
) -> None:
    template = "\\documentclass{article}\n\\begin{document}\n\\VAR{resume.name} is \\wrong\n\\end{document}\n"
    error = failing(set_page, engine, template, theme)
    (problem,) = error.problems
    assert (problem.code, problem.message) == (
        "engine-failed",
        f"{engine} failed: Undefined control sequence \\wrong",
    )
    assert problem.location
    assert (problem.location.file, problem.location.line) == (str(theme / "resume.tex.j2"), 3)
    dist = project / "dist"
    assert names(dist) == {"resume.tex", "resume.log"}
    line = (dist / "resume.tex").read_text().splitlines().index("Ada Example is \\wrong") + 1
    assert problem.hint == f"see {project}/resume.yaml:2, {dist}/resume.tex:{line}, {dist}/resume.log"
    assert "\\wrong" in (dist / "resume.log").read_text()


def test_a_missing_package_is_named(set_page: Set, theme: Path, engine: str) -> None:
    template = "\\documentclass{article}\n\\usepackage{nowhere}\n\\begin{document}\nx\n\\end{document}\n"
    (problem,) = failing(set_page, engine, template, theme).problems
    assert (problem.code, problem.message) == ("no-tex-file", f"{engine} cannot find the file 'nowhere.sty'")
    assert problem.location
    assert (problem.location.file, problem.location.line) == (str(theme / "resume.tex.j2"), 2)


def test_a_missing_font_is_named(set_page: Set, theme: Path, engine: str) -> None:
    if engine == "pdflatex":
        pytest.skip("pdflatex does not use installed fonts")
    template = (
        "\\documentclass{article}\n\\usepackage{fontspec}\n\\setmainfont{Nowhere Sans}\n"
        "\\begin{document}\nx\n\\end{document}\n"
    )
    problem = failing(set_page, engine, template, theme).problems[0]
    assert problem.code == "no-tex-font"
    assert problem.message.replace(" ", "").endswith("cannotfindthefont'NowhereSans'")  # LuaLaTeX drops spaces in names


def test_a_character_missing_from_all_fonts_is_located(set_page: Set, project: Path, engine: str) -> None:
    resume = {**ADA, "interests": [{"name": "ꦲꦢ and ꦲ"}]}
    with pytest.raises(TypesetError) as error:
        set_page(resume, engine)
    undrawn = [problem for problem in error.value.problems if problem.code == "undrawn-character"]
    assert [problem.message.split("'")[1] for problem in undrawn] == ["ꦲ", "ꦢ"]
    assert {problem.location.line for problem in undrawn if problem.location} == {12}
    assert names(project / "dist") == {"resume.tex", "resume.log"}


def test_a_text_omitted_by_a_template_is_reported(set_page: Set, theme: Path, engine: str) -> None:
    template = "\\documentclass{article}\n\\begin{document}\n\\VAR{resume.name}\n\\end{document}\n"
    codes = {problem.code for problem in failing(set_page, engine, template, theme).problems}
    assert codes == {"lost-text", "lost-link"}
