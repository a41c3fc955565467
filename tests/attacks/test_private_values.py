"""Private and redacted values are in no byte of any file that is written, nor in its name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from conftest import Run
from resumekit.load import parse
from resumekit.pipeline import BuildOptions, build
from resumekit.schema import validate
from resumekit.tailor import Edition
from theming.themes import BUILT_IN
from turns import in_turn

from .leaks import leaked

WITHOUT_PAGES = ("html", "docx", "md", "txt", "json", "tex")
EVERY_FORMAT = (*WITHOUT_PAGES, "pdf", "png")

PLACES = {
    "comment": "in a comment of the source",
    "xtop": "an own key",
    "xnested": "an own key of an entry",
    "xmeta": "an own key of the metadata",
    "meta": "a listed key of the metadata",
    "email": "a listed e-mail address",
    "phone": "a listed phone number, as letters",
    "street": "a line of a listed address",
    "url": "a listed address of a page",
    "label": "a listed translation",
    "facts": "the value of a private fact",
    "factlabel": "the label of a private fact",
    "network": "the network of a private profile",
    "username": "the user of a private profile",
    "profileurl": "the address of a private profile",
    "employer": "the name of a private job",
    "place": "the place of a private job",
    "joburl": "the address of a private job",
    "jobtext": "the description of a private job",
    "linktarget": "the target of a link in a private job",
    "linktitle": "the title of a link in a private job",
    "jobtag": "a tag of a private job",
    "jobpicture": "the file of a picture of a private job",
    "jobalt": "the description of that picture",
    "jobcaption": "the caption of that picture",
    "tag": "a tag of a public job",
    "role": "a private role",
    "bullet": "a private bullet",
    "deepbullet": "a private bullet below a bullet",
    "listedbullet": "a listed bullet",
    "keyword": "a private keyword",
    "listedlevel": "a listed level",
    "author": "a listed author",
    "course": "a listed course",
    "sectiontitle": "the title of a private section",
    "sectionid": "the name of a private section, which settings repeat",
    "sectiontext": "the text of a private section",
    "sectionpair": "a pair of a private section",
    "sectionitem": "an item of a private section",
    "settitle": "a title that the settings give the private section",
    "anchor": "a private value that an alias repeats in private",
    "merge": "a private value from a merge key",
    "included": "a private item of an included file",
    "includedcomment": "a comment of an included file",
    "includedtext": "an included text in a private item",
    "listedtitle": "a listed title of a section",
    "variantset": "what another variant sets",
    "variantdescription": "an own key of a variant",
    "exif": "the owner of a photo",
    "pngtext": "the comment of a picture",
    "photofile": "the file of a photo",
    "photofolder": "the folder of a picture",
    "picturefile": "the file of a picture",
}
SECRETS = {place: f"qz{place}xv" for place in PLACES}
"""One word for each place, which is in no other text."""

RESUME = """
# {comment}
x-top: {xtop}
languages: [en, de]
basics:
  name: Jane Quillfeather
  label: {{en: Analyst, de: {label}}}
  image: {photofile}.jpg
  email: {email}@mail.example
  phone: {phone}
  url: https://{url}.example/
  location: {{address: "1 {street}\\n2nd floor", city: Sampletown}}
  profiles: [{{network: {network}, username: {username}, url: "https://{profileurl}.example", private: true}}]
  facts: [{{label: {factlabel}, value: {facts}, private: yes}}]
  summary: Shown to all.
work:
  - &job
    name: {employer}
    location: {place}
    url: https://{joburl}.example
    summary: '{jobtext} and [words](https://{linktarget}.example "{linktitle}")'
    tags: [{jobtag}]
    images: [{{file: {jobpicture}.png, alt: {jobalt}, caption: {jobcaption}}}]
    private: true
  - {{<<: *job, description: {merge}}}
  - name: Sample Engines
    tags: [{tag}]
    x-own: {xnested}
    images: [{{file: {photofolder}/{picturefile}.png, alt: A wheel}}]
    positions: [{{position: Lead}}, {{position: {role}, private: on}}]
    highlights:
      - Made wheels
      - {{text: {bullet}, private: true}}
      - {{text: Made more, highlights: [{{text: {deepbullet}, private: true}}]}}
      - {listedbullet}
  - !include jobs.yaml
education: [{{institution: Sample School, courses: [Logic, {course}]}}]
publications: [{{name: Notes, authors: [B. Sample, {author}]}}]
skills: [{{name: Tools, keywords: [Looms, {{name: {keyword}, private: true}}, {{name: Pans, level: {listedlevel}}}]}}]
interests: [{{name: &hobby {anchor}, private: true}}, {{name: *hobby, private: true}}]
sections:
  - title: {sectiontitle}
    id: {sectionid}
    text: {sectiontext}
    pairs: [{{label: A, value: {sectionpair}}}]
    items: [{sectionitem}]
    private: true
order: [summary, {sectionid}]
titles: {{{sectionid}: {settitle}, education: {listedtitle}}}
break: {{{sectionid}: avoid}}
output: {{pdf: archive}}
meta: {{secret: {meta}, x-note: {xmeta}, version: v1}}
variants:
  short: {{hide: [interests]}}
  other: {{set: {{basics.summary: {variantset}}}, exclude: [{tag}], x-note: {variantdescription}}}
  tagged: {{exclude: [{jobtag}]}}
private:
  - basics.email
  - basics.phone
  - basics.location.address
  - basics.url
  - basics.label.de
  - work.2.highlights.3
  - skills.0.keywords.2.level
  - publications.0.authors.1
  - education.0.courses.1
  - titles.education
  - meta.secret
"""
JOBS = "# {includedcomment}\nname: {included}\nsummary: !include text.md\nprivate: true\n"

IDENTITY = {
    "given": "Zephyrine",
    "family": "Quillonfeather",
    "email": "inkpot7",
    "phone": "79460123",
    "host": "quillhost",
    "street": "Featherlane",
    "city": "Plumetown",
    "region": "Vaneshire",
    "user": "plumeuser",
    "network": "Nibnet",
    "profile": "nibprofile",
    "photo": "shaftphoto",
    "alt": "barbalt",
}
REDACTED = """
basics:
  name: {given} {family}
  label: Analyst
  image: {{file: {photo}.jpg, alt: {alt}}}
  email: {email}@{host}.example
  phone: +44 20 {phone}
  url: https://{host}.example
  location: {{address: 1 {street}, city: {city}, region: {region}}}
  profiles: [{{network: {network}, username: {user}, url: "https://{profile}.example/{user}"}}]
work: [{{name: Sample Engines, images: [{{file: {given}/{family}.png, alt: A wheel}}]}}]
output: {{pdf: archive, name: "{{name}}-{family}"}}
variants: {{short-{family}: {{}}}}
"""
WHOLE_IDENTITY = Edition(redact=("name", "email", "phone", "url", "photo", "location", "profiles"))
JANE = "basics: {name: Jane Quillfeather, email: me@secret.example}"
LETTER = """
# {comment}
resume: {family}.yaml
subject: Application
body: Dear all
fields: {{unused: {xtop}}}
x-note: {xnested}
letters:
  - {{name: For {family}}}
  - {{}}
"""


def draw(folder: Path, name: str, said: str) -> None:
    """Draw a picture whose metadata says something."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    picture = Image.new("RGB", (16, 16), "#336699")
    if path.suffix == ".jpg":
        owner = Image.Exif()
        owner[0x013B] = said
        picture.save(path, exif=owner)
    else:
        comment = PngInfo()
        comment.add_text("Comment", said)
        picture.save(path, pnginfo=comment)


def made(source: Path, edition: Edition, formats: tuple[str, ...], **options: object) -> dict[str, bytes]:
    """Return every file of a build, by its name."""
    settings = BuildOptions(formats=formats, output=None, edition=edition, **options)  # type: ignore[arg-type]
    return dict(build(source, settings).artifacts)


def leaks_of(files: dict[str, bytes], secrets: dict[str, str]) -> set[tuple[str, str]]:
    names = {secret: place for place, secret in secrets.items()}
    return {(name, names[each]) for name, data in files.items() for each in leaked(name, data, names)}


@pytest.fixture(scope="module")
def private(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A résumé with a secret in each place."""
    folder = tmp_path_factory.mktemp("private")
    draw(folder, f"{SECRETS['photofile']}.jpg", SECRETS["exif"])
    draw(folder, f"{SECRETS['photofolder']}/{SECRETS['picturefile']}.png", SECRETS["pngtext"])
    draw(folder, f"{SECRETS['jobpicture']}.png", SECRETS["pngtext"])
    (folder / "jobs.yaml").write_text(JOBS.format_map(SECRETS), encoding="utf-8")
    (folder / "text.md").write_text(SECRETS["includedtext"], encoding="utf-8")
    path = folder / "resume.yaml"
    path.write_text(RESUME.format_map(SECRETS), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def public(private: Path) -> Callable[[tuple[str, ...]], dict[str, bytes]]:
    """Return the public edition in some formats."""
    return cache(lambda formats: made(private, Edition(public=True), formats))


@pytest.fixture(scope="module")
def identity(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A résumé in whose every file name the person is named."""
    folder = tmp_path_factory.mktemp("identity")
    draw(folder, f"{IDENTITY['photo']}.jpg", IDENTITY["given"])
    draw(folder, f"{IDENTITY['given']}/{IDENTITY['family']}.png", IDENTITY["given"])
    path = folder / f"{IDENTITY['family'].lower()}.yaml"
    path.write_text(REDACTED.format_map(IDENTITY), encoding="utf-8")
    letter = LETTER.format_map({**SECRETS, "family": IDENTITY["family"]}).replace(
        f"{IDENTITY['family']}.yaml", path.name
    )
    (folder / f"letter-{IDENTITY['family']}.yaml").write_text(letter, encoding="utf-8")
    return path


def test_there_are_many_secrets_and_each_is_in_the_source(private: Path) -> None:
    assert len(SECRETS) >= 40
    files = [path for path in private.parent.rglob("*") if path.is_file()]
    everything = {str(path.relative_to(private.parent)): path.read_bytes() for path in files}
    assert {place for _, place in leaks_of(everything, SECRETS)} == set(SECRETS)


def test_the_search_finds_what_a_whole_build_has(private: Path) -> None:
    """Or it would find nothing in a public one either."""
    found = leaks_of(made(private, Edition(), (*WITHOUT_PAGES, "pdf")), SECRETS)
    for format_ in (*WITHOUT_PAGES, "pdf"):
        assert (f"resume.{format_}", "employer") in found
        assert (f"resume.{format_}", "email") in found
    assert ("resume.json", "xnested") in found
    assert ("resume.html", "jobcaption") in found
    assert ("resume.docx", "sectiontext") in found
    assert ("resume.md", "picturefile") in found
    unseen = {"comment", "includedcomment", "exif", "pngtext"}
    assert {place for _, place in found} >= set(SECRETS) - unseen - {"network", "label"}


@pytest.mark.parametrize("place", PLACES)
def test_a_public_file_has_no_private_value(public: Callable[[tuple[str, ...]], dict[str, bytes]], place: str) -> None:
    assert leaks_of(public(WITHOUT_PAGES), {place: SECRETS[place]}) == set()


def test_a_public_archive_has_no_private_value(public: Callable[[tuple[str, ...]], dict[str, bytes]]) -> None:
    assert leaks_of(public(("pdf", "png")), SECRETS) == set()


PUBLIC = {
    "public": Edition(public=True),
    "variant": Edition("short", public=True),
    "language": Edition("tagged", "en", public=True),
    "everything": Edition("short", "de", public=True, redact=("photo", "name")),
}


@pytest.mark.attacks
@pytest.mark.parametrize(("theme", "name"), list(in_turn(BUILT_IN, [*PUBLIC])))
def test_no_public_edition_in_any_theme_has_a_private_value(private: Path, name: str, theme: str) -> None:
    edition = PUBLIC[name]
    formats = ("html", "docx", "tex", "pdf") if edition.variant is None else EVERY_FORMAT
    assert leaks_of(made(private, edition, formats, theme=theme), SECRETS) == set()


@pytest.mark.parametrize("set_", ["accessible", "archive"])
def test_what_is_set_on_the_command_line_stays_private(private: Path, set_: str) -> None:
    assignments = (f"output.pdf={set_}", "basics.phone=qzsetxv", "work.0.summary=qzsetxv")
    files = made(private, Edition(public=True), ("json", "pdf"), assignments=assignments)
    assert leaks_of(files, SECRETS | {"set": "qzsetxv"}) == set()


def test_a_redacted_file_does_not_identify_the_person(identity: Path) -> None:
    files = made(identity, WHOLE_IDENTITY, WITHOUT_PAGES)
    assert {name for name in files if "/" not in name} == {f"resume.{each}" for each in WITHOUT_PAGES}
    # What the author typed into `output.name` stays a setting of the JSON, with a warning.
    assert leaks_of(files, IDENTITY) <= {("resume.json", "family")}
    assert json.loads(files["resume.json"])["work"][0]["images"][0]["file"] == "picture-1.png"


def test_a_redacted_archive_does_not_identify_the_person(identity: Path) -> None:
    files = made(identity, WHOLE_IDENTITY, ("pdf", "png"), assignments=("output.name=",))
    assert set(files) == {"resume.pdf", "resume-1.png"}
    assert leaks_of(files, IDENTITY) == set()


@pytest.mark.attacks
@pytest.mark.parametrize("theme", BUILT_IN)
def test_no_theme_identifies_a_redacted_person(identity: Path, theme: str) -> None:
    files = made(identity, WHOLE_IDENTITY, ("html", "pdf", "tex", "docx"), theme=theme, assignments=("output.name=",))
    assert leaks_of(files, IDENTITY) == set()


def test_the_name_of_a_variant_does_not_name_the_person(identity: Path) -> None:
    edition = Edition(f"short-{IDENTITY['family']}", redact=("name",))
    assert set(made(identity, edition, ("txt",))) == {"resume-1.txt"}


@pytest.mark.parametrize("formats", [("html", "docx", "md", "txt", "tex"), ("pdf",)], ids=" ".join)
def test_a_letter_does_not_identify_a_redacted_person(identity: Path, formats: tuple[str, ...]) -> None:
    letter = identity.with_name(f"letter-{IDENTITY['family']}.yaml")
    files = made(letter, WHOLE_IDENTITY, formats, assignments=("output.name=",))
    assert {name for name in files if "/" not in name} == {f"letter-{n}.{each}" for n in (1, 2) for each in formats}
    assert leaks_of(files, IDENTITY | SECRETS) == set()


def test_without_redaction_names_of_pictures_and_files_are_the_authors(identity: Path) -> None:
    files = made(identity, Edition(), ("md", "tex"), assignments=("output.name=",))
    assert "quillonfeather.md" in files
    assert b"Zephyrine/Quillonfeather.png" in files["quillonfeather.md"]
    assert any(name.startswith("pictures/quillonfeather-") for name in files)


@pytest.mark.parametrize("format_", ["html", "docx", "tex"])
def test_a_numbered_picture_is_still_shown(identity: Path, format_: str) -> None:
    whole = made(identity, Edition(), (format_,), assignments=("output.name=",))
    redacted = made(identity, Edition(redact=("name",)), (format_,), assignments=("output.name=",))
    sign = {"html": rb"<img", "docx": rb"word/media/image\d", "tex": rb"includegraphics|\\photo|\\picture"}[format_]
    counts = [sum(len(re.findall(sign, data)) for data in files.values()) for files in (whole, redacted)]
    assert counts[0] == counts[1] > 0
    assert len(whole) == len(redacted)


def test_pictures_with_one_name_in_two_folders_get_two_numbers(tmp_path: Path) -> None:
    for number, folder in enumerate("ab"):
        draw(tmp_path, f"{folder}/same.png", str(number))
    text = "work: [{name: A, images: [a/same.png, b/same.png, a/same.png]}]"
    (tmp_path / "resume.yaml").write_text(text, encoding="utf-8")
    data = json.loads(made(tmp_path / "resume.yaml", Edition(public=True), ("json",))["resume.json"])
    assert data["work"][0]["images"] == ["picture-1.png", "picture-2.png", "picture-1.png"]


def test_a_file_named_like_a_number_is_not_shown_instead(tmp_path: Path) -> None:
    Image.new("RGB", (16, 16), "#ff0000").save(tmp_path / "first.png")
    Image.new("RGB", (16, 16), "#00ff00").save(tmp_path / "picture-1.png")
    source = tmp_path / "resume.yaml"
    source.write_text("work: [{name: A, images: [first.png]}]", encoding="utf-8")
    files = made(source, Edition(public=True), ("tex",))
    (picture,) = (data for name, data in files.items() if name.startswith("pictures/"))
    (tmp_path / "shown.png").write_bytes(picture)
    assert Image.open(tmp_path / "shown.png").convert("RGB").getpixel((0, 0)) == (255, 0, 0)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("to", "to: Jane Quillfeather"),
        ("subject", "subject: Jane Quillfeather applies"),
        ("opening", "opening: I am Jane Quillfeather,"),
        ("body", "body: Call 020 7946 0000"),
        ("body", "body: Write to ME@SECRET.EXAMPLE"),
        ("body", "body: 'My [page](https://www.jane-q.example/)'"),
        ("closing", "closing: Quillfeather"),
        ("signature", "signature: J. Quillfeather"),
        ("date", "date: Spring with Jane"),
        ("fields", "fields: {author: Quillfeather}\nsubject: By {author}"),
        ("fields", "fields: {area: +44 20, number: 7946 0000}\nsubject: '{area} {number}'"),
        ("letters", "letters: [{name: a, signature: Jane}, {name: b}]"),
        ("letters", "letters: [{name: a, fields: {by: Jane}}]\nsubject: By {by}"),
    ],
)
@pytest.mark.parametrize("options", [("--redact", "name,email,phone,url"), ("--public",)], ids=["redact", "public"])
def test_no_text_of_a_letter_repeats_what_is_omitted(
    project: Path, key: str, line: str, options: tuple[str, ...]
) -> None:
    (project / "resume.yaml").write_text(
        "basics: {name: Jane Quillfeather, email: me@secret.example, phone: +44 20 7946 0000, url: jane-q.example}\n"
        "private: [basics.name, basics.email, basics.phone, basics.url]\n",
        encoding="utf-8",
    )
    body = "" if line.startswith("body") else "body: Hello\n"
    (project / "letter.yaml").write_text(f"resume: resume.yaml\n{body}{line}\n", encoding="utf-8")
    edition = Edition(public=True) if options == ("--public",) else Edition(redact=tuple(options[1].split(",")))
    result = build(project / "letter.yaml", BuildOptions(formats=("txt",), output=None, edition=edition))
    assert {problem.code for problem in result.problems} == {"still-there"}, key
    (problem, *_) = result.problems
    assert problem.location
    assert Path(problem.location.file).name == "letter.yaml"


def test_a_letter_that_repeats_nothing_is_built(project: Path, run: Callable[..., Run]) -> None:
    (project / "resume.yaml").write_text(
        "basics: {name: Jane Quillfeather, email: me@secret.example}", encoding="utf-8"
    )
    (project / "letter.yaml").write_text("body: Hello\nsignature: The applicant", encoding="utf-8")
    done = run("build", "letter.yaml", "--redact", "name,email", "--strict", "-f", "txt", "-o", "-")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Quill" not in done.stdout


def test_letters_under_strict_fail_as_résumés_do(project: Path, run: Callable[..., Run]) -> None:
    (project / "resume.yaml").write_text(
        "basics: {name: Jane Quillfeather, email: me@secret.example}", encoding="utf-8"
    )
    (project / "letter.yaml").write_text("body: Hello\nsignature: Jane Quillfeather", encoding="utf-8")
    done = run("build", "letter.yaml", "--redact", "name,email", "--strict", "-f", "txt", "-o", "-")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "letter.yaml:2:12: warning: 'Jane Quillfeather' is omitted" in done.stderr


def test_a_redacted_field_of_the_résumé_cannot_be_filled_into_a_letter(project: Path, run: Callable[..., Run]) -> None:
    (project / "resume.yaml").write_text("basics: {name: Jane Quillfeather}", encoding="utf-8")
    (project / "letter.yaml").write_text("body: I am {name}.", encoding="utf-8")
    done = run("build", "letter.yaml", "--redact", "name", "-f", "txt", "-o", "-")
    assert (done.exit_code, done.stdout) == (4, "")
    assert "letter.yaml:1:12: error: this edition has no {name}" in done.stderr


@pytest.mark.parametrize("name", ["jane-quillfeather", "Quillfeather CV", "cv_jane", "JQuillfeather"])
def test_the_file_is_not_called_after_a_redacted_person(project: Path, name: str, run: Callable[..., Run]) -> None:
    (project / f"{name}.yaml").write_text("basics: {name: Jane Quillfeather, label: Analyst}", encoding="utf-8")
    done = run("build", f"{name}.yaml", "--redact", "name", "--strict", "-f", "txt,json,md")
    assert done.exit_code == 0, done.stderr
    assert sorted(path.name for path in (project / "dist").iterdir()) == ["resume.json", "resume.md", "resume.txt"]
    assert "uill" not in done.stdout


def test_a_name_that_tells_nothing_is_kept(project: Path) -> None:
    (project / "analyst.yaml").write_text("basics: {name: Jane Quillfeather, label: Analyst}", encoding="utf-8")
    assert set(made(project / "analyst.yaml", Edition(redact=("name",)), ("txt",))) == {"analyst.txt"}


def test_a_private_employer_is_not_in_the_name_of_a_file(project: Path) -> None:
    source = project / "for-quill-mills.yaml"
    source.write_text("basics: {name: Ada}\nwork: [{name: Quill Mills, private: true}]", encoding="utf-8")
    assert set(made(source, Edition(public=True), ("txt",))) == {"resume.txt"}
    assert set(made(source, Edition(), ("txt",))) == {"for-quill-mills.txt"}


def test_a_public_json_is_a_valid_résumé(public: Callable[[tuple[str, ...]], dict[str, bytes]]) -> None:
    document = parse(public(WITHOUT_PAGES)["resume.json"], name="resume.json", folder=Path())
    problems = validate(document)[1]
    assert {problem.code for problem in problems} <= {"no-picture", "gap"}
