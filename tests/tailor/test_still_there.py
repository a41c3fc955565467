"""What is omitted is found in any usual spelling, and nothing else is."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.errors import Problem
from resumekit.load import parse
from resumekit.schema import validate
from resumekit.tailor import Edition, tailor, with_settings
from resumekit.tailor.still_there import OmissionSearch
from resumekit.tailor.words import PhraseFinder, words_of

REDACTED = Edition(redact=("name", "email", "phone", "url", "location", "profiles"))
PUBLIC = Edition(public=True)


def problems_of(text: str, edition: Edition = PUBLIC) -> list[Problem]:
    document = parse(dedent(text).encode(), name="resume.yaml", folder=Path())
    document = with_settings(document, edition.variant) if edition.variant else document
    resume = validate(document)[0]
    return list(OmissionSearch(resume, edition).in_resume(document, tailor(document, resume, edition)[0]))


def is_found(field: str, omitted: str, text: str) -> bool:
    """Whether a text of the résumé is said to repeat an omitted field of `basics`."""
    return bool(problems_of(f"basics: {{{field}: {json.dumps(omitted)}, summary: {json.dumps(text)}}}", REDACTED))


def is_name_found(name: str, text: str) -> bool:
    return is_found("name", name, text)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Quillfeather leads.",
        "JANE QUILLFEATHER",
        "Ask Jane.",
        "Jane's team",
        "Ms Quillfeather leads.",
        "Quillfeather, J.",
        "Quillfeather Ltd",
        "Written by J. Quillfeather and others",
        "Quillfeather J, Sample B",
        "Jane **Quill**feather",
        "Quill\u00adfeather",
        "Quill\u200bfeather",
        "Quill&shy;feather",
        "Ｑｕｉｌｌｆｅａｔｈｅｒ",
        "jane.quillfeather@mail.example",
        "j_quillfeather@mail.example",
        "[me](https://code.example/janequillfeather)",
        "[me](https://code.example/jquillfeather/)",
        "https://quillfeather.example",
        "https://code.example/Jane%2DQuillfeather",
        "see @jane-quillfeather",
        "JaneQuillfeather",
        "jane@mail.example",
    ],
)
def test_a_name_is_found_in_each_spelling(text: str) -> None:
    assert is_name_found("Jane Quillfeather", text)


@pytest.mark.parametrize(
    "text",
    [
        "Wrote with a quillfeather.",
        "Quillfeathers of all birds",
        "Jane Sample and Mary Jane Specimen",
        "plain janes",
        "a janeite",
        "https://code.example/jane-sample",
        "Analyst",
    ],
)
def test_another_name_is_not_taken_for_it(text: str) -> None:
    assert not is_name_found("Jane Quillfeather", text)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Jane May", "Since May 2020", False),
        ("Jane May", "In May, sales rose.", False),
        ("Jane May", "J. May", True),
        ("Jane May", "May, J.", True),
        ("Jane May", "Ms May led it.", True),
        ("Jane May", "Jane May", True),
        ("Jane May", "jane.may@mail.example", True),
        ("Theo Young", "Young people learn.", False),
        ("Theo Young", "Dr. Young", True),
        ("Will Samplewood", "Will start in June", False),
        ("Will Samplewood", "Samplewood", True),
        ("Wu Li", "Used Li-ion cells", False),
        ("Wu Li", "Wu Li and others", True),
        ("Ada Example", "Example Ltd", False),
        ("José Núñez", "Jose Nunez", True),
        ("Jose Nunez", "José Nún\u0303ez", True),
        ("Uwe Mürkelsüd", "Uwe Muerkelsued", True),
        ("Uwe Mürkelsüd", "Murkelsud GmbH", True),
        ("Łucja Ćwikłowa", "L. Cwiklowa", True),
        ("Søren Blåbær", "Soren Blaabaer", True),
        ("Sinead O'Quill", "Sinead O’Quill", True),
        ("Sinead O'Quill", "OQuill", True),
        ("Ludwig van Quillhoven", "van der Sample", False),
        ("Ludwig van Quillhoven", "L. v. Quillhoven", True),
        ("Anna Quill-Feather", "Ms Feather", True),
        ("Prof. Dr. Jane Quillfeather, PhD", "Prof. Sample, PhD", False),
        ("Prof. Dr. Jane Quillfeather, PhD", "J. Quillfeather", True),
        ("Quillfeather, Jane", "Jane", True),
        ("Jane Quillfeather Jr.", "Sample Jr.", False),
        ("李明", "我是李明。", True),
        ("李明", "明天", False),
        ("山田 太郎", "山田太郎です", True),
        ("山田 太郎", "山田電機", False),
        ("김 민수", "김민수는", True),
        ("Олена Перосвіт", "О. Перосвіт", True),
        ("רות נוצה", "רות", True),
    ],
)
def test_a_name_counts_only_where_it_is_a_name(name: str, text: str, found: bool) -> None:
    assert is_name_found(name, text) is found


@pytest.mark.parametrize(
    ("number", "text", "found"),
    [
        ("+44 20 7946 0000", "+442079460000", True),
        ("+44 20 7946 0000", "020 7946 0000", True),
        ("+44 20 7946 0000", "(020) 7946-0000", True),
        ("+44 20 7946 0000", "+44 (0)20 7946.0000", True),
        ("+44 20 7946 0000", "0044-20-7946-0000", True),
        ("+44 20 7946 0000", "[call](tel:+442079460000)", True),
        ("+44 20 7946 0000", "https://chat.example/442079460000", True),
        ("+44 20 7946 0000", "٠٢٠ ٧٩٤٦ ٠٠٠٠", True),
        ("+44 20 7946 0000", "０２０７９４６００００", True),
        ("020 7946 0000", "+44 20 7946 0000", True),
        ("+44 (0)20 7946 0000", "+44 20 7946 0000", True),
        ("+1 555 010 9999 ext. 12", "(555) 010-9999", True),
        ("+44 20 7946 0000", "+44 20 7946 0001", False),
        ("+44 20 7946 0000", "from 2010 to 2020", False),
        ("+44 20 7946 0000", "7946", False),
    ],
)
def test_a_phone_number_is_found_in_each_spelling(number: str, text: str, found: bool) -> None:
    assert is_found("phone", number, text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ME@SECRET.EXAMPLE", True),
        ("<me@secret.example>", True),
        ("[mail](mailto:me@secret.example?subject=hi)", True),
        ("me&#64;secret.example", True),
        ("me\\@secret.example", True),
        ("https://x.example/?to=me%40secret.example", True),
        ("me at secret dot example", True),
        ("me [at] secret.example", True),
        ("notme@secret.example", False),
        ("not.me@secret.example", False),
        ("me@secret.example.org", False),
        ("me@other.example", False),
        ("Show me secret examples", False),
    ],
)
def test_an_email_address_is_found_in_each_spelling(text: str, found: bool) -> None:
    assert is_found("email", "me@secret.example", text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("http://hidden.example/jq", True),
        ("HTTPS://WWW.HIDDEN.EXAMPLE/jq/", True),
        ("hidden.example/jq", True),
        ("[x](https://hidden.example/jq/work?a=b)", True),
        ("hidden.example/jq-sample", False),
        ("hidden.example/jqs", False),
        ("hidden.example", False),
        ("hidden example jq", False),
    ],
)
def test_an_address_is_found_in_each_spelling(text: str, found: bool) -> None:
    assert is_found("url", "https://www.hidden.example/jq/", text) is found


@pytest.mark.parametrize(
    ("profile", "text", "found"),
    [
        ("{network: GitHub, username: inkwell-7}", "Find Inkwell-7 anywhere", True),
        ("{network: GitHub, username: inkwell}", "@Inkwell", True),
        ("{network: GitHub, username: inkwell}", "https://forge.example/inkwell/x", True),
        ("{network: GitHub, username: inkwell}", "Inkwell Ltd", False),
        ("{network: GitHub, username: quill}", "Maintains GitHub actions", False),
        ("{network: GitHub, url: https://forge.example/inkwell}", "forge.example/inkwell/project", True),
    ],
)
def test_a_profile_is_found_by_its_user(profile: str, text: str, found: bool) -> None:
    resume = f"basics: {{name: Jane Quillfeather, profiles: [{profile}], summary: {text!r}}}"
    assert bool(problems_of(resume, Edition(redact=("profiles",)))) is found


@pytest.mark.parametrize("line", ["1 Sample Street", "Flat 12B, Quill House"])
def test_each_line_of_an_address_is_looked_for(line: str) -> None:
    text = f"""
        basics:
          location: {{address: "1 Sample Street\\nFlat 12B, Quill House"}}
          summary: I live at {line.upper()}.
    """
    assert len(problems_of(text, Edition(redact=("location",)))) == 1


@pytest.mark.parametrize(
    ("born", "text", "found"),
    [
        ("1990-05-01", "Born 1 May 1990", True),
        ("1990-05-01", "Born May 1st, 1990", True),
        ("1990-05-01", "Born 01.05.1990", True),
        ("1990-05-01", "Born 1/5/90", True),
        ("1990-05-01", "Né le 1 mai 1990", True),
        ("1 May 1990", "1990-05-01", True),
        ("1. Mai 1990", "1990年5月1日", True),
        ("1990-05-01", "May 1990", False),
        ("1990-05-01", "2 May 1990", False),
        ("1990-05-01", "Version 1.5.0", False),
    ],
)
def test_a_date_of_birth_is_found_in_each_spelling(born: str, text: str, found: bool) -> None:
    resume = f"""
        languages: [en, fr, de]
        basics: {{name: Ada, summary: {text!r}, facts: [{{label: Born, value: {born!r}, private: true}}]}}
    """
    assert bool(problems_of(resume)) is found


EMPLOYER = (
    "basics: {{name: Ada}}\nwork: [{{name: {0}, position: Software Engineer, location: London, private: true}}]\n"
)


@pytest.mark.parametrize(
    ("omitted", "other", "found"),
    [
        ("Quill Mills", "projects: [{name: Loom, entity: Quill Mills}]", True),
        ("Quill Mills", "skills: [{name: Tools, keywords: [quill mills]}]", True),
        ("Quill Mills", "awards: [{title: Prize, summary: 'For *Quill*  Mills'}]", True),
        ("Quill Mills", "projects: [{name: Loom, url: 'https://quill-mills.example'}]", True),
        ("Quill Mills", "projects: [{name: Loom, url: 'https://code.example/quillmills'}]", True),
        ("Quill Mills", "projects: [{name: Loom, summary: the quillmills of old}]", False),
        ("Applewood", "interests: [{name: Carving, summary: 'in applewood and oak'}]", False),
        ("Applewood", "projects: [{name: Loom, url: 'https://applewood.example'}]", True),
        ("Quill Mills", "volunteer: [{organization: Quill Mill}]", False),
        ("Quill Mills", "projects: [{name: Software Engineer}, {name: London}]", False),
        ("Quill Mills", "projects: [{name: Loom, summary: In London}]", True),
    ],
)
def test_an_omitted_item_is_found_where_its_texts_appear(omitted: str, other: str, found: bool) -> None:
    assert bool(problems_of(EMPLOYER.format(omitted) + other)) is found


def test_two_versions_of_one_item_may_say_the_same() -> None:
    job = "name: Quill Mills, url: 'https://quill.example', summary: Spun, location: London"
    assert problems_of(f"work: [{{{job}, private: true}}, {{{job}, position: Spinner}}]") == []


def test_a_listed_field_is_found_even_where_a_whole_text_equals_it() -> None:
    text = "basics: {name: Ada, phone: '+44 20 7946 0000', facts: [{label: Call, value: '+44 20 7946 0000'}]}\n"
    (problem,) = problems_of(f"{text}work: [{{name: Quill}}, {{name: Quill}}]\nprivate: [basics.phone]")
    assert problem.message == "'+44 20 7946 0000' is omitted, but it also appears here"
    assert problem.location
    assert problem.location.column == text.rindex("+44") + 1
    assert len(problems_of("work: [{name: Quill}, {name: Quill}]\nprivate: [work.0.name]")) == 1


def test_the_place_is_not_that_of_an_omitted_item() -> None:
    (problem,) = problems_of("""
        work:
          - {name: Sample, summary: Quill Mills, private: true}
          - {name: Quill Mills, private: yes}
        interests:
          - {name: Quill Mills}
        private: [work.0.summary]
    """)
    assert problem.location
    assert problem.location.line == 6


@pytest.mark.parametrize("name", ["basics.website", "basics.url"])
def test_the_place_of_a_field_with_a_former_name_is_found(name: str) -> None:
    text = f"basics: {{website: hidden.example}}\nwork: [{{url: hidden.example}}]\nprivate: [{name}]"
    (problem,) = problems_of(text)
    assert problem.location
    assert problem.location.line == 2


def test_what_gives_the_shown_name_away_gives_nothing_away() -> None:
    assert (
        problems_of("""
        basics: {name: Jane Quillfeather, profiles: [{network: Forge, username: quillfeather, private: true}]}
        publications:
          - {name: Hidden Paper, authors: [J. Quillfeather], private: true}
        interests: [{name: Writing, summary: As J. Quillfeather}]
        references: [{name: Peter Quillfeather, private: true}]
    """)
        == []
    )


def test_another_language_of_an_omitted_text_is_found() -> None:
    basics = "{label: {en: Hidden Analyst, de: Geheime Analystin}, summary: Geheime Analystin}"
    text = f"languages: [en, de]\nbasics: {basics}\n"
    assert len(problems_of(f"{text}private: [basics.label]", Edition(language="en", public=True))) == 1


def test_what_a_variant_sets_is_found() -> None:
    text = "basics: {name: Ada, phone: '+44 20 7946 0000'}\nvariants: {a: {set: {basics.summary: 020 7946 0000}}}\n"
    (problem,) = problems_of(f"{text}private: [basics.phone]", Edition("a", public=True))
    assert problem.location
    assert problem.location.line == 2


def test_a_long_text_is_cut_in_the_message() -> None:
    long = "Quill " * 30
    (problem,) = problems_of(f"work: [{{summary: {long}}}]\nskills: [{{name: {long}}}]\nprivate: [work.0.summary]")
    assert len(problem.message) < 300
    assert "…' is omitted" in problem.message


@pytest.mark.parametrize("name", ["jane-quillfeather", "quillfeather", "CV Quillfeather", "cv_jane", "447946012345"])
def test_the_name_of_a_file_tells_in_any_case(name: str) -> None:
    document = parse(b"basics: {name: Jane Quillfeather, phone: +44 7946 012345}", name="a.yaml", folder=Path())
    search = OmissionSearch(validate(document)[0], REDACTED)
    assert search.is_told_by(name)
    assert not search.is_told_by("resume-2026")


def _naive(phrases: list[tuple[str, ...]], words: list[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for phrase in phrases:
        for begin in range(len(words) - len(phrase) + 1):
            if tuple(words[begin : begin + len(phrase)]) == phrase:
                yield begin, begin + len(phrase), phrase


LETTERS = st.sampled_from("ab")


@given(st.sets(st.lists(LETTERS, min_size=1, max_size=4).map(tuple), max_size=8), st.lists(LETTERS, max_size=20))
def test_phrases_are_found_as_by_comparing_each_at_each_place(phrases: set[tuple[str, ...]], words: list[str]) -> None:
    finder = PhraseFinder((phrase, phrase) for phrase in phrases)
    assert sorted(finder.find(words_of(" ".join(words)))) == sorted(_naive(list(phrases), words))


@pytest.mark.parametrize(
    "entry",
    [
        "- {{name: Quill {0} Mills, summary: The sum of all the work of this year {0}, private: true}}\n"
        "- {{name: Loom {0}, summary: Spun the yarn of loom {0} by hand}}\n",
        "- {{name: Loom {0}, phone: +44 20 {0:07}}}\n",
    ],
)
def test_the_search_is_linear(entry: str) -> None:
    def seconds(number: int) -> float:
        entries = "".join(f"  {line}\n" for each in range(number) for line in entry.format(each).splitlines())
        listed = "" if "true" in entry else f"private: [{', '.join(f'work.{each}.name' for each in range(number))}]\n"
        document = parse(f"work:\n{entries.replace('phone', 'summary')}{listed}".encode(), name="a", folder=Path())
        resume = validate(document)[0]
        started = time.process_time()
        printed, _ = tailor(document, resume, PUBLIC)
        list(OmissionSearch(resume, PUBLIC).in_resume(document, printed))
        return time.process_time() - started

    assert seconds(1200) < 8 * max(seconds(300), 0.02)
