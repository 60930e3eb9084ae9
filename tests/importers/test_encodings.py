"""The bytes of a text file become its characters, and the report says how."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.errors import InputError
from natopk_desktop.importers import encodings
from natopk_desktop.importers.imported import Options

if TYPE_CHECKING:
    from natopk_desktop.importers.encodings import Decoded

FRENCH = (
    "Le Secrétaire général de l’OTAN a été reçu à Kaboul en février 2007 – à l’œuvre, déjà. Ça coûte 3\u00a0500 €. "
)
LANGUAGES = {
    "windows-1252": FRENCH,
    "windows-1250": "Współpraca z Pakistanem rozwija się od 2005 roku – śródziemnomorskie państwa są członkami. ",
    "windows-1251": "Отношения между НАТО и Пакистаном развиваются с 2005 года, после землетрясения. ",
    "koi8-r": "Отношения между НАТО и Пакистаном развиваются с 2005 года, после землетрясения. ",
    "windows-1254": "Pakistan ile ilişkiler 2005 yılındaki depremden sonra gelişti; işbirliği güçlendi. ",
    "windows-1256": "العلاقات بين الناتو وباكستان تطورت بعد زلزال أكتوبر 2005 وزيارة الأمين العام. ",
    "windows-1253": "Οι σχέσεις του ΝΑΤΟ με το Πακιστάν αναπτύχθηκαν μετά τον σεισμό του 2005. ",
    "windows-1257": "NATO un Pakistānas attiecības attīstījās pēc zemestrīces; vēstnieks, ģenerālis, ļoti. ",
    "gb18030": "北约与巴基斯坦的关系在2005年地震之后得到发展。",
    "shift_jis": "北大西洋条約機構とパキスタンの関係は2005年の地震の後に発展した。",
    "euc-jp": "北大西洋条約機構とパキスタンの関係は2005年の地震の後に発展した。",
    "euc-kr": "나토와 파키스탄의 관계는 2005년 지진 이후 발전했다. ",
    "big5-hkscs": "北約與巴基斯坦的關係在地震之後得到發展。",
    "iso-2022-jp": "北大西洋条約機構とパキスタンの関係は2005年の地震の後に発展した。",
}
PYTHON_NAMES = {"shift_jis": "cp932", "euc-kr": "cp949", "windows-1252": "cp1252"}


def _decode(raw: bytes, declared: str | None = None, encoding: str | None = None) -> Decoded:
    return encodings.decode(raw, "page.txt", Options(encoding=encoding), declared)


@pytest.mark.parametrize("name", LANGUAGES)
def test_an_undeclared_legacy_page_is_read_letter_for_letter(name: str) -> None:
    text = LANGUAGES[name] * 3
    found = _decode(text.encode(PYTHON_NAMES.get(name, name)))
    assert (found.encoding, found.how, found.text) == (name, "detected", text)
    assert found.items()[0].severity == "guessed"
    assert found.encoding in found.items()[0].message


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16be"),
        (codecs.BOM_UTF32_LE, "utf-32le"),
        (codecs.BOM_UTF32_BE, "utf-32be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, name: str) -> None:
    found = _decode(mark + FRENCH.encode(name), declared="windows-1251")
    assert (found.text, found.encoding, found.how) == (FRENCH, name, "bom")


@pytest.mark.parametrize("name", ["utf-16le", "utf-16be", "utf-32le", "utf-32be"])
def test_wide_units_are_told_without_a_mark(name: str) -> None:
    assert _decode(FRENCH.encode(name)).text == FRENCH


def test_line_ends_and_forms_of_letters_stay_as_they_are() -> None:
    text = "a\r\nb\rc\nd\x0ce\u0301 \u00e9 \u2028\u0085"
    assert _decode(text.encode()).text == text


@pytest.mark.parametrize("label", ["iso-8859-1", "LATIN1", "us-ascii", "windows-1252", " ISO-8859-1 "])
def test_latin_1_means_windows_1252_as_in_browsers(label: str) -> None:
    found = _decode(b"\x93caf\xe9\x94 \x81\x8d\x8f\x90\x9d", declared=label)
    assert found.text == "“café” \x81\x8d\x8f\x90\x9d"
    assert found.encoding == "windows-1252"


def test_a_declaration_that_the_bytes_contradict_is_told() -> None:
    found = _decode(FRENCH.encode(), declared="iso-8859-1")
    assert (found.text, found.encoding) == (FRENCH, "utf-8")
    assert found.items()[0].severity == "guessed"
    assert "declares windows-1252" in found.items()[0].message
    legacy = _decode(FRENCH.encode("cp1252"), declared="utf-8")
    assert (legacy.text, legacy.encoding, legacy.declared) == (FRENCH, "windows-1252", "utf-8")


def test_damage_is_counted_and_placed() -> None:
    raw = FRENCH.encode() * 3
    raw = raw[:300] + b"\xff\xfe\x80" + raw[300:] + "\N{REPLACEMENT CHARACTER}".encode()
    found = _decode(raw)
    assert found.encoding == "utf-8"
    assert (found.unread.count, found.unread.first) == (3, 300)
    assert found.text.replace("\N{REPLACEMENT CHARACTER}", "") == FRENCH * 3
    lost = [item for item in found.items() if item.severity == "lost"]
    assert len(lost) == 1
    assert lost[0].message.startswith("3 bytes could not be read as utf-8, the first at byte 301")


def test_a_cut_pair_of_units_is_damage_too() -> None:
    found = _decode(codecs.BOM_UTF16_LE + "abc".encode("utf-16le") + b"\x00\xd8")
    assert found.text == "abc\N{REPLACEMENT CHARACTER}"
    assert found.unread.count == 2


def test_nul_stays_and_is_told() -> None:
    found = _decode(b"one line of words\nand\0another line of words")
    assert "\0" in found.text
    assert [(item.code, item.where.line) for item in found.items()] == [("encoding", None), ("nul", 2)]


def test_a_choice_wins_and_a_wrong_one_is_refused_in_one_sentence() -> None:
    assert _decode(b"\xe9", encoding="cp1251").text == "й"
    for wrong in ("hex", "rot13", "utf-7", "no such", "idna", "\0"):
        with pytest.raises(InputError, match="no encoding of text files"):
            _decode(b"x", encoding=wrong)


def test_a_picture_is_no_text() -> None:
    with pytest.raises(InputError, match=r"^page\.txt: this does not hold text"):
        _decode(bytes(range(32)) * 20)


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "gbk", "nonsense", "iso-8859-1", "shift_jis"])
)
def test_any_bytes_are_read_or_refused(raw: bytes, declared: str | None) -> None:
    try:
        found = _decode(raw, declared)
    except InputError:
        return
    found.text.encode()  # no lone surrogates
    assert 0 <= found.sure <= 1
    assert found.items()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_comes_back_character_for_character(text: str) -> None:
    kept = text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")
    assert _decode(kept.encode(), encoding="utf-8").text == kept
