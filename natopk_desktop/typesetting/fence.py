"""Typst behind a fence: it reads no file but our fonts and template, has no packages to fetch, and sets only data.

Typst's library holds a package downloader. Its root is a folder made for the purpose and taken away again, in which
there is nothing but the template; its package folders do not exist. Texts reach the template as JSON in ``sys.inputs``
and are never read as mark-up.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Self

from natopk_desktop import resources
from natopk_desktop.errors import OperationError

if TYPE_CHECKING:
    from types import TracebackType

    import typst

TEMPLATE: Final = ("base.typ", "drawing.typ", "parts.typ", "poster.typ", "document.typ")
"""The files of the template, which are read as one."""

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


class Fenced:
    """Typst at work on one template with one set of inputs; a context manager.

    What it has set once, for a question or a file, it does not set again.
    """

    def __init__(self, inputs: dict[str, str], source: bytes | None = None) -> None:
        """Name the work.

        Args:
            inputs: what the template reads.
            source: another template of ours, in place of that of the documents.
        """
        self._inputs = inputs
        self._source = source
        self._root: Path | None = None
        self._compiler: typst.Compiler | None = None

    def __enter__(self) -> Self:
        """Make the folder that is Typst's root, with nothing but the template in it.

        Raises:
            OperationError: no temporary file can be written.
        """
        import typst

        self._root = root = _new_folder()
        path = root / "pages.typ"
        try:
            path.write_bytes(self._source or template())
        except OSError as error:
            self._clear()
            message = f"{root}: no temporary file can be written there ({error.strerror}); make room or set TMPDIR."
            raise OperationError(message) from error
        self._compiler = typst.Compiler(
            str(path),
            root=str(root),
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs=self._inputs,
            package_path=str(root / "packages"),
            package_cache_path=str(root / "cache"),
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the folder away."""
        self._clear()

    def _clear(self) -> None:
        self._compiler = None
        if self._root is not None:
            with suppress(OSError):
                (self._root / "pages.typ").unlink(missing_ok=True)
                self._root.rmdir()

    def _at_work(self) -> typst.Compiler:
        if self._compiler is None:
            message = "outside of its context there is no Typst"
            raise RuntimeError(message)
        return self._compiler

    def pdf(self, timestamp: int) -> bytes:
        """Return the pages as PDF/UA-1 and PDF/A-3a.

        Args:
            timestamp: the date of the file, in seconds since 1970; the same inputs and timestamp give the same bytes.

        Raises:
            typst.TypstError: Typst refused something.
        """
        made = self._at_work().compile(format="pdf", pdf_standards=["ua-1", "a-3a"], timestamp=timestamp)
        return b"".join(_files(made))

    def pictures(self, kind: Picture, ppi: float | None = None) -> tuple[bytes, ...]:
        """Return a picture of each page.

        Args:
            kind: SVG or PNG.
            ppi: pixels per inch, for PNG.

        Raises:
            typst.TypstError: Typst refused something.
        """
        return _files(self._at_work().compile(format=kind, ppi=ppi))

    def query(self, label: str) -> list[Any]:
        """Return the values of the template's metadata of this label.

        Raises:
            RuntimeError: Typst refused something.
        """
        import msgspec

        found: list[Any] = msgspec.json.decode(self._at_work().query(f"<{label}>", field="value"))
        return found


def pictures(
    inputs: dict[str, str], kind: Picture, ppi: float | None = None, source: bytes | None = None
) -> tuple[bytes, ...]:
    """Return a picture of each page of a template; see ``Fenced``.

    Raises:
        typst.TypstError: Typst refused something.
    """
    with Fenced(inputs, source) as fenced:
        return fenced.pictures(kind, ppi)


def _files(made: bytes | list[bytes] | None) -> tuple[bytes, ...]:
    if made is None:
        return ()
    return tuple(made) if isinstance(made, list) else (made,)


def _new_folder() -> Path:
    """Make a folder that nobody else can look into; ``tempfile`` takes longer to import than a page to set.

    Raises:
        OperationError: no folder for temporary files can be written.
    """
    for place in filter(None, (*map(os.environ.get, ("TMPDIR", "TEMP", "TMP")), "/tmp", "/var/tmp", os.curdir)):
        folder = Path(place).absolute() / f"natopk-{os.urandom(16).hex()}"
        with suppress(OSError):
            folder.mkdir(0o700)
            return folder
    message = "No temporary folder can be made; set TMPDIR to a folder that you may write to."
    raise OperationError(message)
