from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.one_process.request import Request, decoded, encoded

NAMES = st.binary(max_size=40).map(lambda raw: raw.replace(b"\0", b"/").decode("utf-8", "surrogateescape"))


@given(st.builds(Request, st.lists(NAMES).map(tuple), st.none() | NAMES, NAMES))
def test_any_name_comes_over_as_it_was(request_: Request) -> None:
    assert decoded(encoded(request_)) == request_


@pytest.mark.parametrize(
    "raw", [b"", b"\0", b"natopk-request 1", b"natopk-request 1\0", b"natopk-request 2\0\0\0", b"x"]
)
def test_what_is_no_request_is_none(raw: bytes) -> None:
    assert decoded(raw) is None


def test_half_a_request_is_none() -> None:
    assert decoded(encoded(Request(("/a/b",)))[:-1]) is None
