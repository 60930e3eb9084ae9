"""The errors a user can cause, each told in one sentence and with an exit code of its own."""

from __future__ import annotations


class UserError(Exception):
    """Something a user can put right; shown as one sentence, never as a traceback.

    Attributes:
        exit_code: what the process ends with where nothing else can be done.
        message: one sentence naming the file, the place and the remedy.
    """

    exit_code: int = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InputError(UserError):
    """Bad input, wrong use or no screen: exit code 2."""

    exit_code = 2


class ScreenError(InputError):
    """There is no screen, or none of the kind asked for, so that no window can tell of it either."""


class OperationError(UserError):
    """Something could not be done (disk, permission, network, cancelled): exit code 1."""

    exit_code = 1
