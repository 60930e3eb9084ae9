"""The JSON Schema of the dossier format, made from the fields of ``model.py``.

``python -m natopk_desktop.dossier.schema`` prints what ``data/dossier.schema.json`` must hold; a test compares them.
"""

from __future__ import annotations

import sys
from inspect import cleandoc
from typing import Any

import msgspec

from natopk_desktop.dossier.model import FORMAT, VERSION, DossierFile

EXTRA_PATTERN = "^x-"


def schema() -> dict[str, Any]:
    """Return the schema (JSON Schema, draft 2020-12).

    It holds what the types of the fields say. That blocks tile the text, that ids are known and dates are EDTF is
    checked by ``validate.py``, beyond what a schema can say.
    """
    made: dict[str, Any] = msgspec.json.schema(DossierFile)
    for definition in made["$defs"].values():
        definition["patternProperties"] = {EXTRA_PATTERN: {}}
        if "description" in definition:  # a docstring, which keeps its indentation before Python 3.13
            definition["description"] = cleandoc(definition["description"])
    fields = made["$defs"]["DossierFile"]["properties"]
    fields["format"] = {"const": FORMAT}
    fields["version"] = {"const": VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dossier: one source with everything said about it",
        **made,
    }


def rendered() -> bytes:
    """Return the schema as the bytes of its file."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2) + b"\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(rendered())
