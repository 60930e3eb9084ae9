"""An offline reader for an institution's web page as a critical edition."""

from __future__ import annotations

__version__ = "0.1.0"
APPLICATION_ID = "net.natopkdesktop.reader"
"""The app's name among all others: of its desktop file, its icons and its bundle."""
