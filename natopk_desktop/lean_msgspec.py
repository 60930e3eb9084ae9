"""msgspec without typing_extensions, which it takes where that is installed and does without where it is not.

It would load inspect, ast, dis and more, a tenth of the time that a window or a command needs to start, and has nothing
that Python's own typing lacks since 3.11. Whatever needs it later finds it as ever.
"""

from __future__ import annotations

import sys

NAME = "typing_extensions"

if NAME in sys.modules:
    import msgspec
else:
    sys.modules[NAME] = None  # type: ignore[assignment]  # Python's own way to say that there is no such module
    try:
        import msgspec
    finally:
        del sys.modules[NAME]

__all__ = ["msgspec"]
