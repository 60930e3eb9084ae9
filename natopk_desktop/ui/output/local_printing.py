"""Printing without the network: the print service of this computer is asked, by its local socket, and no other."""

from __future__ import annotations

import os
import sys
from typing import Final

VARIABLE: Final = "CUPS_SERVER"
"""Where CUPS's library looks for the service, before its files (client.conf(5))."""
SOCKET: Final = "/run/cups/cups.sock"


def stay_local() -> None:
    """Keep CUPS's library from asking a service over the network.

    Where it finds no socket it would try port 631, of this computer or of the one its files name. Called before
    anything of Qt's that prints; a socket that the environment names is respected.
    """
    if sys.platform.startswith("linux") and not os.environ.get(VARIABLE, "").startswith("/"):
        os.environ[VARIABLE] = SOCKET
