"""Marks of bullets, short forms of URLs, and other small parts of an entry."""

from __future__ import annotations

import pytest

from resumekit.present import picture_files, plain
from resumekit.present.entry_parts import short_url
from resumekit.present.view import BulletsView, BulletView, PictureView

from .resumes import view_of


def bullets_of(highlights: str) -> BulletsView:
    return view_of(f"work: [{{name: X, highlights: {highlights}}}]").sections[0].entries[0].highlights


def marks_of(marker: str, number: int) -> list[str]:
    items = ", ".join(f"item {index}" for index in range(number))
    outer = bullets_of(f"[{{text: Outer, list: {marker}, highlights: [{items}]}}]")
    return [bullet.mark for bullet in outer.bullets[0].bullets.bullets]


@pytest.mark.parametrize(
    ("marker", "marks"),
    [
        ("bullets", {0: "•", 59: "•"}),
        ("numbers", {0: "1.", 8: "9.", 59: "60."}),
        ("letters", {0: "a.", 25: "z.", 26: "aa.", 27: "ab.", 51: "az.", 52: "ba."}),
    ],
)
def test_bullets_are_marked_as_the_bullet_above_them_says(marker: str, marks: dict[int, str]) -> None:
    made = marks_of(marker, 60)
    assert {index: made[index] for index in marks} == marks


def test_letters_go_on_after_zz() -> None:
    made = marks_of("letters", 703)
    assert made[701:] == ["zz.", "aaa."]
    assert len(set(made)) == 703


def test_highlights_nest_to_any_depth() -> None:
    deep = "{text: Last}"
    for level in range(9, 0, -1):
        deep = f"{{text: Level {level}, highlights: [{deep}]}}"
    found: list[BulletView] = []
    below = bullets_of(f"[{deep}]").bullets
    while below:
        found += below
        below = below[-1].bullets.bullets
    assert [plain(bullet.text) for bullet in found] == [*(f"Level {level}" for level in range(1, 10)), "Last"]


@pytest.mark.parametrize(
    ("url", "short"),
    [
        ("https://example.org", "example.org"),
        ("https://example.org/", "example.org"),
        ("http://www.example.org/", "example.org"),
        ("https://example.org/ada", "example.org/ada"),
        ("https://example.org/ada/", "example.org/ada/"),  # the slash may matter to the server
        ("https://example.org/a?b=https://c.example", "example.org/a?b=https://c.example"),
        ("https://wwwhat.example.org", "wwwhat.example.org"),
        ("mailto:ada@example.org", "ada@example.org"),
        ("mailto:ada%2Bcv@example.org", "ada+cv@example.org"),
        ("tel:+442079460000", "+442079460000"),
    ],
)
def test_a_url_is_printed_as_people_write_it(url: str, short: str) -> None:
    assert short_url(url) == short


@pytest.mark.parametrize(
    ("image", "alt"),
    [
        ("{file: a.png, alt: The *engine*, caption: Model}", "The engine"),
        ("{file: a.png, caption: Model of **1843**}", "Model of 1843"),
        ("a.png", "Analytical Engines"),
    ],
)
def test_a_picture_says_what_it_shows(image: str, alt: str) -> None:
    entry = view_of(f"work: [{{name: Analytical Engines, images: [{image}]}}]").sections[0].entries[0]
    assert entry.pictures[0].alt == alt


@pytest.mark.parametrize(
    ("basics", "alt"),
    [
        ("{name: Ada, image: a.png}", "Portrait of Ada"),
        ("{image: a.png}", "Portrait"),
        ("{name: Ada, image: {file: a.png, alt: In 1843}}", "In 1843"),
    ],
)
def test_a_photo_shows_the_person(basics: str, alt: str) -> None:
    photo = view_of(f"basics: {basics}").photo
    assert photo
    assert photo.alt == alt


@pytest.mark.parametrize(
    ("basics", "contacts"),
    [
        ("{email: ada@example.org}", [("email", "ada@example.org", "mailto:ada@example.org", "")]),
        ("{phone: (020) 7946-0000}", [("phone", "(020) 7946-0000", "tel:02079460000", "")]),
        ("{phone: +44 20 7946}", [("phone", "+44 20 7946", "tel:+44207946", "")]),
        ("{phone: +44 (0)20 7946}", [("phone", "+44 (0)20 7946", "tel:+44207946", "")]),
        ("{phone: 020 7946 ext. 12}", [("phone", "020 7946 ext. 12", "tel:0207946", "")]),
        ("{phone: 'T: 020.79/46'}", [("phone", "T: 020.79/46", "tel:0207946", "")]),
        ("{phone: ٠٢٠}", [("phone", "٠٢٠", "", "")]),
        ("{phone: on request}", [("phone", "on request", "", "")]),
        ("{location: London}", [("location", "London", "", "")]),
        ("{location: {city: London, countryCode: GB}}", [("location", "London, United Kingdom", "", "")]),
        ("{location: {city: London, countryCode: XX}}", [("location", "London, XX", "", "")]),
        (
            '{location: {address: "Line 1\\nLine 2", postalCode: "1010", city: Wien, region: Wien}}',
            [("location", "Line 1, Line 2, 1010 Wien, Wien", "", "")],
        ),
        ("{location: {region: ', '}}", []),
        ("{url: www.example.org}", [("url", "example.org", "https://www.example.org", "")]),
        (
            "{profiles: [{network: GitHub, username: ada, url: https://git.example/ada}]}",
            [("profile", "ada", "https://git.example/ada", "GitHub")],
        ),
        (
            "{profiles: [{network: GitHub, url: https://git.example/ada}]}",
            [("profile", "git.example/ada", "https://git.example/ada", "GitHub")],
        ),
        ("{profiles: [{network: GitHub, username: ada}]}", [("profile", "ada", "", "GitHub")]),
        ("{profiles: [{network: GitHub}]}", [("profile", "GitHub", "", "")]),
        ("{profiles: [{username: ada}]}", [("profile", "ada", "", "")]),
        ("{profiles: [{tags: [a]}]}", []),
        ("{name: Ada}", []),
    ],
)
def test_ways_to_reach_the_person(basics: str, contacts: list[tuple[str, str, str, str]]) -> None:
    view = view_of(f"basics: {basics}")
    assert [(way.kind, way.text, way.url, way.label) for way in view.contacts] == contacts


def test_a_country_is_named_in_the_language_of_the_page() -> None:
    view = view_of("basics: {location: {city: Wien, countryCode: at}}\nlocale: de")
    assert view.contacts[0].text == "Wien, Österreich"


@pytest.mark.parametrize(
    ("basics", "network", "address"),
    [
        ("{profiles: [{network: GitHub, username: ada, url: https://github.com/ada/}]}", "github", "github.com/ada"),
        ("{profiles: [{network: LinkedIn, username: ada}]}", "linkedin", ""),
        ("{profiles: [{network: Twitter, username: ada}]}", "x", ""),
        ("{profiles: [{network: stackoverflow, username: ada}]}", "stack-overflow", ""),
        ("{profiles: [{url: https://de.linkedin.com/in/ada}]}", "linkedin", "de.linkedin.com/in/ada"),
        ("{profiles: [{network: Mine, url: https://www.xing.com/ada}]}", "xing", "xing.com/ada"),
        ("{profiles: [{network: Example Net 2, username: ada}]}", "example-net-2", ""),
        ("{profiles: [{username: ada, url: https://notgithub.com/ada}]}", "", "notgithub.com/ada"),
        ("{profiles: [{network: サンプル, username: ada}]}", "", ""),
        ("{url: https://www.example.org/}", "", "example.org"),
        ("{url: https://github.com/ada}", "github", "github.com/ada"),
        ("{email: ada@github.com}", "", ""),
        ("{url: mailto:ada@github.com}", "", ""),
    ],
)
def test_a_contact_knows_its_network_and_its_printed_address(basics: str, network: str, address: str) -> None:
    (way,) = view_of(f"basics: {basics}").contacts
    assert (way.network, way.address) == (network, address)


@pytest.mark.parametrize(
    ("logo", "alt"),
    [("a.png", "Analytical Engines"), ("{file: a.png, alt: A cog}", "A cog")],
)
@pytest.mark.parametrize(
    "entry",
    [
        "work: [{name: %s, logo: %s}]",
        "education: [{institution: %s, logo: %s}]",
        "volunteer: [{organization: %s, logo: %s}]",
    ],
)
def test_a_logo_shows_its_organization(entry: str, logo: str, alt: str) -> None:
    view = view_of(entry % ("Analytical Engines", logo))
    assert view.sections[0].entries[0].logo == PictureView("a.png", alt)
    assert list(picture_files(view)) == ["a.png"]


@pytest.mark.parametrize("entry", ["{logo: a.png}", "{tags: [a]}", "{break: avoid}"])
def test_an_entry_without_content_is_none(entry: str) -> None:
    assert view_of(f"work: [{entry}]\neducation: [{entry}]").sections == ()


@pytest.mark.parametrize(
    ("entry", "dates"),
    [
        ("work: [{name: X, startDate: 2019, endDate: 2021}]", ("2019", "2021")),
        ("work: [{name: X, startDate: 2019}]", ("2019", "Present")),
        ("work: [{name: X, startDate: 2019, endDate: 2019}]", ("", "2019")),
        ("work: [{name: X}]", ("", "")),
        ("awards: [{title: X, date: Spring 2019}]", ("", "Spring 2019")),
        ("sections: [{title: T, entries: [{title: X, date: Spring 2019}]}]", ("", "Spring 2019")),
        (
            "sections: [{title: T, entries: [{title: X, date: Spring, startDate: 2019, endDate: 2020}]}]",
            ("2019", "2020"),
        ),
    ],
)
def test_an_entry_has_its_first_and_last_date(entry: str, dates: tuple[str, str]) -> None:
    made = view_of(entry).sections[0].entries[0]
    assert (made.start, made.end) == dates
