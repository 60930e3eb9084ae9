from __future__ import annotations

from collections import Counter

import pytest

from natopk_desktop.ui.actions import ACTIONS, MENUS, Action, named
from natopk_desktop.ui.commands import Commands
from natopk_desktop.ui.opening.commands import FileCommands
from natopk_desktop.ui.tabs.commands import TabCommands

pytestmark = pytest.mark.usefixtures("qapp")


def test_no_two_actions_share_a_name_or_a_key() -> None:
    ids = Counter(action.id for action in ACTIONS)
    keys = Counter(sequence.toString() for action in ACTIONS for sequence in action.shortcuts)

    assert [name for name, count in ids.items() if count > 1] == []
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_is_the_beginning_of_another() -> None:
    sequences = [sequence for action in ACTIONS for sequence in action.shortcuts]

    assert all(sequence.count() == 1 for sequence in sequences)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_each_action_is_whole(action: Action) -> None:
    assert action.menu in {menu.id for menu in MENUS}
    assert any(callable(getattr(holder, action.handler, None)) for holder in (Commands, FileCommands, TabCommands))
    assert action.text.count("&") == 1
    assert action.tip
    assert not action.tip.endswith(".")
    assert action.value or not action.group


@pytest.mark.parametrize("menu", MENUS, ids=lambda menu: menu.id)
def test_no_two_entries_of_a_menu_share_a_letter(menu: object) -> None:
    name = getattr(menu, "id")  # noqa: B009
    texts = [action.text for action in ACTIONS if action.menu == name]
    texts += [inner.text for inner in MENUS if inner.inside == name]
    letters = Counter(text[text.index("&") + 1].lower() for text in texts)

    assert texts
    assert [letter for letter, count in letters.items() if count > 1] == []


@pytest.mark.parametrize(
    ("action", "key"),
    [
        ("find", "Ctrl+F"),
        ("find_next", "F3"),
        ("find_previous", "Shift+F3"),
        ("back", "Alt+Left"),
        ("forward", "Alt+Right"),
        ("text_larger", "Ctrl++"),
        ("text_smaller", "Ctrl+-"),
        ("text_normal", "Ctrl+0"),
        ("present", "F5"),
        ("next_area", "F6"),
        ("previous_area", "Shift+F6"),
        ("part_1", "Ctrl+1"),
        ("part_4", "Ctrl+4"),
        ("shortcuts", "F1"),
        ("quit", "Ctrl+Q"),
        ("copy", "Ctrl+C"),
    ],
)
def test_the_promised_keys_are_there(action: str, key: str) -> None:
    assert key in [sequence.toString() for sequence in named(action).shortcuts]
