"""Counter styles that are parsed when a page needs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import weasyprint
from weasyprint.css.counters import CounterStyle

from resumekit.typeset import Folders, TypesetRequest, typeset
from resumekit.typeset.counter_styles import COUNTER_STYLE, counter_styles

QUICKLY = """
import sys
from pathlib import Path
from resumekit.typeset import Folders, TypesetRequest, typeset
from resumekit.typeset.import_speedups import import_weasyprint_quickly
import_weasyprint_quickly()
import weasyprint
assert not weasyprint.html.UA_COUNTER_STYLE
page = Path(sys.argv[1])
page.with_suffix(".pdf").write_bytes(typeset(TypesetRequest(page.read_text(), Folders(Path(), ()))).data)
"""
PAGE = """<html lang="en"><title>a</title><style>
@counter-style lower-roman {{ system: cyclic; symbols: "+" "x" }}
@counter-style mine {{ system: extends upper-alpha; suffix: ") " }}
@page {{ @bottom-right {{ content: counter(page) }} }}
ol {{ list-style-type: {style} }}
</style><ol><li>one<li>two</ol><ul><li>three</ul>"""


def test_each_counter_style_is_the_same_as_if_all_are_parsed_at_once() -> None:
    every = CounterStyle()
    weasyprint.CSS(string=weasyprint.html.UA, counter_style=every)
    styles = counter_styles()
    assert len(every) > 40
    assert {name: styles[name] for name in every if name in styles} == dict(every)
    assert "no-such-style" not in styles


def test_weasyprints_style_sheet_declares_nothing_else_in_these_rules() -> None:
    without = CounterStyle()
    weasyprint.CSS(string=COUNTER_STYLE.sub("", weasyprint.html.UA), counter_style=without)
    assert not without


@pytest.mark.parametrize("style", ["decimal", "lower-roman", "mine", "khmer", "upper-latin", "no-such-style"])
def test_a_page_is_the_same_as_with_weasyprint_as_it_is(
    style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    html = PAGE.format(style=style)
    page = tmp_path / "page.html"
    page.write_text(html, encoding="utf-8")
    subprocess.run([sys.executable, "-c", QUICKLY, page], check=True)
    assert page.with_suffix(".pdf").read_bytes() == typeset(TypesetRequest(html, Folders(Path(), ()))).data


def test_a_page_may_not_change_what_decimal_numbers_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    html = PAGE.format(style="decimal").replace("lower-roman", "decimal")
    other = PAGE.format(style="decimal").replace("lower-roman", "another")
    made = [typeset(TypesetRequest(page, Folders(Path(), ()))).data for page in (html, other)]
    assert made[0] == made[1]
