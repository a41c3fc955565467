"""The name of a journal in a citation, apart from volume, issue and pages."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from resumekit.theming.citations import journal_html


@pytest.mark.parametrize(
    ("publisher", "journal", "rest"),
    [
        ("Sample Letters", "Sample Letters", ""),
        ("Sample Letters, vol. 8, pp. 1–9", "Sample Letters", ", vol. 8, pp. 1–9"),
        ("Sample Letters 41, 99–461", "Sample Letters", " 41, 99–461"),
        ("Proceedings of the 24th Congress on Samples (COS)", "Proceedings of the 24th Congress on Samples", " (COS)"),
        ("Salt &amp; Sample &#34;News&#34;; 3", "Salt &amp; Sample &#34;News&#34;", "; 3"),
        ("見本学会誌、第8巻", "見本学会誌", "、第8巻"),
    ],
)
def test_the_name_of_a_journal_ends_at_a_comma_or_a_number(publisher: str, journal: str, rest: str) -> None:
    assert journal_html(Markup(publisher)) == f'<span class="journal">{journal}</span>{rest}'


@pytest.mark.parametrize("publisher", ["<em>Sample</em> News, 3", '<a href="https://letters.example">Letters</a>, 3'])
def test_a_publisher_with_markup_is_a_name_as_a_whole(publisher: str) -> None:
    assert journal_html(Markup(publisher)) == f'<span class="journal">{publisher}</span>'
