"""Making the private environment of a checkout. Standard library only: it runs before anything is installed."""

from __future__ import annotations
