"""The bytes of an imported file, as a dossier keeps them."""

from __future__ import annotations

from hashlib import sha256

from natopk_desktop.dossier.model import Original


def original(raw: bytes, media_type: str, encoding: str | None) -> Original:
    """Return a file's bytes with their hash.

    Args:
        raw: the file.
        media_type: its media type.
        encoding: the encoding its characters were read in, None where it has no characters.
    """
    return Original(media_type, encoding, sha256(raw).hexdigest(), raw)
