"""What a design prints: addresses of profiles and links, or names that are links."""

from __future__ import annotations

import pytest

from present.resumes import document_of, view_of
from resumekit.present import ResumeView
from resumekit.theming import Design, render_html
from resumekit.theming.printed_view import printed_view

from .themes import built_in

VIEW = view_of("""
basics:
  profiles:
    - {network: GitHub, username: ada, url: 'https://github.com/ada'}
    - {network: Signal, username: ada.1}
    - {network: Mastodon, username: '@ada', url: 'https://social.example/@ada'}
work: [{name: X, url: 'https://x.example'}]
projects: [{url: 'https://alone.example'}]
""")


def printed(links: str) -> ResumeView:
    return printed_view(VIEW, Design.of(built_in("modern"), {"links": links}, None, document_of("basics: {}")))


def test_profiles_are_printed_as_their_addresses_where_those_say_the_same() -> None:
    others = [("Signal", "ada.1"), ("Mastodon", "@ada")]
    for links in ("address", "plain"):
        assert [(way.label, way.text) for way in printed(links).contacts] == [("", "github.com/ada"), *others]


@pytest.mark.parametrize(
    ("links", "text"),
    [("below", "x.example"), ("address", "x.example"), ("plain", ""), ("underline", ""), ("accent", "")],
)
def test_the_address_of_a_link_is_printed_or_its_name_is_the_link(links: str, text: str) -> None:
    work, projects = printed(links).sections
    (entry,), (alone,) = work.entries, projects.entries
    assert entry.link
    assert (entry.link.url, entry.link.text) == ("https://x.example", text)
    assert alone.link
    assert alone.link.text == "alone.example"


@pytest.mark.parametrize(
    ("name", "text"), [("'[A](https://own.example)'", "x.example"), ("'[A](https://own.example) b'", "")]
)
def test_the_address_stays_if_all_of_the_name_is_another_link(name: str, text: str) -> None:
    view = view_of(f"work: [{{name: {name}, url: 'https://x.example'}}]")
    design = Design.of(built_in("modern"), {"links": "plain"}, None, document_of("basics: {}"))
    ((entry,),) = (section.entries for section in printed_view(view, design).sections)
    assert entry.link
    assert entry.link.text == text
    assert "https://x.example" in render_html(view, design)
