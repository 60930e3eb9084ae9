"""Saved pages in the manner of institutions' sites of 2005 to 2024, and what a reader finds on each.

The pages lie in ``saved``; institutions, countries and events are made up. Chromium saved
``alliance-2016.mhtml``.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "saved"


class Page(NamedTuple):
    """What a page holds.

    Attributes:
        title: its title.
        entries: its dated entries in order: the EDTF date and the first words of each.
        words: words that must be in the text.
        gone: words that must not be in it.
        updated: the EDTF date of its stamp.
        url: its address.
    """

    title: str
    entries: tuple[tuple[str, str], ...]
    words: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    updated: str | None = None
    url: str | None = None


ELBONIA = Page(
    "Relations with Elbonia",
    (
        ("1999", "Elbonia joins"),
        ("2002-07", "First Individual"),
        ("2005-02-14", "The liaison office"),
        ("2008", "Elbonia hosts"),
        ("2011-12-01", "Foreign Ministers"),
        ("2014-09", "At the Wales Summit"),
        ("2016-05", "A joint training"),
    ),
    ("Elbonian troops during an exercise", "Exercise “Steadfast”", "some 1,200 officers"),
    ("cookies", "Press releases", "template", "enable scripts", "dataLayer", "Tweet", "Topics", "Skip to"),
    "2016-05-10",
    "https://www.alliance.example/topics/elbonia.html",
)

PAGES = {
    "alliance-2010.html": Page(
        "Alliance relations with Ruritania",
        (
            ("2004-03", "Visit to Ruritania"),
            ("2004-10", "Start of the flood"),
            ("2004-12", "General Ivan Muster"),
            ("2005-11-17", "The Minister of Foreign"),
            ("2006-05", "The Secretary General visits"),
            ("2007/2008", "Seminars for"),
            ("2009-06-21", "Opening of the joint"),
        ),
        (
            "shaking hands with",
            "Bilateral meeting at headquarters",
            "to\u00a0Ruritania",
            "Almost 2500 tons",
            "Training",
        ),
        (
            "nothing",
            "width: 20px",
            "Skip to main",
            "October 2010",
            "Newsroom",
            "Facebook",
            "counter",
            "Read more about",
        ),
        "2010-10-27",
        "http://www.alliance.example/cps/en/natolive/topics_52.htm",
    ),
    "alliance-2016.html": ELBONIA,
    "alliance-2016.mhtml": ELBONIA._replace(url="http://www.alliance.example:8123/elbonia.html"),
    "ministry-table.html": Page(
        "Chronology of relations with the Union",
        (
            ("1991-08-27", "The Community recognises"),
            ("1992-05-11", "Trade and cooperation"),
            ("1995-06-12", "Association agreement"),
            ("1995-11-24", "Application for"),
            ("1998-03-31", "Accession negotiations"),
            ("2002-12-13", "Negotiations concluded"),
            ("2003-09-14", "Referendum"),
            ("2004-05-01", "The Republic becomes"),
        ),
        ("Events 1991–2004", "Six chapters are opened.", "Copenhagen"),
        ("Consular",),
    ),
    "definition-list.html": Page(
        "UNMIX Chronology",
        (
            ("1999-10-25", "The Council establishes"),
            ("2000-01-17", "Tens of thousands"),
            ("2000-02-01", "Hand-over"),
            ("2000-07-12", "The first cabinet"),
            ("2001-08-30", "Elections for"),
            ("2002-05-20", "Independence is"),
        ),
        ("Mission in Exland: a chronology", "The commander thanks the troops."),
    ),
    "encyclopedia.html": Page(
        "Timeline of the Ruritanian crisis",
        (
            ("2012-03-06", "Strelsau sees"),
            ("2012-06-18", "The government"),
            ("2012-11-03", "A ceasefire"),
            ("2013-01-11", "Intervention"),
            ("2013-04-25", "The Council approves"),
            ("2013-07-28", "Presidential"),
            ("2014-05-17", "Clashes"),
            ("2014-08-01", "A new operation"),
        ),
        ("3,000 people march.[2]", '^ "Crisis", Gazette'),
        ("Contents", "edit]", "Random article", "Jump to"),
        "2021-03-12",
        "https://en.encyclopedia.example/wiki/Timeline_of_the_Ruritanian_crisis",
    ),
    "year-headings.html": Page(
        "History",
        (
            ("2001-09-11", "Attacks shake"),
            ("2001-12-04", "A plan of action"),
            ("1999-11-19", "The Charter is"),
            ("1994-12-06", "The Conference"),
            ("1994", "Missions are"),
            ("1990-11-21", "The Charter of Paris"),
            ("1975-08-01", "The Final Act"),
        ),
        ("Organization for Cooperation", "From a conference to an organization"),
        ("Who we are",),
    ),
    "french.html": Page(
        "Relations bilatérales\u00a0: chronologie",
        (
            ("2005-03-12", "Visite à Klow"),
            ("2005-10", "Début de"),
            ("2006-12-01", "Signature"),
            ("2007-05-08", "Première visite"),
            ("2010-02", "Ouverture"),
            ("2014-08-21", "Entretien"),
        ),
        ("Plus de 3\u00a0500 tonnes", "1er décembre 2006"),
        ("cookies", "Dossiers pays"),
        "2023-02-14",
    ),
    "urdu.html": Page(
        "پاکستان اور اتحاد کے تعلقات",
        (
            ("2005-03", "نائب معاون"),
            ("2005-10", "زلزلہ زدگان"),
            ("2007-01-30", "وزیر اعظم"),
            ("2007-05-08", "سیکریٹری جنرل"),
            ("2009-06", "مشترکہ مرکز"),
        ),
        ("وزارت خارجہ", "3500 ٹن"),
        ("خبریں",),
    ),
    "undeclared-1252.html": Page(
        "Chronologie de la coopération",
        (
            ("1995-01", "Première réunion"),
            ("1996-05-09", "Création du comité"),
            ("1998-22", "Les élèves"),
            ("2000-12", "Clôture"),
        ),
        ("étapes – parfois oubliées – de", "l’œuvre est achevée, son coût : 1 200 €."),
    ),
    "accordion-2022.html": Page(
        "Our history",
        (
            ("1992-04-03", "Founding treaty"),
            ("1994-10", "The first office"),
            ("1998", "The budget"),
            ("2001-06-15", "Two more"),
            ("2005-03", "A data service"),
            ("2009", "The Agency moves"),
        ),
        ("The 2000s",),
        ("Our work", "newsletter", "partners use cookies"),
        None,
        "https://www.agency.example/about/history",
    ),
    "flat-capture.html": Page(
        "Milestones of the Archive",
        (
            ("1934", "The Archive is established"),
            ("1941", "The Declaration"),
            ("1952-12-13", "The charters"),
            ("1985-04-01", "The Archive becomes"),
            ("1994", "A second building"),
            ("2003-09", "The rotunda"),
        ),
        ("The following dates",),
    ),
    "cards-2024.html": Page(
        "Our timeline",
        (
            ("1944-07", "Conference at Bretton Woods"),
            ("1945-12-27", "Articles in force"),
            ("1947-03-01", "Operations begin"),
            ("1971", "End of convertibility"),
            ("2008/2009", "Global crisis"),
        ),
        ("Signing ceremony", "Lending rises to 250 billion."),
    ),
    "event-articles.html": Page(
        "Timeline of the summit series",
        (
            ("2021-06-14", "Brussels Summit"),
            ("2018-07-11", "Another Brussels"),
            ("2016-07-08", "Warsaw Summit"),
            ("2014-09-04", "Wales Summit"),
        ),
    ),
    "linked-cards.html": Page(
        "Milestones",
        (("1998-07-17", "Statute adopted"), ("2002-07-01", "Entry into force"), ("2003-03", "First judges")),
    ),
    "rows-by-year.html": Page(
        "Chronology of the peace process",
        (
            ("1995-09-08", "Basic principles"),
            ("1995-10-12", "Ceasefire"),
            ("1995-11-21", "Accords"),
            ("1996", "March\tSuburbs"),
            ("1996-09-14", "Elections"),
        ),
    ),
    "rows-under-years.html": Page(
        "Steps towards membership",
        (
            ("2001-05-03", "Talks"),
            ("2001-06-09", "A plan"),
            ("2002-02-01", "A report"),
            ("2002-08-30", "The vote"),
        ),
    ),
    "tables-by-year.html": Page(
        "Calendar of events",
        (
            ("2003-08-11", "Command"),
            ("2003-12-31", "First team"),
            ("2004-10-09", "Presidential"),
            ("2004-12-01", "Inauguration"),
        ),
    ),
    "nested-years.html": Page(
        "Chronology",
        (
            ("1999-05-03", "Opening"),
            ("1999-06-09", "First meeting"),
            ("2000-02-01", "Report"),
            ("2000-10-12", "Elections"),
        ),
    ),
    "dates-apart.html": Page(
        "Mission timeline",
        (
            ("1999-06-10", "The Council adopts the resolution. A first team"),
            ("1999-07-02", "The head"),
            ("2000-01-15", "The interim"),
        ),
    ),
    "linked-entries.html": Page(
        "Statements",
        (
            ("1999-05-03", "Statement on the talks"),
            ("1999-06-09", "Statement on the signature"),
            ("2000-07-01", "Statement on elections"),
            ("2001-08-02", "Statement of thanks"),
        ),
    ),
    "german.html": Page(
        "Zeittafel",
        (("1990-10-03", "Tag der"), ("1995-03", "Das Amt"), ("2004-05-01", "Neue Mitglieder")),
        (),
        ("Cookies",),
        "2012-06-05",
    ),
    "bullets-2003.html": Page(
        "Update on the talks",
        (
            ("2003-05-05", "Opening session"),
            ("2003-05-07", "Working groups"),
            ("2003-05-12", "A text is"),
            ("2003-05-30", "Signature"),
        ),
        ("More will follow.",),
    ),
    "no-milestones.html": Page(
        "Frequently asked questions", (), ("Applications were open from 3 March 2019 to 30 April 2019.",)
    ),
}
