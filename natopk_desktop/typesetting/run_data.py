"""Runs and paragraphs as data for the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from natopk_desktop.typesetting.characters import is_right_to_left

if TYPE_CHECKING:
    from natopk_desktop.documents.parts import Run
    from natopk_desktop.typesetting.characters import Setter


def para(runs: tuple[Run, ...], setter: Setter, *, narrow: bool = False) -> dict[str, Any]:
    """Return runs as a paragraph."""
    data: dict[str, Any] = {"runs": [run_data(run, setter, narrow=narrow) for run in runs if run.text]}
    if is_right_to_left(runs):
        data["rtl"] = True
    return data


def run_data(run: Run, setter: Setter, *, narrow: bool = False) -> dict[str, Any]:
    """Return one run."""
    pieces = setter.pieces(run.text, run.span, narrow=narrow)
    data: dict[str, Any] = {"t": pieces[0] if len(pieces) == 1 and isinstance(pieces[0], str) else pieces}
    if run.owner == "ours":
        data["ours"] = True
    if run.notes:
        data["notes"] = run.notes
    return data
