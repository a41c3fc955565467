"""The resume.yaml that an import writes parses to the same values, and looks as if a person had typed it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from resumekit.importing import TracedText
from resumekit.importing.yaml_writer import SCHEMA_LINE, to_yaml
from resumekit.load import parse
from strategies import often, texts

keys = st.sampled_from(["basics", "work", "keywords", "x-own", "startDate"]) | texts.filter(lambda key: len(key) < 60)
values = st.recursive(
    texts.filter(bool),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


def read(text: str) -> Any:
    return parse(text.encode(), name="resume.yaml", folder=Path()).data


@often
@given(st.dictionaries(keys, values, min_size=1, max_size=4))
def test_written_values_are_read_back_unchanged(data: dict[str, Any]) -> None:
    text = to_yaml(data)
    assert read(text) == data
    assert yaml.load(text, yaml.BaseLoader) == data


@given(st.dictionaries(keys, values, min_size=1, max_size=4), texts)
def test_check_comments_do_not_change_values(data: dict[str, Any], doubt: str) -> None:
    def doubtful(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: doubtful(item) for key, item in value.items()}
        return [doubtful(item) for item in value] if isinstance(value, list) else TracedText(value, doubt=doubt)

    assert read(to_yaml(doubtful(data), heading="One\ntwo")) == data


@given(st.text(st.sampled_from("0123456789.:-+_eExXobnyNTrueaflsYO~ "), min_size=1, max_size=6))
def test_other_yaml_parsers_read_texts_as_texts(text: str) -> None:
    taken = yaml.safe_load(to_yaml({"key": text}))["key"]
    assert text in {"true", "false", "True", "TRUE", "False", "FALSE"} or str(taken) == text


def test_the_layout_is_that_of_a_person() -> None:
    made = to_yaml(
        {
            "skills": [{"keywords": ["C++", "Bash, mostly"], "name": "Languages"}],
            "work": [
                {
                    "startDate": TracedText("2019", doubt="Spring\n 2019"),
                    "highlights": ["GPA: 3.9", {"text": "Led it", "highlights": ['Said: "yes"', "no"]}],
                    "x-code": "012",
                    "name": "Example Ltd",
                }
            ],
            "basics": {"summary": "One.\n\nTwo.\n", "name": "Ada Example", "phone": "+44 20 7946 0000"},
        },
        "Imported.",
    )
    assert made == SCHEMA_LINE + dedent("""
        # Imported.

        basics:
          name: Ada Example
          phone: +44 20 7946 0000
          summary: |
            One.

            Two.

        work:
          - name: Example Ltd
            startDate: 2019  # check: Spring 2019
            highlights:
              - "GPA: 3.9"
              - text: Led it
                highlights:
                  - 'Said: "yes"'
                  - "no"
            x-code: "012"

        skills:
          - name: Languages
            keywords: [C++, "Bash, mostly"]
        """)
