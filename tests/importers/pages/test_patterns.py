"""One small page for each way in which pages print their dated entries."""

from __future__ import annotations

import pytest

from natopk_desktop.dossier.validate import defects
from tests.importers.pages.scoring import read, score

PROSE = (
    "The harbour board keeps the records of the port. It was founded in 1921 and has met every month since then, "
    "with one break from 1940 to 1945.\n\n"
)

PAGES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "ranges of years, months and days": (
        "The port\n\n" + PROSE + "Key dates\n"
        "1988-9 The old mole is mended.\n"
        "2000-4 New cranes are built.\n"
        "March-May 2005 Dredging of the channel.\n"
        "30 June - 2 July 2006 The tall ships come.\n"
        "3–5 March 2007 Meeting of the harbour masters.\n"
        "December 2007 – January 2008 The lock is closed.\n",
        [
            ("1988/1989", "The old mole"),
            ("2000/2004", "New cranes"),
            ("2005-03/2005-05", "Dredging"),
            ("2006-06-30/2006-07-02", "The tall ships"),
            ("2007-03-03/2007-03-05", "Meeting"),
            ("2007-12/2008-01", "The lock"),
        ],
    ),
    "American days": (
        (
            "Timeline of the harbour\n\n"
            "March 5, 1970: The strike begins.\nMarch 12-14, 1970: Talks.\nApril 30 - May 2, 1970: Votes.\n"
        ),
        [("1970-03-05", "The strike"), ("1970-03-12/1970-03-14", "Talks"), ("1970-04-30/1970-05-02", "Votes")],
    ),
    "list without a heading": (
        "The lighthouse service\n\n"
        + PROSE
        + "1901 – First lamp lit.\n1925 – Electric light.\n1999 – The keepers leave.\n",
        [("1901", "First lamp"), ("1925", "Electric"), ("1999", "The keepers")],
    ),
    "dates on lines of their own, with titles and paragraphs": (
        (
            "The lighthouse service\n\nIts story in dates\n\n"
            "May 1901\n\nFirst lamp\n\nThe first lamp is lit by the mayor, and seen from eleven miles.\n\n"
            "1925\n\nElectric light\n\nThe oil lamps are sold to a theatre in the capital.\n\n"
            "12 June 1999\n\nThe keepers leave\n\nThe last of the keepers hands over the keys.\n"
        ),
        [("1901-05", "First lamp"), ("1925", "Electric light"), ("1999-06-12", "The keepers leave")],
    ),
    "dates under their words": (
        (
            "Declarations of the council\n\n"
            "Declaration on fishing\n3 April 2008, Brinn\n\n"
            "Declaration on ice\n4 April 2009, Ostel\n\n"
            "Declaration on whales\n20 November 2010, Lindport\n"
        ),
        [
            ("2008-04-03", "Declaration on fishing"),
            ("2009-04-04", "Declaration on ice"),
            ("2010-11-20", "Declaration on wh"),
        ],
    ),
    "year carried down, bullets": (
        (
            "Chronology\n\n1994\n  * 14 February: The charter is signed.\n  * May: The office opens.\n\n"
            "1995\n  * 3-5 March: First congress.\n  * 1 December: The first report is printed.\n"
        ),
        [
            ("1994-02-14", "The charter"),
            ("1994-05", "The office"),
            ("1995-03-03/1995-03-05", "First congress"),
            ("1995-12-01", "The first report"),
        ],
    ),
    "bullets whose only date is the line above": (
        "Milestones\n\n1994\n* The charter.\n* The office opens.\n\n1995\n* First congress.\n* First report.\n",
        [("1994", "The charter"), ("1994", "The office"), ("1995", "First congress"), ("1995", "First report")],
    ),
    "year in the heading": (
        "Calendar of events 2011\n\n3 March: Ice breaks.\n14 April: First ship.\n2 May: The fair opens.\n",
        [("2011-03-03", "Ice breaks"), ("2011-04-14", "First ship"), ("2011-05-02", "The fair")],
    ),
    "year missing over the turn of the year": (
        "Chronology\n\n3 November 2003: Storm.\n20 December: Flood.\n6 January 2004: The dyke is closed.\n",
        [("2003-11-03", "Storm"), ("2003-12-20", "Flood"), ("2004-01-06", "The dyke")],
    ),
    "descending, same date twice": (
        "Timeline\n\n- 5 May 2010: The bridge opens.\n- 5 May 2010: The ferry.\n- 2008: Work.\n- 1999: A plan.\n",
        [("2010-05-05", "The bridge"), ("2010-05-05", "The ferry"), ("2008", "Work"), ("1999", "A plan")],
    ),
    "decades and open starts": (
        "Milestones\n\nThe 1950s: Rebuilding.\n1960s: New docks.\nSince 1972: Containers.\nearly 1980s: Decline.\n",
        [("195X", "Rebuilding"), ("196X", "New docks"), ("1972/..", "Container"), ("198X", "Decline")],
    ),
    "numeric dates that settle each other": (
        "Key dates\n\n13.04.2005 Start.\n05.06.2005 Middle.\n30.11.2005 End.\n",
        [("2005-04-13", "Start"), ("2005-06-05", "Middle"), ("2005-11-30", "End")],
    ),
    "numeric dates that only their order settles": (
        "Key dates\n\n3/1/2005 Start.\n4/2/2005 Middle.\n1/3/2006 Pause.\n2/4/2006 End.\n2/5/2007 Close.\n",
        [("2005", "Start"), ("2005", "Middle"), ("2006", "Pause"), ("2006", "End"), ("2007", "Close")],
    ),
    "ISO days": (
        "Key dates\n\n2005-04-13 Start.\n2005-06-05 Middle.\n2005-11-30 End.\n",
        [("2005-04-13", "Start"), ("2005-06-05", "Middle"), ("2005-11-30", "End")],
    ),
    "table with upright strokes": (
        "Timeline\n\n| Date | Event |\n| --- | --- |\n| 1765 | The duty. |\n| March 5, 1770 | Shots are fired. |\n",
        [("1765", "The duty"), ("1770-03-05", "Shots")],
    ),
    "hard-wrapped entries": (
        (
            "The old canal\n\nMilestones\n\n"
            "1765 The company is founded by eleven merchants of the town,\nwho put in equal shares and a governor.\n"
            "1770 The first ships pass from the river to the sea, led by a barge\nwith music on board.\n"
            "1802 The locks are rebuilt in stone.\n"
        ),
        [("1765", "The company"), ("1770", "The first ships"), ("1802", "The locks")],
    ),
    "sentences in paragraphs": (
        (
            "The strait and the council\n\nIn 1992, the strait joins the council as an observer.\n\n"
            "In March 1994, it signs the framework document.\n\nOn 3 May 1999, it becomes a member.\n"
        ),
        [("1992", "In 1992"), ("1994-03", "In March 1994"), ("1999-05-03", "On 3 May 1999")],
    ),
    "German": (
        (
            "Geschichte des Hafens\n\nDer Hafen ist einer der ältesten der Küste, und die Akten sind seit 1921 "
            "für die Forschung offen.\n\nChronik\n\n"
            "3. März 1905: Gründung der Gesellschaft.\nMai 1921: Eröffnung der Brücke.\n1930er Jahre: Ausbau.\n"
        ),
        [("1905-03-03", "Gründung"), ("1921-05", "Eröffnung"), ("193X", "Ausbau")],
    ),
    "Spanish": (
        (
            "Historia del puerto\n\nCronología\n\n3 de marzo de 1905: Fundación de la compañía.\n"
            "mayo de 1921: Apertura del puente.\n1930-1935: Ampliación de los muelles.\n"
        ),
        [("1905-03-03", "Fundación"), ("1921-05", "Apertura"), ("1930/1935", "Ampliación")],
    ),
    "Italian": (
        "Il porto\n\nCronologia\n\n3 marzo 1905 – Fondazione.\n1° maggio 1921 – Apertura.\nottobre 1930 – Moli.\n",
        [("1905-03-03", "Fondazione"), ("1921-05-01", "Apertura"), ("1930-10", "Moli")],
    ),
    "Russian": (
        (
            "История порта\n\nХронология\n\n3 марта 1905 г. — Основание общества.\nмай 1921 года — Открытие моста.\n"
            "1930 — Новые причалы.\n"
        ),
        [("1905-03-03", "Основание"), ("1921-05", "Открытие"), ("1930", "Новые")],
    ),
    "Turkish": (
        (
            "Limanın tarihi\n\nKronoloji\n\n3 Mart 1905: Şirketin kuruluşu.\nMayıs 1921: Köprünün açılışı.\n"
            "Ağustos 1930: Yeni rıhtımlar.\n"
        ),
        [("1905-03-03", "Şirketin"), ("1921-05", "Köprünün"), ("1930-08", "Yeni")],
    ),
    "Arabic": (
        "تاريخ الميناء\n\nالتسلسل الزمني\n\n3 مارس 1905: تأسيس.\n٥ كانون الثاني ١٩٢١: افتتاح.\nمايو 1930: أرصفة.\n",
        [("1905-03-03", "تأسيس"), ("1921-01-05", "افتتاح"), ("1930-05", "أرصفة")],
    ),
    "Urdu": (
        "بندرگاہ کی تاریخ\n\nاہم سنگ میل\n\n۳ مارچ ۱۹۰۵ء: کمپنی کا قیام۔\nمئی 1921: پل کا افتتاح۔\n1930: نئی گودیاں۔\n",
        [("1905-03-03", "کمپنی"), ("1921-05", "پل"), ("1930", "نئی")],
    ),
    "line of an issue above the list": (
        (
            "The Harbour Review\n\nThe port through the decades\n\nSummer 2009, Vol. 4\n\n"
            "1877 A fire in the hall leads the board to build in stone.\n\n1895 The mole is lengthened.\n\n"
            "Refer to caption\n\n1904 The first crane comes by ship.\n\n1921 The fish hall burns.\n"
        ),
        [("1877", "A fire"), ("1895", "The mole"), ("1904", "The first"), ("1921", "The fish")],
    ),
    "headlines over paragraphs that begin with dates": (
        (
            "Timeline of the port\n\n1636    Charter of the strait\n\n"
            "The charter is the first of its kind on the coast.\n\n"
            "1775–1791      First toll\n\nThe board takes a penny from each ship.\n\n"
            "1776    Act of the lights\n\nOn June 10, 1776, the board names five men to draft an act on lights.\n\n"
            "1777–1781  Articles of trade\n\nOn June 11, 1776, the board names five others to draft the articles.\n"
        ),
        [("1636", "Charter"), ("1775/1791", "First toll"), ("1776", "Act"), ("1777/1781", "Articles")],
    ),
    "years over sentences in bullets": (
        (
            "The strait and the council – key dates\n\n2017.\n\n"
            "  * On April 28, the assembly passed the law on lights.\n"
            "  * On May 25, the chairman took part in a meeting.\n"
            "  * A congress was held in Brinn on August 2, with guests.\n\n"
            "2016.\n\n  * Talks were held in Brinn on February 15 and 16, in two rooms.\n"
            "  * On March 24, a letter was sent.\n"
        ),
        [
            ("2017-04-28", "On April 28"),
            ("2017-05-25", "On May 25"),
            ("2017-08-02", "A congress"),
            ("2016-02-15/2016-02-16", "Talks"),
            ("2016-03-24", "On March 24"),
        ],
    ),
    "dates alone over text broken within numbers": (
        (
            "13 May 2003\nThe council of the strait adopts its resolution\n"
            "1479 establishing the lightship service\n(LISS).\n"
            "26 June – 5 July 2003\nThe lightships are moored off the coast for three months until\n"
            "4 February\n2004.\n3 October 2003\nA storm takes one of them to the rocks of the northern\nshore.\n"
        ),
        [("2003-05-13", "The council"), ("2003-06-26/2003-07-05", "The lightships"), ("2003-10-03", "A storm")],
    ),
    "days alone under years alone": (
        (
            "History of the league\n1946\nJanuary 19\nA speech is held at the school.\nDecember 17\n"
            "The union is set up.\n"
            "1947\nMay 14\nA movement begins.\nAugust 27-31\nThe congress is held by the lake.\n"
        ),
        [
            ("1946-01-19", "A speech"),
            ("1946-12-17", "The union"),
            ("1947-05-14", "A movement"),
            ("1947-08-27/1947-08-31", "The congress"),
        ],
    ),
    "months alone over sentences": (
        (
            "Chronology of events\n\nAugust 2018\n\nOn 26 July, the board received a letter.\n\n"
            "April 2018\n\nOn 19 April, the board met.\n\nOn 20 April, it wrote.\n\nJanuary 2018\n\nThe board rested.\n"
        ),
        [("2018-08", "On 26 July"), ("2018-04", "On 19 April"), ("2018-01", "The board rested")],
    ),
    "terms of office among the entries": (
        (
            "Chronology\n\nJun 08 - Jun 09\n\nCaptain D. Miller, of the coast guard\n\n"
            "  * 20 February: End of the count.\n  * 20 January 2009: Start of the count.\n"
            "  * 13 December 2008: The call.\n\n"
            "May 06 - Feb 07\n\n"
            "Captain D. Smith, of the coast guard, of the lighthouse service and of the port board\n\n"
            "  * 5 October 2006: Stage 4.\n  * 31 July 2006: Stage 3.\n"
        ),
        [
            ("2009-02-20", "End"),
            ("2009-01-20", "Start"),
            ("2008-12-13", "The call"),
            ("2006-10-05", "Stage 4"),
            ("2006-07-31", "Stage 3"),
        ],
    ),
    "bold dates of Markdown": (
        "Key dates\n\n* **1949** — Treaty signed.\n* **May 1952** — Two join.\n* **1955:** One more.\n",
        [("1949", "Treaty"), ("1952-05", "Two join"), ("1955", "One more")],
    ),
    "undated entry among those of a year": (
        (
            "Timeline of the strait\n\n2001\n\n    September 11: Storm.\n\n    A new board is chosen.\n\n"
            "    December 5–22, 2001: Congress.\n\n2002\n\n    January 2002\n\n        A ball.\n\n    June: The fair.\n"
        ),
        [
            ("2001-09-11", "Storm"),
            ("2001", "A new board"),
            ("2001-12-05/2001-12-22", "Congress"),
            ("2002-01", "A ball"),
            ("2002-06", "The fair"),
        ],
    ),
    "places before dates": (
        (
            "Meetings of the league\n\nBrinn, 16-19 December 1957\nThe aims of the league are said again.\n\n"
            "Ostel, 26 June 1974\nThe declaration is signed.\n\nLindport, 10 June 1982\nA member joins.\n"
        ),
        [("1957-12-16/1957-12-19", "The aims"), ("1974-06-26", "The declaration"), ("1982-06-10", "A member")],
    ),
    "CRLF and no-break spaces": (
        "The port\r\n\r\nMilestones\r\n\r\nMarch\xa02005\xa0 Dredging.\r\nMay 2006 \xa0Cranes.\r\n",
        [("2005-03", "Dredging"), ("2006-05", "Cranes")],
    ),
}

NO_ENTRIES: dict[str, str] = {
    "prose that begins with dates": (
        "The port and its board\n\nIn May 2007, during its first visit, the board agreed to meet more often.\n\n"
        + PROSE
        + "How did it begin?\n\nIn 1921 eleven merchants met in the hall of the exchange.\n"
    ),
    "quantities that look like years": (
        "The port\n\n2000 people work there.\n\n1500 ships call in a year.\n\n1800 tons of fish are landed every day.\n"
    ),
    "news and references": (
        "The port\n\n" + PROSE + "Related news\n\n12 May 2010 A ship is named.\n3 April 2010 The ferry is late.\n"
        "1 March 2010 Ice again.\n\nReferences\n\n2005 Miller, The port.\n2006 Smith, Ships.\n2007 Jones, The sea.\n"
    ),
    "a date by the title": "The port\n\n3 May 2010\n\n" + PROSE + PROSE,
    "nothing but a list of links": "Home\nAbout us\nNews\nContact\nSite map\n",
    "history told in paragraphs": (
        "A short history of the board\n\nThe board was founded in 1921 with three clerks.\n\n"
        "In 1945 the hall was damaged by fire and the board moved.\n\nThe new hall was opened in May 1951.\n\n"
        "In 1968, the board took over the lights.\n\nSince 1991 the board has published a yearbook.\n"
    ),
    "empty": "",
    "white space": " \n\t\n\xa0\n",
}


@pytest.mark.parametrize("name", PAGES)
def test_entries_are_found_with_their_dates(name: str) -> None:
    text, entries = PAGES[name]
    contents = read(text)
    result = score([{"edtf": edtf, "starts": starts} for edtf, starts in entries], contents)

    assert list(defects(contents)) == []
    assert result.wrong == []


@pytest.mark.parametrize("name", NO_ENTRIES)
def test_page_without_entries_is_a_dossier_without_milestones(name: str) -> None:
    contents = read(NO_ENTRIES[name])

    assert list(defects(contents)) == []
    assert [(m.date.edtf, m.text) for m in contents.milestones] == []


def test_list_that_lost_its_dates_keeps_its_entries() -> None:
    text = "The port\n\nKey milestones\n\n* The mole is built.\n* The cranes come.\n* The railway closes.\n"
    contents = read(text)

    assert [m.date.edtf for m in contents.milestones] == [None] * 3
    assert [span.of(text) for m in contents.milestones for span in m.text][1] == "The cranes come."


def test_nested_items_belong_to_the_entry_above() -> None:
    text = "Milestones\n\n* 1901: The mole.\n    * Of oak.\n    * Mended twice.\n* 1905: The crane.\n* 1920: The end.\n"
    contents = read(text)

    assert [m.date.edtf for m in contents.milestones] == ["1901", "1905", "1920"]
    assert len(contents.milestones[0].text) == 3


def test_year_that_neighbours_leave_open_is_not_guessed() -> None:
    contents = read("Chronology\n\n3 March 2003: Storm.\n5 April: Flood.\n6 May 2006: Calm.\n")

    assert [m.date.edtf for m in contents.milestones] == ["2003-03-03", None, "2006-05-06"]
    assert contents.milestones[1].date.inferred is not None


def test_carried_year_is_marked_as_ours_and_points_to_its_line() -> None:
    text = "Chronology\n\n1994\n14 February: The charter.\n3 March: The office.\n5 June: The report.\n"
    milestone = read(text).milestones[0]

    assert milestone.date.edtf == "1994-02-14"
    assert [span.of(text) for span in milestone.date.printed] == ["14 February"]
    assert milestone.date.inferred is not None
    assert [span.of(text) for span in milestone.date.inferred.origin] == ["1994"]
