"""What must hold of whatever a reader gives, and short ways to look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.dossier import store, validate
from natopk_desktop.dossier.account import restored
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.importers import registry

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Imported, Options


def read(content: bytes | str, name: str = "file", options: Options | None = None) -> Imported:
    """Read a file as any command does, and see that what comes is sound and keeps the file's bytes."""
    raw = content.encode() if isinstance(content, str) else content
    made = registry.read(raw, name, options)
    assert list(validate.defects(made.contents)) == []
    assert made.contents.original is not None
    assert made.contents.original.base64 == raw
    dossier = Dossier(made.contents, made.extras)
    assert restored(dossier.text, dossier.blocks) == dossier.text
    assert store.loads(store.dumps(dossier), "again").contents() == made.contents
    return made


def told(made: Imported) -> list[tuple[str | None, str, str]]:
    """Return date, printed date and words of each milestone; pieces with a bar between."""
    text = made.contents.source.text or ""
    return [
        (
            one.date.edtf,
            "|".join(span.of(text) for span in one.date.printed),
            "|".join(span.of(text) for span in one.text),
        )
        for one in made.contents.milestones
    ]


def codes(made: Imported) -> set[str]:
    """Return the codes of all items."""
    return {item.code for item in made.items}


def topics(made: Imported) -> list[tuple[str, ...]]:
    """Return the names of the topics of each milestone."""
    names = {topic.id: topic.name for topic in made.contents.topics}
    return [tuple(names[topic] for topic in one.topics) for one in made.contents.milestones]


def beside(made: Imported) -> list[str]:
    """Return the words of every block that is neither an entry's own nor spacing."""
    text = made.contents.source.text or ""
    return [one.span.of(text) for one in made.contents.blocks if one.kind not in {"milestone", "spacing"}]
