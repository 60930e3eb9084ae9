"""The loss report of each format, of a dossier that uses nothing a format may lack and of one that uses everything."""

from __future__ import annotations

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.exporters import registry
from tests.exporters.dossiers import bare, rich

ALWAYS = {
    "md": {"drawing"}, "txt": {"drawing"},
    "csl": {"contents", "no-access-date"}, "bibtex": {"contents", "no-access-date"},
    "ris": {"contents", "no-access-date"},
}  # fmt: skip
"""What even the barest dossier has and a format lacks: a drawn timeline, milestones, a known day of access."""


@pytest.mark.parametrize("known", registry.FORMATS, ids=lambda known: known.id)
def test_a_bare_dossier_is_held_whole_and_of_a_rich_one_it_is_told_what_is_not(known: registry.Format) -> None:
    choice = Choice(document="briefing") if "document" in known.uses else Choice()
    bare_codes = {item.code for item in known.write(bare(), choice).losses}
    rich_losses = known.write(rich(), choice).losses
    assert bare_codes == ALWAYS.get(known.id, set())
    if known.id == "json":
        assert rich_losses == ()
        return
    assert {item.code for item in rich_losses} != bare_codes
    for item in rich_losses:
        assert item.severity == "lost"
        assert item.message.endswith(".")
        assert "\n" not in item.message


@pytest.mark.parametrize("known", registry.FORMATS, ids=lambda known: known.id)
def test_no_two_items_of_a_report_tell_of_one_kind_of_loss(known: registry.Format) -> None:
    codes = [item.code for item in known.write(rich(), Choice()).losses]
    assert len(codes) == len(set(codes))
