"""Generated inputs: odd keys, in sources and in every format that is imported."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

from resumekit.importing import InputFile

from . import repetition
from .entries import Source
from .fixtures import FOREIGN, RESUME, SEEDS, VALUES

KEYS = [
    *[
        "",
        " ",
        "0",
        "-1",
        "1e999",
        "007",
        "2020-01-01",
        "null",
        "~",
        "true",
        "no",
        ".inf",
        "=",
        "<<",
        "*",
        "&a",
        "!x",
        "?",
    ],
    *[
        "x" * 300,
        "x" * 3001,
        "x-",
        "x-a",
        "X-A",
        "a b",
        "a.b",
        "a..b",
        ".",
        "a:b",
        "a: b",
        "#a",
        "- a",
        "|",
        ">",
        "%a",
        "@a",
    ],
    *["\x00", "\t", "\n", "a\nb", "\r", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\ufffe"],
    *[
        "\ud800",
        "a\udfffb",
        "\ud83d\ude00",
        "😀",
        "e\u0301",
        "İ",
        "ﬁ",
        "ẞ",
        "漢字",
        "شكر",
        "{{ a }}",
        "**a**",
        "<b>",
        "'",
        '"',
    ],
    *[
        "__proto__",
        "constructor",
        "__class__",
        "__dict__",
        "__init__",
        "prototype",
        "toString",
        "hasOwnProperty",
        "$ref",
    ],
    *[
        "model_fields",
        "model_config",
        "model_copy",
        "copy",
        "dict",
        "json",
        "schema",
        "self",
        "cls",
        "items",
        "keys",
        "get",
    ],
    *["basics", "name", "work", "Basics", "NAME", "variants", "private", "meta", "$schema", "theme", "class", "import"],
]


def key(chance: random.Random) -> str:
    """Return an odd key, or two of them in one."""
    return chance.choice(KEYS) if chance.random() < 0.8 else chance.choice(KEYS) + chance.choice(KEYS)


class Repeated(str):
    """A key that does not replace an equal key, so that a mapping can hold both until it is written."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


def renamed(chance: random.Random, data: Any) -> Any:
    """Return a copy of plain data in which one key is changed, doubled or new."""
    made = copy.deepcopy(data)
    holder: Any = made
    while True:
        places = list(holder.items() if isinstance(holder, dict) else enumerate(holder))
        inner = [at for at, value in places if isinstance(value, dict | list) and value]
        if inner and (not isinstance(holder, dict) or chance.random() < 0.7):
            holder = holder[chance.choice(inner)]
            continue
        if not isinstance(holder, dict):
            holder.append({key(chance): chance.choice(["x", None, [], {}])})
            return made
        old = chance.choice(list(holder) or [""])
        value = holder.get(old, "x")
        change = chance.random()
        if change < 0.5:
            holder.pop(old, None)
            holder[Repeated(key(chance))] = value
        elif change < 0.7:
            holder[Repeated(old)] = chance.choice([value, "x", None, [], {}])
        else:
            holder[Repeated(key(chance))] = chance.choice([value, "x", None, [], {}, {key(chance): "x"}])
        return made


def written(chance: random.Random, data: Any, *, plain: bool) -> str:
    """Return plain data as JSON; with `plain`, short keys have no quotes, which only YAML can read."""
    if isinstance(data, dict):
        pairs = (
            f"{_key(chance, name, plain=plain)}: {written(chance, value, plain=plain)}" for name, value in data.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(data, list):
        return f"[{', '.join(written(chance, value, plain=plain) for value in data)}]"
    return json.dumps(data, ensure_ascii=chance.random() < 0.5)


def _key(chance: random.Random, name: str, *, plain: bool) -> str:
    return name[:20] if plain and chance.random() < 0.5 else json.dumps(str(name), ensure_ascii=chance.random() < 0.5)


def _changed(chance: random.Random, values: Any, *, plain: bool) -> bytes:
    for _ in range(chance.choice([1, 1, 2, 4])):
        values = renamed(chance, values)
    return written(chance, values, plain=plain).encode("utf-8", "surrogatepass")


def source(chance: random.Random) -> Source:
    """Return a résumé with odd keys, in YAML or JSON."""
    values = RESUME if chance.random() < 0.5 else chance.choice(SEEDS).values or RESUME
    suffix = chance.choice(["yaml", "json"])
    return Source(_changed(chance, values, plain=suffix == "yaml"), f"resume.{suffix}")


def foreign(chance: random.Random) -> InputFile:
    """Return a file to import with odd keys: of mappings, of entries and fields, of columns, of elements."""
    kind = chance.random()
    if kind < 0.1:
        return _bibliography(chance)
    if kind < 0.2:
        return repetition.linkedin(chance, key(chance))
    if kind < 0.3:
        xml = FOREIGN[chance.choice(["europass.xml", "europass-candidate.xml"])].data
        tag = chance.choice([b"WorkExperience", b"FirstName", b"Label", b"xmlns", b"Code", b"Candidate", b"From"])
        return InputFile(
            "old.xml", xml.replace(tag, key(chance).encode("utf-8", "surrogatepass"), chance.choice([1, 99]))
        )
    name = chance.choice(list(VALUES))
    return InputFile(name, _changed(chance, VALUES[name], plain=name.endswith((".yaml", ".yml"))))


def _bibliography(chance: random.Random) -> InputFile:
    kind, name, field = ("article", "key", "note")
    odd = chance.choice(["kind", "name", "field", "twice"])
    if odd == "kind":
        kind = key(chance)
    elif odd == "name":
        name = key(chance)
    else:
        field = chance.choice(["title", "author"]) if odd == "twice" else key(chance)
    entry = f"@{kind}{{{name}, title={{A}}, author={{Ann Sample}}, {field}={{B}}, year=2019}}\n"
    return InputFile("old.bib", (entry * chance.choice([1, 2])).encode("utf-8", "surrogatepass"))
