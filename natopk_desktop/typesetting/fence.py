"""Typst behind a fence: it reads no file but our fonts and template, has no packages to fetch, and sets only data.

Typst's library holds a package downloader. Its root is the folder of our template, in which there is nothing else, and
its package folders do not exist. Texts reach the template as JSON in ``sys.inputs`` and are never read as mark-up.
Nothing is written to the disk.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from natopk_desktop import resources

if TYPE_CHECKING:
    import typst

TEMPLATE: Final = "document.typ"
"""The file of the template that takes in the others."""

Picture = Literal["svg", "png"]


@cache
def root() -> str:
    """Return the folder of our template."""
    return str(resources.bundled("resources", "typst"))


@cache
def fonts() -> typst.Fonts:
    """Return the bundled fonts and no others."""
    import typst

    folder = str(resources.bundled("resources", "fonts"))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


class Fenced:
    """Typst at work on one template with one set of inputs; what it has set once it does not set again."""

    def __init__(self, inputs: dict[str, str], source: bytes | None = None) -> None:
        """Begin; nothing is set before something is asked for.

        Args:
            inputs: what the template reads.
            source: another template of ours, in place of that of the documents.
        """
        import typst

        # A path and not its bytes, which are set no quicker: for these an empty root would have to be made on the disk.
        template: Any = source or f"{root()}/{TEMPLATE}"
        self._compiler = typst.Compiler(
            template,
            root=root(),
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs=inputs,
            package_path=f"{root()}/no-packages",
            package_cache_path=f"{root()}/no-cache",
        )

    def pdf(self, timestamp: int) -> bytes:
        """Return the pages as PDF/UA-1 and PDF/A-3a.

        Args:
            timestamp: the date of the file, in seconds since 1970; the same inputs and timestamp give the same bytes.

        Raises:
            typst.TypstError: Typst refused something.
        """
        made = self._compiler.compile(format="pdf", pdf_standards=["ua-1", "a-3a"], timestamp=timestamp)
        return b"".join(_files(made))

    def pictures(self, kind: Picture, ppi: float | None = None) -> tuple[bytes, ...]:
        """Return a picture of each page.

        Args:
            kind: SVG or PNG.
            ppi: pixels per inch, for PNG.

        Raises:
            typst.TypstError: Typst refused something.
        """
        return _files(self._compiler.compile(format=kind, ppi=ppi))

    def query(self, label: str) -> list[Any]:
        """Return the values of the template's metadata of this label.

        Raises:
            RuntimeError: Typst refused something.
        """
        import msgspec

        found: list[Any] = msgspec.json.decode(self._compiler.query(f"<{label}>", field="value"))
        return found


def pictures(
    inputs: dict[str, str], kind: Picture, ppi: float | None = None, source: bytes | None = None
) -> tuple[bytes, ...]:
    """Return a picture of each page of a template; see ``Fenced``.

    Raises:
        typst.TypstError: Typst refused something.
    """
    return Fenced(inputs, source).pictures(kind, ppi)


def _files(made: bytes | list[bytes] | None) -> tuple[bytes, ...]:
    if made is None:
        return ()
    return tuple(made) if isinstance(made, list) else (made,)
