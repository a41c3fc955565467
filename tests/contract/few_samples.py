"""The command line whose `themes test` takes three short samples, for tests of everything but the samples."""

from __future__ import annotations

from functools import partial

import pytest

from resumekit.contract import isolation, run_contract

FEW = ("minimal", "sparse", "cjk")


def take_few_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `themes test` do so in this process."""
    monkeypatch.setattr(isolation, "run_contract", partial(run_contract, samples=FEW))


if __name__ == "__main__":
    from resumekit.__main__ import main

    take_few_samples(pytest.MonkeyPatch())
    main()
