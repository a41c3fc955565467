"""The rules for what a theme renders: its page runs nothing, requests nothing, and attaches nothing.

Elements, attributes and addresses are listed by what is allowed, not by what is known to be dangerous. The rules hold
for every format made from the page, so that a theme which builds as PDF also builds as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urljoin, urlsplit

from resumekit.addresses import RESUME_HOST, THEME_HOST, is_loadable, picture_address
from resumekit.codes import Code
from resumekit.errors import Problem, ThemeError
from resumekit.present import ResumeView, picture_files
from resumekit.schema import LINK_SCHEMES

from .discovery import Theme
from .markup import Attribute, MalformedMarkup, Token, tokens_of
from .style_addresses import IMPORT, Unwritten, style_addresses
from .theme_files import STYLES, TEMPLATES, locate
from .web_style import own_screen_style


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ELEMENTS = _words("""
    html head meta title style body
    address article aside footer h1 h2 h3 h4 h5 h6 header hgroup main nav search section
    blockquote dd div dl dt figcaption figure hr li menu ol p pre ul
    a abbr b bdi bdo br cite code data dfn em i kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr
    del ins img caption col colgroup table tbody td tfoot th thead tr
""")
_ATTRIBUTES = _words("""
    class dir id lang role style title xml:lang xmlns
    itemid itemprop itemref itemscope itemtype prefix property resource typeof vocab
""")
"""Attributes of any element, besides `aria-…` and `data-…`."""

_OWN_ATTRIBUTES = {
    "a": {"href", "hreflang", "rel", "target"},
    "col": {"span", "width"},
    "colgroup": {"span", "width"},
    "data": {"value"},
    "del": {"datetime"},
    "img": {"alt", "height", "src", "width"},
    "ins": {"datetime"},
    "li": {"value"},
    "meta": {"charset", "content", "name"},
    "ol": {"reversed", "start", "type"},
    "style": {"media", "type"},
    "table": {"border", "cellpadding", "cellspacing", "width"},
    "td": {"align", "colspan", "headers", "rowspan", "valign", "width"},
    "th": {"abbr", "align", "colspan", "headers", "rowspan", "scope", "valign", "width"},
    "time": {"datetime"},
}
_ALSO_ALLOWED = re.compile(r"(?:aria|data)-[\w.-]+")
_LINK = re.compile(rf"(?:{'|'.join(LINK_SCHEMES)}):|#", re.IGNORECASE)
_EMBEDDED = re.compile(r"data:(?:image/(?:png|jpeg|gif|webp|svg\+xml)|(?:application/)?font[/-][\w.+-]+)[;,]", re.I)

_MANY = 100
_ONE_FILE = "leave it out: a page is one file of text, style and pictures"


def check_page(html: str, view: ResumeView, theme: Theme) -> None:
    """Check what a theme renders.

    Raises:
        ThemeError: it has a problem.
    """
    if problems := tuple(page_problems(html, view, theme)):
        raise ThemeError(*problems)


def page_problems(html: str, view: ResumeView, theme: Theme) -> Iterator[Problem]:
    """Yield what a theme may not render, each problem once, with its place in the theme if it can be found.

    After a hundred, the rest of the page is not examined.
    """
    found: set[Problem] = set()
    for problem in _Page(html, view, theme).problems():
        if problem not in found:
            found.add(problem)
            yield problem
        if len(found) == _MANY:
            return


class _Page:
    """A rendered page, and the addresses of the pictures that its view names."""

    def __init__(self, html: str, view: ResumeView, theme: Theme) -> None:
        self._html = html
        self._theme = theme
        self._pictures = {picture_address(name) for name in picture_files(view)}
        self._located = cache(lambda written: locate(written, theme, TEMPLATES, STYLES))

    def problems(self) -> Iterator[Problem]:
        try:
            for token in tokens_of(self._html):
                if token.kind == "start":
                    yield from self._element(token)
                elif token.kind == "raw" and token.name == "style":
                    yield from self._style(self._html[token.start : token.end])
        except MalformedMarkup as error:
            yield self._malformed(error.offset)
        yield from self._style(own_screen_style(self._theme))

    def _element(self, tag: Token) -> Iterator[Problem]:
        if tag.name == "svg":
            hint = "make it the background of an empty box, or an <img> with an alternative text"
            yield self._problem("inline-svg", "the page contains an inline <svg>", "<svg", hint)
        elif tag.name not in _ELEMENTS:
            message = f"the element <{tag.name}> is not allowed"
            yield self._problem("active-content", message, f"<{tag.name}", _ONE_FILE)
        else:
            for attribute in tag.attributes:
                yield from self._attribute(tag.name, attribute)

    def _attribute(self, element: str, attribute: Attribute) -> Iterator[Problem]:
        name, value = attribute.name, attribute.value
        if not _is_allowed(name, element):
            message = f"the attribute '{name}' is not allowed on <{element}>"
            yield self._problem("active-content", message, f"{name}=", _ONE_FILE)
        elif name == "style":
            yield from self._style(value)
        elif name == "src" and not self._may_load(value):
            yield self._refused(value)
        elif name == "href" and (not _LINK.match(value) or value.startswith((RESUME_HOST, THEME_HOST))):
            hint = f"a link starts with #, {', '.join(f'{scheme}:' for scheme in LINK_SCHEMES)}"
            yield self._problem("active-content", f"'{value}' is not an address for a link", value, hint)
        elif name == "rel" and "attachment" in value.lower().split():
            hint = "leave out `rel`: only `output: {pdf: archive}` attaches files"
            yield self._problem("theme-attachment", "a theme cannot attach files", "attachment", hint)
        elif name == "charset" and value.lower() != "utf-8":
            message = f"the encoding of the page is UTF-8, not '{value}'"
            yield self._problem("active-content", message, "charset", "leave it out")

    def _style(self, style: str) -> Iterator[Problem]:
        for address in style_addresses(style):
            if address == IMPORT:
                hint = "write the rules into resume.css"
                yield self._problem("refused-address", "a style sheet may not import another", IMPORT, hint)
            elif isinstance(address, Unwritten):
                hint = "write the address itself; `var()` can stand for a whole `url()`"
                yield self._problem("refused-address", f"the address in `{address})` is not written out", address, hint)
            elif not self._may_load(address):
                yield self._refused(address)

    def _may_load(self, address: str) -> bool:
        """Return whether an address is a picture of the view, a file of the theme, or a part of the page."""
        if _EMBEDDED.match(address) or (len(address) > 1 and address.startswith("#")):
            return True
        try:
            url = urljoin(THEME_HOST, address)
            return url in self._pictures or (url.startswith(THEME_HOST) and is_loadable(unquote(urlsplit(url).path)))
        except ValueError:  # `https://[`
            return False

    def _refused(self, address: str) -> Problem:
        shown = address if len(address) <= 100 else f"{address[:99]}…"
        hint = "a page can load the pictures of the résumé, and pictures and fonts in the folder of its theme"
        return self._problem("refused-address", f"the page may not load '{shown}'", address, hint)

    def _malformed(self, offset: int) -> Problem:
        text = self._html[offset:].partition("\n")[0][:40].encode("utf-8", "backslashreplace").decode()
        hint = "write `<` as `&lt;` in texts, and close every comment, <style>, <title> and quoted value"
        return self._problem("malformed-markup", f"malformed markup at '{text}'", text, hint)

    def _problem(self, code: Code, message: str, written: str, hint: str) -> Problem:
        theme = self._theme
        location = self._located(written) if written else None
        return Problem(code, f"theme '{theme.name}': {message}", location, file=str(theme.folder), hint=hint)


def _is_allowed(attribute: str, element: str) -> bool:
    own = _OWN_ATTRIBUTES.get(element, ())
    return attribute in _ATTRIBUTES or attribute in own or _ALSO_ALLOWED.fullmatch(attribute) is not None
