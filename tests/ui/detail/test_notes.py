from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from natopk_desktop.ui.detail.pane import DetailPane
    from natopk_desktop.ui.reading import Reading


def test_a_slip_says_what_it_reads_and_shows_the_sources_words_in_its_face(pane: DetailPane, reading: Reading) -> None:
    reading.choose(1)
    card = pane.entry.content.notes.cards.used[0]
    assert card.message.text().startswith("Slip. “Paki2000stan” reads “Pakistan”")
    assert card.reading.text() == "Ours: to be read as “Pakistan”."
    assert card.reading.isVisible()


def test_a_note_names_the_other_places_it_concerns(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    card = pane.entry.content.notes.cards.used[1]
    assert card.message.text().startswith("Discrepancy. ")
    assert [button.words for button in card.places.used] == ["Also on line 35, “February 2006”"]
    assert card.places.used[0].accessibleName() == "Note 2: Also on line 35, “February 2006”"


def test_the_likeliest_misquotations_are_told_where_a_reader_meets_them(pane: DetailPane, reading: Reading) -> None:
    reading.choose(8)
    told = [card.message.text() for card in pane.entry.content.notes.cards.used]
    assert any("Shaukat Aziz" in words for words in told)
    reading.choose(10)
    told = [card.message.text() for card in pane.entry.content.notes.cards.used]
    assert any("Jaap de Hoop Scheffer" in words for words in told)


def test_a_witness_opens_into_what_it_says_and_its_address(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    card = pane.entry.content.notes.cards.used[1]
    line = card.witnesses.used[0]
    assert line.opener.words.endswith("Press Release (2006) 009, 1 February 2006: contradicts the page")
    before = pane.entry.content.height()
    line.opener.click()
    assert pane.entry.content.height() > before
    assert line.says is not None
    assert line.address is not None
    assert line.copy is not None
    assert line.browse is not None
    assert line.says.text() == "Ours: States on 1 February 2006 that the mission ended that day. How sure: high."
    address = "https://www.nato.int/cps/en/natohq/opinions_22583.htm?selectedLocale=en"
    assert line.address.toPlainText() == address
    line.copy.click()
    assert QGuiApplication.clipboard().text() == address
    asked: list[str] = []
    pane.link_requested.connect(asked.append)
    line.browse.click()
    assert asked == [address]
    line.opener.click()
    assert line.address.isHidden()
    assert pane.entry.content.height() == before


def test_an_address_can_be_selected_but_is_no_place_of_the_source(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    line = pane.entry.content.notes.cards.used[1].witnesses.used[0]
    line.opener.click()
    assert line.address is not None
    line.address.selectAll()
    assert line.address.selected_words().startswith("https://")
    assert pane.selected_span() is None


def test_all_witnesses_open_at_once_and_stay_so(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    notes = pane.entry.content.notes
    assert notes.toggle.words == "Open all 22 sources"
    notes.toggle.click()
    assert notes.toggle.words == "Close all 22 sources"
    assert all(line.opener.isChecked() for card in notes.cards.used for line in card.witnesses.used)
    reading.choose(8)
    assert all(line.opener.isChecked() for card in notes.cards.used for line in card.witnesses.used)
    notes.toggle.click()
    assert not any(line.opener.isChecked() for card in notes.cards.used for line in card.witnesses.used)


def test_one_opened_witness_does_not_stay_open_elsewhere(pane: DetailPane, reading: Reading) -> None:
    reading.choose(3)
    pane.entry.content.notes.cards.used[1].witnesses.used[0].opener.click()
    reading.choose(0)
    reading.choose(3)
    assert not pane.entry.content.notes.cards.used[1].witnesses.used[0].opener.isChecked()
