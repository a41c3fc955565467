"""Count words, to check that each word of a file is in the imported résumé or in the import report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from resumekit.importing import ImportResult
from resumekit.importing.country_codes import country_code
from resumekit.importing.draft_resume import TracedText
from resumekit.importing.foreign_dates import months, parse_date
from resumekit.importing.rendercv.design_mapping import _LANGUAGES, _PAGE_SIZES, _THEMES

LANGUAGES = {"eng": "English", "fra": "French"}
_WORD = re.compile(r"\w+")


def words(text: str) -> Counter[str]:
    """The words of a text; numbers are words."""
    return Counter(word.lstrip("0") for word in _WORD.findall(text.lower()))


def texts(value: Any) -> Iterator[str]:
    """All texts in a value; texts that occur twice in one mapping are yielded once."""
    if isinstance(value, dict):
        said = dict.fromkeys(item for item in value.values() if isinstance(item, str))
        same = "Code" in value and country_code(TracedText(value.get("Label", ""))) == value["Code"]
        yield from (text for text in said if not (same and text == value["Label"]))
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(item, dict | list):
            yield from texts(item)
        elif isinstance(value, list) and isinstance(item, str):
            yield item


def missing(source: Any, imported: ImportResult) -> list[str]:
    """The texts of the source that are neither in the result nor reported, as a whole or word by word."""
    result = yaml.load(imported.data, yaml.BaseLoader)
    verbatim = {*texts(result)}
    left = sum((words(text) for text in texts(result)), Counter[str]())
    for problem in imported.problems:
        if problem.code == "not-imported":
            left += words(problem.message)
    for doubt in re.findall(r"  # check: (.*)$", imported.data.decode(), re.MULTILINE):
        left += words(doubt)
    for employer in result.get("work", ()):
        for _ in employer.get("positions", ())[1:]:
            left += words(employer.get("name", ""))  # named once for several roles
    absent = []
    for text in sorted(texts(source), key=len, reverse=True):
        for reading in [text] * (text in verbatim) + [*readings(text)]:
            if words(reading) <= left:
                left -= words(reading)
                break
        else:
            absent.append(text)
    return absent


def readings(text: str) -> Iterator[str]:
    """Equivalents of a text: itself, or a date, country, colour or language as the schema writes it."""
    if (date := parse_date(text)) and date.doubt is None:
        yield date
    yield re.sub(r"^ *\d[.)] |^tel:|^.PERSONAL:|^CEF-(Understanding-)?|<[^<>]*>", " ", text, flags=re.MULTILINE)
    yield str(months().get(text.lower(), text))
    yield country_code(TracedText(text)) or text
    yield LANGUAGES.get(text, text)
    for names in (_THEMES, _LANGUAGES, _PAGE_SIZES):
        yield names.get(text.lower(), text)
    if found := re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", text):
        yield "".join(f"{int(part):02x}" for part in found.groups())
    yield text.replace("no", "nb").replace("_", " ")
    yield {"true": "present"}.get(text, text)
