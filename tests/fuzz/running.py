"""Trying one reader for a time, or a number of cases."""

from __future__ import annotations

import hashlib
import resource
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier import store
from natopk_desktop.importers.imported import Options
from tests.fuzz.judging import FaultError, judge
from tests.fuzz.mutating import mutated
from tests.fuzz.seeds import made, seeds_of

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES: Final = Path(__file__).parent / "cases"
MEMORY: Final = 3_000_000_000
"""Bytes that a process may take; what asks for more has gone wrong."""
MOST_FAULTS: Final = 10
"""Different faults after which a reader has been tried enough."""


class Outcome(NamedTuple):
    """What came of trying a reader.

    Attributes:
        reader: its id.
        cases: how many files it got.
        read: how many of them it read; the others it refused in a sentence.
        seconds: how long it took.
        faults: a sentence for each different fault, with the file that is kept as a case.
    """

    reader: str
    cases: int
    read: int
    seconds: float
    faults: tuple[str, ...]


def run(reader: str, seconds: float, cases: int, seed: int) -> Outcome:
    """Try a reader until the time is over or all cases are tried."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
    start = time.monotonic()
    tried = read = 0
    faults: dict[str, str] = {}
    for raw, options in files(reader, seed):
        if tried >= cases or time.monotonic() - start > seconds or len(faults) >= MOST_FAULTS:
            break
        tried += 1
        try:
            read += judge(reader, raw, options)
        except FaultError as fault:
            kind = _kind(fault)
            if kind not in faults:
                faults[kind] = f"{kind} ({kept(reader, raw)}): {str(fault)[:300]}"
    return Outcome(reader, tried, read, time.monotonic() - start, tuple(faults.values()))


def files(reader: str, seed: int) -> Iterator[tuple[bytes, Options]]:
    """Yield files without end, the same for the same seed: changed ones, and ones made in the form that is read."""
    random = Random(f"{reader} {seed}")
    seeds = seeds_of(reader)
    dossiers = [store.dumps(store.built_in()), *seeds[:2]]
    while True:
        raw = made(random, reader, dossiers) if random.random() < 0.5 else None
        if raw is None:
            raw = mutated(random, seeds)
        elif random.random() < 0.3:
            raw = mutated(random, [raw, *seeds[:3]])
        yield raw, _options(random)


def _options(random: Random) -> Options:
    if random.random() < 0.8:
        return Options()
    return Options(
        encoding=random.choice((None, "utf-8", "latin-1", "utf-16", "no-such", "rot13", "idna", "\0")),
        columns=random.choice((None, {"date": 0}, {"date": 1, "title": 0}, {"date": 99}, {"x": 0}, {})),
        sheet=random.choice((None, "S", "none")),
        is_day_first=random.choice((None, True, False)),
    )


def kept(reader: str, raw: bytes) -> str:
    """Keep a file as a case and return its name."""
    folder = CASES / reader
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / hashlib.sha256(raw).hexdigest()[:16]
    path.write_bytes(raw)
    return f"{reader}/{path.name}"


def _kind(fault: FaultError) -> str:
    """Return where a fault arose: the last line of ours that it went through."""
    cause: BaseException = fault.__cause__ or fault
    place, trace = "", cause.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "natopk_desktop" in code.co_filename:
            place = f"{Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(cause).__name__} at {place or 'the judge'}" if fault.__cause__ else str(fault)[:60]
