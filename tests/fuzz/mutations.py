"""Generated inputs: damaged fixtures, hostile structures, noise."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

TOKENS = [
    *(b": ", b"- ", b"\n", b"\n  ", b"\n- ", b"\t", b"\r\n", b"#", b" # ", b"'", b'"', b"\\", b"|\n", b">-\n", b"? "),
    *(b"---\n", b"...\n", b"%YAML 1.2\n", b"&a ", b"*a", b"<<: *a\n", b"!!str ", b"!!python/object:os.system ", b"!x "),
    *(b"[", b"]", b"{", b"}", b",", b"null", b"~", b"yes", b"no", b"1e999", b"-0", b"0x1F", b".nan", b"2020-02-30"),
    *(b"present", b"basics:", b"work:", b"highlights:", b"name:", b"startDate:", b"x-a:", b"variants:", b"extends:"),
    *(b'"\\u0000"', b'"\\ud83d"', b'"\\x1b[31m"', b"\\u202e", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\x1b", b"\x7f"),
    *("\u2028".encode(), "\u202e".encode(), "\ufffe".encode(), "e\u0301".encode(), "👩‍🚀".encode(), "شكر".encode()),
    *(
        b"**",
        b"[a](b)",
        b"`",
        b"<script>",
        b"{{ x }}",
        b"{% raw %}",
        b"&amp;",
        b"javascript:a",
        b"\xc3",
        b"\xed\xa0\x80",
    ),
]

Mutation = Callable[[random.Random, bytes], bytes]


def _somewhere(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice([1, 1, 2, 5, 20, 200]))


def flip(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data)) if data else 0
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :] if data else data


def insert(chance: random.Random, data: bytes) -> bytes:
    at, _ = _somewhere(chance, data)
    return data[:at] + chance.choice(TOKENS) + data[at:]


def overwrite(chance: random.Random, data: bytes) -> bytes:
    start, end = _somewhere(chance, data)
    return data[:start] + chance.choice(TOKENS) + data[end:]


def remove(chance: random.Random, data: bytes) -> bytes:
    start, end = _somewhere(chance, data)
    return data[:start] + data[end:]


def repeat(chance: random.Random, data: bytes) -> bytes:
    start, end = _somewhere(chance, data)
    return data[:end] + data[start:end] * chance.choice([1, 2, 50]) + data[end:]


def move(chance: random.Random, data: bytes) -> bytes:
    start, end = _somewhere(chance, data)
    rest = data[:start] + data[end:]
    at, _ = _somewhere(chance, rest)
    return rest[:at] + data[start:end] + rest[at:]


def swap_lines(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def indent(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = b"  " + lines[at] if chance.random() < 0.5 else lines[at].lstrip()
    return b"\n".join(lines)


def cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def recode(chance: random.Random, data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(
        chance.choice(["utf-16", "utf-8-sig", "latin-1", "utf-16-be"]), "replace"
    )


MUTATIONS: Sequence[Mutation] = [
    *([flip, insert, overwrite, remove, repeat, move, swap_lines, indent] * 4),
    *(cut, recode),
]


def mutated(chance: random.Random, seed: bytes) -> bytes:
    """Return a seed after a few mutations."""
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8])):
        seed = chance.choice(MUTATIONS)(chance, seed)
    return seed


def noise(chance: random.Random) -> bytes:
    """Return random bytes."""
    return chance.randbytes(chance.choice([0, 1, 3, 20, 300]))


def soup(chance: random.Random) -> bytes:
    """Return pieces of syntax in random order."""
    return b"".join(chance.choices(TOKENS, k=chance.choice([2, 5, 15, 60])))


def hostile(chance: random.Random) -> bytes:
    """Return an excess of one thing: depth, aliases, keys, long lines."""
    depth, width = chance.choice([5, 41, 1000, 100_000]), chance.choice([3, 201, 3000])
    return chance.choice(
        [
            chance.choice([b"[", b"{", b'{"a":', b"- ", b"? ", b"a: {", b"&a [", b"!!seq ["]) * depth,
            b"a: &a [x]\n" + b"".join(b"b%d: *a\n" % number for number in range(width)),
            b"".join(
                b"a%d: &a%d [%s]\n" % (n, n, b"*a%d, " % (n - 1) * 9 if n else b"x") for n in range(min(width, 40))
            ),
            b"".join(b"k%d: v\n" % number for number in range(width)),
            b"work:\n" + b"- {name: a, name: b}\n" * width,
            b"basics: {name: '" + b"x" * chance.choice([20_001, 999_000, 1_000_001]) + b"'}",
            b"basics:\n  summary: |\n" + b"    *[a](b) `c\n" * width,
            b"variants:\n" + b"".join(b"  v%d: {extends: v%d}\n" % (n, (n + 1) % width) for n in range(width)),
        ]
    )


WORDS = [
    "",
    " ",
    "a",
    "no",
    "2020",
    "2020-13",
    "present",
    "en",
    "x-a",
    "**a**",
    "[a](b)",
    "- a",
    "a@b.example",
    "{{ x }}",
]


def altered(chance: random.Random, data: Any) -> Any:
    """Return a copy of plain data with one value removed, replaced, doubled or under another key."""
    inner: list[Any] = list(data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ())
    if not inner or chance.random() < 0.1:
        return piece(chance)
    key = chance.choice(inner)
    if chance.random() < 0.8:
        new = altered(chance, data[key])
    elif chance.random() < 0.5:
        new = piece(chance)
    else:
        new = data[chance.choice(inner)]
    if isinstance(data, list):
        return data[:key] + chance.choice([[new]] * 8 + [[], [new, new]]) + data[key + 1 :]
    name = chance.choice([key] * 12 + [key[1:], key.upper(), *WORDS])
    return {name if old == key else old: new if old == key else value for old, value in data.items()}


def piece(chance: random.Random) -> Any:
    """Return a random small value."""
    text = "".join(token.decode("utf-8", "replace") for token in chance.choices(TOKENS, k=chance.choice([1, 3])))
    plain = [None, True, 0, -1, 2020, 1.5, 10**30, text, chance.choice(WORDS), "x" * 20_001]
    return chance.choice([*plain, [], {}, [chance.choice(plain)], {chance.choice(WORDS): chance.choice(plain)}])


@dataclass(frozen=True)
class Seed:
    """A fixture: its bytes, the suffix of its name, and its values if it can be read."""

    data: bytes
    suffix: str
    values: Any = None


def any_input(chance: random.Random, seeds: Sequence[Seed]) -> tuple[bytes, str]:
    """Return a random input and its file name.

    Most are nearly valid fixtures, changed as text or as values, because they get furthest.
    """
    name = chance.choice(["resume.yaml", "resume.json", "<stdin>"])
    kind = chance.random()
    if kind < 0.05:
        return noise(chance), name
    if kind < 0.12:
        return soup(chance), name
    if kind < 0.14:
        return hostile(chance), name
    seed = chance.choice(seeds)
    if kind < 0.6 or seed.values is None:
        return mutated(chance, seed.data), f"resume{seed.suffix}"
    values = seed.values
    for _ in range(chance.choice([1, 1, 2, 4])):
        values = altered(chance, values)
    return json.dumps(values, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass"), name
