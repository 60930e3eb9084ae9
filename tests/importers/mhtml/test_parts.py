"""The parts of a saved page's single file."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64encode
from email.message import EmailMessage
from email.policy import SMTP

from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.importers.mhtml.parts import leaves, message


@given(
    st.lists(st.tuples(st.binary(max_size=60), st.sampled_from(["base64", "quoted-printable"])), min_size=1, max_size=4)
)
def test_what_the_standard_library_writes_comes_back_byte_for_byte(bodies: list[tuple[bytes, str]]) -> None:
    whole = EmailMessage(policy=SMTP)
    whole["Subject"] = "Page"
    whole.make_related()
    for body, encoding in bodies:
        whole.add_related(body, "text", "html", cte=encoding)
    parts = list(leaves(message(whole.as_bytes())))
    assert [part.kind for part in parts] == ["text/html"] * len(bodies)
    assert [part.content() for part in parts] == [body for body, _ in bodies]


def test_folded_headers_and_quoted_parameters_are_read() -> None:
    raw = b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="a;\\"b"\r\nX: 1\r\n'
    raw += b'\r\n--a;"b\r\n\r\nbody'
    whole = message(raw)
    assert (whole.kind, whole.parameter("boundary"), whole.headers["x"]) == ("multipart/related", 'a;"b', "1")
    (part,) = leaves(whole)
    assert (part.kind, part.content()) == ("text/plain", b"body")


def test_a_file_cut_short_gives_what_there_is() -> None:
    text = "Words of a page. " * 40
    encoded = b64encode(text.encode())
    raw = b"Content-Type: multipart/related; boundary=x\n\n--x\n"
    raw += b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    (part,) = leaves(message(raw + encoded[:401]))
    assert part.content() == text.encode()[:300]


def test_parts_within_parts_are_found_to_a_depth() -> None:
    inner = b"leaf"
    for number in range(8):
        inner = (
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
            + inner
            + b"\n--b%d--\n" % number
        )
    assert len(list(leaves(message(inner)))) == 1
    assert list(leaves(message(b"no headers at all"))) == [message(b"no headers at all")]


def test_no_module_of_the_network_comes_with_it() -> None:
    code = "import sys, natopk_desktop.importers.mhtml.read, natopk_desktop.importers.html.dom as d; d.parse('<p>x');"
    code += "print(*{'socket', 'ssl', 'http', 'urllib.request', 'email'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == ""
