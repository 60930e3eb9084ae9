from __future__ import annotations

from natopk_desktop.documents.parts import Run
from natopk_desktop.typesetting.characters import Setter
from natopk_desktop.typesetting.run_data import para, run_data


def test_a_run_says_whose_it_is_and_which_notes_follow() -> None:
    assert run_data(Run("a", "source", None, (2,)), Setter()) == {"t": "a", "notes": (2,)}
    assert run_data(Run("😀", "ours"), Setter()) == {"t": [{"box": "U+1F600"}], "ours": True}


def test_a_paragraph_tells_its_direction_and_leaves_out_empty_runs() -> None:
    assert para((Run("", "ours"), Run("پاکستان", "source")), Setter()) == {"runs": [{"t": "پاکستان"}], "rtl": True}
