"""Checks of profile addresses and phone numbers; alternative forms of the same are accepted."""

from __future__ import annotations

import pytest

from .findings import codes_of, locations, problems_of


def profile(username: str, url: str) -> str:
    return f"basics: {{profiles: [{{network: Sample, username: '{username}', url: '{url}'}}]}}"


@pytest.mark.parametrize(
    ("username", "url", "account"),
    [
        ("ada", "https://github.com/eve", "eve"),
        ("ada", "github.com/ada-example", "ada-example"),
        ("ada", "https://www.github.com/eve/repository", "eve"),
        ("ada", "https://m.twitter.com/eve?lang=en", "eve"),
        ("@ada", "https://x.com/eve", "eve"),
        ("ada", "https://linkedin.com/in/eve-example-12", "eve-example-12"),
        ("ada", "https://de.linkedin.com/in/eve/", "eve"),
        ("ada", "https://social.example.org/@eve", "eve"),
        ("@ada@social.example.org", "https://social.example.org/@eve", "eve"),
        ("ada", "https://www.youtube.com/@eve/videos", "eve"),
        ("ada", "https://bsky.app/profile/eve.bsky.social", "eve.bsky.social"),
        ("ada", "https://gitlab.com/ev%C3%A9", "evé"),
    ],
)
def test_the_address_of_another_account_is_reported(username: str, url: str, account: str) -> None:
    (problem,) = problems_of(profile(username, url))
    assert (problem.code, problem.severity) == ("profile-mismatch", "warning")
    assert f"'{account}'" in problem.message
    assert problem.location
    assert problem.location.source[problem.location.column - 1 :].startswith(f"'{url}'")


@pytest.mark.parametrize(
    ("username", "url"),
    [
        ("ada", "https://github.com/ada"),
        ("Ada", "github.com/aDA/"),
        ("~ada", "https://www.npmjs.com/~ada"),
        ("ada", "https://gitlab.com/group/ada"),
        ("in/ada-example", "https://linkedin.com/in/ada-example"),
        ("ada-example", "https://linkedin.com/in/ada-example-1a2b3c"),
        ("AdaExample", "https://uk.linkedin.com/in/ada-example-12"),
        ("ada", "https://bsky.app/profile/ada.example.org"),
        ("ada@social.example.org", "https://social.example.org/@ada"),
        ("Ada Example", "https://linkedin.com/in/eve"),
        ("", "https://github.com/eve"),
        ("ada", ""),
        ("ada", "https://github.com"),
        ("ada", "https://linkedin.com/company/example"),
        ("ada", "https://scholar.example.org/citations?user=XyZ"),
        ("ada", "https://stackoverflow.com/users/1234/eve"),
        ("ada", "https://ada.github.io/eve"),
        ("ada", "mailto:eve@example.org"),
        ("ada", "https://a@b:c@github.example:port/eve"),
    ],
)
def test_an_address_that_may_be_the_same_account_is_not_reported(username: str, url: str) -> None:
    assert codes_of(profile(username, url)) == []


@pytest.mark.parametrize(
    "phone",
    [
        "+44 20 7946 0000",
        "(020) 7946-0000",
        "+1 (555) 010-0000",
        "555.010.0000",
        "030/901820",
        "+49 (0)30 901820",
        "0041 44 668 18 00",
        "+44\u00a020\u00a07946\u20110000",
        "+44 20 7946 0000 ext. 12",
        "+44 20 7946 0000 x12",
        "+44 20 7946 0000, extension 12",
        "+44 20 7946 0000 #12",
        "tel:+442079460000",
        "tel:+442079460000;ext=12",
        "1—555—010—0000",
        "٠٢٠ ٧٩٤٦ ٠٠٠٠",
        "12345",
        "+123456789012345",
    ],
)
def test_common_forms_of_phone_numbers_are_accepted(phone: str) -> None:
    assert codes_of(f"basics: {{phone: '{phone}'}}") == []


@pytest.mark.parametrize(
    "phone",
    [
        "on request",
        "n/a",
        "1234",
        "+1234567890123456",
        "+44 20 7946 OOOO",
        "ada@example.org",
        "+44 20 x12",
        "+44 20 7946 0000 or +44 20 7946 0001",
        "+44 20 7946 0000, +44 20 7946 0001",
        "+",
        f"1{' ' * 19_000}x",
    ],
    ids=lambda phone: phone[:40],
)
def test_an_undialable_number_is_reported(phone: str) -> None:
    assert locations(f"basics: {{phone: '{phone}'}}") == [("undialable-phone", 1, 17)]


def test_an_empty_or_invalid_phone_is_not_reported_again() -> None:
    assert codes_of("basics: {phone: ''}") == []
    assert codes_of("basics: {phone: ' '}") == []
    assert codes_of("basics: {phone: [+44 20 7946 0000]}") == [("error", "text-expected")]
