from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from hypothesis import given

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import csv_table
from natopk_desktop.formats.csv_cells import unguard
from tests.exporters.dossiers import Line, bare, of_lines, rich
from tests.exporters.texts import NASTY_TEXTS

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier


def table(content: bytes) -> list[dict[str, str]]:
    """Read a table with Python's own reader, and take off the guards."""
    rows = csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [{name: unguard(cell) for name, cell in row.items()} for row in rows]


def written(dossier: Dossier, choice: Choice | None = None) -> list[dict[str, str]]:
    return table(csv_table.write(dossier, choice or Choice()).files[0])


def test_the_entries_of_the_page_letter_for_letter_and_in_order() -> None:
    dossier = store.built_in()
    rows = written(dossier)
    assert [row["id (ours)"] for row in rows] == dossier.milestones.ids
    for row, milestone in zip(rows, dossier.milestones, strict=True):
        assert row["text (source)"] == "\n".join(dossier.words(milestone.text))
        assert row["date (source)"] == "\n".join(dossier.words(milestone.date.printed))
        assert row["date (ours, EDTF)"] == milestone.date.edtf
        passages = [dossier.text[one.span.start : one.span.end] for one in milestone.related]
        assert row["related passages (source)"] == "\n".join(passages)
        first, last = row["place of the text (ours, characters)"].split("-")
        assert dossier.text[int(first) - 1 : int(last)] == row["text (source)"]


def test_a_date_of_ours_stands_in_columns_of_ours() -> None:
    row = written(store.built_in())[8]
    assert row["date (source)"] == ""
    assert row["date where the source prints none (ours)"] == "no date; placed under January 2007 by us"
    assert "January 2007" in row["reason for that date (ours)"]
    assert "30" not in row["date (ours, EDTF)"]


def test_every_column_tells_its_owner_and_those_of_the_source_hold_its_words_alone() -> None:
    for dossier in (store.built_in(), rich()):
        rows = written(dossier)
        for name in rows[0]:
            assert "(source)" in name or "(ours" in name
        for row in rows:
            for name, cell in row.items():
                if "(source)" in name:
                    lines = cell.replace("\ufffd", "\0").split("\n")
                    assert all(line in dossier.text for line in lines)


def test_a_choice_is_kept_to() -> None:
    rows = written(store.built_in(), Choice(topics=frozenset({"relief"}), notes=False))
    assert [row["id (ours)"] for row in rows] == ["m02", "m04"]
    assert {row["notes (ours)"] for row in rows} == {""}
    assert rows[1]["figures (source)"].splitlines()[0] == "Almost 3500 tons of relief supplies"


def test_lines_end_as_rfc_4180_has_it_and_a_mark_tells_excel_of_utf_8() -> None:
    content = csv_table.write(bare(), Choice()).files[0]
    assert content.startswith(b"\xef\xbb\xbfid (ours),")
    assert content.count(b"\r\n") == content.count(b"\n") == 4
    assert content.endswith(b"\r\n")


def test_nothing_in_a_bare_dossier_is_lost_and_much_in_a_rich_one() -> None:
    assert csv_table.write(bare(), Choice()).losses == ()
    codes = {item.code: item for item in csv_table.write(rich(), Choice()).losses}
    assert set(codes) == {
        "text", "computed", "corrections", "original", "notes", "note-places", "figures", "figures-beside", "periods",
        "characters",
    }  # fmt: skip
    assert codes["periods"].where.ids == ("p1", "p2", "p3", "p4")
    assert codes["figures-beside"].where.ids == ("f2",)
    assert codes["notes"].where.ids == ("n2",)


@given(NASTY_TEXTS, NASTY_TEXTS)
def test_any_words_come_back_and_run_nowhere(words: str, date: str) -> None:
    dossier = of_lines([Line(words, date), Line("after it")])
    made = csv_table.write(dossier, Choice())
    first, second = table(made.files[0])
    assert first["text (source)"] == words.replace("\0", "\ufffd")
    assert first["date (source)"] == date.replace("\0", "\ufffd")
    assert second["text (source)"] == "after it"
    assert bool(made.losses) == ("\0" in words + date)
    for row in csv.reader(StringIO(made.files[0].decode("utf-8-sig"), newline="")):
        for cell in row:
            assert cell.lstrip(" \v\f\xa0\u2003\u3000\x85")[:1] not in set("=+-@\t\r\n") or cell[0] == "'"
