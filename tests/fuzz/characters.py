"""Generated inputs: odd characters in themes, in their options, and in every text of a résumé."""

from __future__ import annotations

import random
from typing import Any

from attacks.themes import PAGE

from .entries import Source, ThemedSource
from .fixtures import RESUME, planted

ESCAPES = [
    "\\ud800",
    "\\udfff",
    "\\ud83d\\ude00",
    "\\x00",
    "\\x1b",
    "\\x07",
    "\\x85",
    "\\u202e",
    "\\ufffe",
    "\\U0010ffff",
]
"""Characters as templates and YAML escape them."""

ODD = [
    *["\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\r", "\x1b[31m", "\x7f", "\x85", "\x9b", "\u2028", "\u2029"],
    *["\u202e", "\u2066", "\u200b", "\ufeff", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ud800", "\udfff"],
    *[
        "\ud83d\ude00",
        "😀",
        "e\u0301",
        "\u0301" * 40,
        "شكر",
        "漢",
        "\ue000",
        "\xa0",
        "\t",
        "\n",
        "<",
        "&",
        '"',
        "'",
        "{{",
    ],
    *["}}", "{%", "{#", "\\", "%", "$", "#", "^", "~", "]]>", "-->", "</style>", "</script>", "\u1680", "ﷺ" * 20],
]

EXPRESSIONS = [
    *["{{ 'ODD' }}", "{{ 'ODD' ~ resume.name }}", "{{ 'ODD' | upper }}", "{{ 'ODD' | urlencode }}", "{{ 'ODD' | e }}"],
    *["{{ 'ODD' | safe }}", "{{ 'ODD' | tojson }}", "{{ resume['ODD'] }}", "{{ resume.nameODD }}", "{{ ODD }}", "ODD"],
    *[
        "{% set a = 'ODD' %}{{ a }}",
        "{% include 'ODD' %}",
        "{% import 'ODD' as a %}",
        "{% extends 'ODD' %}",
        "{# ODD #}",
    ],
    *["{% block ODD %}{% endblock %}", "{% if 'ODD' %}a{% endif %}", "{{ 'ODD' * 999 }}", "{{ '%s' % 'ODD' }}"],
    *["<p title='{{ 'ODD' }}'>a</p>", "<p title=ODD>a</p>", "<p ODD>a</p>", "<ODD>a</ODD>", "<!-- ODD -->", "&ODD;"],
    *[
        "<a href='ODD'>a</a>",
        "<a href='https://a.example/ODD'>a</a>",
        "<img src='ODD' alt='ODD'>",
        "<h1 id='ODD'>a</h1>",
    ],
    *["<style>p::before { content: 'ODD' }</style>", "<p style='color: ODD'>a</p>", "<p class='ODD'>a</p>", "&#xODD;"],
    *[
        "{{ 'ODD'.encode() }}",
        "{{ 'ODD' | int }}",
        "{{ ['ODD'] | join('ODD') }}",
        "{{ 'ODD' | center(99) }}",
        "{{ 'ODD",
    ],
    *["{{ 'ODD'.format('ODD') }}", "{% for ODD in [1] %}{% endfor %}", "{% macro a() %}ODD{% endmacro %}{{ a() }}"],
]

TEX = [
    *["\\VAR{'ODD'}", "\\VAR{ODD}", "\\BLOCK{if 'ODD'}a\\BLOCK{endif}", "ODD", "\\VAR{resume.nameODD}", "\\#{ODD}"],
    *["\\VAR{'ODD' ~ resume.name}", "%% ODD\n", "%# ODD\n", "\\BLOCK{include 'ODD'}", "\\VAR{'ODD' | upper}"],
]

MANIFEST = "name: mine\nsummary: A theme.\nversion: '1'\nlicense: MIT\n"

LINES = [
    *["name: ODD", "summary: 'ODD'", "extends: ODD", "ODD: a", "version: ODD", "license: ODD", "order: [ODD]"],
    *["options: {ODD: {type: colour, default: '#123456'}}", "options: {a: {type: text, default: 'ODD', help: ODD}}"],
    *["options: {a: {type: choice, choices: [ODD], default: ODD}}", "options: {accent: ODD}", "page: {size: ODD}"],
]
"""What follows in a theme's manifest."""

OPTIONS = [
    "accent",
    "font",
    "headings",
    "size",
    "density",
    "dates",
    "date-format",
    "photo",
    "icons",
    "columns",
    "footer",
]


def _odd(chance: random.Random, *, escaped: bool) -> str:
    return chance.choice(ESCAPES if escaped else ODD)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def theme(chance: random.Random) -> ThemedSource:
    """Return a résumé in a theme whose template, style, manifest or LaTeX has odd characters."""
    expression = chance.choice(EXPRESSIONS).replace("ODD", _odd(chance, escaped=chance.random() < 0.4))
    if chance.random() < 0.1:
        expression = "".join(chance.choices(ODD, k=9))
    source = Source.of({**RESUME, "theme": "mine"})
    files = {"theme.yaml": MANIFEST, "resume.html.j2": PAGE + expression, "resume.css": "p { color: red }"}
    kind = chance.random()
    if kind < 0.15:
        files["resume.css"] = chance.choice(
            ["p { content: 'ODD' }", "ODD", "@import 'ODD';", "p { background: url(ODD) }"]
        )
        files["resume.css"] = files["resume.css"].replace("ODD", _odd(chance, escaped=False))
    elif kind < 0.3:
        line = chance.choice(LINES)
        files["theme.yaml"] += line.replace("ODD", _odd(chance, escaped=chance.random() < 0.2)) + "\n"
    elif kind < 0.5:
        files["resume.tex.j2"] = chance.choice(TEX).replace("ODD", _odd(chance, escaped=chance.random() < 0.4))
    format_ = "tex" if "resume.tex.j2" in files else "html"
    return ThemedSource(source, {name: _encoded(text) for name, text in files.items()}, format_)


def options(chance: random.Random) -> ThemedSource:
    """Return a résumé with odd characters in the name and the options of its theme, in its page or its order."""
    odd = "".join(chance.choices(ODD, k=chance.choice([1, 1, 2])))
    odd = chance.choice(["{}", "{}", "a{}", "#12{}456", "10{}mm", "modern{}", "{}pt"]).format(odd)
    names: list[Any] = [*OPTIONS, *OPTIONS, odd]
    values: list[Any] = [odd, odd, odd, [odd], {odd: odd}, None, True, 10**30]
    changed: dict[str, Any] = chance.choice(
        [
            {"theme": {"name": "modern", **{chance.choice(names): chance.choice(values) for _ in range(2)}}},
            {"theme": {"name": "modern", **{chance.choice(names): chance.choice(values) for _ in range(2)}}},
            {"theme": odd},
            {"theme": {"name": odd, "accent": odd}},
            {"page": {chance.choice(["size", "margin", "pages", odd]): chance.choice(values)}},
            {"order": [odd]},
            {"titles": {chance.choice(["work", odd]): chance.choice(values)}},
            {"hide": [odd]},
            {"locale": odd},
            {"output": {chance.choice(["name", "pdf", odd]): chance.choice([odd, f"{{{odd}}}"])}},
            {"variants": {odd: {"theme": {"accent": odd}}}},
            {"break": {"work": odd}},
        ]
    )
    return ThemedSource(Source.of({**RESUME, **changed}), format="txt")


def text(chance: random.Random) -> str:
    """Return a text with odd characters between words."""
    pieces = chance.choices([*ODD, *["a ", "word", " ", "**", "[a](b)", "\n\n", "- "] * 4], k=chance.choice([1, 3, 12]))
    return "".join(pieces)


def texts(chance: random.Random) -> Source:
    """Return a résumé with odd texts, most of which a source may hold."""
    values = RESUME
    for _ in range(chance.choice([1, 3, 10])):
        values = planted(chance, values, text if chance.random() < 0.1 else _allowed)
    return Source.of(values)


def _allowed(chance: random.Random) -> str:
    """Return a text without what no source may hold."""
    return "".join(letter for letter in text(chance) if letter.isprintable() or letter in "\u200b\xa0\n") or "a"
