"""Benchmark resumekit and its peers: cold processes, interleaved, medians and ratios.

Takes  the installed `resumekit`, and RenderCV if available: RENDERCV names its executable, or else
       `../shared/tools/rendercv-peer --where` does. Both then build RenderCV's own two-page sample;
       without RenderCV, resumekit builds a generated résumé of that length.
Gives  a table on standard output: command, median in milliseconds, ratio to the first line of its group; and
       the same with every single time in `--json FILE`.
Raises SystemExit if a measured command fails.
Never  judges: times depend on the machine, so no test asserts them.

Every run is a new process that writes to a new folder. The first round warms the caches and is not counted.
"""

import argparse
import dataclasses
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
PEER_SETUP = ROOT.parent / "shared" / "tools" / "rendercv-peer"
SEVEN = "pdf,html,png,docx,md,txt,json"
OUT = "{out}"  # in a command: the new folder of this run

BARE_WEASYPRINT = """
import pathlib, sys, weasyprint
source, target = map(pathlib.Path, sys.argv[1:])
html = weasyprint.HTML(string=source.read_text("utf-8"), base_url=source.as_uri())
html.write_pdf(target / "bare.pdf", pdf_variant="pdf/ua-1")
"""

Data = dict[str, Any]


@dataclass(frozen=True)
class Contestant:
    """A command to time."""

    what: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Commands that run in turns; ratios are relative to the first one."""

    title: str
    contestants: tuple[Contestant, ...]


@dataclass(frozen=True)
class Row:
    """The result of one contestant."""

    what: str
    median_ms: float
    ratio: float
    pages: str
    times_ms: tuple[float, ...]


# --- measuring


def run_once(contestant: Contestant, out: Path) -> float:
    """Run the command as a new process and return its wall time in milliseconds."""
    command = [part.replace(OUT, str(out)) for part in contestant.command]
    start = time.perf_counter()
    run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", cwd=out)
    elapsed = time.perf_counter() - start
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)}\nexited with code {run.returncode}: {run.stderr or run.stdout}")
    return elapsed * 1000


def measure(group: Group, runs: int) -> list[Row]:
    """Time the contestants in turns, reversing the order every second round."""
    times: dict[str, list[float]] = {contestant.what: [] for contestant in group.contestants}
    pages: dict[str, str] = {}
    for turn in range(runs + 1):
        for contestant in group.contestants[:: -1 if turn % 2 else 1]:
            with tempfile.TemporaryDirectory(prefix="bench-") as out:
                elapsed = run_once(contestant, Path(out))
                if turn == 0:
                    pages[contestant.what] = describe_pdf(Path(out))
                else:
                    times[contestant.what].append(elapsed)
    medians = {what: median(taken) for what, taken in times.items()}
    base = medians[group.contestants[0].what]
    return [Row(what, ms, ms / base, pages[what], tuple(times[what])) for what, ms in medians.items()]


def describe_pdf(folder: Path) -> str:
    """Count the pages and words of the PDF in the folder, to show that equal amounts of text were typeset."""
    pdf = next(folder.rglob("*.pdf"), None)
    pdftotext = shutil.which("pdftotext")
    if pdf is None or pdftotext is None:
        return ""
    text = subprocess.run([pdftotext, pdf, "-"], capture_output=True).stdout.decode("utf-8", "replace")
    return f"{text.count(chr(12))} pages, {len(text.split())} words"


# --- the groups


def groups(resumekit: str, themes: Sequence[str], folder: Path) -> Iterator[Group]:
    """Prepare the inputs in the folder and yield the groups to compare."""
    peer = find_peer()
    sample = peer_sample(peer, folder) if peer else None
    resume = folder / "resume.yaml"
    data = from_rendercv(sample) if sample else invented_resume()
    resume.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    builds = {theme: build(resumekit, resume, theme) for theme in themes}
    if peer and sample:
        yield Group("PDF of the same text", (peer_build(peer, sample), *builds.values()))
        yield Group("several formats of the same text in one command", many_formats(peer, sample, resumekit, resume))
    yield Group("the same text in every theme", beside_compact(resumekit, resume, builds))
    for theme in themes:
        bare = bare_weasyprint(resumekit, resume, theme, folder / theme)
        yield Group(f"WeasyPrint alone on the HTML of {theme}", (bare, builds[theme]))
    for theme in themes:
        yield Group(f"cost of reading back the PDF of {theme}", (without_read_back(builds[theme]), builds[theme]))
    yield Group(
        "commands that do not typeset",
        (
            Contestant("python -c pass", (sys.executable, "-c", "pass")),
            Contestant("resumekit --version", (resumekit, "--version")),
            Contestant("resumekit validate", (resumekit, "validate", str(resume))),
        ),
    )


def build(resumekit: str, resume: Path, theme: str, target: str = "pdf") -> Contestant:
    """Return the command under test."""
    command = (resumekit, "build", str(resume), "-o", OUT, "--theme", theme, "--format", target)
    return Contestant(f"resumekit build --theme {theme}", command)


def beside_compact(resumekit: str, resume: Path, builds: dict[str, Contestant]) -> tuple[Contestant, ...]:
    """Return `compact` and the other themes, none of which should take more than 1.25 times as long."""
    others = (contestant for theme, contestant in builds.items() if theme != "compact")
    return (build(resumekit, resume, "compact"), *others)


def many_formats(peer: str, sample: Path, resumekit: str, resume: Path) -> tuple[Contestant, ...]:
    """Return RenderCV's command for its five formats, and ours for seven, and for all including LaTeX."""
    theirs = Contestant(f"{version_of(peer)}: its five", (peer, "render", str(sample), "-q", "-o", f"{OUT}/out"))
    seven = build(resumekit, resume, "modern", SEVEN).command
    return (
        theirs,
        Contestant("resumekit build: seven formats", seven),
        Contestant("the same, and LaTeX", (*seven[:-1], f"{SEVEN},tex")),
    )


def without_read_back(build: Contestant) -> Contestant:
    """Return the same build, without reading the PDF back."""
    return Contestant("the same with --no-verify", (*build.command, "--no-verify"))


def bare_weasyprint(resumekit: str, resume: Path, theme: str, folder: Path) -> Contestant:
    """Write the theme's HTML once, and return the command that only typesets it."""
    folder.mkdir()
    run_once(build(resumekit, resume, theme, "html"), folder)
    source = next(folder.glob("*.html"))
    return Contestant("bare WeasyPrint", (sys.executable, "-c", BARE_WEASYPRINT, str(source), OUT))


def peer_build(peer: str, sample: Path) -> Contestant:
    """Return RenderCV's command for a PDF only."""
    command = (peer, "render", str(sample), "-q", "-nomd", "-nohtml", "-nopng", "-o", f"{OUT}/out")
    return Contestant(f"{version_of(peer)}, PDF only", command)


def version_of(peer: str) -> str:
    """Return RenderCV's name and version."""
    return subprocess.run([peer, "--version"], capture_output=True, text=True).stdout.strip()


# --- what can be measured


def find_resumekit() -> str:
    """Return the command in the environment that runs the benchmark, or else the one on PATH."""
    beside = shutil.which("resumekit", path=str(Path(sys.executable).parent))
    return beside or shutil.which("resumekit") or sys.exit("the command resumekit is not installed")


def find_themes() -> list[str]:
    """Return the names of the themes in this checkout."""
    return sorted(manifest.parent.name for manifest in ROOT.glob("themes/*/theme.yaml"))


def find_peer() -> str | None:
    """Return RenderCV's executable, if any; the set-up script installs it on its first call."""
    if named := os.environ.get("RENDERCV"):
        return named
    if not PEER_SETUP.is_file():
        return None
    return subprocess.run([PEER_SETUP, "--where"], capture_output=True, text=True).stdout.strip() or None


def peer_sample(peer: str, folder: Path) -> Path:
    """Have RenderCV write its own sample."""
    subprocess.run([peer, "new", "John Doe"], cwd=folder, capture_output=True, check=True)
    return folder / "John_Doe_CV.yaml"


# --- converting the peer's sample


def from_rendercv(sample: Path) -> Data:
    """Convert a RenderCV file to a résumé; every scalar stays text, as in the file."""
    cv = yaml.load(sample.read_text("utf-8"), Loader=yaml.BaseLoader)["cv"]
    profiles = [
        {"network": item["network"], "username": item["username"], "url": profile_url(**item)}
        for item in cv["social_networks"]
    ]
    basics = {
        "name": cv["name"],
        "email": cv["email"],
        "url": cv["website"],
        "location": {"city": cv["location"]},
        "profiles": profiles,
    }
    resume: Data = {"basics": basics, "sections": []}
    for title, entries in cv["sections"].items():
        add_section(resume, title.replace("_", " ").title() if title.islower() else title, entries)
    return resume


def profile_url(network: str, username: str) -> str:
    """Return the URL that RenderCV derives from a user name."""
    return f"https://{network.lower()}.com/{'in/' if network == 'LinkedIn' else ''}{username}"


def add_section(resume: Data, title: str, entries: Sequence[Any]) -> None:
    """Add a section: one of the schema's, identified by the keys of its first entry, or a custom one."""
    kinds = {
        "institution": ("education", education),
        "company": ("work", work),
        "authors": ("publications", publication),
        "label": ("skills", skill),
    }
    for key, (name, convert) in kinds.items():
        if isinstance(entries[0], dict) and key in entries[0]:
            resume[name] = [convert(entry) for entry in entries]
            return
    own = resume["sections"]  # with ids, because titles such as Projects are also names of the schema's sections
    own.append({"title": title, "id": f"own-{len(own)}", **own_section(entries)})


def own_section(entries: Sequence[Any]) -> Data:
    """Convert the entry types that have no section in JSON Resume."""
    if isinstance(entries[0], str):
        return {"text": "\n\n".join(entries)}
    if "name" in entries[0]:
        return {"entries": [{"title": entry["name"], **common(entry)} for entry in entries]}
    return {"items": [text for entry in entries for text in entry.values()]}  # bullet, number, reversed_number


def education(entry: Data) -> Data:
    """Convert an EducationEntry."""
    named = {"institution": entry["institution"], "area": entry["area"], "studyType": entry["degree"]}
    return named | common(entry)


def work(entry: Data) -> Data:
    """Convert an ExperienceEntry."""
    return {"name": entry["company"], "position": entry["position"], **common(entry)}


def publication(entry: Data) -> Data:
    """Convert a PublicationEntry."""
    return {
        "name": entry["title"],
        "authors": entry["authors"],
        "publisher": entry["journal"],
        "releaseDate": entry["date"],
        "doi": entry["doi"],
    }


def skill(entry: Data) -> Data:
    """Convert a OneLineEntry."""
    return {"name": entry["label"], "keywords": entry["details"].split(", ")}


def common(entry: Data) -> Data:
    """Convert the fields that all entry types share, without empty ones."""
    found = {
        "startDate": entry.get("start_date"),
        "endDate": entry.get("end_date"),
        "date": entry.get("date"),
        "location": entry.get("location"),
        "summary": entry.get("summary"),
        "highlights": [highlight(text) for text in entry.get("highlights", ())],
    }
    return {key: value for key, value in found.items() if value}


def highlight(text: str) -> str | Data:
    """Convert a highlight; RenderCV reads ` - ` in it as the start of a nested one."""
    head, *nested = text.split(" - ")
    return {"text": head, "highlights": nested} if nested else head


# --- without the peer


def invented_resume() -> Data:
    """Generate about two pages, the same ones every time."""
    words = [
        "budget",
        "design",
        "line",
        "market",
        "model",
        "plan",
        "report",
        "review",
        "survey",
        "system",
        "team",
    ]
    chance = random.Random(7)

    def sentence(length: int) -> str:
        return " ".join(["Improved", *chance.choices(words, k=length)])

    return {
        "basics": {"name": "Ada Example", "email": "ada@example.org", "url": "https://ada.example.org"},
        "work": [
            {
                "name": f"Example Company {number}",
                "position": "Analyst",
                "startDate": f"{2024 - 2 * number}-01",
                "endDate": f"{2025 - 2 * number}-12",
                "location": "London",
                "highlights": [sentence(15) for _ in range(4)],
            }
            for number in range(8)
        ],
        "skills": [{"name": name.title(), "keywords": chance.sample(words, 5)} for name in words[:6]],
        "sections": [{"title": "Talks", "items": [sentence(7) for _ in range(6)]}],
    }


# --- the report


def table(title: str, rows: Sequence[Row]) -> str:
    """Format the table of one group."""
    lines = [f"  {row.what:<36} {row.median_ms:>8.0f} ms {row.ratio:>6.2f}   {row.pages}" for row in rows]
    return "\n".join([f"{title}:", *(line.rstrip() for line in lines)])


def arguments() -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each command (default: 7)")
    parser.add_argument("--theme", action="append", help="theme to measure; repeatable (default: all)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every single time to FILE")
    return parser.parse_args()


def main() -> None:
    """Measure the groups one after another, printing each when it is done."""
    options = arguments()
    measured: dict[str, list[Row]] = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for group in groups(find_resumekit(), options.theme or find_themes(), Path(folder)):
            measured[group.title] = measure(group, options.runs)
            print(table(group.title, measured[group.title]), flush=True)
    if options.json:
        report = {title: [dataclasses.asdict(row) for row in rows] for title, rows in measured.items()}
        options.json.write_text(json.dumps({"runs": options.runs, "groups": report}, indent=2) + "\n")


if __name__ == "__main__":
    main()
