"""Letters that people can read, and machines as words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .boxes import Piece, named
from .finding import Finding
from .trial import Trial

WIDEST_SPACING = 0.08
"""In em. Readers take letters that are a tenth of an em apart for words."""

SMALLEST = 8.0
SMALLEST_BODY = 8.5
"""In points: of anything, and of what most of a page is set in."""

_ROUNDING = 0.01


def letter_spacing(trial: Trial) -> Iterator[Finding]:
    """Find letters so far apart that machines read spaces between them."""
    for piece in trial.pieces:
        spacing = piece.box.style["letter_spacing"]
        if not isinstance(spacing, str) and spacing > (WIDEST_SPACING + _ROUNDING / 10) * piece.box.style["font_size"]:
            em = spacing / piece.box.style["font_size"]
            message = f"the letters of `{named(piece.box)}` are {em:.2f} em apart: machines read spaces between them"
            hint = f"at most {WIDEST_SPACING} em"
            yield Finding("letter-spacing", message, hint, piece.box, "letter-spacing")


def whole_words(trial: Trial) -> Iterator[Finding]:
    """Find words that are hyphenated of themselves, and capitals that are made of small letters."""
    for piece in _words(trial):
        name, style = named(piece.box), piece.box.style
        if style["hyphens"] == "auto":
            message = f"words of `{name}` are hyphenated: a search finds neither half"
            yield Finding("automatic-hyphens", message, "hyphens: manual", piece.box, "hyphens")
        if style["font_variant_caps"] != "normal":
            message = f"`{name}` is in small capitals: machines read them as small letters"
            hint = "text-transform: uppercase, in a smaller size"
            yield Finding("small-caps", message, hint, piece.box, "font-variant-caps")


def sizes(trial: Trial) -> Iterator[Finding]:
    """Find text that is too small."""
    for piece in trial.pieces:
        if piece.says_something and piece.points < SMALLEST - _ROUNDING:
            message = f"`{named(piece.box)}` is set in {_pt(piece.points)}: nothing may be under {_pt(SMALLEST)}"
            yield Finding("small-text", message, f"font-size: {_pt(SMALLEST)}, or more", piece.box, "font-size")
    usual = _usual(trial) if trial.sample.name == "long" else None
    if usual and usual.points < SMALLEST_BODY - _ROUNDING:
        message = f"most of the text is set in {_pt(usual.points)}: it may not be under {_pt(SMALLEST_BODY)}"
        yield Finding("small-text", message, f"font-size: {_pt(SMALLEST_BODY)}, or more", usual.box, "font-size")


def _usual(trial: Trial) -> Piece | None:
    """Return a text in the size that most of the page is set in."""
    letters = Counter[float]()
    for piece in trial.pieces:
        letters[round(piece.points, 2)] += len(piece.text)
    sizes = [size for size, _ in letters.most_common(1)]
    return next((piece for piece in trial.pieces if round(piece.points, 2) in sizes), None)


def _words(trial: Trial) -> Iterator[Piece]:
    return (piece for piece in trial.pieces if piece.says_something)


def _pt(points: float) -> str:
    return f"{points:.4g} pt"
