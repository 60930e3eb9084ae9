from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import processes
from natopk_desktop.ui.output import local_printing, print_service

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have other services")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, local_printing.SOCKET),
        ("", local_printing.SOCKET),
        ("print.example.org:631", local_printing.SOCKET),
        ("/run/mine.sock", "/run/mine.sock"),
    ],
)
def test_only_a_local_socket_is_asked(given: str | None, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(local_printing.VARIABLE, raising=False)
    if given is not None:
        monkeypatch.setenv(local_printing.VARIABLE, given)
    local_printing.stay_local()
    assert os.environ[local_printing.VARIABLE] == expected
    monkeypatch.setenv(local_printing.VARIABLE, "")  # to be put back


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_printer_is_looked_for_on_the_network(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    asking = [*processes.command_line_program(), processes.PRINTING, print_service.LIST]
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=socket", "-o", str(trace), *asking],
        env=processes.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    if b"PTRACE" in done.stderr:
        pytest.skip("tracing is not allowed here")
    assert b"printers" in done.stdout
    assert "AF_INET" not in trace.read_text()
