"""What is told reaches people, and nothing else depends on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from natopk_desktop import console, resources

ROOT = resources.bundled("data").parent


def natopk(*words: str | bytes, shell: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run the command line, with what a shell does to its streams."""
    code = "import sys; from natopk_desktop.__main__ import natopk; sys.exit(natopk())"
    command = ["sh", "-c", f'exec "$@" {shell}', "sh", sys.executable, "-c", code, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env={**os.environ})


def test_a_terminal_obeys_nothing_of_what_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("natopk: a\x1b[31m\u202eb\n  and more")
    assert capsys.readouterr().err == "natopk: a\N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER}b\n  and more\n"


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and a shell")
class TestStreams:
    def test_a_full_or_closed_output_is_one_sentence(self) -> None:
        for shell in (">/dev/full", ">&-"):
            for words in (
                ["--version"],
                ["--help"],
                ["list"],
                ["check", "--json"],
                ["export", "-o", "-", "--format", "txt"],
            ):
                ended = natopk(*words, shell=shell)
                assert ended.returncode == 1
                assert ended.stderr.startswith(b"natopk: standard output ")
                assert ended.stderr.count(b"\n") == 1

    def test_a_reader_of_the_messages_that_went_away_changes_no_code(self, tmp_path: Path) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        code = "import sys; from natopk_desktop.__main__ import natopk; sys.exit(natopk())"
        command = [sys.executable, "-c", code, "export", "-o", str(tmp_path / "out.txt")]
        ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=writing, check=False)
        os.close(writing)
        assert ended.returncode == 0
        assert (tmp_path / "out.txt").stat().st_size > 1000

    def test_nobody_to_tell_changes_nothing(self, tmp_path: Path) -> None:
        for shell in ("2>/dev/full", "2>&-"):
            out = tmp_path / "out.txt"
            assert natopk("export", "-o", str(out), shell=shell).returncode == 0
            assert out.stat().st_size > 1000
            out.unlink()
            assert natopk("check", "nosuch", shell=shell).returncode == 2

    def test_names_that_are_no_characters_are_read_written_and_reported(self, tmp_path: Path) -> None:
        source, out, report = (os.fsencode(tmp_path) + name for name in (b"/a\xff.csv", b"/b\xff.json", b"/r\xff"))
        Path(os.fsdecode(source)).write_text("date,title\n2005-05-05,x\n")
        ended = natopk("import", source, "-o", out, "--report", report)
        assert ended.returncode == 0
        assert b"Traceback" not in ended.stderr
        assert Path(os.fsdecode(out)).exists()
        assert b"a?.csv" in Path(os.fsdecode(report)).read_bytes()
