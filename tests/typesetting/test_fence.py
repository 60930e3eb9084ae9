from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.typesetting.fence import fonts, pictures, root
from natopk_desktop.typesetting.pages import Setting
from tests.documents.made_up import Made, made_up
from tests.typesetting.pdf_tools import text_of

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = (
    '#read("/etc/passwd")',
    '#import "@preview/x:1.0.0": *',
    "$ x^2 $ and $",
    "<tag> and @reference",
    "#panic(1)",
    "= no heading",
    "* bold * _ italic _ `raw` -- --- ...",
    "// no comment /* nor this */",
    "\\ and ~ and #sys.inputs",
)


def test_only_our_fonts_are_there() -> None:
    assert fonts().families() == ["Inter", "Noto Naskh Arabic", "Source Serif 4"]


@pytest.mark.parametrize("kind", ["summary", "briefing", "milestone", "timeline"])
def test_texts_that_look_like_mark_up_come_out_as_they_are(kind: str) -> None:
    dossier = made_up([Made(text, noted="gap") for text in HOSTILE], title=HOSTILE[0])
    setting = Setting(build(dossier, Choice(document=kind)), "a4")  # type: ignore[arg-type]
    told = " ".join(text_of(setting.pdf(0)).split())
    for text in HOSTILE:
        assert text in told


@pytest.mark.parametrize(
    "source",
    ['#read("/etc/passwd")', '#read("../../etc/passwd")', '#import "@preview/x:1.0.0": *', '#image("/etc/hostname")'],
)
def test_not_even_a_template_reads_a_file_or_fetches_a_package(source: str) -> None:
    import typst

    with pytest.raises(typst.TypstError):
        pictures({}, "svg", source=source.encode())


def test_the_root_holds_our_template_alone_and_there_are_no_packages() -> None:
    folder = Path(root())
    assert {path.suffix for path in folder.iterdir()} == {".typ"}


def test_nothing_is_written_beside_what_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    Setting(build(made_up([Made("a")]), Choice(document="briefing")), "a4").pdf(0)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_socket_is_opened_and_no_named_file(tmp_path: Path) -> None:
    log = tmp_path / "log"
    script = """
from tests.documents.made_up import Made, made_up
from natopk_desktop.documents.choice import Choice
from natopk_desktop.exporters import pdf
pdf.write(made_up([Made('#read("/CANARY") #import "@preview/canary:1.0.0": *')]), Choice())
"""
    command = ["strace", "-f", "-qq", "-e", "trace=%network,%file", "-o", str(log), sys.executable, "-c", script]
    subprocess.run(command, check=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
    told = log.read_text()
    assert "AF_INET" not in told
    assert "canary" not in told.lower()
