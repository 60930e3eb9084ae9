from __future__ import annotations

import pytest

from natopk_desktop.provision import packages


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        (
            "WARNING: Retrying … NewConnectionError('…')\nERROR: No matching distribution found for x==1",
            "cannot be reached from this computer",
        ),
        ("WARNING: … the ssl module in Python is not available.\nERROR: No matching …", "built without TLS"),
        ("ERROR: No matching distribution found for pyside6-essentials==6.11.3", "no package pyside6-essentials=="),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "No space left"),
        ("Segmentation fault\n\n", "Segmentation fault"),
        ("", "no message"),
    ],
)
def test_the_reason_of_a_failure_is_one_sentence(printed: str, sentence: str) -> None:
    reason = packages._reason(printed.split("\n"))
    assert sentence in reason
    assert "\n" not in reason


def test_progress_is_one_line_a_package(capsys: pytest.CaptureFixture[str]) -> None:
    progress = packages._Progress(3)
    for line in (
        "Looking in links: /somewhere",
        "Collecting first==1.0 (from -r /x (line 1))",
        "  Downloading first-1.0-cp311-abi3-manylinux_2_34_x86_64.whl (80.3 MB)",
        "Processing /some where/second_one-2.0-py3-none-any.whl",
        "Collecting third==3.0",
        "  Using cached third-3.0-py3-none-any.whl (15 kB)",
    ):
        progress.read(line)
    progress.end()
    assert capsys.readouterr().err == (
        "  1 of 3: first 1.0, 80.3 MB\n  2 of 3: second_one 2.0\n  3 of 3: third 3.0, 15 kB\n"
    )


def test_what_reaches_into_other_interpreters_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("HTTPS_PROXY", "kept")
    variables = packages.clean_environment()
    assert variables["HTTPS_PROXY"] == "kept"
    assert "PYTHONPATH" not in variables
    assert "PIP_USER" not in variables
