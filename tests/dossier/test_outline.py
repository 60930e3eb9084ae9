from __future__ import annotations

from natopk_desktop.dossier import store


def test_the_sections_of_the_page() -> None:
    dossier = store.built_in()
    heads = [
        (section.level, dossier.blocks.span(section.head).of(dossier.text)) for section in dossier.outline.sections
    ]
    assert heads == [
        (1, "NATO-Pakistan relations"),
        (2, "How does cooperation work in practice?"),
        (3, "Cooperation on Afghanistan"),
        (3, "Broader cooperation"),
        (2, "How did relations with Pakistan evolve?"),
        (3, "Key milestones"),
    ]


def test_the_introduction_belongs_to_the_title_and_the_banner_to_nothing() -> None:
    dossier = store.built_in()
    introduction = dossier.blocks.row_at(dossier.text.index("In May 2007, during"))
    section = dossier.outline.of_block(introduction)
    assert section is not None
    assert section.level == 1
    assert dossier.outline.of_block(0) is None
    assert dossier.outline.of_block(section.head) == section
