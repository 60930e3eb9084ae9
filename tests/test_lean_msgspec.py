from __future__ import annotations

import subprocess
import sys

import pytest

from natopk_desktop import resources

PROGRAM = """
import sys
import {module}
assert "msgspec" in sys.modules
print(*sys.modules)
import typing_extensions
typing_extensions.TypedDict
"""


@pytest.mark.parametrize(
    "module", ["natopk_desktop.dossier.store", "natopk_desktop.documents.choice", "natopk_desktop.ui.app"]
)
def test_what_msgspec_can_do_without_is_loaded_only_when_somebody_asks_for_it(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(module=module)],
        cwd=resources.bundled("data").parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert set(done.stdout.split()).isdisjoint({"typing_extensions", "inspect", "ast"})
