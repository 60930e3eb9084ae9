"""Which parts of a page are surely not its words: scripts, menus, notices, calendars and the like.

Only what is surely so is left out; whatever may be the article stays in the text. Names of classes and ids are a weak
sign, believed only where the element's content agrees; an element that holds the page's heading, a longer text or
dated lines is never left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.html import kinds
from natopk_desktop.importers.html.names import named

if TYPE_CHECKING:
    from natopk_desktop.importers.html.dom import Element
    from natopk_desktop.importers.html.ledger import Reason

NEVER_SHOWN: Final[dict[str, Reason]] = {
    "script": "script",
    "style": "style",
    "noscript": "noscript",
    "template": "template",
    **dict.fromkeys(("iframe", "frame", "noframes", "noembed"), "frame"),
    **dict.fromkeys(("video", "audio", "canvas", "applet"), "fallback"),
    **dict.fromkeys(("select", "datalist", "textarea"), "form"),
    **dict.fromkeys(("rp", "metadata", "annotation", "annotation-xml"), "fallback"),
}
"""Elements whose words no browser shows as words of the page, by name."""

NAMES: Final = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")

MENU: Final = named(
    "nav navi navigation navbar menu menus mainmenu submenu subnav topnav leftnav rightnav sidenav leftmenu topmenu "
    "rightmenu dropdown megamenu sitemap toolbar pagetools langs languages pager pagination skiplinks "
    "quicklinks"
)
SHARE: Final = named("share sharing social addthis addtoany sharethis socials follow followus bookmark")
COOKIE: Final = named("cookie cookies consent gdpr onetrust cookiebar cookiebanner cookieconsent optanon")
EDIT: Final = named("editsection mw-editsection")
BREADCRUMB: Final = named("breadcrumb breadcrumbs crumb crumbs breadcrumblist youarehere")
FOLDED: Final = named(
    "collapse collapsed collapsible accordion tab tabs tabpanel panel toggle expand expandable more readmore"
)
"""Names of hidden parts that a reader opens by a click."""
POPUP: Final = named("modal popup dialog overlay lightbox tooltip newsletter megamenu menu nav dropdown")
"""Names of hidden parts that are no parts of the text."""

NAMED: Final = MENU | SHARE | COOKIE | BREADCRUMB | EDIT
ARTICLE: Final = ("h1", "main", "article")
MARKED: Final = frozenset({"nav", "footer", "form"})

SKIP: Final = re.compile(
    r"^(skip|jump|go)\s+(to|over|directly)\b|^(aller|passer)\s+(au|à)\b|^zum\s+inhalt", re.IGNORECASE
)
COOKIE_WORD: Final = re.compile(r"cookie|کوکی|файл[ыов]* cookie", re.IGNORECASE)
YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b|[۰-۹٠-٩]{4}")
WEEKDAY: Final = re.compile(r"^[^\W\d]{1,3}\.?$")

STAMP: Final = re.compile(
    r"\b(?:updated|modified|edited|revised|reviewed)\b|mise? à jour|modifi|aktualisi|zuletzt|letzte änderung|actualiza",
    re.IGNORECASE,
)
LONGEST_STAMP: Final = 120

DATE: Final = named("date year time day month datum jahr annee fecha")
CAPTION: Final = named("caption figcaption photocaption legende bildunterschrift")
LONGEST_CAPTION: Final = 400

LONG: Final = 160
"""Characters of one text outside links that make it a text to read."""
SHORT_LINK: Final = 60
"""Characters of a link's text, on average, above which links are headlines or entries rather than a menu."""


def never_shown(element: Element) -> Reason | None:
    """Return why an element's words are not shown as the page's, None where they are."""
    reason = NEVER_SHOWN.get(element.tag)
    if reason is not None:
        return reason
    if element.tag in {"title", "desc"} and element.parent is not None and element.parent.tag != "head":
        return "label"
    if not element.attributes:
        return None
    return "hidden" if _is_hidden(element) else None


class Furniture:
    """Tells what stands beside the article; looks into each element at a bounded cost for the whole page."""

    def __init__(self) -> None:
        """Begin with a page."""
        self._purse = 3_000_000

    def reason(self, element: Element) -> Reason | None:
        """Return what an element surely is beside the article, None where it may belong to it."""
        if element.tag == "a":
            return "skip-link" if _is_skip_link(element) else None
        if element.tag == "table":
            if 20 < element.size < 400 and self.may_look(element) and _is_calendar(element):
                return "calendar"
        elif not element.attributes and element.tag not in MARKED:
            return None
        if element.attributes.get("id", "").startswith(("wm-ipp", "donato")):
            return "archive-bar"
        names = _names(element)
        if element.tag not in MARKED and not names & NAMED and "role" not in element.attributes:
            return None
        if not self.may_look(element):
            return None
        found = _guess(element, names)
        return None if found is None or (found != "cookie-notice" and _may_be_read(element)) else found

    def is_link_list(self, element: Element) -> bool:
        """Tell whether an element holds hardly anything but several short links."""
        return (
            element.links >= 4
            and element.linked >= 0.9 * element.size
            and element.linked < SHORT_LINK * element.links
            and self.may_look(element)
            and len(YEAR.findall(element.words())) < 3
        )

    def is_margin(self, element: Element) -> bool:
        """Tell whether an element is the page's head, foot or margin, and holds nothing of the article."""
        return _is_margin(element) and self.may_look(element) and not _may_be_read(element)

    def is_stamp(self, element: Element) -> bool:
        """Tell whether an element holds the line that says when the page was last changed."""
        if not 0 < element.size < LONGEST_STAMP or not self.may_look(element):
            return False
        words = element.words()
        return STAMP.search(words) is not None and YEAR.search(words) is not None

    def is_apart(self, element: Element) -> bool:
        """Tell whether an element of a line is a button, or marked or named as a date, which style sheets set apart."""
        return element.tag in {"time", "button"} or (bool(element.attributes) and bool(_names(element) & DATE))

    def is_folded(self, element: Element) -> bool:
        """Tell whether a hidden element is a part of the text that a reader opens by a click."""
        names = _names(element)
        has_name = bool(names & FOLDED) or element.attributes.get("role") == "tabpanel"
        return has_name and not names & POPUP and self.may_look(element) and _may_be_read(element)

    def is_caption(self, element: Element) -> bool:
        """Tell whether an element is named as the caption of a picture, and is as short as one."""
        return bool(element.attributes) and 0 < element.size < LONGEST_CAPTION and bool(_names(element) & CAPTION)

    def may_look(self, element: Element) -> bool:
        """Tell whether an element may be looked through, and reckon with it."""
        self._purse -= element.count
        return self._purse > 0


def _guess(element: Element, names: frozenset[str]) -> Reason | None:
    role = element.attributes.get("role", "").lower()
    size, linked = element.size, element.linked
    if names & COOKIE or role in {"dialog", "alertdialog"}:
        is_notice = (
            0 < size < 6000 and COOKIE_WORD.search(element.words()) and not element.find("h1", "main", "article")
        )
        return "cookie-notice" if is_notice else None
    if names & EDIT and size < 60:
        return "edit-link"
    if names & BREADCRUMB and size < 400:
        return "breadcrumb"
    if element.tag == "nav" or role in {"navigation", "menu", "menubar", "search"}:
        return "form" if role == "search" else "menu"
    if names & SHARE and size < 300 and (element.links or size < 60):
        return "share-bar"
    if element.tag == "form" and _is_search(element):
        return "form"
    if names & MENU and element.links >= 3 and linked >= 0.6 * size:
        return "menu"
    if (element.tag == "footer" or role == "contentinfo") and element.links >= 2 and linked >= 0.6 * size:
        return "footer"
    return None


def _is_margin(element: Element) -> bool:
    if element.tag not in {"header", "footer", "aside"}:
        return element.attributes.get("role", "").lower() in {"banner", "contentinfo", "complementary"}
    around = element.parent
    while around is not None:
        if around.tag in {"article", "main", "section"}:
            return False
        around = around.parent
    return True


def _names(element: Element) -> frozenset[str]:
    return _parted(f"{element.attributes.get('id', '')} {element.attributes.get('class', '')}")


@lru_cache(maxsize=4096)
def _parted(told: str) -> frozenset[str]:
    return frozenset(name.lower() for name in NAMES.findall(told)) | frozenset(told.lower().split())


def _is_hidden(element: Element) -> bool:
    attributes = element.attributes
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if element.tag == "dialog" and "open" not in attributes:
        return True
    style = attributes.get("style", "")
    if not style:
        return False
    return kinds.display(element) == "none" or re.search(r"visibility\s*:\s*hidden", style, re.IGNORECASE) is not None


def _may_be_read(element: Element) -> bool:
    """Tell whether an element holds the page's heading, a text to read, or dated lines."""
    dated = 0
    for inner in element.elements():
        if inner.tag in ARTICLE:
            return True
        if inner.tag in {"script", "style", "noscript", "template", "select"}:
            continue
        own = [child for child in inner.children if isinstance(child, str)]
        if inner.size - inner.linked > LONG and any(len(text.strip()) > LONG for text in own):
            return True
        if inner.tag in {"li", "p", "dd", "dt", "tr"} and inner.size > 35 and YEAR.search(inner.beginning(200)):
            dated += 1
            if dated >= 3:
                return True
    return False


def _is_calendar(table: Element) -> bool:
    cells = [cell.words() for cell in table.elements() if cell.tag in {"td", "th"}]
    days = sum(cell.isdecimal() and len(cell) < 3 and 1 <= int(cell) <= 31 for cell in cells)
    names = sum(WEEKDAY.match(cell) is not None for cell in cells)
    return days >= 20 and days + names + cells.count("") >= 0.9 * len(cells)


def _is_skip_link(link: Element) -> bool:
    return "#" in link.attributes.get("href", "") and link.size < 60 and SKIP.match(link.words()) is not None


def _is_search(form: Element) -> bool:
    if form.size > 300:
        return False
    return any(
        field.attributes.get("type", "").lower() == "search"
        or field.attributes.get("name", "").lower() in {"q", "query", "search", "s", "searchterm", "keywords", "suche"}
        for field in form.elements()
        if field.tag == "input"
    )
