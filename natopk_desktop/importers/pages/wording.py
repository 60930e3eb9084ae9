"""Words by which pages of institutions, in several languages, name their own parts; folded when compared."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final, NamedTuple

from natopk_desktop.importers.dating.month_names import fold

_LISTS: Final = (
    "milestone chronolog timeline time-line key-date key-event important-date main-date event dates "
    "calendar-of jalon etape-cle date-cle dates-cle repere chronik zeitleiste zeittafel meilenstein "
    "cronolog hito fecha linea-del-tempo linea-de-tiempo tappe kronolo tijdlijn mijlpa kalendarium "
    "os-czasu kamienie хронолог основные-события вехи даты хронік تسلسل-زمني الجدول-الزمني خط-زمني محطات "
    "سنگ-میل واقعات تاریخ-وار گاه-شمار kilometre-tas donum-nokta"
)
_NEWS: Final = (
    "news latest recent related-link related-page further-reading see-also bibliograph reference footnote "
    "endnote notes source publication press-release download speeches upcoming actualite "
    "communique-de-presse pour-en-savoir nachrichten aktuell literatur quellen noticia novedades notizie "
    "haberler новости أخبار خبریں"
)
_STAMPS: Final = (
    "page-updated updated updated-on modified revised date-updated date-modified date-revised date-reviewed "
    "date-last-updated date-last-modified date-last-reviewed mise-a-jour "
    "derniere-mise-a-jour mis-a-jour-le mis-a-jour derniere-modification letzte-aktualisierung "
    "zuletzt-aktualisiert aktualisiert stand ultima-actualizacion actualizado ultimo-aggiornamento "
    "aggiornato ultima-atualizacao atualizado laatst-bijgewerkt bijgewerkt son-guncelleme guncelleme "
    "ostatnia-aktualizacja обновлено последнее-обновление آخر-تحديث آخری-بار-تازه-کاری تازه-کاری "
    "آخرین-به-روزرسانی"
)
_THINGS: Final = ["page", "webpage", "web-page", "site", "website", "article", "document", "content"]
_CHANGES: Final = ["updated", "update", "modified", "revised", "reviewed", "changed", "edited", "amended", "checked"]
_RESIDUE: Final = (
    "more more-... read-more read-more-... pdf-library pdf print print-this-page printer-friendly "
    "printer-friendly-version print-version share share-this tweet e-mail email e-mail-this-page "
    "send-to-a-friend home home-page homepage back back-to-top top top-of-page go-to-top go-back next "
    "previous prev skip-to-content skip-to-main-content menu search site-map sitemap contact contact-us "
    "contacts help login log-in sign-in register subscribe rss rss-feed feedback privacy privacy-policy "
    "terms-of-use terms-and-conditions legal-notice disclaimer copyright cookies cookie-policy accept "
    "accept-all accessibility follow-us facebook twitter youtube flickr linkedin related-links "
    "quick-links key-links links download downloads multimedia photos videos video image you-are-here text-size "
    "font-size a-a a+ a- language languages english francais russian ukrainian imprimer partager accueil "
    "retour haut-de-page suite recherche plan-du-site drucken teilen startseite nach-oben mehr impressum "
    "kontakt inicio imprimir compartir buscar volver-arriba stampa condividi cerca anasayfa yazdir paylas "
    "печать поделиться главная طباعة الرئيسية"
)
_RIGHTS: Final = re.compile(r"©|\(c\)\s*\d{4}|all rights reserved|\btous droits|alle rechte", re.IGNORECASE)
_CONTACT: Final = re.compile(
    r"^\W*(?:https?://\S+|www\.\S+|\S{1,64}@\S{1,190}\.\w{2,24}|(?:tel|fax|phone|telephone|e-?mail|contact)\b\.?\s{0,3}:?.{0,80})\W*$",
    re.IGNORECASE,
)
_PICTURE: Final = re.compile(
    r"\b(?:photo(?:graph)?s?|image|picture|caption|courtesy|credits?|légende|foto|bild|crédit)\b|©|^\(?(?:ph|fig)\.",
    re.IGNORECASE,
)


_WORD: Final = re.compile(r"[^\W\d_]+")
LINK: Final = re.compile(r"[\s:\u2013\u2014-]*")
"""What parts the words of an update stamp from its date."""

_ADDRESS: Final = re.compile(r"[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,24}\b|\+\d[\d ()-]{7,24}", re.IGNORECASE)


def _known(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(word.replace("-", " ")) for word in words.split()))


LISTS: Final = _known(_LISTS)
NEWS: Final = _known(_NEWS)


def _last_changes() -> str:
    """Return what English pages say of their last change, as "this page was last modified"."""
    things = [f"{before}{thing}-{after}" for thing in _THINGS for before in ("", "this-") for after in ("", "was-")]
    return " ".join(f"{thing}last-{change}" for thing in ("", *things) for change in _CHANGES)


STAMPS: Final = tuple(sorted({*_known(_STAMPS), *_known(_last_changes())}, key=len, reverse=True))
_STAMP_SET: Final = frozenset(STAMPS)
_STAMP_OPENINGS: Final = frozenset(stamp.partition(" ")[0] for stamp in STAMPS)
_MOST_STAMP_WORDS: Final = max(stamp.count(" ") + 1 for stamp in STAMPS)
RESIDUE: Final = frozenset(_known(_RESIDUE))


def names_list(words: str) -> bool:
    """Tell whether folded words of a heading announce a list of dated entries."""
    return _begins_word(words, LISTS)


def names_news(words: str) -> bool:
    """Tell whether folded words of a heading announce dated lines that are no entries: news, references."""
    return _begins_word(words, NEWS)


def _begins_word(words: str, stems: tuple[str, ...]) -> bool:
    padded = f" {words}"
    return any(f" {stem}" in padded for stem in stems)


def stamp_words(words: str) -> str | None:
    """Return the words of an update stamp that folded words begin with, None where they are none."""
    if words.partition(" ")[0] not in _STAMP_OPENINGS:
        return None
    for stamp in STAMPS:
        if words.startswith(stamp) and (len(words) == len(stamp) or words[len(stamp)] == " "):
            return stamp
    return None


class StampWords(NamedTuple):
    """The words of an update stamp, without its date.

    Attributes:
        end: the code point after the last.
        is_plain: whether they say by themselves that they speak of the page, as "last updated", unlike "revised".
    """

    end: int
    is_plain: bool


def stamp_at(text: str, start: int, end: int) -> StampWords | None:
    """Return the words of an update stamp that begin at ``start``, the most there are; None where there are none."""
    found: StampWords | None = None
    for word in islice(_WORD.finditer(text, start, end), _MOST_STAMP_WORDS):
        if word.start() == start and fold(word[0]) not in _STAMP_OPENINGS:
            break
        words = fold(text[start : word.end()])
        if words in _STAMP_SET:
            found = StampWords(word.end(), " " in words and not words.endswith(" on"))
    return found


def is_page_furniture(text: str) -> bool:
    """Tell whether a line of up to some hundred characters belongs to the page's frame and not to what it says."""
    if fold(text) in RESIDUE or _CONTACT.match(text) or _RIGHTS.search(text):
        return True
    return len(text) < 120 and _ADDRESS.search(text) is not None


def speaks_of_picture(text: str) -> bool:
    """Tell whether words say that they belong to a picture."""
    return _PICTURE.search(text) is not None
