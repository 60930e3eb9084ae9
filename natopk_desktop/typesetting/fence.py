"""Typst behind a fence: it reads no file but our fonts, has no packages to fetch, and what it sets is data.

Typst's library holds a package downloader. Its root and its package folders are an empty folder that is made for each
call and taken away again, so that neither a template nor a text can name anything that exists. Texts reach the
template as JSON in ``sys.inputs`` and are never read as mark-up.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, Literal

from natopk_desktop import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    import typst

TEMPLATE: Final = ("base.typ", "drawing.typ", "parts.typ", "poster.typ", "document.typ")
"""The files of the template, which are read as one."""

ARCHIVAL: Final[list[Literal["ua-1", "a-3a"]]] = ["ua-1", "a-3a"]
"""The standards every PDF keeps to at once."""

Picture = Literal["svg", "png"]


@cache
def template() -> bytes:
    """Return the template."""
    return b"\n".join(resources.bundled("resources", "typst", name).read_bytes() for name in TEMPLATE)


@cache
def fonts() -> typst.Fonts:
    """Return the bundled fonts and no others."""
    import typst

    folder = str(resources.bundled("resources", "fonts"))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


@contextmanager
def _fenced(inputs: dict[str, str]) -> Iterator[dict[str, Any]]:
    with TemporaryDirectory(prefix="natopk-", ignore_cleanup_errors=True) as empty:
        yield {
            "root": empty,
            "font_paths": fonts(),
            "ignore_system_fonts": True,
            "sys_inputs": inputs,
            "package_path": f"{empty}/packages",
            "package_cache_path": f"{empty}/cache",
        }


def pdf(inputs: dict[str, str], timestamp: int) -> bytes:
    """Set the template with ``inputs`` as PDF/UA-1 and PDF/A-3a.

    Args:
        inputs: what the template reads.
        timestamp: the date of the file, in seconds since 1970; the same inputs and timestamp give the same bytes.

    Raises:
        typst.TypstError: Typst refused something.
    """
    (made,) = _compiled(inputs, format="pdf", pdf_standards=ARCHIVAL, timestamp=timestamp)
    return made


def pictures(
    inputs: dict[str, str], kind: Picture, ppi: float | None = None, source: bytes | None = None
) -> tuple[bytes, ...]:
    """Set the template with ``inputs`` as pictures, one a page.

    Args:
        inputs: what the template reads.
        kind: SVG or PNG.
        ppi: pixels per inch, for PNG.
        source: another template of ours, in place of that of the documents.

    Raises:
        typst.TypstError: Typst refused something.
    """
    return _compiled(inputs, source, format=kind, ppi=ppi)


def _compiled(
    inputs: dict[str, str],
    source: bytes | None = None,
    **options: Any,  # noqa: ANN401 - Typst's own
) -> tuple[bytes, ...]:
    import typst

    with _fenced(inputs) as fence:
        made: bytes | list[bytes] = typst.compile(source or template(), **options, **fence)
    return tuple(made) if isinstance(made, list) else (made,)


def query(inputs: dict[str, str], label: str) -> list[Any]:
    """Return the values of the template's metadata of this label, without making a file.

    Raises:
        typst.TypstError: Typst refused something.
    """
    import msgspec
    import typst

    with _fenced(inputs) as fence:
        found: list[Any] = msgspec.json.decode(typst.query(template(), f"<{label}>", field="value", **fence))
    return found
