"""A dossier's own JSON file: taken as it stands, or refused where it is not sound."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from natopk_desktop.dossier import store, validate
from natopk_desktop.importers.imported import Imported

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Options, Progress


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:  # noqa: ARG001 - as every reader
    """Read a dossier.

    Raises:
        DamagedError: it is not sound.
    """
    contents, extras = store.parse(raw, name)
    progress(0.5)
    if contents.source.text is None:
        raise store.DamagedError(name, [validate.Defect("type", "source.text", "the text of the source is missing")])
    found = list(islice(validate.defects(contents), store.MOST_DEFECTS))
    if found:
        raise store.DamagedError(name, found)
    return Imported(contents, (), {"milestones": len(contents.milestones), "blocks": len(contents.blocks)}, extras)
