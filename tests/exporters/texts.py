"""Text that has broken files elsewhere, for every writer."""

from __future__ import annotations

from hypothesis import strategies as st

BITING = (
    "\0", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\r", "\n", "\r\n", "\t", "\u202e", "\u2066",
    "\ufeff", "\ufffe", "\uffff", "\U0001f600", "\xa0", "]]>", "\r\nATTACH:file:///etc/passwd", "\nEND:VEVENT\n",
    "</script>", "<script>", "<img src=x onerror=alert(1)>", "&lt;", "&#13;", "=1+1", "+1", "-1", "@x", "'", '"', ",",
    ";", "\\", "\\n", "(1)", "[2]", " (", "[Ours: ", "]", "http://x/'onclick='a", "www.x'onclick='a", "%", "a", "é",
    "<!DOCTYPE a>", "<![CDATA[", "-->", "x" * 80, "ü" * 40,
)  # fmt: skip

NASTY_TEXTS = st.lists(
    st.sampled_from(BITING) | st.text(st.characters(codec="utf-8"), max_size=8), min_size=1, max_size=6
).map("".join)
"""Any text a dossier can hold (its JSON holds no lone surrogate), with the ones that bite more often."""
