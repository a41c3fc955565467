"""A theme's page runs nothing and requests nothing: what could is refused, in every format and by `themes test`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
import weasyprint
from hypothesis import given
from hypothesis import strategies as st

from present.resumes import document_of, view_of
from resumekit.check import check_web_page
from resumekit.contract import run_contract
from resumekit.errors import Problem, ThemeError, TypesetError
from resumekit.pipeline import BuildOptions, build
from resumekit.theming import Design, render_html
from resumekit.theming.markup import MalformedMarkup, tokens_of
from resumekit.theming.page_safety import page_problems
from resumekit.theming.style_addresses import style_addresses, with_style_addresses
from theming.themes import BUILT_IN, write_theme

from .hostile_pages import (
    HARMLESS,
    IN_BODY,
    IN_HEAD,
    MALFORMED,
    ODD_FRAMES,
    page_with,
    theme_with,
)

RESUME = "basics: {name: Jane Quillfeather}"
LINE_OF_HEAD, LINE_OF_BODY = 4, 9
CODES = {"active-content", "inline-svg", "malformed-markup", "refused-address", "theme-attachment"}
POLICY = "default-src 'none'"


def problems_of(folder: Path, template: str, **files: str) -> list[Problem]:
    """Return what a theme with this template may not render."""
    theme = theme_with(folder, template, **files)
    view = view_of(RESUME)
    return list(page_problems(render_html(view, Design(theme, {}, "A4", "16mm")), view, theme))


def page_of(folder: Path, template: str) -> str:
    """Build a page of a theme."""
    theme_with(folder, template)
    (folder / "resume.yaml").write_text(RESUME)
    options = BuildOptions(theme="evil", formats=("html",), output=None)
    return build(folder / "resume.yaml", options).artifacts["resume.html"].decode()


@pytest.mark.parametrize("markup", IN_HEAD.values(), ids=IN_HEAD)
def test_nothing_active_is_in_the_head(project: Path, markup: str) -> None:
    first = problems_of(project, page_with(head=markup))[0]
    assert (first.code in CODES, first.severity) == (True, "error")
    assert first.hint
    assert first.location
    assert (Path(first.location.file).name, first.location.line) == ("resume.html.j2", LINE_OF_HEAD)


@pytest.mark.parametrize("markup", IN_BODY.values(), ids=IN_BODY)
def test_nothing_active_is_in_the_body(project: Path, markup: str) -> None:
    first = problems_of(project, page_with(body=markup))[0]
    assert first.code in CODES
    assert first.hint


@pytest.mark.parametrize("markup", MALFORMED.values(), ids=MALFORMED)
def test_nothing_is_left_to_the_parser(project: Path, markup: str) -> None:
    found = problems_of(project, page_with(body=markup))
    assert "malformed-markup" in {problem.code for problem in found}


def test_half_of_a_character_is_refused(project: Path) -> None:
    with pytest.raises(ThemeError, match=r"U\+D800 surrogate"):
        problems_of(project, page_with(body="{{ '\\ud800' }}"))


@pytest.mark.parametrize("markup", HARMLESS.values(), ids=HARMLESS)
def test_what_is_harmless_is_allowed(project: Path, markup: str) -> None:
    assert problems_of(project, page_with(body=markup)) == []
    assert page_of(project, page_with(body=markup)).count("<h1>Jane Quillfeather</h1>") == 1


@pytest.mark.parametrize("format_", ["pdf", "html", "png"])
@pytest.mark.parametrize("name", ["script", "refresh", "image-in-head"])
def test_every_format_of_pages_refuses_it(project: Path, format_: str, name: str) -> None:
    theme_with(project, page_with(head=IN_HEAD[name]))
    (project / "resume.yaml").write_text(RESUME)
    with pytest.raises(ThemeError, match="theme 'evil': "):
        build(project / "resume.yaml", BuildOptions(theme="evil", formats=(format_,), output=project / "dist"))
    assert not (project / "dist").exists()


def test_the_test_of_themes_reports_it(project: Path) -> None:
    body = f"{{{{ '<scr' ~ 'ipt>' }}}}{IN_BODY['onclick']}<script>x</script>{{% raw %}}<svg></svg>{{% endraw %}}"
    write_theme(project / "themes/evil", {"web.css": "p {}\n p { background: url(https://example.org/a.png) }"})
    theme = theme_with(project, page_with(body=body))
    found = {problem.message: problem for problem in run_contract(theme, ["minimal"]).problems}
    script = found["theme 'evil': the element <script> is not allowed"]
    assert script.location
    assert script.location.line == LINE_OF_BODY
    assert "theme 'evil': the attribute 'onclick' is not allowed on <p>" in found
    remote = found["theme 'evil': the page may not load 'https://example.org/a.png'"]
    assert remote.location
    assert (Path(remote.location.file).name, remote.location.line) == ("web.css", 2)


@pytest.mark.parametrize("file", ["resume.css", "web.css"])
@pytest.mark.parametrize(
    ("rule", "written"),
    [
        ("p { background: url(http://127.0.0.1/a.png) }", "http://127.0.0.1/a.png"),
        ('p { background: url("//example.org/a.png") }', "//example.org/a.png"),
        ('@import "https://example.org/a.css";', "@import"),
        ("@import URL( other.css );", "@import"),
        ("@font-face { font-family: X; src: url(https://example.org/x.woff2) }", "https://example.org/x.woff2"),
        ("p { color: var(--x); background: image-set(var(--x) 1x) }", "image-set("),
    ],
)
def test_a_style_sheet_requests_nothing(project: Path, file: str, rule: str, written: str) -> None:
    found = problems_of(project, page_with(), **{file: f"\n\n  {rule}\n"})
    assert {problem.code for problem in found} == {"refused-address"}
    for problem in found:
        assert problem.location
        assert (Path(problem.location.file).name, problem.location.line) == (file, 3)
    location = found[0].location
    assert location
    assert location.source[location.column - 1 :].startswith(written)


def test_what_is_put_together_by_a_template_is_found_as_well(project: Path) -> None:
    (problem,) = problems_of(project, page_with(body="{{ ('<scr' ~ 'ipt></scr' ~ 'ipt>') | safe }}"))
    assert (problem.code, problem.location) == ("active-content", None)
    assert problem.file == str(project / "themes/evil")


# --- the policy


def parsed(html: str) -> ElementTree.Element:
    """Return the root element of a page, as the parser of WeasyPrint, which is one of HTML5, understands it."""
    root: ElementTree.Element = weasyprint.HTML(string=html).etree_element
    return root


def heads_first(page: str) -> list[dict[str, str]]:
    """Return the attributes of the first two elements in the head, as a parser of HTML5 understands the page."""
    head = parsed(page).find("head")
    assert head is not None
    elements = [each for each in head if isinstance(each.tag, str)]
    assert [each.tag for each in elements[:2]] == ["meta", "meta"]
    return [dict(each.attrib) for each in elements[:2]]


@pytest.mark.parametrize("frame", [*ODD_FRAMES.values(), page_with()], ids=[*ODD_FRAMES, "usual"])
def test_the_policy_is_first_whatever_the_template_writes(project: Path, frame: str) -> None:
    charset, policy = heads_first(page_of(project, frame))
    assert charset == {"charset": "utf-8"}
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"].startswith(POLICY)


@pytest.mark.parametrize("theme", BUILT_IN)
def test_the_policy_is_first_in_built_in_themes(project: Path, theme: str) -> None:
    (project / "resume.yaml").write_text(RESUME)
    made = build(project / "resume.yaml", BuildOptions(theme=theme, formats=("html",), output=None))
    page = made.artifacts["resume.html"].decode()
    heads_first(page)
    assert page.count("<script") == page.count('<script type="application/ld+json">') == 1


# --- what was checked is what is parsed


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<b>", "</b>", "<i>", "<a href='#x'>", "</a>", "<table>", "<tr>", "<td>", "</td>", "</table>"),
        *("<style>", "</style>", "<title>", "</title>", "<!--", "-->", "--", ">", "<", "</", "&lt;", "&amp", '"', "'"),
        *("<ul>", "<li>", "<h1 class=x>", "</h1>", "<br/>", '<img src="a.png" alt=\'">\'>', "<col>", "<caption>"),
        *("<head>", "</head>", "<body>", "</body>", "<html lang=en>", "</html>", "<!doctype html>", "text", " ", "\n"),
        *("<p title='", "<p title=", "<div", "/", "=", "<ruby>", "<rt>", "<pre>\n", "<dl>", "<dt>", "<!", "<?", "]]>"),
    ]
)
IMPLIED = {"html", "head", "body", "tbody", "tr", "colgroup", "p", "br"}


@given(st.lists(PIECES, max_size=14).map("".join))
def test_a_parser_finds_no_element_that_was_not_checked(html: str) -> None:
    try:
        tags = [token for token in tokens_of(html) if token.kind == "start"]
    except MalformedMarkup:
        return
    checked = Counter((tag.name, attribute.name, attribute.value) for tag in tags for attribute in tag.attributes)
    root = parsed(html)
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    assert {each.tag for each in elements} <= {tag.name for tag in tags} | IMPLIED
    found = {(each.tag, name, value) for each in elements for name, value in each.attrib.items()}
    assert found <= set(checked)
    assert text_in(root).split() == [] or any(token.kind in {"text", "raw"} for token in tokens_of(html))


def text_in(root: ElementTree.Element) -> str:
    return "".join(root.itertext())


@given(st.text(alphabet="ab\"'\\/*()<>{};:\n url@import\t-", max_size=60))
def test_no_address_hides_in_a_style(text: str) -> None:
    """Whatever surrounds it: an address is either found, or is no address for a parser of CSS either."""
    import tinycss2

    style = f"{text}p {{ background: url(http://x/) }}"
    tokens, found = tinycss2.parse_component_value_list(style), set(style_addresses(style))
    waiting = [*tokens]
    while waiting:
        token = waiting.pop()
        waiting += getattr(token, "content", None) or getattr(token, "arguments", None) or ()
        assert token.type != "url" or token.value in found


@pytest.mark.parametrize("address", ['a"b', "a\\b", "a\nb", "a)b", "é", "data:image/png;base64,AA=="])
def test_a_new_address_is_one_address(address: str) -> None:
    style = "p { background: url(x.png) no-repeat; color: red }"
    changed = with_style_addresses(style, lambda old: address)
    assert list(style_addresses(changed.replace('url("data:image', 'url( "data:image'))) == [address]
    assert changed.endswith("no-repeat; color: red }")


@pytest.mark.parametrize(
    "html",
    [
        "<p " + "a " * 50_000,
        "<!--" * 50_000,
        "<" * 100_000,
        "<p title='" * 20_000,
        "<style>" * 20_000,
        "<p>" + "&" * 100_000,
    ],
)
def test_long_pages_are_read_quickly(html: str) -> None:
    with pytest.raises(MalformedMarkup) if html[1] != "p" or " " in html[:3] else _nothing():
        list(tokens_of(html))


class _nothing:
    def __enter__(self) -> None: ...
    def __exit__(self, *error: object) -> None: ...


# --- reading back


def test_a_page_that_lacks_a_text_or_a_link_is_not_written(project: Path) -> None:
    (project / "resume.yaml").write_text("basics: {name: Jane Quillfeather, label: Cooper, email: jane@example.org}")
    theme_with(project, page_with(body="<p>jane@example.org</p>"))
    with pytest.raises(TypesetError) as caught:
        build(project / "resume.yaml", BuildOptions(theme="evil", formats=("html",), output=project / "dist"))
    assert [(problem.code, problem.message) for problem in caught.value.problems] == [
        ("lost-link", "link is missing from the HTML page: mailto:jane@example.org"),
        ("lost-text", "text is missing from the HTML page: 'Cooper'"),
    ]
    assert all(problem.location for problem in caught.value.problems)
    assert not (project / "dist").exists()
    made = build(project / "resume.yaml", BuildOptions(theme="evil", formats=("html",), output=None, verify=False))
    assert made.artifacts


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        ("<p>Jane Quillfeather</p>", False),
        ("<p>Jane <b>Quill</b>feather</p>", False),
        ("<p>Jane&nbsp;Quillfeather</p>", False),
        ("<p>Jane Quill&shy;feather</p>", False),
        ("<title>Jane Quillfeather</title>", True),
        ("<!-- Jane Quillfeather -->", True),
        ("<p title='Jane Quillfeather'>x</p>", True),
        ("<style>p::before { content: 'Jane Quillfeather' }</style>", True),
        ("<script type='application/ld+json'>Jane Quillfeather</script>", True),
        ("<p>Jane &amp;nbsp; Quillfeather</p>", True),
    ],
)
def test_only_text_of_the_page_counts(body: str, lost: bool) -> None:
    problems = check_web_page(document_of(RESUME), view_of(RESUME), body.encode())
    assert [problem.code for problem in problems] == ["lost-text"] * lost


def test_a_long_page_is_read_back_quickly() -> None:
    entries = "".join(f"- {{name: Example {number}, position: Lead}}\n" for number in range(800))
    text = f"basics: {{name: Jane Quillfeather}}\nwork:\n{entries}"
    page = "<h1>Jane Quillfeather</h1>Work" + "".join(f"<p>Lead<p>Example {number}" for number in range(800))
    assert [p.code for p in check_web_page(document_of(text), view_of(text), page.encode())] in ([], ["lost-text"])
