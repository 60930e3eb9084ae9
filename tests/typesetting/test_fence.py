from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.errors import OperationError
from natopk_desktop.typesetting.fence import Fenced, fonts, pictures
from natopk_desktop.typesetting.pages import Setting
from tests.documents.made_up import Made, made_up
from tests.typesetting.pdf_tools import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

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


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files, which must be as empty afterwards."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    yield tmp_path
    assert not list(tmp_path.iterdir())


def test_only_our_fonts_are_there() -> None:
    assert fonts().families() == ["Inter", "Noto Naskh Arabic", "Source Serif 4"]


@pytest.mark.usefixtures("temporary")
@pytest.mark.parametrize("kind", ["summary", "briefing", "milestone", "timeline"])
def test_texts_that_look_like_mark_up_come_out_as_they_are(kind: str) -> None:
    dossier = made_up([Made(text, noted="gap") for text in HOSTILE], title=HOSTILE[0])
    with Setting(build(dossier, Choice(document=kind)), "a4") as setting:  # type: ignore[arg-type]
        told = " ".join(text_of(setting.pdf(0)).split())
    for text in HOSTILE:
        assert text in told


@pytest.mark.usefixtures("temporary")
@pytest.mark.parametrize(
    "source",
    ['#read("/etc/passwd")', '#read("../../etc/passwd")', '#import "@preview/x:1.0.0": *', '#image("/etc/hostname")'],
)
def test_not_even_a_template_reads_a_file_or_fetches_a_package(source: str) -> None:
    import typst

    with pytest.raises(typst.TypstError):
        pictures({}, "svg", source=source.encode())


def test_the_root_holds_the_template_alone_and_goes(temporary: Path) -> None:
    with Fenced({}, b"a") as fenced:
        (root,) = temporary.iterdir()
        assert [path.name for path in root.iterdir()] == ["pages.typ"]
        assert root.stat().st_mode & 0o077 == 0
        assert fenced.pictures("svg")


def test_no_folder_for_temporary_files_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OperationError, match="TMPDIR"):
        Fenced({}, b"a").__enter__()


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
