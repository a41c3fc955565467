"""Hostile pages in a real Chromium, with a listener on loopback: nothing runs, and nobody calls.

What a hostile theme renders is refused before it is written. Here it is written all the same, to show that the policy
in the page alone stops it; only what no policy covers has nothing but the first defence.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from present.resumes import document_of, view_of
from resumekit.pipeline import BuildOptions, build
from resumekit.schema import validate
from resumekit.tailor import translate
from resumekit.theming import Design, render_html
from resumekit.theming.markup import MalformedMarkup
from resumekit.writers import PreparedEdition, write_content
from theming.themes import BUILT_IN
from web.chromium import Browser
from web.conftest import window as window  # a fixture

from .hostile_pages import HARMLESS, IN_BODY, IN_HEAD, ODD_FRAMES, RUN, page_with, theme_with

pytestmark = pytest.mark.attacks

RESUME = "basics: {name: Jane Quillfeather}"
BEYOND_A_POLICY = {"refresh", "refresh-in-capitals", "refresh-to-script", "prefetch", "frame", "frames"}
"""A policy does not keep a page from leaving itself, nor Chromium from connecting ahead of a request."""

HOSTILE_TEXTS = [
    "<script>document.title='pwned'</script>",
    "</style><script>document.title='pwned'</script>",
    "</script><script>document.title='pwned'</script>",
    '"><img src=x onerror="document.title=\'pwned\'">',
    '\'><img src="http://127.0.0.1:PORT/a.png">',
    "<!--<script>",
    '--><img src="http://127.0.0.1:PORT/a.png">',
    "[x](http://127.0.0.1:PORT/)",
    "[x](javascript:document.title='pwned')",
    "<http://127.0.0.1:PORT/>",
    "&lt;img src=http://127.0.0.1:PORT/a.png&gt;",
    "url(http://127.0.0.1:PORT/a.png)",
    "{{ 7 * 7 }}{% raw %}",
    "</title><meta http-equiv=refresh content=0;http://127.0.0.1:PORT/>",
]
FIELDS = "basics: {{name: {0}, label: {0}, summary: {0}}}\nwork: [{{name: {0}, position: {0}, highlights: [{0}]}}]\n"


@dataclass
class Listener:
    """A server that answers everything, and remembers what it was asked for."""

    port: int
    asked: list[str] = field(default_factory=list)

    def here(self, text: str) -> str:
        """Return a text in which the address of an attacker is that of this listener."""
        return text.replace("PORT", str(self.port))


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    class Server(ThreadingHTTPServer):
        def get_request(self) -> tuple[socket.socket, Any]:
            noted.asked.append("connected")
            return super().get_request()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            noted.asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"document.title='pwned'")

        do_POST = do_GET

        def log_message(self, *details: object) -> None:
            pass

    with Server(("127.0.0.1", 0), Handler) as server:
        noted = Listener(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield noted
        server.shutdown()
        thread.join()


def written(folder: Path, template: str) -> Path:
    """Write the page of a theme without checking it; skip what cannot even be read."""
    theme = theme_with(folder, template)
    document, view = document_of(RESUME, folder), view_of(RESUME)
    resume = translate(validate(document)[0])
    design = Design(theme, {"size": "10pt"}, "A4", "16mm")
    edition = PreparedEdition(document, resume, view, design, html=render_html(view, design))
    (artifact,) = write_content(edition, ["html"])["html"]
    page = folder / "page.html"
    page.write_bytes(artifact.data)
    return page


def assert_quiet(window: Browser, listener: Listener, page: Path) -> None:
    """Show a page, do to it what a reader does, and find that it ran and asked for nothing."""
    listener.asked.clear()
    window.show(page, width=800)
    window.evaluate("[...document.querySelectorAll('p, details, [tabindex]')].forEach(e => { e.click(); e.focus() })")
    sleep(0.1)
    assert window.evaluate("document.title") != "pwned"
    assert listener.asked == []


def test_the_listener_hears_and_a_script_would_run(window: Browser, listener: Listener, tmp_path: Path) -> None:
    page = tmp_path / "loud.html"
    page.write_text(listener.here(f"<script>{RUN}</script><img src='http://127.0.0.1:PORT/loud.png'>"))
    window.show(page, width=800)
    sleep(0.1)
    assert window.evaluate("document.title") == "pwned"
    assert "/loud.png" in listener.asked


@pytest.mark.parametrize("name", sorted({*IN_HEAD} - BEYOND_A_POLICY))
def test_the_policy_alone_stops_what_is_in_the_head(
    window: Browser, listener: Listener, project: Path, name: str
) -> None:
    assert_quiet(window, listener, written(project, listener.here(page_with(head=IN_HEAD[name]))))


@pytest.mark.parametrize("name", sorted({*IN_BODY} - BEYOND_A_POLICY))
def test_the_policy_alone_stops_what_is_in_the_body(
    window: Browser, listener: Listener, project: Path, name: str
) -> None:
    try:
        page = written(project, listener.here(page_with(body=IN_BODY[name])))
    except MalformedMarkup:
        return  # there is no page
    assert_quiet(window, listener, page)


@pytest.mark.parametrize("name", ODD_FRAMES)
def test_the_policy_is_in_force_in_every_frame(window: Browser, listener: Listener, project: Path, name: str) -> None:
    attack = f"<img src='http://127.0.0.1:PORT/a.png'><script>{RUN}</script>"
    frame = ODD_FRAMES[name].replace("{{ resume.name }}", f"{{{{ resume.name }}}}{attack}")
    assert_quiet(window, listener, written(project, listener.here(frame)))
    assert "Jane Quillfeather" in window.evaluate("document.body.textContent")


@pytest.mark.parametrize("name", HARMLESS)
def test_chromium_finds_the_elements_that_were_checked(window: Browser, project: Path, name: str) -> None:
    window.show(written(project, page_with(body=HARMLESS[name])), width=800)
    allowed = "h1 p br ul li a table tbody tr td th b i img style html head meta title body script"
    found = window.evaluate("[...document.querySelectorAll('*')].map(e => e.localName)")
    assert set(found) <= set(allowed.split())
    assert window.evaluate("document.querySelectorAll('script:not([type=\"application/ld+json\"])').length") == 0


@pytest.mark.parametrize(("text", "theme"), [*zip(HOSTILE_TEXTS, cycle(BUILT_IN), strict=False)])
def test_no_text_of_a_résumé_runs_or_calls(
    window: Browser, listener: Listener, project: Path, theme: str, text: str
) -> None:
    quoted = "'" + listener.here(text).replace("'", "''") + "'"
    (project / "resume.yaml").write_text(FIELDS.format(quoted))
    build(project / "resume.yaml", BuildOptions(theme=theme, formats=("html",), output=project, verify=False))
    assert_quiet(window, listener, project / "resume.html")
