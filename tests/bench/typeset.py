"""How long pages take, against Typst alone on the same pages: ``python tests/bench/typeset.py``.

Each line gives the best of a few runs in milliseconds: ours, Typst alone with the very data ours came to, their ratio.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5
OURS = """
import sys
sys.path.insert(0, {root!r})
from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import pdf
pdf.write(store.built_in(), Choice(document={document!r}))
"""
BARE = """
import sys
import typst
fonts = typst.Fonts(False, False, [{fonts!r}])
data, template = open({data!r}).read(), open({template!r}, "rb").read()
typst.compile(
    template, root={empty!r}, font_paths=fonts, ignore_system_fonts=True, sys_inputs={{"data": data}}, format="pdf",
    pdf_standards=["ua-1", "a-3a"], timestamp=0, package_path={empty!r} + "/p", package_cache_path={empty!r} + "/c",
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


def _cold(document: str) -> None:
    """Measure fresh processes, which both import all they need."""
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier import store

    with TemporaryDirectory() as folder:
        bare = _bare_script(Path(folder), store.built_in(), Choice(document=document))  # type: ignore[arg-type]
        ours = OURS.format(root=str(ROOT), document=document)
        _line(f"{document} cold", _process(ours), _process(bare))


def _process(script: str) -> float:
    def run() -> None:
        subprocess.run([sys.executable, "-c", script], check=True)

    run()
    return min(_timed(run) for _ in range(RUNS))


def _bare_script(folder: Path, dossier: object, choice: object) -> str:
    from natopk_desktop.typesetting import fence, fit, pages
    from natopk_desktop.typesetting.characters import Setter

    document = fit.laid_out(dossier, choice)  # type: ignore[arg-type]
    (folder / "data").write_text(pages._inputs(document, "a4", Setter())["data"])
    (folder / "template").write_bytes(fence.template())
    (folder / "empty").mkdir()
    return BARE.format(
        fonts=str(ROOT / "resources" / "fonts"),
        data=str(folder / "data"),
        template=str(folder / "template"),
        empty=str(folder / "empty"),
    )


def _warm() -> None:
    """Measure the summary in a process that has made one before, each time of other words."""
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.exporters import pdf
    from natopk_desktop.typesetting import fence, fit, pages
    from natopk_desktop.typesetting.characters import Setter
    from tests.generator import EVENTS, generated

    ours, bare = [], []
    for run in range(RUNS):
        dossier = generated(11, [f"{event} Take {run}." for event in EVENTS])
        inputs = pages._inputs(fit.laid_out(dossier, Choice()), "a4", Setter())
        other = generated(11, [f"{event} Other {run}." for event in EVENTS])
        ours.append(_timed(lambda dossier=other: pdf.write(dossier, Choice())))  # type: ignore[misc]
        bare.append(_timed(lambda inputs=inputs: fence.pdf(inputs, 0)))  # type: ignore[misc]
    _line("summary warm", min(ours), min(bare))


def _grown(count: int) -> None:
    """Measure one briefing in this process, then Typst on the same data and another word, so that it sets all anew."""
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.exporters import pdf
    from natopk_desktop.typesetting import fence, fit, pages
    from natopk_desktop.typesetting.characters import Setter
    from tests.generator import EVENTS, generated

    choice = Choice(document="briefing")
    dossier = generated(count)
    ours = _timed(lambda: pdf.write(dossier, choice))
    other = generated(count, [f"{event} Other." for event in EVENTS])
    inputs = pages._inputs(fit.laid_out(other, choice), "a4", Setter())
    _line(f"briefing of {count}", ours, _timed(lambda: fence.pdf(inputs, 0)))


def _timed(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
