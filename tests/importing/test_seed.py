"""The résumé that this project began with: as plain text, and as it was written down by hand."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from conftest import ROOT
from resumekit.importing import InputFile, import_file

from .free_form import absent

SEED = next((ROOT.parent / "shared" / "seed").glob("*.txt"), None)

pytestmark = pytest.mark.skipif(SEED is None, reason="the text is not beside this checkout")


@pytest.fixture(scope="module")
def text() -> str:
    assert SEED is not None
    return SEED.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def source(text: str) -> str:
    return import_file(InputFile("seed.txt", text.encode())).data.decode()


@pytest.fixture(scope="module")
def imported(source: str) -> Any:
    return yaml.load(source, yaml.BaseLoader)


@pytest.fixture(scope="module")
def by_hand() -> Any:
    return yaml.load((ROOT / "resume.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def shape(bullets: Any) -> list[Any]:
    """How many bullets there are in each, and how they are counted."""
    return [(one["list"], shape(one["highlights"])) if isinstance(one, dict) else 0 for one in bullets or ()]


def facts(section: str, keys: str, resume: Any) -> list[Any]:
    return [{key: entry.get(key) for key in keys.split()} for entry in resume[section]]


@pytest.mark.parametrize(
    ("section", "keys"),
    [
        ("work", "name position startDate endDate"),
        ("volunteer", "position startDate endDate"),
        ("education", "institution area studyType startDate endDate"),
        ("publications", "name releaseDate"),
        ("patents", "title number date"),
    ],
)
def test_what_is_a_name_and_what_a_date(section: str, keys: str, imported: Any, by_hand: Any) -> None:
    assert facts(section, keys, imported) == facts(section, keys, by_hand)


def test_who_it_is_and_what_they_can_do(imported: Any, by_hand: Any) -> None:
    assert imported["basics"]["name"] == by_hand["basics"]["name"]
    assert imported["basics"]["summary"].startswith("I am a deep learning engineer as well as professional software")
    said = [[(group["name"], [word.lower() for word in group["keywords"]]) for group in resume["skills"]]
            for resume in (imported, by_hand)]  # fmt: skip
    assert said[0] == said[1]


@pytest.mark.parametrize("section", ["work", "volunteer"])
def test_all_bullets_are_where_they_were(section: str, imported: Any, by_hand: Any) -> None:
    nesting = [[shape(entry["highlights"]) for entry in resume[section]] for resume in (imported, by_hand)]
    assert nesting[0] == nesting[1]


def test_the_order_of_the_sections_is_kept(imported: Any) -> None:
    expected = ["summary", "skills", "work", "volunteer", "education", "publications", "patents"]
    assert imported["order"] == expected


def test_only_what_are_no_words_is_to_be_looked_at(source: str, imported: Any) -> None:
    assert all(re.fullmatch(r"[A-Z][a-z0-9]{19}|\S+\.jpg", words) for words in imported["x-unplaced"])
    assert source.count("# check:") == len(imported["x-unplaced"]) == 5


def test_no_word_is_missing(text: str) -> None:
    lines = [re.sub(r"^\s*[a-g]\.\s", "", line) for line in text.splitlines()]
    told = [line for line in lines if line.strip() not in {"Skills", "Experience", "Education"}]
    assert not absent(told, import_file(InputFile("seed.txt", text.encode())))
