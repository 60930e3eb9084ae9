from __future__ import annotations

import ast
import plistlib
from pathlib import Path

import pytest

from natopk_desktop import __version__
from natopk_desktop.packaging import other_systems


@pytest.mark.parametrize("name", ["natopk", "natopk-desktop"])
def test_the_version_resource_is_an_expression_that_names_program_and_version(name: str, tmp_path: Path) -> None:
    text = Path(other_systems.version_resource(tmp_path, name)).read_text(encoding="utf-8")
    ast.parse(text, mode="eval")
    assert f"'{name}.exe'" in text
    assert text.count(repr(__version__)) == 2


def test_macos_knows_kind_of_file_resolution_and_dark_mode() -> None:
    told = plistlib.loads(plistlib.dumps(dict(other_systems.INFO_PLIST)))
    assert told["NSHighResolutionCapable"] is True
    assert told["NSRequiresAquaSystemAppearance"] is False
    opened = {kind for document in told["CFBundleDocumentTypes"] for kind in document["LSItemContentTypes"]}
    declared = {kind["UTTypeIdentifier"] for kind in told["UTExportedTypeDeclarations"]}
    assert declared
    assert declared <= opened
