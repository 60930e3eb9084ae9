"""The package keeps to its budget; what fills it is printed, pass or fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.packaging import rules, sizes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packaging.built import Package


def test_the_package_keeps_to_its_budget(package: Package) -> None:
    limits = sizes.budget(rules.platform())
    print(sizes.table(package.folder, [package.archive, package.debian], limits))  # noqa: T201 - to be read
    assert sizes.total(package.folder) <= limits.folder
    assert package.archive.stat().st_size <= limits.archive
    assert package.debian.stat().st_size <= limits.debian


def test_what_is_over_the_budget_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 2_000_000)
    told = sizes.table(tmp_path, [], sizes.Budget(folder=1_000_000, archive=0, debian=0))
    assert "2.0 MB of 1  the folder  OVER THE BUDGET" in told
    assert "2.0  large" in told
