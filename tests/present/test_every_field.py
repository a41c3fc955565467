"""Nothing that a résumé says is lost on the way to the view, and nothing that it keeps to itself gets there."""

from __future__ import annotations

import pytest

from .resumes import Filler, strings_in, view_of


@pytest.fixture(scope="module")
def filler() -> Filler:
    return Filler()


@pytest.fixture(scope="module")
def printed(filler: Filler) -> str:
    return "\n".join(strings_in(view_of(filler.resume())))


def test_the_résumé_of_this_test_is_large(filler: Filler, printed: str) -> None:
    assert len(filler.words) > 200
    assert len(filler.hidden) > 40


def test_every_field_of_the_schema_reaches_the_view(filler: Filler, printed: str) -> None:
    assert {path for word, path in filler.words.items() if word not in printed} == set()


def test_tags_and_keys_of_the_users_own_do_not(filler: Filler, printed: str) -> None:
    assert {path for word, path in filler.hidden.items() if word in printed} == set()


def test_a_doi_is_the_link_of_a_publication_without_one() -> None:
    section = view_of("publications: [{name: Notes, doi: 10.1000/182}]").sections[0]
    link = section.entries[0].link
    assert link
    assert (link.url, link.text) == ("https://doi.org/10.1000/182", "doi.org/10.1000/182")


@pytest.mark.parametrize("doi", ["10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182"])
def test_a_doi_is_the_same_however_it_is_written(doi: str) -> None:
    entry = view_of(f"publications: [{{name: Notes, doi: '{doi}', url: notes.example.org}}]").sections[0].entries[0]
    assert {"https://doi.org/10.1000/182", "10.1000/182"} <= set(strings_in(entry))


def test_a_language_of_the_file_itself_is_not_a_language_spoken() -> None:
    sections = view_of("languages: [en, {language: German, fluency: fluent}]").sections
    assert "German" in strings_in(sections)
    assert "en" not in strings_in(sections[0].entries)


def test_variants_meta_and_private_paths_are_not_printed() -> None:
    view = view_of(
        """
        basics: {name: Ada, x-secret: secret}
        variants: {short: {include: [secret]}}
        private: [basics.x-secret]
        meta: {canonical: secret}
        x-note: secret
        """
    )
    assert "secret" not in " ".join(strings_in(view))
