"""Any bytes give a résumé or problems with locations; never a traceback, never a hang."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from resumekit.errors import LoadError, Problem, SchemaError
from resumekit.load import parse
from resumekit.present import present
from resumekit.schema import inspect
from resumekit.tailor import translate
from strategies import FUZZ_INPUTS, fuzzing

from .fixtures import SEEDS
from .mutations import any_input
from .watching import assert_reported, in_time

SHARES = 20
INPUTS = FUZZ_INPUTS if fuzzing else 1_000

pytestmark = [pytest.mark.fuzz] if fuzzing else []


def answer(data: bytes, name: str) -> tuple[Problem, ...]:
    """Read, validate and present an input; return its problems."""
    try:
        resume, problems = inspect(parse(data, name=name, folder=Path("no-such-folder")), today=date(2026, 1, 1))
    except (LoadError, SchemaError) as error:
        return error.problems
    present(translate(resume))
    return problems


@pytest.mark.parametrize("share", range(SHARES))
def test_any_input_is_handled_in_time(share: int) -> None:
    start = random.SystemRandom().getrandbits(64) if fuzzing else share
    chance = random.Random(start)
    for _ in range(INPUTS // SHARES):
        data, name = any_input(chance, SEEDS)
        try:
            with in_time():
                problems = answer(data, name)
            assert_reported(problems, data)
        except Exception as error:
            raise AssertionError(f"{name}, from {start}: {data[:5000]!r}") from error
