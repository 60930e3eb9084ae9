"""An offline reader for an institution's web page as a critical edition."""

from __future__ import annotations

__version__ = "0.1.0"
