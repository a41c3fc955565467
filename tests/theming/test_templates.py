"""Templates and styles: inheritance, lookup in the theme's folders only, and errors with a file and a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from present.resumes import view_of
from resumekit.errors import Problem, ThemeError
from resumekit.present import ResumeView
from resumekit.theming import Design, Theme, find_theme, render_html

from .page_reader import PageReader
from .themes import write_theme

ThemeOf = Callable[..., Theme]


def html_of(theme: Theme, resume: str = "basics: {name: Ada}") -> str:
    return render_html(view_of(resume), Design(theme, {}, "A4", "16mm"))


def problem_of(theme: Theme, resume: str = "work: [{name: X, highlights: [a]}]") -> Problem:
    with pytest.raises(ThemeError) as error:
        html_of(theme, resume)
    (problem,) = error.value.problems
    return problem


def test_a_child_without_templates_uses_its_parents(theme_of: ThemeOf) -> None:
    theme_of({"resume.html.j2": "parent: {{ resume.name }}"}, name="parent")
    assert html_of(theme_of({}, "extends: parent")) == "parent: Ada"


def test_a_child_replaces_what_its_parent_includes(theme_of: ThemeOf) -> None:
    theme_of({"resume.html.j2": "{% include 'head.html.j2' %}, rest", "head.html.j2": "parent"}, name="parent")
    assert html_of(theme_of({"head.html.j2": "child"}, "extends: parent")) == "child, rest"


def test_the_style_of_a_child_follows_its_parents(theme_of: ThemeOf) -> None:
    theme_of({"resume.html.j2": "{{ style }}", "resume.css": "/* parent */"}, name="parent")
    theme_of({"resume.css": "/* child */"}, "extends: parent", name="child")
    html = html_of(theme_of({"resume.css": "/* grandchild */"}, "extends: child"))
    marks = ["box-sizing", "/* parent */", "/* child */", "/* grandchild */", "@page {size:"]
    locations = [html.rindex(mark) if mark == "@page {size:" else html.index(mark) for mark in marks]
    assert locations == sorted(locations)


def test_a_theme_builds_on_the_parts_of_resumekit(theme_of: ThemeOf) -> None:
    template = "{% extends 'resumekit/page.html.j2' %}{% block head %}{{ resume.name }}{% endblock %}"
    html = html_of(theme_of({"resume.html.j2": template}))
    assert html.lstrip().startswith("<!doctype html>")
    assert '<html lang="en" dir="ltr">' in html


def test_a_theme_cannot_replace_the_parts_of_resumekit(theme_of: ThemeOf, project_themes: Path) -> None:
    theme = theme_of({"resume.html.j2": "{% extends 'resumekit/page.html.j2' %}"})
    write_theme(project_themes / "mine" / "resumekit", {"page.html.j2": "mine"})
    assert html_of(theme) != "mine"


@pytest.mark.parametrize("end", ["</style>", "</STYLE >", "</style\n>"])
def test_a_style_does_not_end_its_element_early(theme_of: ThemeOf, end: str) -> None:
    style = f"/* {end}<script>alert(1)</script> */"
    html = html_of(theme_of({"resume.html.j2": "<style>{{ style }}</style>", "resume.css": style}))
    assert html.lower().count("</style") == 1


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("one\n{{ resume.nmae }}\n", 2, "unknown field 'nmae'; did you mean 'name'?"),
        ("{% if true %}\n\n  {{ nothing }}\n{% endif %}", 3, "'nothing' is undefined"),
        ("one\ntwo\n{% if %}", 3, "Expected an expression, got 'end of statement block'"),
        ("{% for x in resume.sections %}\nno end", 2, "Unexpected end of template"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("\n{{ resume.name | nofilter }}", 2, "No filter named 'nofilter'."),
        ("\n\n{{ '%(a)s' | format(b=1) }}", 3, "'a'"),
        ("{% for a, b in [1] %}{% endfor %}", 1, "cannot unpack non-iterable int object"),
        ("\n{{ 'x'.encode('nonsense') }}", 2, "unknown encoding: nonsense"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", 1, "maximum recursion depth exceeded"),
        ("\n{{ range(99999999) }}", 2, "Range too big"),
        ("\n{% do x %}", 2, "Encountered unknown tag 'do'."),
        (
            "\n{{ resume.sections[0].entries[0].highlights.bullets[0].txt }}",
            2,
            "unknown field 'txt'",
        ),
        ("\n{{ resme.name }}", 2, "'resme' is undefined; did you mean 'resume'?"),
        ("\n{{ resume.sections.title }}", 2, "a list has no field 'title'"),
        ("\n{{ resume.photo.url }}", 2, "an empty value has no field 'url'"),
        ("\n{{ resume.name.first }}", 2, "text has no field 'first'"),
        ("\n{{ options.acent }}", 2, "unknown field 'acent'"),
    ],
)
def test_a_broken_template_is_an_error_with_file_and_line(
    theme_of: ThemeOf, template: str, line: int, message: str
) -> None:
    theme = theme_of({"resume.html.j2": template})
    problem = problem_of(theme)
    assert problem.code == "broken-template"
    assert problem.message.startswith("theme 'mine': ")
    assert message in problem.message
    assert problem.location
    assert (problem.location.file, problem.location.line) == (str(theme.folder / "resume.html.j2"), line)
    assert problem.location.source == template.split("\n")[line - 1]


def test_an_unknown_name_is_located_and_the_hint_lists_the_known_ones(theme_of: ThemeOf) -> None:
    problem = problem_of(theme_of({"resume.html.j2": "<p>{{ resume.lable }}</p>"}))
    assert problem.location
    assert (problem.location.column, problem.location.length) == (14, 5)
    names = ", ".join(sorted(field.name for field in fields(ResumeView)))
    assert problem.hint == f"available: {names}"
    template = '{% import "resumekit/parts.html.j2" as parts %}{{ parts.nam(resume) }}'
    problem = problem_of(theme_of({"resume.html.j2": template}, name="other"))
    assert problem.message.endswith("unknown macro 'nam'; did you mean 'name'?")


def test_a_wrong_argument_of_a_bundled_macro_is_located_in_the_themes_template(theme_of: ThemeOf) -> None:
    template = "{% import 'resumekit/parts.html.j2' as parts %}\n\n{{ parts.lead(resume, 'h3') }}"
    theme = theme_of({"resume.html.j2": template})
    problem = problem_of(theme)
    assert problem.location
    assert (problem.location.file, problem.location.line) == (str(theme.folder / "resume.html.j2"), 3)
    assert "unknown field 'logo'" in problem.message


@pytest.mark.parametrize(("tag", "column"), [("include 'hed.html.j2'", 12), ("extends 'hed.html.j2'", 12)])
def test_a_missing_template_is_located_where_it_is_requested(theme_of: ThemeOf, tag: str, column: int) -> None:
    theme = theme_of({"resume.html.j2": f"\n{{% {tag} %}}", "head.html.j2": ""})
    problem = problem_of(theme)
    assert (problem.code, problem.message) == ("no-template", "theme 'mine' has no template 'hed.html.j2'")
    assert problem.location
    location = problem.location
    assert (location.file, location.line, location.column) == (str(theme.folder / "resume.html.j2"), 2, column + 1)
    assert problem.hint
    assert {"head.html.j2", "resumekit/page.html.j2"} <= {*problem.hint.removeprefix("available: ").split(", ")}


def test_a_problem_in_an_included_file_is_located_there(theme_of: ThemeOf) -> None:
    theme = theme_of({"resume.html.j2": "{% include 'head.html.j2' %}", "head.html.j2": "\n\n{{ resume.nmae }}"})
    location = problem_of(theme).location
    assert location
    assert (Path(location.file).name, location.line) == ("head.html.j2", 3)


def test_a_problem_in_a_parents_file_is_located_there(theme_of: ThemeOf) -> None:
    parent = theme_of({"resume.html.j2": "\n{{ nothing }}"}, name="parent")
    location = problem_of(theme_of({}, "extends: parent")).location
    assert location
    assert (location.file, location.line) == (str(parent.folder / "resume.html.j2"), 2)


@pytest.mark.parametrize("file", ["resume.html.j2", "resume.css"])
def test_a_file_that_is_not_utf_8_is_an_error(theme_of: ThemeOf, file: str) -> None:
    theme = theme_of({"resume.html.j2": "{{ style }}"})
    (theme.folder / file).write_bytes(b"\xff")
    problem = problem_of(theme)
    assert (problem.code, problem.file) == ("not-utf-8", str(theme.folder / file))


def test_a_theme_without_a_template_is_an_error(theme_of: ThemeOf) -> None:
    problem = problem_of(theme_of({}))
    assert (problem.code, problem.message) == ("no-template", "theme 'mine' has no template 'resume.html.j2'")


OUTSIDE = [
    "/etc/passwd",
    "../secret.txt",
    "../../project/secret.txt",
    "./../secret.txt",
    "sub/../../secret.txt",
    "link.txt",
    "folder/secret.txt",
    "resumekit/../environment.py",
    "resumekit//etc/passwd",
    "file:///etc/passwd",
    "\\x00",
    "a" * 5000,
    "",
    ".",
    "sub",
]


@pytest.mark.parametrize("name", OUTSIDE, ids=lambda name: name[:30])
@pytest.mark.parametrize("tag", ["include '{}'", "extends '{}'", "import '{}' as x", "include ['{}']"])
def test_no_tag_reaches_a_file_outside_of_the_theme(
    theme_of: ThemeOf, project_themes: Path, tag: str, name: str
) -> None:
    theme = theme_of({"resume.html.j2": "{% " + tag.format(name) + " %}"})
    secret = project_themes / "secret.txt"
    secret.write_text("SECRET")
    (theme.folder / "sub").mkdir()
    (theme.folder / "link.txt").symlink_to(secret)
    (theme.folder / "folder").symlink_to(project_themes)
    problem = problem_of(theme)
    assert problem.code in {"no-template", "unreadable"}
    assert "SECRET" not in repr(problem)


@pytest.mark.parametrize("file", ["resume.html.j2", "resume.css"])
def test_a_link_out_of_the_theme_is_not_followed(theme_of: ThemeOf, project_themes: Path, file: str) -> None:
    theme = theme_of({"resume.html.j2": "{{ style }}"})
    secret = project_themes / "secret.txt"
    secret.write_text("SECRET")
    (theme.folder / file).unlink(missing_ok=True)
    (theme.folder / file).symlink_to(secret)
    if file == "resume.css":
        assert "SECRET" not in html_of(theme)
    else:
        assert problem_of(theme).code == "no-template"


def test_a_theme_folder_can_itself_be_a_link(theme_of: ThemeOf, project: Path, project_themes: Path) -> None:
    theme_of({"resume.html.j2": "linked"}, name="real")
    (project_themes / "mine").symlink_to(project_themes / "real")
    assert html_of(find_theme("mine", project=project)) == "linked"


def test_adjacent_texts_are_separated_by_a_space(theme_of: ThemeOf) -> None:
    page = "{% extends 'resumekit/page.html.j2' %}{% import 'resumekit/parts.html.j2' as parts %}"
    theme = theme_of({"resume.html.j2": page + "{% block section %}{{ parts.content(section) }}{% endblock %}"})
    html = html_of(theme, "work: [{name: Ltd, position: Lead, location: London}]")
    assert "Lead Ltd London" in PageReader(html).text


def test_a_theme_can_arrange_the_whole_page(theme_of: ThemeOf) -> None:
    page = "{% extends 'resumekit/page.html.j2' %}{% block body %}<p>{{ resume.name }}{% endblock %}"
    html = html_of(theme_of({"resume.html.j2": page}), "basics: {name: Ada, summary: Hidden}")
    assert html.partition("<body>")[2].split() == ["<p>Ada</body>", "</html>"]
