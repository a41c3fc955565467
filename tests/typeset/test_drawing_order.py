"""Contacts in a second column are drawn after the name and before the first section."""

from __future__ import annotations

from .builds import built, texts_of

RESUME = """
basics: {name: Ada Lovelace, label: Analyst, email: ada@example.org}
work: [{name: Employer, position: Engineer, highlights: [A bullet]}]
skills: [{name: Languages, keywords: [Python]}]
"""


def test_contacts_beside_the_first_column_are_read_before_its_sections() -> None:
    text = "".join(texts_of(built("sidebar", RESUME).artifact.data))
    wanted = ["Ada Lovelace", "ada@example.org", "Engineer", "A bullet", "Languages"]
    assert sorted(wanted, key=text.index) == wanted
