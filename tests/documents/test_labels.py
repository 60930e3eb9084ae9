from __future__ import annotations

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.labels import label
from natopk_desktop.dossier import store

BUILT_IN = store.built_in()


@pytest.mark.parametrize(
    ("choice", "count", "words"),
    [
        (Choice(), 11, "summary of one page"),
        (Choice(document="milestone"), 1, "milestone sheet"),
        (Choice(document="milestone"), 3, "3 milestone sheets"),
        (
            Choice(topics=frozenset({"visits", "relief"})),
            7,
            "summary of one page; only milestones under Relief or Visits, 7 of 11",
        ),
        (Choice(period="2006-01/.."), 8, "summary of one page; only milestones touching from January 2006 on, 8 of 11"),
        (Choice(only=("m01", "m02")), 2, "summary of one page; only milestones m01, m02, 2 of 11"),
        (
            Choice(only=("m01", "m02", "m03", "m04", "m05", "m06")),
            6,
            "summary of one page; only 6 chosen milestones, 6 of 11",
        ),
        (Choice(document="timeline", order="date"), 11, "timeline, drawn to scale"),
        (Choice(document="briefing", notes=False), 11, "briefing; without notes"),
    ],
)
def test_a_document_says_what_it_is_and_what_applies(choice: Choice, count: int, words: str) -> None:
    assert label(BUILT_IN, choice, count) == words
