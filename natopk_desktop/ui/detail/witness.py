"""A witness of a note: one line that opens into what it says and its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.ui.detail.host import can_open
from natopk_desktop.ui.detail.labels import CHEVRON, LinkButton
from natopk_desktop.ui.detail.part import Part
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.model import Witness
    from natopk_desktop.ui.detail.address import AddressView
    from natopk_desktop.ui.detail.host import Host
    from natopk_desktop.ui.detail.labels import OurLabel
    from natopk_desktop.ui.detail.stacking import Stack

OPENED = "\u00a0⌄"


class WitnessLine(Part):
    """Title, date and verdict of a witness on a button; below it, once asked for, all the rest."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make an empty line, closed."""
        super().__init__(host, parent)
        self.opener = LinkButton(host.theme, self)
        self.opener.setCheckable(True)
        self.opener.toggled.connect(self._on_toggled)
        self.says: OurLabel | None = None
        self.address: AddressView | None = None
        self.copy: LinkButton | None = None
        self.browse: LinkButton | None = None
        self._witness: Witness | None = None
        self._place = ""

    def show_witness(self, witness: Witness, place: str, *, is_open: bool) -> None:
        """Show ``witness``; ``place`` names it within the window, as “note 2, source 1”."""
        self._place = place
        self._witness = witness
        self.opener.blockSignals(True)
        self.opener.setChecked(is_open)
        self.opener.blockSignals(False)
        self._fill()

    def set_open(self, *, on: bool) -> None:
        """Open or close the line."""
        self.opener.setChecked(on)

    def lay_out(self, stack: Stack) -> None:
        """Place the line, and below it what is open."""
        stack.put_link(self.opener)
        if not self.opener.isChecked() or self.says is None:
            return
        indent = 3 * GRID
        stack.put(self.says, indent)
        stack.gap(GRID)
        if self.address is not None and not self.address.isHidden():
            stack.put(self.address, indent)
            buttons = [button for button in (self.copy, self.browse) if button is not None and not button.isHidden()]
            stack.flow(buttons, 2 * GRID, indent)
        stack.gap(GRID)

    def _fill(self) -> None:
        witness = self._witness
        if witness is None:
            return
        title = witness.title
        if witness.date is not None:
            # Late: only notes with witnesses need words for dates.
            from natopk_desktop.dossier import date_words

            title = self.tr("{title}, {date}").format(title=title, date=date_words.words(witness.date))
        words = self.tr("{title}: {verdict}").format(title=title, verdict=self._verdict(witness))
        is_open = self.opener.isChecked()
        name = self.tr("{place}: {words}").format(place=self._place, words=words)
        self.opener.show_words(words, name, OPENED if is_open else CHEVRON)
        if is_open:
            self._fill_details(witness)
        for widget in (self.says, self.address, self.copy, self.browse):
            if widget is not None:
                widget.setVisible(is_open and (widget is self.says or self._shows(widget, witness)))

    def _shows(self, widget: QWidget, witness: Witness) -> bool:
        return witness.url is not None and (widget is not self.browse or can_open(witness.url))

    def _fill_details(self, witness: Witness) -> None:
        if self.says is None:
            self._make_details()
        if self.says is None or self.address is None or self.copy is None or self.browse is None:
            return
        sure = {
            "high": self.tr("How sure: high."),
            "medium": self.tr("How sure: medium."),
            "low": self.tr("How sure: low."),
        }
        self.says.show_words(self.tr("Ours: {says} {sure}").format(says=witness.says, sure=sure[witness.sure]))
        if witness.url is None:
            return
        self.address.show_address(witness.url, self.tr("{place}: address").format(place=self._place))
        copy, browse = self.tr("Copy address"), self.tr("Open in browser")
        self.copy.show_words(copy, self.tr("{action}, {place}").format(action=copy, place=self._place))
        self.browse.show_words(browse, self.tr("{action}, {place}").format(action=browse, place=self._place))

    def _make_details(self) -> None:
        # Late: most witnesses are never opened.
        from natopk_desktop.ui.detail.address import AddressView

        self.says = self.ours(Role.LABEL)
        self.address = AddressView(self.host.theme, self)
        self.host.watch(self.address)
        self.copy = LinkButton(self.host.theme, self)
        self.copy.clicked.connect(self._copy)
        self.browse = LinkButton(self.host.theme, self)
        self.browse.clicked.connect(self._browse)

    def _verdict(self, witness: Witness) -> str:
        verdicts = {
            "yes": self.tr("agrees with the page"),
            "partly": self.tr("agrees with the page in part"),
            "no": self.tr("contradicts the page"),
        }
        return verdicts[witness.agrees]

    def _on_toggled(self) -> None:
        self._fill()
        self.host.height_changed.emit()

    def _copy(self) -> None:
        if self._witness is not None and self._witness.url is not None:
            self.host.copy(self._witness.url)

    def _browse(self) -> None:
        if self._witness is not None and self._witness.url is not None:
            self.host.open_link(self._witness.url)
