"""Nested flex boxes: three levels are allowed, four are not."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from resumekit.contract.paint_order import deeply_nested_flex


class FlexBox:
    """A stand-in for WeasyPrint's box of this name."""

    element = None


class BlockBox(FlexBox):
    """Likewise; what counts is the name of the class."""


@pytest.mark.parametrize(("depth", "found"), [(3, 0), (4, 1)])
def test_at_most_three_flex_boxes_are_nested(depth: int, found: int) -> None:
    lineage = (BlockBox(), *(FlexBox() for _ in range(depth)))
    render: Any = SimpleNamespace(boxes=[lineage])
    assert len(list(deeply_nested_flex(render))) == found
