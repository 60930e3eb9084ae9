"""What a check is, how checks are run one by one, and the report they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop import log, report
from natopk_desktop.errors import UserError
from natopk_desktop.report import Item, Where
from natopk_desktop.self_test.standard_error import StandardError

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "natopk"


class FailedError(Exception):
    """A part of the program does not do what it is for; the message is a clause that says so."""


class Check(NamedTuple):
    """One part of the program to be proved.

    Attributes:
        code: its name in the report.
        run: does the work; returns what a reader of the report may want to know, one item a sentence.
            Raises ``FailedError``, or any other error, where the part is broken.
    """

    code: str
    run: Callable[[], Iterable[str]]


def expect(condition: object, message: str) -> None:
    """Go on where ``condition`` holds; an ``assert`` would not be in the package.

    Raises:
        FailedError: it does not.
    """
    if not condition:
        raise FailedError(message)


def run(checks: Iterable[Check]) -> report.Report:
    """Run all checks, whatever becomes of each.

    What anything writes on standard error meanwhile goes into the report, as an item of the code ``standard-error``.
    """
    started = perf_counter()
    items: list[Item] = []
    failed = total = 0
    with StandardError() as said:
        for check in checks:
            found = list(_items(check))
            items += found
            total += 1
            failed += any(item.severity == "error" for item in found)
    items += [Item("info", "standard-error", Where(), line) for line in said.lines()]
    counts = {"checks": total, "failed": failed, "milliseconds": round(1000 * (perf_counter() - started))}
    return report.make("self-test", NAME, tuple(items), counts)


def _items(check: Check) -> Iterator[Item]:
    try:
        for message in check.run():
            yield Item("info", check.code, Where(), message)
    except FailedError as failure:
        yield Item("error", check.code, Where(), f"{failure}.", "install the program anew")
    except UserError as error:
        yield Item("error", check.code, Where(), error.message)
    except Exception as error:  # noqa: BLE001 - a part may be broken in any way, and the others are still to be told of
        message = ""
        with suppress(Exception):
            message = f": {error}"
        places = " < ".join(reversed(log.places(error.__traceback__)[-3:]))
        yield Item("error", check.code, Where(), f"{type(error).__name__}{message} ({places})", "install it anew")
