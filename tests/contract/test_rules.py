"""A theme that breaks a rule gets a problem with the code of the rule and the location in its style or template."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from resumekit.check import read_back
from resumekit.contract import run_contract, sample_render, visibility
from resumekit.contract.extractors import EXTRACTORS
from resumekit.errors import Problem
from resumekit.processes import Limits
from resumekit.theming import find_theme
from theming.themes import write_theme

TEMPLATE = """\
{% extends "resumekit/page.html.j2" %}
{% import "resumekit/parts.html.j2" as parts %}
{% block head %}
<header class="head">
<div class="who">
{{ parts.name(resume) }}
<p class="headline">{{ resume.label }}</p>
<p class="contacts">{% for way in resume.contacts %}{{ parts.contact(way) }} {% endfor %}</p>
<p class="facts">{% for fact in resume.facts %}{{ parts.pair(fact) }} {% endfor %}</p>
</div>
{% if resume.photo %}{{ parts.portrait(resume.photo) }}{% endif %}
</header>
{% endblock %}
{% block section %}{{ parts.content(section) }}{% endblock %}
"""
CONTENT = "{{ parts.content(section) }}"
PORTRAIT = "{{ parts.portrait(resume.photo) }}"
NAME = "{{ parts.name(resume) }}"
BACKWARDS = "{% for entry in section.entries | reverse %}{{ parts.entry(entry) }}{% endfor %}"


class Break(NamedTuple):
    """A change to `modern` that breaks a rule: CSS to add, and parts of its template to replace.

    `line` is the line of the style sheet that the problem has to point at; `sample` is one of the shortest samples that
    reveal it.
    """

    code: str
    css: str = ""
    replaced: Mapping[str, str] = {}
    line: int = 0
    sample: str = "sparse"


STYLE = [
    Break("floating-text", "p { margin: 0 }\n.place { float: right }", line=2, sample="cjk"),
    Break("floating-text", "@media print {\n h2 { float: left }\n}", line=2),
    Break("outside-marker", ".marked li { display: list-item; list-style: disc outside }", line=1),
    Break("painted-late", ".date { position: relative }", line=1),
    Break("painted-late", ".organization { opacity: .95 }", line=1),
    Break("painted-late", "h2 { transform: translateX(1mm) }", line=1),
    Break("painted-late", ".entry { overflow: hidden }", line=1),
    Break("deep-flex", "main, .section, .entry, .lead { display: flex }", line=1),
    Break("letter-spacing", "h2 { letter-spacing: .085em }", line=1),
    Break("letter-spacing", "body { letter-spacing: 1pt }", line=1),
    Break("automatic-hyphens", "main { hyphens: auto }", line=1),
    Break("small-caps", "h2 { font-variant: small-caps }", line=1),
    Break("small-text", ".date { font-size: 7.9pt }", line=1),
    Break("small-text", "/* all */\n:root { --size: 8.4pt !important }", sample="long"),
    Break("hidden-text", ".summary { color: #fff }", line=1),
    Break("hidden-text", ".summary { color: transparent }", line=1),
    Break("hidden-text", ".summary { visibility: hidden }"),
    Break("hidden-text", ".summary { opacity: 0 }"),
    Break("hidden-text", ".summary { text-indent: -2000px }"),
    Break("hidden-text", ".summary { height: 0; overflow: hidden }", line=1),
    Break("hidden-text", ".summary { text-indent: -3px; overflow: hidden }", line=1),
    Break("hidden-text", ".entry { position: relative } .entry::after { content: ''; position: absolute; inset: 0; "
          "background: white }"),
    Break("low-contrast", ".date { color: #777777 }", line=1),
    Break("low-contrast", "main { background: #565e68 }"),
    Break("low-contrast", "@page { background: #888 }"),
    Break("lost-text", ".description { display: none !important }", sample="full"),
    Break("lost-text", ".keywords { font-size: 0 }"),
    Break("engine-remark", ".entry { color: red; backdrop-filter: blur(2px) }", line=1, sample="minimal"),
    Break("lost-text", ".mark { display: none }"),
    Break("picture-left-out", ".pictures { display: none }", sample="full"),
    Break("picture-left-out", ".portrait img { width: 0 }", sample="full"),
    Break("refused-address", "body { background: url(https://example.org/a.png) }", sample="minimal"),
    Break("text-out-of-order", "main { display: flex; flex-direction: column }\n.section:nth-child(2) { order: -1 }",
          sample="full"),
    Break("text-out-of-order", ".entry { display: flex; flex-direction: column }\n.entry .body { order: -1 }",
          sample="order"),
    Break("text-torn-apart", ".section { display: grid; grid-template-columns: 1fr 1fr }\n"
          ".entry { display: contents }", sample="order"),
]  # fmt: skip

MARKUP = [
    Break("inline-svg", replaced={NAME: f'<svg width="9" height="9"></svg>{NAME}'}, sample="minimal"),
    Break("missing-alt", replaced={PORTRAIT: '<img src="{{ resume.photo.url }}">'}, sample="full"),
    Break("missing-alt", replaced={PORTRAIT: '<img src="{{ resume.photo.url }}" alt=" ">'}, sample="full"),
    Break("heading-order", replaced={NAME: "<p>{{ resume.name }}</p>"}, sample="minimal"),
    Break("heading-order", replaced={CONTENT: f"<h4>Too deep</h4>{CONTENT}"}),
    Break("heading-order", replaced={NAME: f"{NAME}<h1>Another</h1>"}, sample="minimal"),
    Break("lost-text", replaced={CONTENT: CONTENT.join(('{% if section.id != "certificates" %}', "{% endif %}"))},
          sample="full"),
    Break("picture-left-out", replaced={PORTRAIT: ""}, sample="full"),
    Break("lost-link", replaced={"{{ parts.contact(way) }}": '{{ way.text }} '}, sample="cjk"),
    Break("text-out-of-order", replaced={CONTENT: BACKWARDS}, sample="order"),
    Break("untagged-text", ".headline { display: none }\n.who { string-set: label attr(title) }\n"
          "@page { @top-center { content: string(label); font-size: 9pt } }",
          {'class="who"': 'class="who" title="{{ resume.label }}"'}, sample="full"),
]  # fmt: skip


@pytest.fixture
def without_pdfminer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extract text with the quick extractors only: pdfminer takes as long as all the rest of a test."""
    quick = {name: extractor for name, extractor in EXTRACTORS.items() if name != "pdfminer"}
    monkeypatch.setattr(sample_render, "EXTRACTORS", quick)


def problems_of(folder: Path, made: Break) -> list[Problem]:
    """Return the problems of `modern` with one change."""
    template = TEMPLATE
    for old, new in made.replaced.items():
        assert old in template
        template = template.replace(old, new)
    files = {"resume.css": made.css, "resume.html.j2": template}
    write_theme(folder / "themes/bad", files, manifest="extends: modern\n")
    return list(run_contract(find_theme("bad", project=folder), [made.sample]).problems)


@pytest.mark.usefixtures("without_pdfminer")
@pytest.mark.parametrize("made", STYLE + MARKUP, ids=lambda made: f"{made.code}: {made.css or made.replaced}"[:60])
def test_a_broken_rule_is_reported(tmp_path: Path, made: Break) -> None:
    found = [problem for problem in problems_of(tmp_path, made) if problem.code == made.code]
    assert found
    assert all(problem.severity == "error" and problem.hint for problem in found)
    if made.line:
        location = found[0].location
        assert location
        assert (Path(location.file), location.line) == (tmp_path / "themes/bad/resume.css", made.line)


def test_text_that_several_extractors_miss_is_one_problem(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, Break("lost-text", ".headline { display: none }", sample="full"))
    (lost,) = (problem for problem in problems if problem.code == "lost-text")
    assert lost.message.startswith("the text of `basics.label` is not found by PDFium, pdf")
    assert lost.file
    assert Path(lost.file).name == "resume.html.j2"


def test_what_a_build_finds_has_hints_for_the_author_of_a_theme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visibility, "_hidden_or_faint", lambda render: ())
    (hidden, *_) = problems_of(tmp_path, Break("hidden-text", ".summary { color: #fff }"))
    monkeypatch.setattr(read_back, "_LIMITS", Limits(seconds=0.01, memory=1_000_000_000))
    monkeypatch.setattr(read_back, "read_visible_text", lambda pdf: sum(range(10**12)))
    (unsearched, *_) = problems_of(tmp_path, Break("page-too-complex", ".summary { color: #fff }"))
    assert (hidden.code, unsearched.code) == ("hidden-text", "page-too-complex")
    for problem in (hidden, unsearched):
        assert problem.hint
        assert "--no-verify" not in problem.hint
        assert "theme" not in problem.hint  # the author cannot choose another


def test_a_theme_may_have_no_photo_by_default(tmp_path: Path) -> None:
    options = {"resume.css": ""}
    write_theme(tmp_path / "themes/bare", options, manifest="extends: modern\noptions: {photo: {default: none}}\n")
    assert run_contract(find_theme("bare", project=tmp_path), ["full"]).problems == ()


def test_values_at_the_limits_keep_the_rules(tmp_path: Path) -> None:
    css = "h2 { letter-spacing: .08em } .date { font-size: 8pt; color: #767676; margin-left: 1px }"
    assert problems_of(tmp_path, Break("", css, sample="full")) == []


@pytest.mark.usefixtures("without_pdfminer")
def test_a_declaration_is_reported_once_however_many_boxes_it_applies_to(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, Break("letter-spacing", "body { letter-spacing: 1pt }"))
    assert [problem.code for problem in problems].count("letter-spacing") == 1
