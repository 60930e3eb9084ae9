"""How long pages take, against Typst alone on the same pages: ``python tests/bench/typeset.py``.

Each line gives the median of a few runs, one of ours and one of Typst's in turn, in milliseconds: ours, Typst alone on
the very pages with the same dossier attached, and their ratio. A briefing of many milestones is set once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.parts import DocumentKind
    from natopk_desktop.dossier.dossier import Dossier

ROOT = Path(__file__).resolve().parents[2]
RUNS = 11
OURS = """
import sys
sys.path.insert(0, {root!r})
from natopk_desktop import processes
with processes.short_lived():  # as the command does
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier import store
    from natopk_desktop.exporters import pdf
    pdf.write(store.built_in(), Choice(document={document!r}))
"""
BARE = """
import sys
import typst
fonts = typst.Fonts(False, False, [{fonts!r}])
inputs = {{name: open({folder!r} + "/" + name).read() for name in ("data", "attachment", "attachment-name")}}
typst.compile(
    {template!r} + "/document.typ", root={template!r}, font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs,
    format="pdf",
    pdf_standards=["ua-1", "a-3a"], timestamp=0, package_path={folder!r} + "/p", package_cache_path={folder!r} + "/c",
)
"""


def main() -> None:
    """Print the table."""
    sys.path.insert(0, str(ROOT))
    print(f"{'pages':<28}{'ours':>10}{'typst':>10}{'ratio':>8}")
    _cold("summary")
    _cold("briefing")
    _warm()
    for count in (11, 1_000, 10_000):
        _grown(count)


def _line(name: str, ours: float, bare: float) -> None:
    print(f"{name:<28}{ours * 1e3:>10.1f}{bare * 1e3:>10.1f}{ours / bare:>8.2f}")


def _cold(document: DocumentKind) -> None:
    """Measure fresh processes, which both import all they need."""
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier import store

    with TemporaryDirectory() as folder:
        bare = _bare_script(Path(folder), store.built_in(), Choice(document=document))
        ours = OURS.format(root=str(ROOT), document=document)
        _in_turn(f"{document} cold", _process(ours, Path(folder)), _process(bare, Path(folder)))


def _in_turn(name: str, ours: Callable[[], None], bare: Callable[[], None]) -> None:
    """Measure both in turn, so that what else the machine does meets them alike."""
    times = [(_timed(ours), _timed(bare)) for _ in range(RUNS)]
    _line(name, median(mine for mine, _ in times), median(theirs for _, theirs in times))


def _process(script: str, folder: Path) -> Callable[[], None]:
    """Return what runs a fresh interpreter that finds its modules compiled, as an installed app does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")

    def run() -> None:
        subprocess.run([sys.executable, "-c", script], check=True, env=environment)

    run()
    return run


def _bare_script(folder: Path, dossier: Dossier, choice: Choice) -> str:
    for name, value in _inputs(dossier, choice).items():
        (folder / name).write_text(value)
    resources = ROOT / "resources"
    return BARE.format(fonts=str(resources / "fonts"), template=str(resources / "typst"), folder=str(folder))


def _inputs(dossier: Dossier, choice: Choice) -> dict[str, str]:
    """Return what Typst is given for these pages."""
    from natopk_desktop.dossier import store
    from natopk_desktop.typesetting import fit

    setting = fit.fitted(dossier, choice, store.dumps(dossier))
    return setting.inputs()


def _warm() -> None:
    """Measure the summary in a process that has made one before, each time of other words."""
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.exporters import pdf
    from tests.generator import EVENTS, generated

    ours, bare = [], []
    for run in range(RUNS):
        inputs = _inputs(generated(11, [f"{event} Take {run}." for event in EVENTS]), Choice())
        dossier = generated(11, [f"{event} Other {run}." for event in EVENTS])
        ours.append(_timed(partial(pdf.write, dossier, Choice())))
        inputs["data"] = inputs["data"].replace("Take", "Taken")
        bare.append(_timed(partial(_bare, inputs)))
    _line("summary warm", median(ours), median(bare))


def _grown(count: int) -> None:
    """Measure one briefing in this process, then Typst on pages of other words, so that it sets all anew."""
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.exporters import pdf
    from tests.generator import EVENTS, generated

    choice = Choice(document="briefing")
    ours = _timed(partial(pdf.write, generated(count), choice))
    inputs = _inputs(generated(count, [f"{event} Other." for event in EVENTS]), choice)
    _line(f"briefing of {count}", ours, _timed(partial(_bare, inputs)))


def _bare(inputs: dict[str, str]) -> None:
    from natopk_desktop.typesetting.fence import Fenced

    fenced = Fenced(inputs)
    fenced.pdf(0)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
