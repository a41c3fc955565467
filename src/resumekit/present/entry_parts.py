"""Parts that entries of all sections share: bullets, pictures, keywords, pairs, links."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from resumekit.schema import Highlight, Image, ImageFile, Keyword, Pair

from .context import Context
from .inline import plain
from .view import BulletsView, BulletView, KeywordView, LinkView, Marker, PairView, PictureView


def bullets(highlights: Iterable[Highlight], context: Context, marker: Marker = "bullets") -> BulletsView:
    """Return highlights as bullets with their printed markers, at any depth."""
    made = tuple(
        BulletView(
            _mark(marker, number), context.text(highlight.text), bullets(highlight.highlights, context, highlight.list_)
        )
        for number, highlight in enumerate(filter(_says_something, highlights), start=1)
    )
    return BulletsView(marker, made)


def _says_something(highlight: Highlight) -> bool:
    return bool(highlight.text or highlight.highlights)


def _mark(marker: Marker, number: int) -> str:
    if marker == "bullets":
        return "•"
    return f"{number}." if marker == "numbers" else f"{_letters(number)}."


def _letters(number: int) -> str:
    """Return a, b, … z, aa, ab …: bijective base 26."""
    number, last = divmod(number - 1, 26)
    return (_letters(number) if number else "") + chr(ord("a") + last)


def count(view: BulletsView) -> int:
    """Return the number of bullets at all levels."""
    return sum(1 + count(bullet.bullets) for bullet in view.bullets)


def picture(image: Image, context: Context, fallback: str = "") -> PictureView:
    """Return a picture; its alternative text is `alt`, else its caption, else the fallback."""
    caption = context.text(image.caption)
    return PictureView(
        image.file, plain(context.text(image.alt)) or plain(caption) or fallback, caption, image.width or ""
    )


def logo(image: ImageFile | None, context: Context, fallback: str) -> PictureView | None:
    """Return a logo; its alternative text is `alt`, else the fallback."""
    return PictureView(image.file, plain(context.text(image.alt)) or fallback) if image else None


def keywords(values: Iterable[Keyword], context: Context) -> tuple[KeywordView, ...]:
    """Return keywords with their levels."""
    said = (value for value in values if value.name or value.level)
    return tuple(KeywordView(context.text(value.name), context.text(value.level)) for value in said)


def pairs(values: Iterable[Pair], context: Context) -> tuple[PairView, ...]:
    """Return labelled values."""
    return tuple(PairView(context.text(value.label), context.text(value.value)) for value in values)


def link(url: str | None) -> LinkView | None:
    """Return a link with the short form of its URL: no scheme, no `www.`, no trailing slash."""
    return LinkView(url, short_url(url)) if url else None


def printed_address(url: str) -> str:
    """Return the address of a page without scheme, `www.` and final slash; nothing for other addresses."""
    return short_url(url).rstrip("/") if urlsplit(url).scheme.lower() in {"http", "https"} else ""


def short_url(url: str) -> str:
    """Return a URL in its short form."""
    parts = urlsplit(url)
    if parts.scheme in {"mailto", "tel"}:
        return unquote(parts.path)
    rest = url.split("://", 1)[-1].removeprefix("www.")
    return rest.removesuffix("/") if rest.count("/") == 1 else rest
