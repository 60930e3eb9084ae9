"""The bundled files: data/ and resources/, found the same way from a checkout, a wheel and the frozen app."""

from __future__ import annotations

from pathlib import Path


def bundled(*parts: str) -> Path:
    """Return the path of a bundled file or folder, as ``bundled("data", "nato-pakistan-2010", "source.txt")``.

    A wheel and the frozen app hold both folders in ``natopk_desktop/_bundled``; a checkout has them beside the package.
    """
    package = Path(__file__).resolve().parent
    inside = package / "_bundled"
    return (inside if inside.is_dir() else package.parent).joinpath(*parts)
