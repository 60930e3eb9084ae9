from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.jobs import frames
from natopk_desktop.jobs.frames import Frame, Kind

FRAMES = st.lists(st.builds(Frame, st.sampled_from(Kind), st.binary(max_size=50)), max_size=6)


@given(FRAMES, st.integers(1, 40))
def test_frames_come_back_however_the_bytes_are_cut(sent: list[Frame], width: int) -> None:
    whole = b"".join(frames.encoded(*frame) for frame in sent)
    parser = frames.Parser()
    got = [frame for at in range(0, len(whole), width) for frame in parser.feed(whole[at : at + width])]
    assert got == sent


@given(FRAMES)
def test_frames_are_read_from_a_stream(sent: list[Frame]) -> None:
    stream = io.BytesIO()
    for frame in sent:
        frames.write(stream, *frame)
    stream.seek(0)
    assert list(frames.read(stream)) == sent


@pytest.mark.parametrize("length", [3, 12])
def test_a_stream_that_ends_inside_a_frame_is_an_error(length: int) -> None:
    cut = frames.encoded(Kind.FILE, b"four")[:length]
    with pytest.raises(EOFError):
        list(frames.read(io.BytesIO(cut)))
