from __future__ import annotations

from natopk_desktop.documents.room import Room, connections, most_needed, ranked, steps
from natopk_desktop.dossier import store
from tests.documents.made_up import Made, made_up

BUILT_IN = store.built_in()


def test_what_does_not_fit_goes_in_the_order_promised() -> None:
    rooms = steps(Room(notes=2, milestones=6, figures=8, caption=True))
    assert [(room.notes, room.milestones, room.figures, room.caption) for room in rooms] == [
        (2, 6, 8, True),
        (1, 6, 8, True),
        (0, 6, 8, True),
        (0, 5, 8, True),
        (0, 4, 8, True),
        (0, 4, 7, True),
        (0, 4, 6, True),
        (0, 4, 6, False),
        (0, 3, 6, False),
        (0, 2, 6, False),
        (0, 1, 6, False),
        (0, 0, 6, False),
        (0, 0, 5, False),
        (0, 0, 4, False),
        (0, 0, 3, False),
        (0, 0, 2, False),
        (0, 0, 1, False),
        (0, 0, 0, False),
    ]


def test_the_least_connected_milestone_ranks_last_and_of_equals_the_later() -> None:
    dossier = made_up([Made("a"), Made("b", noted="gap"), Made("c", related=True, noted="slip"), Made("d")])
    assert [connections(dossier, row) for row in range(4)] == [0, 1, 2, 0]
    assert ranked(dossier, range(4)) == [2, 1, 0, 3]


def test_the_notes_needed_most_stay_in_their_order() -> None:
    kinds = [BUILT_IN.head.notes[row].kind for row in most_needed(BUILT_IN, range(len(BUILT_IN.head.notes)), 5)]
    assert kinds == ["slip", "slip", "discrepancy", "discrepancy", "inferred-date"]
