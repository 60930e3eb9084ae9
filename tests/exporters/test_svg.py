from __future__ import annotations

from xml.etree import ElementTree as ET

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import svg

BUILT_IN = store.built_in()
NAMESPACE = "{http://www.w3.org/2000/svg}"


def test_each_page_is_a_picture_of_vectors_that_loads_nothing() -> None:
    written = svg.write(BUILT_IN, Choice(document="timeline"))
    assert len(written.files) == 2
    for file in written.files:
        root = ET.fromstring(file)
        assert root.tag == f"{NAMESPACE}svg"
        tags = {element.tag for element in root.iter()}
        assert not tags & {f"{NAMESPACE}{name}" for name in ("image", "script", "foreignObject", "style")}
        for element in root.iter():
            for name, value in element.attrib.items():
                if name.endswith("href"):
                    assert value.startswith("#"), value


def test_the_whole_timeline_is_drawn_and_not_a_part_of_it() -> None:
    assert "milestones" not in {item.code for item in svg.write(BUILT_IN, Choice(document="timeline")).losses}


def test_the_same_input_gives_the_same_bytes() -> None:
    assert svg.write(BUILT_IN, Choice()) == svg.write(BUILT_IN, Choice())
