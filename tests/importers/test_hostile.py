"""That opening a hostile file calls nobody and opens no file that a harmless one does not open."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from natopk_desktop.errors import InputError
from natopk_desktop.importers import registry
from tests.importers.hostile import Case, cases

STRACE = shutil.which("strace")
ROOT = Path(__file__).parent.parent.parent
CALL = re.compile(r'^(?:\d+ +)?(\w+)\((?:AT_FDCWD, )?(?:"([^"]*)")?', re.MULTILINE)
DRIVER = """
import os, sys
from natopk_desktop.commands import common
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError
for path in sys.argv[1:]:
    os.access("mark-" + os.path.basename(path), os.F_OK)  # a line in the log
    try:
        store.dumps(common.dossier_of(common.imported(path)))
    except InputError:
        pass
"""


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_hostile_words_are_characters_or_refused_in_a_sentence(case: Case) -> None:
    registry.read(case.harmless, "harmless")
    try:
        made = registry.read(case.hostile, "hostile")
    except InputError as refused:
        sentence = refused.message
    else:
        sentence = ""
        assert made.contents.source.text
    assert "\n" not in sentence


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_no_hostile_file_opens_another_or_calls_anyone(tmp_path: Path) -> None:
    """All are opened by one process, the harmless ones first, so that every module is loaded by then."""
    harmless: list[Path] = []
    hostile: list[Path] = []
    for number, case in enumerate(cases()):
        for kept, kind, content in ((harmless, "harmless", case.harmless), (hostile, "hostile", case.hostile)):
            path = tmp_path / f"{kind}-{number}"
            path.write_bytes(content)
            kept.append(path)
    log = tmp_path / "log"
    watched = "trace=%network,%file"
    subprocess.run(
        [str(STRACE), "-f", "-qq", "-e", watched, "-o", log, sys.executable, "-c", DRIVER, *harmless, *hostile],
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=300,
    )
    told = log.read_text(encoding="utf-8", errors="replace")
    before, _, after = told.partition("mark-hostile-0")
    assert after, "the hostile files were not opened"
    assert "AF_INET" not in told
    assert not re.search(r"\b(?:socket|connect|sendto)\(", after)
    own = {str(path) for path in hostile}
    known = {path for _, path in CALL.findall(before)} | own
    assert "CANARY" not in "".join(path for _, path in CALL.findall(after) if path not in own)
    opened = {path for _, path in CALL.findall(after) if path and "mark-" not in path}
    assert opened - known == set()
