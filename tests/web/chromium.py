"""Chromium from Python, through its own driver: WebDriver is a few requests of JSON.

Takes  a page of this machine, and how it is to be shown.
Gives  what axe finds in it, how wide it is, what it asked for, and a picture of it.
Raises Unavailable, with the line that installs what is missing.
"""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--disable-dev-shm-usage",  # a container's shared memory is too small for a page
)
_RUN_AXE = """
const done = arguments[arguments.length - 1];
const told = node => node.any.concat(node.all).map(why => why.message)[0] || "";
axe.run(document).then(found => done(found.violations.flatMap(one =>
  one.nodes.map(node => `${one.id}: ${node.target.join(" ")}: ${told(node)}`))));
"""


class Unavailable(Exception):
    """What is missing, and how to get it."""


def file_of_package(package: str, name: str) -> Path:
    """Return a file that a package carries.

    Raises:
        Unavailable: it is not there.
    """
    try:
        return next(Path(str(file.locate())) for file in files(package) or () if file.name == name)
    except (PackageNotFoundError, StopIteration):
        raise Unavailable(f"{name} is missing; install it with: pip install --no-deps {package}") from None


@cache
def axe() -> str:
    """Return the script of axe.

    Raises:
        Unavailable: it is not there.
    """
    return file_of_package("axe-playwright-python", "axe.min.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Browser:
    """A window of Chromium."""

    address: str

    def show(self, page: Path, *, width: int, height: int = 900, scheme: str = "light") -> None:
        """Open a page in a window of so many CSS pixels, as a reader with this colour scheme sees it."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._devtools("Emulation.setDeviceMetricsOverride", size)
        preferred = {"name": "prefers-color-scheme", "value": scheme}
        self._devtools("Emulation.setEmulatedMedia", {"features": [preferred]})
        self._ask("url", {"url": page.as_uri()})

    def violations(self) -> list[str]:
        """Return what axe finds, of all its rules that are on, a line for each element."""
        self._ask("execute/sync", {"script": axe(), "args": []})
        found: list[str] = self._ask("execute/async", {"script": _RUN_AXE, "args": []})
        return found

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression of JavaScript."""
        return self._ask("execute/sync", {"script": f"return {expression}", "args": []})

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since the last time, those inside the page aside."""
        events = [json.loads(row["message"])["message"] for row in self._ask("se/log", {"type": "performance"})]
        sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [event["request"]["url"] for event in sent if not event["request"]["url"].startswith("data:")]

    def picture(self) -> bytes:
        """Return the whole page as PNG."""
        made = self._devtools("Page.captureScreenshot", {"captureBeyondViewport": True})
        return base64.b64decode(made["data"])

    def _devtools(self, command: str, parameters: dict[str, Any]) -> Any:
        return self._ask("goog/cdp/execute", {"cmd": command, "params": parameters})

    def _ask(self, command: str, parameters: dict[str, Any]) -> Any:
        return _post(f"{self.address}/{command}", parameters)


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """Start a browser with a profile of its own, and end it.

    Raises:
        Unavailable: there is none, or no driver for it.
    """
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        raise Unavailable("Chromium is missing; install it with: apt-get install chromium chromium-driver")
    process = subprocess.Popen([driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    with process:
        try:
            host = f"http://127.0.0.1:{_port(process)}"
            session = f"{host}/session/{_begin(host, program, profile)}"
            try:
                yield Browser(session)
            finally:
                urllib.request.urlopen(urllib.request.Request(session, method="DELETE")).close()
        finally:
            process.terminate()


def _port(process: subprocess.Popen[str]) -> int:
    assert process.stdout
    line = next(line for line in process.stdout if "started successfully on port" in line)
    return int(line.rstrip(".\n").rpartition(" ")[2])


def _begin(host: str, program: str, profile: Path) -> str:
    options = {"binary": program, "args": [*_FLAGS, f"--user-data-dir={profile}"]}
    wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"performance": "ALL"}}
    session: str = _post(f"{host}/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
    return session


def _post(address: str, parameters: dict[str, Any]) -> Any:
    request = urllib.request.Request(address, json.dumps(parameters).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.load(answer)["value"]
