"""Everything the window can be told to do, declared once: menus, tool row and shortcuts sheet are built from this.

Texts are marked for translation here and translated where they are shown (``translated``). The menus' own names are in
``menu_bar.py``, since a first paint shows them and nothing of this.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QKeySequence

from natopk_desktop.ui.action import Action
from natopk_desktop.ui.actions_going import GOING
from natopk_desktop.ui.menu_bar import MENUS, QT_TRANSLATE_NOOP, Menu, translated
from natopk_desktop.ui.opening.actions import CHANGING, OPENING, REPORT, REVIEW
from natopk_desktop.ui.tabs.actions import CLOSING, TABS

__all__ = ["ACTIONS", "MENUS", "QT_TRANSLATE_NOOP", "Action", "Menu", "named", "translated"]

Key = QKeySequence.StandardKey


ACTIONS: Final = (
    *OPENING,
    Action(
        "print",
        QT_TRANSLATE_NOOP("Actions", "&Print…"),
        QT_TRANSLATE_NOOP("Actions", "Chooses pages, shows them, and sends them to a printer"),
        "file",
        "print_pages",
        standard=Key.Print,
        separated=True,
    ),
    Action(
        "preview",
        QT_TRANSLATE_NOOP("Actions", "Print pre&view…"),
        QT_TRANSLATE_NOOP("Actions", "Shows the pages as they would be printed"),
        "file",
        "preview_pages",
        keys=("Ctrl+Shift+P",),  # beside Ctrl+P; Qt has no key for it
    ),
    Action(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export…"),
        QT_TRANSLATE_NOOP("Actions", "Saves pages, texts, data or a reference, and shows before what they cannot hold"),
        "file",
        "export",
        keys=("Ctrl+E", "Ctrl+Shift+E"),  # of drawing programs; on X11 a text field takes the first for its own
    ),
    Action(
        "source",
        QT_TRANSLATE_NOOP("Actions", "About this so&urce…"),
        QT_TRANSLATE_NOOP("Actions", "Shows where the text comes from, its address and its full SHA-256"),
        "file",
        "show_source",
        keys=("Ctrl+I",),  # what browsers and file managers use for properties; Qt has no key for it
    ),
    REPORT,
    *CLOSING,
    Action(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Closes every window"),
        "file",
        "quit_application",
        standard=Key.Quit,
        keys=("Ctrl+Q",),  # Qt knows no key for it on Windows
        everywhere=True,
    ),
    *CHANGING,
    Action(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "&Copy"),
        QT_TRANSLATE_NOOP("Actions", "Copies the selected words, or the whole entry, letter for letter"),
        "edit",
        "copy",
        standard=Key.Copy,
        separated=True,
    ),
    Action(
        "copy_citation",
        QT_TRANSLATE_NOOP("Actions", "Copy with c&itation"),
        QT_TRANSLATE_NOOP("Actions", "Copies the same words and, marked as ours, where they stand"),
        "edit",
        "copy_with_citation",
        keys=("Ctrl+Shift+C",),  # copy, and more; Qt has no key for it
    ),
    Action(
        "cite_entry_apa",
        QT_TRANSLATE_NOOP("Actions", "This entry, &APA 7"),
        QT_TRANSLATE_NOOP("Actions", "Copies a reference to the chosen entry in the style of the APA, 7th edition"),
        "cite",
        "cite_entry",
        value="apa",
    ),
    Action(
        "cite_entry_chicago",
        QT_TRANSLATE_NOOP("Actions", "This entry, &Chicago 17 (note)"),
        QT_TRANSLATE_NOOP("Actions", "Copies a reference to the chosen entry as a note in Chicago style, 17th edition"),
        "cite",
        "cite_entry",
        value="chicago",
    ),
    Action(
        "cite_entry_mla",
        QT_TRANSLATE_NOOP("Actions", "This entry, &MLA 9"),
        QT_TRANSLATE_NOOP("Actions", "Copies a reference to the chosen entry in the style of the MLA, 9th edition"),
        "cite",
        "cite_entry",
        value="mla",
    ),
    Action(
        "cite_page_apa",
        QT_TRANSLATE_NOOP("Actions", "Whole page, A&PA 7"),
        QT_TRANSLATE_NOOP("Actions", "Copies a reference to the page in the style of the APA, 7th edition"),
        "cite",
        "cite_page",
        value="apa",
        separated=True,
    ),
    Action(
        "cite_page_chicago",
        QT_TRANSLATE_NOOP("Actions", "Whole page, C&hicago 17 (note)"),
        QT_TRANSLATE_NOOP("Actions", "Copies a reference to the page as a note in Chicago style, 17th edition"),
        "cite",
        "cite_page",
        value="chicago",
    ),
    Action(
        "cite_page_mla",
        QT_TRANSLATE_NOOP("Actions", "Whole page, M&LA 9"),
        QT_TRANSLATE_NOOP("Actions", "Copies a reference to the page in the style of the MLA, 9th edition"),
        "cite",
        "cite_page",
        value="mla",
    ),
    Action(
        "find",
        QT_TRANSLATE_NOOP("Actions", "&Find…"),
        QT_TRANSLATE_NOOP("Actions", "Searches entries, sections, figures and notes as you type"),
        "edit",
        "find",
        standard=Key.Find,
        separated=True,
    ),
    Action(
        "find_next",
        QT_TRANSLATE_NOOP("Actions", "Find &next"),
        QT_TRANSLATE_NOOP("Actions", "Goes to the next match"),
        "edit",
        "find_next",
        keys=("F3",),  # Qt's standard adds Ctrl+G on some desktops, where another app may have it
    ),
    Action(
        "find_previous",
        QT_TRANSLATE_NOOP("Actions", "Find &previous"),
        QT_TRANSLATE_NOOP("Actions", "Goes to the match before"),
        "edit",
        "find_previous",
        keys=("Shift+F3",),
    ),
    Action(
        "clear",
        QT_TRANSLATE_NOOP("Actions", "Show &all entries"),
        QT_TRANSLATE_NOOP("Actions", "Clears topics, period and search"),
        "edit",
        "clear_filters",
        keys=("Esc",),  # one key, from wherever one is; it does nothing while nothing is hidden
        separated=True,
    ),
    Action(
        "page",
        QT_TRANSLATE_NOOP("Actions", "&Whole page"),
        QT_TRANSLATE_NOOP("Actions", "Shows the entire page in its own order instead of the chosen entry"),
        "view",
        "show_page",
        keys=("F9",),  # side views of many readers; Qt has no key for it
        checkable=True,
    ),
    REVIEW,
    Action(
        "order_source",
        QT_TRANSLATE_NOOP("Actions", "As in the &source"),
        QT_TRANSLATE_NOOP("Actions", "Lists the entries in the order of the page"),
        "order",
        "set_order",
        group="order",
        value="source",
    ),
    Action(
        "order_date",
        QT_TRANSLATE_NOOP("Actions", "By &date"),
        QT_TRANSLATE_NOOP("Actions", "Lists the entries by their earliest possible day"),
        "order",
        "set_order",
        group="order",
        value="date",
    ),
    Action(
        "text_larger",
        QT_TRANSLATE_NOOP("Actions", "&Larger"),
        QT_TRANSLATE_NOOP("Actions", "Makes all text larger, up to 300 %"),
        "text",
        "enlarge_text",
        standard=Key.ZoomIn,
        keys=("Ctrl++", "Ctrl+="),  # the plus without Shift, too
        everywhere=True,
    ),
    Action(
        "text_smaller",
        QT_TRANSLATE_NOOP("Actions", "&Smaller"),
        QT_TRANSLATE_NOOP("Actions", "Makes all text smaller, down to 80 %"),
        "text",
        "reduce_text",
        standard=Key.ZoomOut,
        everywhere=True,
    ),
    Action(
        "text_normal",
        QT_TRANSLATE_NOOP("Actions", "&Normal"),
        QT_TRANSLATE_NOOP("Actions", "Makes all text 100 % again"),
        "text",
        "reset_text",
        keys=("Ctrl+0",),  # every browser's; Qt has no key for it
        everywhere=True,
    ),
    Action(
        "scheme_system",
        QT_TRANSLATE_NOOP("Actions", "As the &system"),
        QT_TRANSLATE_NOOP("Actions", "Follows the system's light or dark colours"),
        "theme",
        "set_scheme",
        group="scheme",
        value="system",
        everywhere=True,
    ),
    Action(
        "scheme_light",
        QT_TRANSLATE_NOOP("Actions", "&Light"),
        QT_TRANSLATE_NOOP("Actions", "Dark words on light ground"),
        "theme",
        "set_scheme",
        group="scheme",
        value="light",
        everywhere=True,
    ),
    Action(
        "scheme_dark",
        QT_TRANSLATE_NOOP("Actions", "&Dark"),
        QT_TRANSLATE_NOOP("Actions", "Light words on dark ground"),
        "theme",
        "set_scheme",
        group="scheme",
        value="dark",
        everywhere=True,
    ),
    Action(
        "present",
        QT_TRANSLATE_NOOP("Actions", "&Presentation"),
        QT_TRANSLATE_NOOP("Actions", "Shows one entry at a time on the full screen"),
        "view",
        "present",
        keys=("F5", "F11"),  # what slide programs and browsers use; Qt's own full-screen keys differ by desktop
        separated=True,
    ),
    *GOING,
    *TABS,
    Action(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("Actions", "Lists every key of this window"),
        "help",
        "show_shortcuts",
        keys=("F1",),  # Qt's standard is the same on Linux and Windows, and Ctrl+? on macOS, which some layouts lack
        everywhere=True,
    ),
    Action(
        "copy_versions",
        QT_TRANSLATE_NOOP("Actions", "Copy &versions"),
        QT_TRANSLATE_NOOP("Actions", "Copies the versions of the app and of what it runs on, for a report"),
        "help",
        "copy_versions",
        separated=True,
        everywhere=True,
    ),
    Action(
        "about",
        QT_TRANSLATE_NOOP("Actions", "&About"),
        QT_TRANSLATE_NOOP("Actions", "Shows version, attribution and licences"),
        "help",
        "show_about",
        everywhere=True,
    ),
)


def named(action_id: str) -> Action:
    """Return the action of this id.

    Raises:
        StopIteration: there is none.
    """
    return next(action for action in ACTIONS if action.id == action_id)
