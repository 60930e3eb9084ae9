"""A document as the data that the template sets; nothing in it is mark-up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import msgspec

from natopk_desktop.documents.colours import LIGHT
from natopk_desktop.documents.cutting import kept
from natopk_desktop.documents.parts import Heading, Run
from natopk_desktop.documents.telling import ours
from natopk_desktop.typesetting.part_data import PartSetter
from natopk_desktop.typesetting.run_data import para

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Paper
    from natopk_desktop.documents.parts import Document, Origin
    from natopk_desktop.typesetting.characters import Setter

LANGUAGE: Final = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?\Z")
LONGEST_IN_FOOTER: Final = 90
"""Characters of a title, a publisher or a remark that stand at the foot of every page."""

PAPERS: Final = {"a4": "a4", "letter": "us-letter"}


def document_data(document: Document, paper: Paper, setter: Setter) -> dict[str, Any]:
    """Return what the template sets.

    Args:
        document: what is set.
        paper: on which paper.
        setter: makes texts ready and keeps account of what it boxed.
    """
    part_setter = PartSetter(document, setter)
    parts = [part_setter.data(part) for part in document.parts]
    language, region = language_of(document.language)
    return {
        "kind": document.kind,
        "paper": PAPERS[paper],
        "dense": document.dense,
        "language": language,
        "region": region,
        "title": setter.plain(document.title).strip() or "Untitled",
        "author": document.origin.publisher and setter.plain(document.origin.publisher),
        "label": setter.pieces(document.label),
        "colours": {**msgspec.structs.asdict(LIGHT), "topics": LIGHT.topics},
        "running": _running(document.origin, setter),
        "title-length": _title_length(document),
        "parts": parts,
        "boxed": bool(setter.boxed),
    }


def _title_length(document: Document) -> int:
    return sum(len(run.text) for part in document.parts[:1] if isinstance(part, Heading) for run in part.runs)


def language_of(tag: str | None) -> tuple[str, str | None]:
    """Return language and region of a language tag; "und" where it is not known."""
    match = LANGUAGE.match(tag or "")
    return (match[1].lower(), match[2] and match[2].upper()) if match else ("und", None)


def _running(origin: Origin, setter: Setter) -> dict[str, Any]:
    """Return what stands at the head and foot of every page."""
    source: list[Run] = []
    if origin.publisher:
        source.append(ours(f"{_short(origin.publisher)}, "))
    source += [ours("“"), Run(_short(origin.title), "source"), ours("”. ")]
    if origin.stamp is not None:
        source.append(ours(origin.stamp_label[:1].upper() + origin.stamp_label[1:]))
        source += [Run(_short(origin.stamp.text), "source", origin.stamp.span), ours(". ")]
    else:
        source.append(ours("No date of update is printed. "))
    if origin.note:
        source.append(ours(f"Ours: {_short(origin.note)}."))
    banner = origin.banner
    short_banner = banner and Run(_short(banner.text), "source", banner.span)
    return {
        "banner": short_banner and para((short_banner,), setter),
        "source": para(tuple(source), setter),
        "sha256": origin.short_sha256,
    }


def _short(text: str) -> str:
    size = kept(text, LONGEST_IN_FOOTER)
    return text if size == len(text) else f"{text[:size]} […]"
