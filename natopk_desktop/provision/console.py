"""What the set-up says while it works: plain lines on standard error."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """One line of progress."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - this is the console


def begin(text: str) -> None:
    """The first words of a line whose end is not known yet: a download may take minutes."""
    print(text, file=sys.stderr, end="", flush=True)  # noqa: T201 - this is the console


def ask(question: str) -> bool:
    """Whether the person at the terminal agrees; Enter does."""
    begin(f"{question} [Y/n] ")
    answer = sys.stdin.readline()
    return answer != "" and answer.strip().casefold() in {"", "y", "yes"}


def has_person() -> bool:
    """Whether somebody can answer a question."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()
