"""The DrawingML of a picture; only its size, position, number and description vary."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Length, Mm

from .wordml import Element, printable, w

_DISTANCE = Mm(5)
"""Between a picture and the text beside it."""

_GEOMETRIES = {"square": "rect", "passport": "rect", "rounded": "roundRect", "round": "ellipse"}
_CORNER_RADIUS = 8_000
"""The radius of rounded corners, in 1/100,000 of the shorter side."""

_INLINE = f"""<wp:inline {nsdecls("wp", "a", "pic", "r")} distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="{{width}}" cy="{{height}}"/>{{picture}}</wp:inline>"""

_ANCHOR = f"""<wp:anchor {nsdecls("wp", "a", "pic", "r")} distT="0" distB="0" distL="{{left}}" distR="{{right}}"
 simplePos="0" relativeHeight="{{number}}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>{{side}}</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>{{below}}</wp:posOffset></wp:positionV>
<wp:extent cx="{{width}}" cy="{{height}}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
<wp:wrapSquare wrapText="bothSides"/>{{picture}}</wp:anchor>"""

_PICTURE = """<wp:docPr id="{number}" name="Picture {number}"/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{relation}"/>{crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="{geometry}"><a:avLst>{rounding}</a:avLst></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic>"""


@dataclass(frozen=True, slots=True)
class Frame:
    """The size and shape of a drawn picture; `crop` has the fractions to crop at its left, top, right and bottom."""

    width: Length
    height: Length
    shape: str = "square"
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)


def inline_picture(relation: str, number: int, alt: str, frame: Frame) -> Element:
    """Return a picture as an inline run. `number` is unique in the document, `relation` is the id of its file."""
    return _run(_INLINE.format(**_size(frame), picture=_picture(relation, number, frame)), alt)


def anchored_picture(relation: str, number: int, alt: str, frame: Frame, side: str, below: Length) -> Element:
    """Return a picture at the `left` or `right` margin, `below` the top of its paragraph, with text wrapped around."""
    left, right = (_DISTANCE, 0) if side == "right" else (0, _DISTANCE)
    picture = _picture(relation, number, frame)
    position = {"left": left, "right": right, "side": side, "below": below, "number": number}
    return _run(_ANCHOR.format(**_size(frame), **position, picture=picture), alt)


def _size(frame: Frame) -> dict[str, int]:
    return {"width": int(frame.width), "height": int(frame.height)}


def _picture(relation: str, number: int, frame: Frame) -> str:
    left, top, right, bottom = (round(100_000 * fraction) for fraction in frame.crop)
    return _PICTURE.format(
        **_size(frame),
        relation=relation,
        number=number,
        crop=f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(frame.crop) else "",
        geometry=_GEOMETRIES.get(frame.shape, "rect"),
        rounding=f'<a:gd name="adj" fmla="val {_CORNER_RADIUS}"/>' if frame.shape == "rounded" else "",
    )


def _run(markup: str, alt: str) -> Element:
    drawing = parse_xml(markup)
    for properties in drawing.xpath("wp:docPr"):
        properties.set("descr", printable(alt))
    return w("r", w("drawing", drawing))
