"""A page reads the pictures that its view names and pictures and fonts of its theme: no other file, in no format."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from textwrap import dedent

import pikepdf
import pytest
from PIL import Image

from present.resumes import document_of
from resumekit.addresses import RESUME_HOST, THEME_HOST
from resumekit.errors import Problem, ResumekitError, SchemaError, ThemeError
from resumekit.load import Document
from resumekit.pipeline import BuildOptions, BuildResult, build
from resumekit.schema import validate
from resumekit.schema.letter import validate_letter
from resumekit.schema.reserved_hosts import reserved_host_problems
from resumekit.tailor import Edition
from resumekit.typeset import Folders, TypesetRequest, typeset
from resumekit.writers.web.single_file import single_file
from theming.themes import write_theme

from .timing import assert_linear

SECRET = "the-private-phone-of-jane-quillfeather"
RESUME = """
    basics: {name: Jane Quillfeather, image: jane.png}
    work: [{name: Example Ltd, images: [{file: 'shots/one two.png', alt: A shot}]}]
"""
TEMPLATE = """
    <!doctype html><html lang="en"><head><title>{{ resume.title }}</title><style>{{ style }}</style></head>
    <body><h1>{{ resume.name }}</h1><p>Example Ltd Work</p>
    MARKUP
    </body></html>
"""

SPELLINGS = [
    "https://resume.invalid/resume.yaml",
    "https://theme.invalid/theme.yaml",
    "http://resume.invalid/x",
    "HTTPS://RESUME.INVALID/x",
    "https://resume.invalid:443/x",
    "https://user@resume.invalid/x",
    "https://user:pass@theme.invalid/x",
    "https://resume.invalid./x",
    "https://resume%2Einvalid/x",
    "https://r%65sume.invalid/x",
    "https://resume。invalid/x",
    "https://ｒesume.invalid/x",
    "https://resume.in\u00advalid/x",
    "https://resume.invalid",
    "https://resume.invalid?x",
    "https://resume.invalid#x",
    "https://resume.invalid\\x",
]
MARKDOWN_ONLY = [
    "https:resume.invalid/x",
    "https:/resume.invalid/x",
    "https:///resume.invalid/x",
    "//resume.invalid/x",
    "https://&#114;esume.invalid/x",
    "https://resume&period;invalid/x",
    "https://resume\\.invalid/x",
    "https:&#47;&#47;resume.invalid/x",
]
TEXTS = ["[me]({})", "<{}>", "see {} for more", "**[a]({} 'title')**"]
FINE = [
    "https://resume.invalid.example.org/x",
    "https://my-resume.invalid/x",
    "https://resume.invalidate.example/x",
    "https://example.org/?from=resume.invalid",
    "https://example.org/resume.invalid/x",
]

FILES = ["resume.yaml", ".env", ".git/config", "private.png", "../outside.png", "link.png", "shots", "JANE.png"]
LOADING = [
    '<p><img alt="x" src="{}"></p>',
    "<p><img alt='x' src='{}'></p>",
    '<p style="background: url({})">x</p>',
    "<p style='background: url(\"{}\")'>x</p>",
    "<style>p {{ background: url({}) }}</style>",
    "<style>p {{ background: u\\72l({}) }}</style>",
    "<style>@font-face {{ font-family: X; src: url({}) }}</style>",
    '<style>@font-face {{ font-family: X; src: local("x"), url("{}") format("woff") }}</style>',
    '<style>p {{ background-image: image-set("{}" 1x) }}</style>',
    "<style>p::before {{ content: url({}) }}</style>",
    "<style>p {{ list-style: URL( '{}' ) }}</style>",
    "<style>@media screen {{ p {{ border-image: url({}) 1 }} }}</style>",
    "<style>:root {{ --x: url({}) }}</style>",
]
REFUSED_MARKUP = [
    '<link rel="stylesheet" href="{}">',
    '<link rel="attachment" href="{}">',
    '<link rel="icon" href="{}">',
    '<object data="{}">x</object>',
    '<embed src="{}">',
    '<iframe src="{}"></iframe>',
    '<video poster="{}"></video>',
    '<audio src="{}"></audio>',
    '<p><img alt="x" src="jane.png" srcset="{} 2x"></p>',
    '<picture><source srcset="{}"><img alt="x" src="logo.png"></picture>',
    '<input type="image" src="{}">',
    '<table background="{}"><tr><td>x</td></tr></table>',
    '<svg><image href="{}"/></svg>',
    '<svg><use href="{}#x"/></svg>',
    "<svg><style>@import url({});</style></svg>",
    '<a rel="attachment" href="{}">x</a>',
    '<a href="{}">x</a>',
    '<base href="{}">',
    '<style>@import "{}";</style>',
    "<style>@\\69mport '{}';</style>",
]


@pytest.fixture
def folder(project: Path) -> Path:
    """A résumé's folder with two pictures that the résumé names, and with files that are nobody's business."""
    (project / "shots").mkdir()
    (project / ".git").mkdir()
    for name in ("jane.png", "shots/one two.png", "private.png"):
        Image.new("RGB", (2, 2), "#1d4f91").save(project / name)
    Image.new("RGB", (2, 2)).save(project.parent / "outside.png")
    (project / "link.png").symlink_to(project.parent / "outside.png")
    for name in (".env", ".git/config"):
        (project / name).write_text(SECRET)
    (project / "resume.yaml").write_text(f"{dedent(RESUME)}x-secret: {SECRET}\n", encoding="utf-8")
    return project


def built(folder: Path, markup: str, *formats: str, theme: str = "themes/evil", **files: str) -> BuildResult:
    """Build the résumé in a theme whose page has this markup."""
    template = dedent(TEMPLATE).replace("MARKUP", markup)
    write_theme(folder / theme, {"resume.html.j2": template, **files})
    options = BuildOptions(theme=str(folder / theme), formats=formats or ("pdf",), output=None, verify=False)
    return build(folder / "resume.yaml", options)


def refused(folder: Path, markup: str, *formats: str) -> Problem:
    """Return the problem for which a theme's page is refused."""
    with pytest.raises(ThemeError) as caught:
        built(folder, markup, *formats)
    return caught.value.problems[0]


# --- what a résumé says


@pytest.mark.parametrize("address", SPELLINGS)
@pytest.mark.parametrize("key", ["basics.url", "work.0.url", "basics.profiles.0.url"])
def test_no_field_takes_an_address_of_ours(address: str, key: str) -> None:
    quoted = json.dumps(address)
    text = {
        "basics.url": f"basics: {{name: A, url: {quoted}}}",
        "work.0.url": f"work: [{{name: X, url: {quoted}}}]",
        "basics.profiles.0.url": f"basics: {{profiles: [{{network: X, username: a, url: {quoted}}}]}}",
    }[key]
    with pytest.raises(SchemaError) as caught:
        validate(document_of(text))
    problem = next(problem for problem in caught.value.problems if problem.code == "reserved-host")
    assert problem.location
    assert problem.location.source[problem.location.column - 1 :].startswith(quoted)


def test_no_bare_host_is_ours() -> None:
    with pytest.raises(SchemaError, match=r"resume\.invalid"):
        validate(document_of("basics: {name: A, url: resume.invalid/x}"))


@pytest.mark.parametrize("address", [*SPELLINGS, *MARKDOWN_ONLY])
@pytest.mark.parametrize("text", TEXTS)
def test_no_text_links_to_us(address: str, text: str) -> None:
    source = f"basics: {{name: A, summary: {json.dumps(text.format(address))}}}"
    with pytest.raises(SchemaError) as caught:
        validate(document_of(source))
    assert [problem.code for problem in caught.value.problems if problem.severity == "error"] == ["reserved-host"]


@pytest.mark.parametrize("address", FINE)
def test_other_hosts_are_fine(address: str) -> None:
    validate(document_of(f"basics: {{name: A, url: {json.dumps(address)}, summary: '[x]({address})'}}"))


def test_no_letter_links_to_us() -> None:
    with pytest.raises(SchemaError, match="reserved for resumekit"):
        validate_letter(document_of("resume: resume.yaml\nbody: '[me](https://resume.invalid/resume.yaml)'"))


def test_no_variant_or_setting_brings_one_in(folder: Path) -> None:
    (folder / "resume.yaml").write_text("basics: {name: A}\nvariants: {v: {set: {basics.url: theme.invalid/x}}}")
    with pytest.raises(SchemaError, match="reserved"):
        build(folder / "resume.yaml", BuildOptions(edition=Edition(variant="v"), formats=("txt",), output=None))
    (folder / "resume.yaml").write_text("basics: {name: A}")
    setting = ("basics.url=https://resume.invalid/.env",)
    with pytest.raises(SchemaError, match="reserved"):
        build(folder / "resume.yaml", BuildOptions(assignments=setting, formats=("txt",), output=None))


@pytest.mark.attacks
@pytest.mark.parametrize("unit", ["https:", "//", "//a", "https:@", "\\", "//a@", "https://resume."])
def test_a_long_text_is_searched_in_linear_time(unit: str) -> None:
    def searched(size: int) -> Document:
        return document_of(f"basics: {{name: A, summary: {json.dumps(unit * size)}}}")

    assert_linear(lambda document: list(reserved_host_problems(document)), searched, 5_000)


@pytest.mark.parametrize(
    "page",
    [
        '<p><a href="{}">x</a></p>',
        "<p>{}</p>",
        "<p title='{}'>x</p>",
        "<!-- {} -->",
        '<script type="application/ld+json">{{"url": "{}"}}</script>',
        "<title>{}</title>",
        "<style>/* {} */ p::before {{ content: '{}' }}</style>",
    ],
)
def test_what_a_page_only_mentions_is_not_embedded(folder: Path, page: str) -> None:
    """Even if an address of ours got through validation."""
    folders = Folders(folder, (folder,), {"jane.png": "jane.png"})
    html = page.format(f"{RESUME_HOST}jane.png", f"{RESUME_HOST}jane.png")
    assert single_file(html, folders).data.decode() == html


# --- what a theme loads


@pytest.mark.parametrize("markup", LOADING)
@pytest.mark.parametrize("name", FILES)
def test_a_theme_loads_no_file_of_the_folder_that_the_view_does_not_name(folder: Path, markup: str, name: str) -> None:
    problem = refused(folder, markup.format(RESUME_HOST + name))
    assert (problem.code, problem.severity) == ("refused-address", "error")
    assert problem.location
    assert Path(problem.location.file) == folder / "themes/evil/resume.html.j2"
    assert problem.location.line == 4


@pytest.mark.parametrize("markup", REFUSED_MARKUP)
@pytest.mark.parametrize("name", ["resume.yaml", "jane.png"])
def test_a_theme_has_no_other_way_to_load_one(folder: Path, markup: str, name: str) -> None:
    for format_ in ("pdf", "html"):
        problem = refused(folder, markup.format(RESUME_HOST + name), format_)
        assert problem.code in {"active-content", "inline-svg", "refused-address", "theme-attachment"}
        assert problem.hint


@pytest.mark.parametrize(
    "name", ["theme.yaml", "resume.html.j2", "secret.txt", "../outside.png", "out.png", "inside.png", "no.png", "fonts"]
)
def test_a_theme_loads_only_pictures_and_fonts_of_its_own_folder(folder: Path, name: str) -> None:
    theme = folder / "themes/evil"
    write_theme(theme, {"secret.txt": SECRET})
    (theme / "fonts").mkdir()
    (theme / "out.png").symlink_to(folder / "private.png")
    (theme / "inside.png").symlink_to("secret.txt")
    with pytest.raises(ResumekitError) as caught:
        built(folder, f'<p><img alt="x" src="{name}"></p>', "pdf", "html")
    assert {problem.code for problem in caught.value.problems} <= {"refused-address", "engine-remark"}
    assert any(problem.code == "refused-address" for problem in caught.value.problems)


def test_a_theme_in_the_folder_of_the_résumé_does_not_load_the_résumé(folder: Path) -> None:
    for name in ("resume.yaml", ".env", ".git/config"):
        with pytest.raises(ThemeError, match="may not load"):
            built(folder, f'<p><img alt="x" src="{name}"></p>', "html", theme=".")


@pytest.mark.parametrize("reference", ["https://resume.invalid/private.png", "file:///etc/passwd", "../../private.png"])
@pytest.mark.parametrize(
    "drawing",
    [
        '<image href="{}" width="9" height="9"/>',
        '<use href="{}#a"/>',
        "<style>@import url({});</style>",
        "<style>@font-face {{ font-family: X; src: url({}) }}</style><text font-family='X'>x</text>",
    ],
)
def test_a_drawing_of_a_theme_reads_no_more_than_the_theme(folder: Path, drawing: str, reference: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{drawing.format(reference)}</svg>'
    write_theme(folder / "themes/evil", {"logo.svg": svg})
    page = '<!doctype html><html lang=en><title>A page</title><p>x<img alt="x" src="logo.svg"></p>'
    folders = Folders(folder, (folder / "themes/evil",), {"jane.png": "jane.png"})
    made = typeset(TypesetRequest(page, folders))
    assert made.refused or made.remarks or "<use" in drawing  # which WeasyPrint follows only inside the drawing
    assert b"/Subtype/Image" not in made.data.replace(b" ", b"")


def test_what_a_page_may_load_is_loaded(folder: Path) -> None:
    write_theme(folder / "themes/evil")
    Image.new("RGB", (3, 3)).save(folder / "themes/evil/logo.png")
    markup = (
        '<p><img alt="x" src="{{ resume.photo.url }}"><img alt="x" src="logo.png"></p>'
        f'<p style="background: url({THEME_HOST}logo.png)">{{% for e in resume.sections[0].entries %}}'
        '<img alt="x" src="{{ e.pictures[0].url }}">{% endfor %}</p><style>h1 { background: url(logo.png) }</style>'
    )
    made = built(folder, markup, "html", "pdf").artifacts["resume.html"].decode()
    logo = base64.b64encode((folder / "themes/evil/logo.png").read_bytes()).decode()
    assert made.count(f"data:image/png;base64,{logo}") == 3
    assert made.count("data:image/png;base64,") == 5
    assert ".invalid" not in made


def test_a_file_that_is_no_picture_is_no_picture_of_the_résumé(folder: Path) -> None:
    """Also in JSON, where a wrong picture is only a warning."""
    (folder / "resume.json").write_text('{"basics": {"name": "Jane Quillfeather", "image": ".env"}}')
    made = build(folder / "resume.json", BuildOptions(formats=("html",), output=None))
    assert SECRET not in str(made.artifacts)
    assert base64.b64encode(SECRET.encode())[:-4] not in made.artifacts["resume.html"]
    with pytest.raises(Exception, match="not a PNG"):
        Folders(folder, (), {".env": ".env"}).picture(".env")


# --- attachments


def attachments_in(pdf: bytes) -> list[str]:
    """Return the names of all files in a PDF, wherever they hang."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        files = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/EF" in each]
        streams = [each for each in opened.objects if isinstance(each, pikepdf.Stream)]
        assert sum(each.get("/Type") == "/EmbeddedFile" for each in streams) == len(files)
        return sorted(str(each.UF) for each in files)


ATTACHING = [
    f'<link rel=attachment href="{RESUME_HOST}jane.png">',
    f'<link rel="ATTACHMENT stylesheet" href="{RESUME_HOST}jane.png">',
    f'<p><a rel=attachment href="{RESUME_HOST}jane.png">x</a></p>',
    f'<p><a rel="nofollow\nattachment" href="{RESUME_HOST}jane.png">x</a></p>',
    f'<style>a {{ -weasy-link: url("{RESUME_HOST}jane.png") }}</style><p><a rel=attachment>x</a></p>',
    '<p><a rel=attachment href="data:text/plain,secret">x</a></p>',
]


@pytest.mark.parametrize("markup", ATTACHING)
def test_a_page_attaches_nothing(folder: Path, markup: str) -> None:
    page = f"<!doctype html><html lang=en><title>A page</title>{markup}<p>text</p>"
    made = typeset(TypesetRequest(page, Folders(folder, (), {"jane.png": "jane.png"})))
    assert attachments_in(made.data) == []
    assert refused(folder, markup).code in {"active-content", "theme-attachment", "refused-address"}


@pytest.mark.parametrize(
    "markup", ['<a rel="attachment" href="https://example.org">x</a>', '<a rel="me Attachment">x</a>']
)
def test_a_theme_that_attaches_is_told_where(folder: Path, markup: str) -> None:
    problem = refused(folder, markup)
    assert problem.code == "theme-attachment"
    assert problem.location
    assert problem.location.line == 4


def test_an_archive_has_our_attachments_only(folder: Path) -> None:
    text = "basics: {name: Jane Quillfeather}\noutput: {pdf: archive}\n"
    (folder / "resume.yaml").write_text(text)
    made = build(folder / "resume.yaml", BuildOptions(output=None)).artifacts["resume.pdf"]
    assert attachments_in(made) == ["resume.json", "resume.yaml"]
    page = f"<!doctype html><html lang=en><title>A</title>{ATTACHING[0]}{ATTACHING[2]}"
    request = TypesetRequest(page, Folders(folder, (), {"jane.png": "jane.png"}), archive=True)
    assert attachments_in(typeset(request).data) == []


# --- pictures without their private description


def test_a_private_description_is_no_remark_of_the_engine(folder: Path) -> None:
    text = """
        basics: {name: Jane Quillfeather}
        projects: [{name: The engine, images: [{file: jane.png, alt: Secret}]}]
        volunteer: [{organization: Example Aid, images: [{file: jane.png, alt: Secret}]}]
        private: ["projects.0.images.0.alt", "volunteer.0.images.0.alt"]
    """
    (folder / "resume.yaml").write_text(dedent(text))
    options = BuildOptions(edition=Edition(public=True), formats=("pdf", "html"), output=None, strict=True)
    made = build(folder / "resume.yaml", options)
    assert b"Secret" not in made.artifacts["resume.html"]
    assert b'alt="The engine"' in made.artifacts["resume.html"]
