"""What a free-form résumé says: every word, to be looked for in what was made of it and in what is said about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

import yaml

from resumekit.importing import ImportResult
from resumekit.importing.freeform.lexicon.date_ranges import periods_in
from resumekit.importing.freeform.word_losses import ignorable_words

_WORD = re.compile(r"[^\W_]+")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}|present")


def words_of(text: str) -> Counter[str]:
    """The words of a text, numbers too."""
    return Counter(word.casefold() for word in _WORD.findall(text))


def absent(lines: Iterable[str], imported: ImportResult) -> Counter[str]:
    """The words of a file that are neither in its résumé nor among what is said about it.

    A date counts if it is there as the schema writes it. What parts two values (`BSc in Mathematics`) need not be.
    """
    resume = yaml.load(imported.data, yaml.BaseLoader)
    said = [*texts(resume), *re.findall(r"  # check: (.*)$", imported.data.decode(), re.MULTILINE)]
    there = sum(map(words_of, said), Counter[str]())
    there += sum((words_of(each.message) for each in imported.problems if each.code == "not-imported"), Counter[str]())
    dates = {text for text in said if _DATE.fullmatch(text)}
    missing = sum((words_of(rest_of(line, dates)) for line in lines), Counter[str]()) - there
    return Counter({word: count for word, count in missing.items() if word not in ignorable_words()})


def rest_of(line: str, dates: set[str]) -> str:
    """A line without what the résumé says in other words."""
    for period in reversed(periods_in(line)):
        if {period.start_date, period.end_date} - {""} <= dates:
            line = line[: period.start] + " " + line[period.end :]
    return line


def texts(value: Any) -> Iterator[str]:
    """All texts in a value."""
    if isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    else:
        yield unquote(value) if "://" in value else value
