"""A newcomer's walk through the window by names and roles alone, as a screen reader's user goes it.

Run by the system's Python, which has pyatspi, inside a session with an accessibility bus; prints each step it has
done, and ends with an exception at the first that fails. Not a test itself: test_accessible_tree.py starts it.
"""

from __future__ import annotations

import sys
import time
import warnings
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

warnings.simplefilter("ignore")  # PyGObject's own

import pyatspi  # type: ignore[import-not-found,unused-ignore]  # noqa: E402

PATIENCE = 20.0
APPLICATION = "natopk-desktop"

Element = Any  # pyatspi has no types


def main() -> None:
    application = until(find_application, "the application")
    window = until(lambda: child(application, "frame"), "the window")
    for step in (read_every_milestone, search, narrow, open_section, change_looks):
        step(window)
        told(f"done {step.__name__}")
    leave(window)
    until(lambda: find_application() is None, "the end of the application")
    told("done leave")


def told(line: str) -> None:
    """Tell the test how far the walk has come."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def read_every_milestone(window: Element) -> None:
    """Choose each entry of the list, and read its words in the pane."""
    entries = the_list(window)
    selection = entries.querySelection()
    names = [entry.name for entry in entries]
    assert len(names) == 11, names
    assert len(set(names)) == 11, names
    for row, name in enumerate(names):
        assert selection.selectChild(row), name
        until(partial(is_selected, entries, row), f"{name} to be selected")
        words = until(partial(pane_words, window, name), f"the words of {name} in the pane")
        assert words in name, (words, name)


def is_selected(entries: Element, row: int) -> bool:
    return has_state(entries[row], pyatspi.STATE_SELECTED)


def pane_words(window: Element, spoken: str) -> str | None:
    """Return the entry's words as the pane's text tells them, once they are those of the chosen entry."""
    for element in descendants(window):
        if element.getRoleName() == "text" and element is not None:
            words = text_of(element)
            if len(words) > 20 and words in spoken:
                return words
    return None


def search(window: Element) -> None:
    """Type a word, and hear how often it was found."""
    field = until(lambda: find(window, "text", "Search the dossier"), "the search field")
    field.queryEditableText().setTextContents("relief")
    until(lambda: "match" in field.description or "of" in field.description, "the number of matches")
    field.queryEditableText().setTextContents("")


def narrow(window: Element) -> None:
    """Take a topic away, hear that fewer are shown, and show all again."""
    entries = the_list(window)
    press(until(lambda: find(window, "check box", "Topic Relief"), "the topic Relief"))
    until(lambda: 0 < count(entries) < 11, "fewer entries")
    press(menu_item(window, "Show all entries"))
    until(lambda: count(entries) == 11, "all entries")


def open_section(window: Element) -> None:
    """Open the section of a passage in the whole page, and come back."""
    entries = the_list(window)
    entries.querySelection().selectChild(1)
    link = until(lambda: find_containing(window, "push button", "How did relations with Pakistan evolve?"), "a section")
    press(link)
    page = until(lambda: find(window, None, "Whole page"), "the button Whole page")
    until(lambda: has_state(page, pyatspi.STATE_CHECKED), "the whole page")
    press(until(lambda: find(window, "push button", "Back"), "the button Back"))
    until(lambda: not has_state(page, pyatspi.STATE_CHECKED), "the entry again")


def change_looks(window: Element) -> None:
    """Choose dark colours and larger text."""
    dark = menu_item(window, "Dark")
    press(dark)
    until(lambda: has_state(menu_item(window, "Dark"), pyatspi.STATE_CHECKED), "dark colours")
    entries = the_list(window)
    before = entries[0].queryComponent().getExtents(pyatspi.DESKTOP_COORDS).height
    press(menu_item(window, "Larger"))
    until(lambda: entries[0].queryComponent().getExtents(pyatspi.DESKTOP_COORDS).height > before, "larger text")


def leave(window: Element) -> None:
    """Quit."""
    press(menu_item(window, "Quit"))


def find_application() -> Element | None:
    return next((found for found in pyatspi.Registry.getDesktop(0) if found and found.name == APPLICATION), None)


def count(entries: Element) -> int:
    """Return how many children there are now; the bus library remembers an older number."""
    entries.clear_cache()
    return int(entries.childCount)


def the_list(window: Element) -> Element:
    return until(lambda: find(window, "list", "Milestones"), "the list")


def menu_item(window: Element, name: str) -> Element:
    return until(lambda: find(window, None, name, role_part="menu item"), f"the menu entry {name}")


def child(element: Element, role: str) -> Element | None:
    return next((found for found in element if found is not None and found.getRoleName() == role), None)


def find(element: Element, role: str | None, name: str, role_part: str = "") -> Element | None:
    for found in descendants(element):
        if found.name == name and role in (None, found.getRoleName()) and role_part in found.getRoleName():
            return found
    return None


def find_containing(element: Element, role: str, part: str) -> Element | None:
    return next((found for found in descendants(element) if found.getRoleName() == role and part in found.name), None)


def descendants(element: Element) -> Iterator[Element]:
    for found in element:
        if found is not None:
            yield found
            yield from descendants(found)


def press(element: Element) -> None:
    actions = element.queryAction()
    names = [actions.getName(at).lower() for at in range(actions.nActions)]
    wanted = next(at for at, name in enumerate(names) if name in {"press", "toggle"})
    assert actions.doAction(wanted), (element.name, names)


def text_of(element: Element) -> str:
    try:
        return str(element.queryText().getText(0, -1))
    except NotImplementedError:
        return ""


def has_state(element: Element, state: Any) -> bool:  # noqa: ANN401
    return bool(element.getState().contains(state))


def until(question: Callable[[], Any], what: str) -> Any:  # noqa: ANN401
    """Ask until the answer is true, and return it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            answer = question()
        except (LookupError, RuntimeError, AttributeError):
            answer = None  # it went away while it was looked at
        if answer:
            return answer
        time.sleep(0.05)
    message = f"waited in vain for {what}"
    raise TimeoutError(message)


if __name__ == "__main__":
    main()
    sys.exit(0)
