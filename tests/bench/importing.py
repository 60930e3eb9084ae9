"""How long the readers of timeline files take, and how much memory, against the standard reader of each format."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
NOUNS: Final = ("relief", "tons", "supplies", "Kabul", "forces", "visit", "training", "helicopter", "camp", "road")

STANDARD: Final = {
    "timelinejs": "import json; json.load(open(path, encoding='utf-8'))",
    "jsonld": "import json; json.load(open(path, encoding='utf-8'))",
    "webannotation": "import json; json.load(open(path, encoding='utf-8'))",
    "csv": "import csv; list(csv.reader(open(path, encoding='utf-8', newline='')))",
    "timeline": "from xml.etree import ElementTree; ElementTree.parse(path)",
    "ics": "import icalendar; icalendar.Calendar.from_ical(open(path, 'rb').read())",
    "xlsx": "import openpyxl; [row for row in openpyxl.load_workbook(path, read_only=True).active.iter_rows()]",
}
OURS: Final = (
    "from natopk_desktop.importers import registry; made = registry.read(open(path, 'rb').read(), path); "
    "assert len(made.contents.milestones) == {count}"
)
# Time of the processor: what else the machine does meanwhile has no part in it.
CHILD: Final = """
import re, sys, time
sys.path.insert(0, {root!r})
path = {path!r}
start = time.process_time()
{work}
seconds = time.process_time() - start
print(seconds, int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1000)
"""


def table(counts: list[int]) -> str:
    """Return the table of one reading each."""
    lines = [
        "Reading timelines; goals: 3 x the standard reader + 1 s (of the processor); peak 150 MB + 5 x the file",
        "  format         entries   file MB  standard s   ours s   goal s   growth  peak MB  goal MB",
    ]
    with tempfile.TemporaryDirectory(prefix="natopk-bench-") as folder:
        for name, make in MAKERS.items():
            before = 0.0
            for count in counts:
                path = Path(folder, f"bench.{name}")
                make(path, count)
                size = path.stat().st_size / 1e6
                standard, _ = _run(path, STANDARD[name])
                ours, peak = _run(path, OURS.format(count=count))
                growth = f"x {ours / before:.1f}" if before else ""
                before = ours
                lines.append(
                    f"  {name:<13}{count:>9}  {size:>8.1f}  {standard:>10.2f}  {ours:>7.2f}  {3 * standard + 1:>7.2f}"
                    f"  {growth:>7}  {peak:>7.0f}  {150 + 5 * size:>7.0f}"
                )
                path.unlink()
    return "\n".join(lines)


def _run(path: Path, work: str) -> tuple[float, float]:
    """Return seconds of the processor and peak memory in MB."""
    child = CHILD.format(root=str(ROOT), path=str(path), work=work)
    told = subprocess.run([sys.executable, "-c", child], check=True, capture_output=True, text=True, cwd=ROOT)
    seconds, peak = map(float, told.stdout.split())
    return seconds, peak


def _entries(count: int) -> Iterator[tuple[int, int, int, str, str, str]]:
    """Yield year, month, day, headline, text and topic of each event, the same every time."""
    random = Random(1)
    for _ in range(count):
        words = [" ".join(random.choices(NOUNS, k=size)).capitalize() + "." for size in (6, 18)]
        year, month, day = random.randint(1900, 2025), random.randint(1, 12), random.randint(1, 28)
        yield year, month, day, words[0], words[1], random.choice(NOUNS)


def _timelinejs(path: Path, count: int) -> None:
    events = [
        {
            "start_date": {"year": str(year), "month": str(month), "day": str(day)},
            "text": {"headline": headline, "text": f"<p>{text}</p>"},
            "group": topic,
        }
        for year, month, day, headline, text, topic in _entries(count)
    ]
    path.write_text(json.dumps({"events": events}), encoding="utf-8")


def _jsonld(path: Path, count: int) -> None:
    events = [
        {
            "@type": "Event",
            "name": headline,
            "description": text,
            "startDate": f"{year}-{month:02}-{day:02}",
            "keywords": topic,
        }
        for year, month, day, headline, text, topic in _entries(count)
    ]
    path.write_text(json.dumps({"@context": "https://schema.org", "@graph": events}), encoding="utf-8")


def _webannotation(path: Path, count: int) -> None:
    items = [
        {
            "type": "Annotation",
            "created": f"{year}-{month:02}-{day:02}T00:00:00Z",
            "motivation": topic,
            "body": {"type": "TextualBody", "value": text},
            "target": {"source": "https://example.org", "selector": {"type": "TextQuoteSelector", "exact": headline}},
        }
        for year, month, day, headline, text, topic in _entries(count)
    ]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    path.write_text(json.dumps(page), encoding="utf-8")


def _csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Date", "Title", "Description", "Category"))
        writer.writerows(
            (f"{year}-{month:02}-{day:02}", headline, text, topic)
            for year, month, day, headline, text, topic in _entries(count)
        )


def _timeline(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("<?xml version='1.0' encoding='utf-8'?>\n<timeline><version>1.17.0</version>\n")
        file.write("<timetype>gregoriantime</timetype><categories></categories><events>\n")
        for year, month, day, headline, text, topic in _entries(count):
            moment = f"{year}-{month:02}-{day:02} 00:00:00"
            file.write(
                f"<event>\n<start>{moment}</start>\n<end>{moment}</end>\n<text>{escape(headline)}</text>\n"
                "<progress>0</progress>\n<fuzzy>False</fuzzy>\n<locked>False</locked>\n<ends_today>False</ends_today>\n"
                f"<category>{topic}</category>\n<description>{escape(text)}</description>\n</event>\n"
            )
        file.write("</events><view></view></timeline>\n")


def _ics(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n")
        for number, (year, month, day, headline, text, topic) in enumerate(_entries(count)):
            file.write(
                f"BEGIN:VEVENT\r\nUID:{number}@bench\r\nDTSTAMP:20200101T000000Z\r\n"
                f"DTSTART;VALUE=DATE:{year}{month:02}{day:02}\r\nSUMMARY:{headline}\r\n"
                f"DESCRIPTION:{text[:60]}\r\n {text[60:]}\r\nCATEGORIES:{topic}\r\nEND:VEVENT\r\n"
            )
        file.write("END:VCALENDAR\r\n")


def _xlsx(path: Path, count: int) -> None:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(("Date", "Title", "Description", "Category"))
    for year, month, day, headline, text, topic in _entries(count):
        sheet.append((f"{year}-{month:02}-{day:02}", headline, text, topic))
    book.save(path)


MAKERS: Final[dict[str, Callable[[Path, int], None]]] = {
    "timelinejs": _timelinejs,
    "csv": _csv,
    "timeline": _timeline,
    "jsonld": _jsonld,
    "webannotation": _webannotation,
    "xlsx": _xlsx,
    "ics": _ics,
}
