"""A made-up language in which every text is longer and in brackets, and what finds texts that are not in it."""

from __future__ import annotations

import re
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
HEIGHT_SHOWN: Final = 0.9
"""Share of a line's height that its letters need at most; the rest is air above and below."""
SHORT: Final = 4
"""Letters below which the dossier's words are no part of longer ones: the language "en" is not in "patients"."""
LETTERS: Final = re.compile(r"[^\W\d_]{2}")
PROGRAM: Final = "natopk_desktop"
"""A name, the same in every language."""


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
    """Return what of ``text`` is in English: not in brackets, not the dossier's, no key of one letter; else nothing."""
    left = _outside(text)
    for words in sorted(_words_of(dossier), key=len, reverse=True):
        if len(words) >= SHORT or left.strip(" :") == words:
            left = left.replace(words, "")
    return left.strip() if LETTERS.search(left) and left.strip() not in dossier.text else ""


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
    source = head.source
    facts = (source.title, source.publisher, source.url, source.url_note, source.language, source.sha256)
    yield from (word for word in (*facts, head.edition.date, head.edition.by, PROGRAM) if word)
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
    return [
        f"{type(widget).__name__} {widget.text()!r}: {widget.width()} x {widget.height()}, needs {_needs(widget)}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, (QLabel, QAbstractButton))
        and widget.isVisibleTo(root)
        and widget.text()
        and not widget.toolTip()
        and _is_cut(widget)
    ]


def _needs(widget: QLabel | QAbstractButton) -> str:
    size = widget.fontMetrics().size(0, widget.text())
    return f"{size.width()} x {size.height()} on one line"


def _is_cut(widget: QLabel | QAbstractButton) -> bool:
    height_at = getattr(widget, "height_at", None)  # our own labels, which break lines by themselves
    if height_at is not None:
        return bool(widget.height() < height_at(widget.width()))
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width()) * HEIGHT_SHOWN
    needed = widget.fontMetrics().size(0, widget.text().replace("&", ""))
    return needed.width() > widget.width() or needed.height() * HEIGHT_SHOWN > widget.height()


def speak(application: QApplication) -> LongLanguage:
    """Have ``application`` speak the language; the caller removes the translator."""
    language = LongLanguage(application)
    application.installTranslator(language)
    return language
