"""The names that files give to their character encodings, read as browsers read them.

The rules are those of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/): a label of a small set means
the larger one that files in truth use (``iso-8859-1`` is read as windows-1252, ``gb2312`` as GB 18030), and the five
bytes that windows-1252 does not define are the control characters of the same number.
"""

from __future__ import annotations

import codecs
from typing import Final

WINDOWS_1252: Final = "windows-1252"

LARGER_SETS: Final = {
    WINDOWS_1252: "ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 cp1252 x-cp1252 "
    "windows-1252 cp819 ibm819 iso-ir-100 csisolatin1 iso88591 ansi",
    "windows-1254": "iso-8859-9 iso8859-9 iso_8859-9 latin5 l5 cp1254 x-cp1254 windows-1254 iso-ir-148",
    "windows-874": "iso-8859-11 iso8859-11 tis-620 dos-874 windows-874 cp874",
    "gb18030": "gb2312 gb_2312-80 gbk x-gbk gb18030 chinese csgb2312 cp936 ms936 euc-cn",
    "big5-hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "shift_jis": "shift_jis shift-jis sjis ms_kanji ms932 windows-31j x-sjis csshiftjis cp932",
    "euc-kr": "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 iso-ir-149 cp949",
    "macintosh": "macintosh mac x-mac-roman csmacintosh macroman mac_roman",
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "utf-16le": "utf-16 utf-16le unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff",
    "utf-16be": "utf-16be unicodefffe",
    "utf-32le": "utf-32 utf-32le",
    "utf-32be": "utf-32be",
    "iso-8859-8": "iso-8859-8 iso-8859-8-i iso-8859-8-e logical visual hebrew csisolatinhebrew",
}
"""For each name we report, the labels read as it."""

OTHERS: Final = (
    "windows-1250 windows-1251 windows-1253 windows-1255 windows-1256 windows-1257 windows-1258 iso-8859-2 iso-8859-3 "
    "iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r "
    "koi8-u ibm866 mac-cyrillic euc-jp iso-2022-jp"
)
"""The encodings that are read under their own names, with the further labels Python knows for them."""

CODECS: Final = {
    "windows-874": "cp874",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "macintosh": "mac_roman",
    "ibm866": "cp866",
}
"""Where Python's name is another one."""

BY_LABEL: Final = {label: name for name, labels in LARGER_SETS.items() for label in labels.split()}

# The five places that Python's table leaves undefined are the C1 controls of the same number.
TABLE_1252: Final = "".join(
    bytes([byte]).decode("cp1252") if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(byte) for byte in range(256)
)


def known(label: str) -> str | None:
    """Return the name of the encoding that ``label`` means, None where it is none that text files are in."""
    asked = label.strip().lower()
    if asked in BY_LABEL:
        return BY_LABEL[asked]
    try:
        found = codecs.lookup(asked).name
    except (LookupError, ValueError):  # ValueError: a NUL in the label
        return None
    for name in OTHERS.split():
        if codecs.lookup(name).name == found:
            return name
    return next((name for name in LARGER_SETS if codecs.lookup(CODECS.get(name, name)).name == found), None)


def codec(name: str) -> str:
    """Return Python's name of an encoding that `known` has named."""
    return CODECS.get(name, name)


def is_wide(name: str) -> bool:
    """Tell whether the encoding has two or four bytes to a unit, so that its text holds NUL bytes."""
    return name.startswith(("utf-16", "utf-32"))
