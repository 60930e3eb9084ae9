from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import APPLICATION_ID, __version__, window_command
from natopk_desktop.desktop import entry, files, install
from natopk_desktop.dossier import store
from natopk_desktop.errors import OperationError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data folder ü"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not installed")


def run(*command: str | Path) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "XDG_CURRENT_DESKTOP": "GNOME"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def lying(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_file_is_put_in_its_place(data: Path) -> None:
    assert str(data) in install.install()
    for shared in files.shared():
        content = (data / shared.place).read_bytes()
        assert content == shared.source.read_bytes() or shared.place == files.ENTRY


def test_it_can_be_installed_twice(data: Path) -> None:
    install.install()
    before = lying(data)
    install.install()
    assert lying(data).keys() == before.keys()


def test_removing_leaves_nothing(data: Path) -> None:
    install.install()
    assert "no longer" in install.remove()
    assert not data.exists() or not list(data.iterdir())
    assert "nothing to remove" in install.remove()


def test_removing_leaves_what_others_have_put_there(data: Path) -> None:
    others = {
        "applications/other.desktop": "[Desktop Entry]\nType=Application\nName=x\nExec=x\n",
        "mime/packages/other.xml": (
            '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">'
            '<mime-type type="text/x-other"><comment>x</comment><glob pattern="*.oth"/></mime-type></mime-info>'
        ),
        "icons/hicolor/64x64/apps/other.png": "",
    }
    for place, content in others.items():
        (data / place).parent.mkdir(parents=True, exist_ok=True)
        (data / place).write_text(content)
    install.install()
    install.remove()
    left = lying(data)
    assert others.keys() <= left.keys()
    assert not [place for place in left if "natopk" in place]
    if shutil.which("update-mime-database"):
        assert b"text/x-other" in left["mime/types"]
        assert b"natopk" not in left["mime/types"]


@needs("desktop-file-validate")
def test_the_menu_entries_are_valid(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry, "program", lambda: ['/opt/a "b" $c `d` e\\f %g/python', "/x y/natopk_desktop"])
    install.install()
    for path in (next(files.shared()).source, data / files.ENTRY):
        assert run("desktop-file-validate", path) == ""


@needs("appstreamcli")
def test_the_description_is_valid(data: Path) -> None:
    install.install()
    run("appstreamcli", "validate", "--no-net", data / f"metainfo/{APPLICATION_ID}.metainfo.xml")


@needs("update-mime-database")
@needs("xdg-mime")
@needs("gio")
@pytest.mark.usefixtures("data")
def test_dossiers_are_known_by_name_and_by_content(tmp_path: Path) -> None:
    install.install()
    store.save(store.built_in(), tmp_path / "a.dossier.json")
    shutil.copy(tmp_path / "a.dossier.json", tmp_path / "without ending")
    (tmp_path / "other.json").write_text('{"format": "other"}')

    assert run("xdg-mime", "query", "filetype", tmp_path / "a.dossier.json").strip() == files.KIND_OF_FILE
    assert run("xdg-mime", "query", "filetype", tmp_path / "without ending").strip() == files.KIND_OF_FILE
    assert run("xdg-mime", "query", "filetype", tmp_path / "other.json").strip() == "application/json"
    if shutil.which("update-desktop-database"):
        assert f"{APPLICATION_ID}.desktop" in run("gio", "mime", files.KIND_OF_FILE)


def test_one_name_is_used_everywhere() -> None:
    texts = {shared.place: shared.source.read_text("utf-8") for shared in files.shared() if "png" not in shared.place}
    assert f"Icon={APPLICATION_ID}\n" in texts[files.ENTRY]
    description = texts[f"metainfo/{APPLICATION_ID}.metainfo.xml"]
    assert f"<id>{APPLICATION_ID}</id>" in description
    assert f">{APPLICATION_ID}.desktop</launchable>" in description
    assert f'<release version="{__version__}"' in description
    for text in (texts[files.ENTRY], description, texts[f"mime/packages/{APPLICATION_ID}.xml"]):
        assert files.KIND_OF_FILE in text
    assert f"StartupWMClass={window_command.NAME}\n" in texts[files.ENTRY]


def test_without_a_desktops_tools_it_is_installed_all_the_same(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    install.install()
    assert (data / files.ENTRY).is_file()
    install.remove()
    assert not data.exists() or not list(data.iterdir())


def test_a_place_that_cannot_be_written_is_one_sentence(data: Path) -> None:
    data.write_text("a file")
    with pytest.raises(OperationError, match="could not be made"):
        install.install()


def test_without_a_home_there_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    with pytest.raises(OperationError, match="HOME"):
        install.install()


def test_the_command_does_both(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert window_command.main(["--install-desktop"]) == 0
    assert (data / files.ENTRY).is_file()
    assert window_command.main(["--remove-desktop"]) == 0
    assert "--remove-desktop" in capsys.readouterr().out
    assert not (data / files.ENTRY).exists()
