"""What Hypothesis feeds to the stages: hostile texts, plain data, whole résumés as a person would type them."""

from __future__ import annotations

import calendar
import os
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

fuzzing = settings().max_examples >= 10_000
"""Whether this is `make fuzz`."""

FUZZ_INPUTS = int(os.environ.get("FUZZ_INPUTS", "200000"))
"""How many inputs each module of `tests/fuzz` generates in `make fuzz`; a page counts as two hundred inputs."""

often = settings(max_examples=3 * settings().max_examples)
seldom = settings(max_examples=max(30, settings().max_examples // 5))
rarely = settings(max_examples=max(10, settings().max_examples // 20))
"""How often to try what takes a millisecond, twenty, and more in each theme; see the profiles in conftest.py."""

Data = Any
"""What JSON can hold: dictionaries, lists, texts, numbers, booleans, None."""

# --- texts that a source may hold

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NONCHARACTERS = "".join(map(chr, [*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF]))

allowed_characters = st.sampled_from("\t\n") | st.characters(
    exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters=_BIDI + _NONCHARACTERS
)
"""Every character that a résumé may hold."""

_MARKS = [*"#:-?!&*|>%@`'\"[]{},\\~=<./", ": ", " #", "- ", "---", "<<", "\u200d"]
_WORDS = ["no", "012", "1.10", "2020-01", "null", "true", ".inf", "1e3", "é", "e\u0301", "𝔸", "شكر"]
_TROUBLE = st.sampled_from(_MARKS + _WORDS)

texts = st.text(allowed_characters, max_size=30) | st.lists(_TROUBLE | allowed_characters, max_size=12).map("".join)
"""Any text, and many that mean something to YAML, JSON, Markdown or HTML."""

words = st.from_regex(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'& .]{0,15}[a-z]", fullmatch=True)
"""A name or a few words."""

# --- sources that may be anything

_SYNTAX = ["\n  ", "\n- ", "\n---\n", "...", "<<: ", "&a ", "*a", "!!str ", "!x ", "? ", "\t", "\r\n"]
_SPECIAL = ["\\x00", "\\u202e", "\\ud83d", "\ufeff", "\x85", "\u2028", "\x00"]
_KEYS = ["basics:", "work:", "name:", "highlights:", "startDate: 2020"]
_JSON = [*'{}[]:,"\\ \n\t', "null", "true", "-1.5e3", "NaN", '"a"', "{}", "[]", '{"basics":', *_SPECIAL]


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=25).map("".join)


yaml_like = _joined(st.sampled_from(_MARKS + _WORDS + _SYNTAX + _SPECIAL + _KEYS) | texts)
json_like = _joined(st.sampled_from(_JSON) | texts)
any_bytes = st.binary(max_size=60) | st.builds(
    lambda text, junk, at: text[:at] + junk + text[at:],
    yaml_like.map(str.encode),
    st.binary(max_size=3),
    st.integers(0, 60),
)

# --- plain data

keys = st.text(allowed_characters, min_size=1, max_size=8)
scalars = texts | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)


def _collections(inner: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    return st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4)


data = st.dictionaries(keys, st.recursive(scalars, _collections, max_leaves=12), max_size=5)
"""Mappings as any machine might write them."""

# --- dates


@st.composite
def days(draw: Callable[..., Any]) -> str:
    """A real day, as a text."""
    year, month = draw(st.integers(1000, 2999)), draw(st.integers(1, 12))
    return f"{year}-{month:02}-{draw(st.integers(1, calendar.monthrange(year, month)[1])):02}"


dates = st.builds(lambda day, length: day[:length], days(), st.sampled_from([4, 7, 10]))
"""A year, a month, or a day."""

# --- whole résumés

_empty: st.SearchStrategy[Data] = st.sampled_from([None, "", [], {}])
tags = st.lists(words, max_size=2)
languages = st.sampled_from(["en", "de", "zh-Hant", "pt_BR"])
markdown = texts | st.sampled_from(["**bold** text", "[link](https://example.org)", "`code`", "R&D <b>"])
text = markdown.filter(bool) | st.dictionaries(languages, words, min_size=1, max_size=2)
urls = st.sampled_from(
    ["https://example.org/a?b=c#d", "http://a.example", "example.org", "例え.jp", "mailto:a@example.org", "tel:+44207"]
)
switch = st.booleans() | st.sampled_from(["yes", "no", "on", "off", "true", "false"])


def mapping(required: dict[str, Any] | None = None, /, **optional: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    """A mapping with the required keys and any of the optional ones, which may be empty, and perhaps an `x-` key."""
    optional = {name: strategy | _empty for name, strategy in optional.items()}
    return st.fixed_dictionaries(required or {}, optional={**optional, "x-own": scalars})


def _several(entry: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    return st.lists(entry | st.none(), max_size=2)


highlights: st.SearchStrategy[Data] = st.deferred(
    lambda: _several(
        text.filter(lambda value: isinstance(value, str))
        | mapping(
            text=text,
            list=st.sampled_from(["bullets", "numbers", "letters"]),
            highlights=highlights,
            tags=tags,
            private=switch,
        )
    )
)
_picture = st.sampled_from(["photo.png", "a folder/Größe.jpg"])
image = _picture | mapping({"file": _picture}, alt=text, caption=text, width=st.sampled_from(["40mm", "1.5in"]))
_shared = {
    "location": text,
    "summary": text,
    "highlights": highlights,
    "images": st.lists(image, max_size=1),
    "tags": tags,
    "private": switch,
}
_code = words | st.integers()
_keyword = words | mapping({"name": words}, level=text, tags=tags)
_pairs = st.lists(mapping({"label": words}, value=text, private=switch), max_size=2)


@st.composite
def periods(draw: Callable[..., Any]) -> dict[str, str]:
    """A start and an end in their order; each may be absent."""
    start, end = sorted([draw(dates), draw(dates)], key=lambda date: date + "-00-00"[len(date) - 4 :])
    end = draw(st.sampled_from(["present", "Present"]) | st.just(end))
    return {key: value for key, value in {"startDate": start, "endDate": end}.items() if draw(st.booleans())}


def _entry(with_period: bool = False, **fields: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    plain = mapping(**_shared, **fields)
    return st.builds(lambda entry, period: entry | period, plain, periods()) if with_period else plain


_position = _entry(True, position=text, url=urls)
_work = _entry(True, name=text, position=text, description=text, url=urls, positions=_several(_position))
_old_work = mapping(company=words, website=urls)
_section = st.builds(
    lambda section, number: section | {"title": f"Own section {number}"},
    mapping(
        text=text,
        entries=_several(_entry(True, title=text, subtitle=text, date=dates | words, url=urls)),
        pairs=_pairs,
        items=highlights,
    ),
    st.integers(0, 10**9),
)

_page = mapping(
    size=st.sampled_from(["A4", "letter"]), margin=st.sampled_from(["16mm", "1in 20mm"]), pages=st.integers(1, 20)
)

_arrangement: dict[str, st.SearchStrategy[Data]] = {
    "theme": st.just("modern") | mapping(name=st.just("modern"), accent=st.just("#123456")),
    "locale": languages,
    "page": _page,
    "order": st.lists(st.sampled_from(["work", "skills", "summary"]), max_size=3),
    "titles": st.dictionaries(st.sampled_from(["work", "education"]), words, max_size=2),
    "hide": st.lists(st.sampled_from(["references", "interests"]), max_size=2),
    "output": mapping(name=st.just("{name}_{date}"), pdf=st.sampled_from(["accessible", "archive"])),
}

resumes: st.SearchStrategy[Data] = mapping(
    basics=mapping(
        name=text,
        label=text,
        image=image,
        email=st.sampled_from(["ada@example.org", "a.b+c@sub.example.org"]),
        phone=_code,
        url=urls,
        website=st.just(""),
        location=words | mapping(address=text, postalCode=_code, city=text, region=text, countryCode=words),
        profiles=_several(mapping(network=words, username=words, url=urls, tags=tags, private=switch)),
        facts=_pairs,
        summary=text,
    ),
    work=_several(_work | _old_work),
    volunteer=_several(_entry(True, organization=text, position=text, url=urls)),
    education=_several(_entry(True, institution=text, area=text, studyType=text, score=_code, url=urls)),
    awards=_several(_entry(title=text, date=dates | words, awarder=text)),
    certificates=_several(_entry(name=text, date=dates | words, issuer=text, url=urls)),
    publications=_several(_entry(name=text, publisher=text, releaseDate=dates, authors=_several(text), doi=words)),
    patents=_several(_entry(title=text, number=_code, status=text, date=dates, inventors=_several(text))),
    skills=_several(_entry(name=text, level=text, keywords=_several(_keyword))),
    languages=_several(languages | _entry(language=text, fluency=text)),
    interests=_several(_entry(name=text, keywords=_several(_keyword))),
    references=_several(_entry(name=text, reference=text)),
    projects=_several(_entry(True, name=text, entity=text, type=text, roles=_several(text), keywords=_several(text))),
    sections=st.lists(_section, max_size=2, unique_by=lambda section: section["title"]),
    **_arrangement,
    variants=st.dictionaries(words, mapping(include=tags, exclude=tags, set=data, **_arrangement), max_size=2),
    private=st.lists(st.just("basics.phone"), max_size=1),
    meta=data,
)
"""Valid résumés, in any of the forms that the schema takes."""


# --- and what becomes of them

Place = tuple[str | int, ...]


def places_in(value: Data, place: Place = ()) -> Iterator[Place]:
    """Yield the way to each value, from the outside in."""
    yield place
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places_in(item, (*place, key))


def changed(value: Data, place: Place, change: Callable[[Data], Data]) -> Data:
    """Return a copy of plain data with what stands at a place changed."""
    if not place:
        return change(value)
    key, *rest = place
    if isinstance(value, list):
        return [changed(item, tuple(rest), change) if at == key else item for at, item in enumerate(value)]
    return {name: changed(item, tuple(rest), change) if name == key else item for name, item in value.items()}


_slips: list[Callable[[str, int], str]] = [
    lambda key, at: key[:at] + key[at + 1 :],
    lambda key, at: key[:at] + key[at : at + 1] + key[at:],
    lambda key, at: key[:at] + key[at : at + 2][::-1] + key[at + 2 :],
    lambda key, at: key.swapcase(),
]
_junk = scalars | dates | st.lists(scalars, max_size=2) | st.dictionaries(keys, scalars, max_size=2)


@st.composite
def spoiled(draw: Callable[..., Any], source: st.SearchStrategy[Data]) -> Data:
    """A copy of plain data with one value somewhere replaced by anything else, or one key misspelt."""
    value = draw(source)
    place = draw(st.sampled_from(list(places_in(value))))
    if not place or isinstance(place[-1], int) or draw(st.booleans()):
        new = draw(_junk)
        return changed(value, place, lambda old: new)
    key = place[-1]
    slip = draw(st.sampled_from(_slips))(key, draw(st.integers(0, len(key))))
    return changed(value, place[:-1], lambda old: {slip if name == key else name: item for name, item in old.items()})
