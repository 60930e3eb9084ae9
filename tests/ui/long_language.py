"""A made-up language in which every text is longer and in brackets, and what finds texts that are not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.dossier.dossier import Dossier

OPEN: Final = "⟦"
CLOSE: Final = "⟧"
STRETCH: Final = 0.35


class LongLanguage(QTranslator):
    """Puts each text in brackets and adds a third of its length."""

    def isEmpty(self) -> bool:
        """Qt takes no language that is empty."""
        return False

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _count: int = -1) -> str:
        """Return a text that is plainly no English."""
        return f"{OPEN}{source}{'ö' * max(1, round(len(source) * STRETCH))}{CLOSE}" if source else ""


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text that ``root`` and what is in it show or tell, and where."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.objectName().startswith("qt_"):
            continue
        yield from ((_place(widget, what), text) for what, text in _own(widget))
    for menu in root.findChildren(QMenu):
        for action in menu.actions():
            yield f"menu entry {action.text()!r}", action.text()
            yield f"tip of menu entry {action.text()!r}", action.toolTip()


def _own(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    yield "tool tip", widget.toolTip()
    if widget.isWindow():
        yield "window title", widget.windowTitle()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, (QMenu, QGroupBox)):
        yield "title", widget.title()
    if isinstance(widget, QComboBox):
        yield from (("item", widget.itemText(row)) for row in range(widget.count()))


def _place(widget: QWidget, what: str) -> str:
    return f"{what} of {type(widget).__name__} {widget.objectName()!r}"


def untranslated(text: str, dossier: Dossier) -> str:
    """Return what of ``text`` is in English: not in brackets, not the dossier's, and with letters; else nothing."""
    left = _outside(text)
    for words in sorted(_words_of(dossier), key=len, reverse=True):
        left = left.replace(words, "")
    return left.strip() if any(map(str.isalpha, left)) and left.strip() not in dossier.text else ""


def _outside(text: str) -> str:
    """Return what of ``text`` stands outside all brackets."""
    depth, kept = 0, []
    for character in text:
        depth += character == OPEN
        if depth == 0:
            kept.append(character)
        depth -= character == CLOSE
    return "".join(kept)


def _words_of(dossier: Dossier) -> Iterator[str]:
    """Yield the dossier's own data, which stay in its language."""
    head = dossier.head
    yield from (topic.name for topic in head.topics)
    yield from (group.name for group in head.groups)
    yield from (period.name for period in head.periods)
    yield from (word for word in (head.source.title, head.source.publisher, head.source.url) if word)
    for note in head.notes:
        yield note.message
        if note.reading:
            yield note.reading
        yield from (
            words for witness in note.witnesses for words in (witness.title, witness.url, witness.says) if words
        )
    for milestone in dossier.milestones:
        yield from (related.reason for related in milestone.related)
        yield from dossier.words(milestone.text)
        yield from dossier.words(milestone.date.printed)
    for row in range(len(dossier.blocks)):
        words = dossier.blocks.span(row).of(dossier.text)
        if words.strip():
            yield words


def cut_off(root: QWidget) -> list[str]:
    """Return the labels and buttons that show less than their text and do not tell the rest in a tool tip."""
    cut = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, (QLabel, QAbstractButton)) or not widget.isVisibleTo(root) or not widget.text():
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        if wraps:
            is_cut = widget.height() < widget.heightForWidth(widget.width())
        else:
            is_cut = widget.width() < widget.minimumSizeHint().width() or (
                widget.width() < widget.sizeHint().width() and not widget.toolTip()
            )
        if is_cut:
            cut.append(f"{type(widget).__name__} {widget.text()!r}: {widget.width()} x {widget.height()}")
    return cut


def speak(application: QApplication) -> LongLanguage:
    """Have ``application`` speak the language; the caller removes the translator."""
    language = LongLanguage(application)
    application.installTranslator(language)
    return language
