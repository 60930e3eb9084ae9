from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from natopk_desktop.ui.hand_over import HandOver, ask, checked, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Browser(QObject):
    """Stands where the system's browser would: takes what is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    taker = Browser()
    for scheme in ("http", "https", "file"):
        QDesktopServices.setUrlHandler(scheme, taker, "take")  # type: ignore[arg-type]  # the stub says bytes, which it refuses
    yield taker
    for scheme in ("http", "https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("address", ["http://www.nato.int/a?b=c#d", "https://example.org", "HTTPS://EXAMPLE.ORG/x"])
def test_complete_addresses_can_be_opened(address: str) -> None:
    assert checked(address) is not None


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "smb://host/share",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:a@b.example",
        "ftp://example.org/",
        "//example.org/x",
        "www.example.org",
        "http:",
        "http:///path",
        "https://nato.int@evil.example/",
        "https://exa mple.org/",
        "",
    ],
)
def test_anything_else_cannot(address: str, parent: QWidget) -> None:
    dialog = ask(address, parent)

    assert checked(address) is None
    assert dialog.open_button is None
    dialog.close()


def test_it_opens_only_when_told_to(browser: Browser, parent: QWidget) -> None:
    ask("https://example.org/a", parent).close_button.click()
    assert browser.opened == []

    dialog = ask("https://example.org/a", parent)
    assert dialog.open_button is not None
    dialog.open_button.click()

    assert browser.opened == ["https://example.org/a"]


def test_return_does_not_open(browser: Browser, parent: QWidget, qtbot: QtBot) -> None:
    dialog = ask("https://example.org/a", parent)
    qtbot.waitExposed(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert browser.opened == []


def test_the_whole_address_is_shown_as_plain_text_and_copied(parent: QWidget) -> None:
    address = "https://example.org/<b>bold</b>/" + "x" * 300
    dialog: HandOver = ask(address, parent)

    assert dialog.field.toPlainText() == address
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == address
    dialog.close()


def test_a_disguised_address_is_shown_as_it_will_be_opened() -> None:
    assert shown("https://nаto.int/") == "https://xn--nto-6cd.int/"  # the second letter is Cyrillic
    assert shown("file:///a\N{RIGHT-TO-LEFT OVERRIDE}b") == "file:///a\N{REPLACEMENT CHARACTER}b"
