"""Which addresses may be links: complete ones of the web, spelled as every reader takes them."""

from __future__ import annotations

import re
from typing import Final

WEB: Final = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,4})?"
    r"(?:[/?#](?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}|#(?!.*#))*)?",
    re.IGNORECASE,
)


def is_web(url: str) -> bool:
    """Tell whether ``url`` is an http or https address with a host, in ASCII; all others are shown as mere text."""
    return WEB.fullmatch(url) is not None
