"""The Debian package is one to Debian's own tools, and what it installs proves itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import APPLICATION_ID, __version__
from natopk_desktop.packaging import debian
from tests.packaging import built

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.packaging.built import Package


def _dpkg_deb(*arguments: str | Path) -> str:
    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is not there to read the package")
    return subprocess.run(["dpkg-deb", *arguments], capture_output=True, encoding="utf-8", check=True).stdout


@pytest.fixture(scope="module")
def root(package: Package) -> Iterator[Path]:
    """A clean root folder with the package installed in it by dpkg, which knows of no other package."""
    if os.geteuid() != 0 or shutil.which("dpkg") is None:
        pytest.skip("only root can install a package, by dpkg")
    folder = Path(tempfile.mkdtemp(prefix="natopk-root-"))
    folder.chmod(0o755)
    root = folder / "root"
    for name in ("var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers"):
        (root / name).mkdir(parents=True)
    for name in ("status", "available"):
        (root / "var/lib/dpkg" / name).touch()
    command = ["dpkg", f"--root={root}", f"--log={folder / 'log'}", "--force-depends", "--install", str(package.debian)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    yield root
    shutil.rmtree(folder)


def test_the_control_file_says_what_it_is_and_needs(package: Package) -> None:
    told = _dpkg_deb("--field", package.debian)
    assert f"Package: natopk-desktop\nVersion: {__version__}\n" in told
    depends = _dpkg_deb("--field", package.debian, "Depends").strip().split(", ")
    assert any(name.startswith("libc6 (>= 2.") for name in depends)
    assert {"libx11-6", "libxcb1", "libegl1", "libfontconfig1", "libdbus-1-3"} <= set(depends)
    assert "libcups2t64 | libcups2" in depends


def test_every_package_it_needs_is_known_to_this_system(package: Package) -> None:
    if shutil.which("apt-cache") is None:
        pytest.skip("apt-cache is not there to ask")
    needs = [need.split(" | ") for need in _dpkg_deb("--field", package.debian, "Depends").strip().split(", ")]
    names = {name.split()[0] for need in needs for name in need}
    command = ["apt-cache", "show", "--no-all-versions", *sorted(names)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout
    if not told:
        pytest.skip("apt has no list of packages here")
    known = {line.removeprefix("Package: ") for line in told.splitlines() if line.startswith("Package: ")}
    assert all(any(name.split()[0] in known for name in need) for need in needs), needs


def test_files_are_where_a_desktop_looks_for_them(package: Package) -> None:
    names = {line.split()[-1] for line in _dpkg_deb("--contents", package.debian).splitlines()}
    wanted = {
        f"./usr/share/applications/{APPLICATION_ID}.desktop",
        f"./usr/share/metainfo/{APPLICATION_ID}.metainfo.xml",
        f"./usr/share/mime/packages/{APPLICATION_ID}.xml",
        f"./usr/share/icons/hicolor/128x128/apps/{APPLICATION_ID}.png",
        f"./usr/share/icons/hicolor/scalable/apps/{APPLICATION_ID}.svg",
        "./usr/share/doc/natopk-desktop/copyright",
    }
    assert wanted <= names


def test_desktop_file_and_metainfo_are_valid(root: Path) -> None:
    checks = (
        ("desktop-file-validate", root / f"usr/share/applications/{APPLICATION_ID}.desktop"),
        (
            "appstreamcli",
            "validate",
            "--no-net",
            "--explain",
            root / f"usr/share/metainfo/{APPLICATION_ID}.metainfo.xml",
        ),
    )
    for check in checks:
        if shutil.which(str(check[0])) is None:
            pytest.skip(f"{check[0]} is not there to judge")
        done = subprocess.run(check, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "warning" not in done.stdout.lower()


def test_what_is_installed_proves_itself(root: Path, home: Path) -> None:
    built.proved(built.run([root / "usr/bin/natopk", "--self-test"], {"HOME": str(home)}))
    done = built.run(
        [root / "usr/bin/natopk-desktop", "--quit-after", "1000"],
        {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_nothing_is_written_below_the_installed_folder(root: Path, home: Path) -> None:
    folder = root / "usr/lib/natopk-desktop"
    before = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    built.run([root / "usr/bin/natopk", "--self-test"], {"HOME": str(home)})
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*")) == before


def test_the_md5_sums_are_those_of_the_files(root: Path) -> None:
    sums = root / "var/lib/dpkg/info/natopk-desktop.md5sums"
    done = subprocess.run(["md5sum", "--quiet", "--check", sums], cwd=root, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


def test_it_can_be_taken_away_without_a_trace(root: Path) -> None:
    command = ["dpkg", f"--root={root}", "--force-depends", "--purge", "natopk-desktop"]
    subprocess.run(command, capture_output=True, check=True)
    assert not [path for path in (root / "usr").rglob("*") if path.is_file() or path.is_symlink()]


def test_a_library_without_a_package_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from natopk_desktop.packaging import elf

    wants = {tmp_path / "x.so": elf.Wants(frozenset({"libunheardof.so.1"}), frozenset())}
    monkeypatch.setattr(elf, "wants", lambda _folder: wants)
    with pytest.raises(LookupError, match="libunheardof"):
        debian.depends(tmp_path)
