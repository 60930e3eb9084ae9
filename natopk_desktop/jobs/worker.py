"""The job's own process: takes one request from standard input, does it, and answers on standard output.

It ends at once when the one that asked is gone or closes its end, whatever it is doing.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

from natopk_desktop.dossier import packing
from natopk_desktop.errors import UserError
from natopk_desktop.jobs import frames
from natopk_desktop.jobs.frames import Kind
from natopk_desktop.jobs.requests import Answer, Begin, Export, Failure, Fold, Open, Pages, Request, Save

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier


def main() -> int:
    """Do what standard input asks for; 0 where it was done, else what the command line would end with."""
    # Whatever prints must not get between the frames.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    gc.disable()  # a job makes much, drops little and does not live long
    try:
        job = _Job(answers)
        job.take(sys.stdin.buffer)
        threading.Thread(target=_end_with_asker, args=(sys.stdin.buffer,), daemon=True).start()
        frames.write(answers, Kind.ANSWER, msgspec.msgpack.encode(job.answer()))
    except UserError as error:
        return _fail(answers, Failure(error.message, error.exit_code))
    except BrokenPipeError:
        return 1
    except Exception as error:  # noqa: BLE001 - the asker shows and logs it
        from natopk_desktop import log

        return _fail(answers, Failure(type(error).__name__, 0, log.describe(error)))
    return 0


class _Job:
    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers
        self._request: Request | None = None
        self._unpacker = packing.Unpacker()
        self._told = 0.0

    def take(self, stream: IO[bytes]) -> None:
        """Read the request, and the dossier that goes with it."""
        for kind, content in frames.read(stream):
            if kind is Kind.REQUEST:
                self._request = msgspec.msgpack.decode(content, type=Request)
            elif kind is Kind.PIECE:
                self._unpacker.take(content)
            elif kind is Kind.START:
                return
        raise EOFError

    def answer(self) -> Answer:
        match self._request:
            case Open():
                return self._opened(self._request)
            case Begin():
                return self._begun(self._request)
            case Export():
                return self._exported(self._request)
            case Pages():
                return self._set(self._request)
            case Save():
                from natopk_desktop.dossier import store

                frames.write(self._answers, Kind.FILE, store.dumps(self._unpacker.dossier()))
                return Answer()
            case Fold():
                return self._folded()
        raise EOFError

    def _opened(self, request: Open) -> Answer:
        from natopk_desktop.dossier import store
        from natopk_desktop.dossier.dossier import Dossier
        from natopk_desktop.importers import registry

        path = Path(os.fsdecode(request.path))
        imported = registry.read(store.read(path), path.name, request.options, self.progress)
        dossier = Dossier(imported.contents, imported.extras)
        answer = Answer(imported.items, imported.counts)
        del imported  # its many values, which the dossier holds as columns
        self._send(dossier)
        return answer

    def _begun(self, request: Begin) -> Answer:
        from natopk_desktop.dossier import store
        from natopk_desktop.importers import registry

        path = Path(os.fsdecode(request.path))
        raw = store.read(path)
        preview = registry.recognised(raw, path.name).preview(raw, path.name, request.options)
        frames.write(self._answers, Kind.FILE, msgspec.msgpack.encode(preview))
        return Answer()

    def _exported(self, request: Export) -> Answer:
        from natopk_desktop.exporters import registry

        wanted, dossier = registry.by_id(request.format), self._unpacker.dossier()
        if request.with_look:
            from natopk_desktop.exporters import look

            written, seen = look.seen(dossier, request.choice, wanted, self.progress)
        else:
            written, seen = wanted.write(dossier, request.choice, self.progress), None
        for content in written.files:
            frames.write(self._answers, Kind.FILE, content)
        return Answer(written.losses, look=seen)

    def _folded(self) -> Answer:
        from natopk_desktop.dossier import search_text
        from natopk_desktop.dossier.searchable import Searchable

        for piece in search_text.pieces(Searchable(self._unpacker.dossier())):
            frames.write(self._answers, Kind.WORDS, piece)
        return Answer()

    def _set(self, request: Pages) -> Answer:
        from natopk_desktop.typesetting import packed

        for page in packed.pages(self._unpacker.dossier(), request.choice):
            frames.write(self._answers, Kind.FILE, page)
        return Answer()

    def _send(self, dossier: Dossier) -> None:
        for piece in packing.pack(dossier):
            frames.write(self._answers, Kind.PIECE, piece)

    def progress(self, share: float) -> None:
        """Tell how much is done, 0 to 1, a hundred times at the most."""
        if share < self._told + 0.01:
            return
        self._told = share
        frames.write(self._answers, Kind.PROGRESS, f"{share:.3f}".encode())


def _fail(answers: IO[bytes], failure: Failure) -> int:
    frames.write(answers, Kind.FAILURE, msgspec.msgpack.encode(failure))
    return failure.exit_code or 1


def _end_with_asker(stream: IO[bytes]) -> None:
    """Wait until the asker's end is closed; nothing more comes from it before."""
    stream.read()
    os._exit(1)
