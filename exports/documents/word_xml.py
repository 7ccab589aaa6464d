"""Elements of WordprocessingML, made in one line each: the words of the format, none of ours."""

from collections.abc import Iterable
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from exports.documents.lettering import drawable


def element(tag: str, *children: Element, **attributes: str | float) -> Element:
    """Return `<w:tag …>` with its children in the order given, which the format fixes for most elements."""
    made = cast(Element, OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def paragraph(style: str, *content: Element, properties: Iterable[Element] = ()) -> Element:
    """Return a paragraph of a style; `properties` are those of its own, in the order of the format."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *content)


def run(text: str, *properties: Element) -> Element:
    """Return a run of text, composed and without invisible characters; a line break stays one."""
    made = element("r", element("rPr", *properties)) if properties else element("r")
    for place, line in enumerate(drawable(text).split("\n")):
        if place:
            made.append(element("br"))
        made.append(_text(line))
    return made


def field(instruction: str) -> list[Element]:
    """Return the runs of a field that Word reckons itself, such as PAGE."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (element("r", element("fldChar", fldCharType=kind)) for kind in kinds)
    asked = element("instrText")
    asked.text = instruction
    return [begin, element("r", asked), separate, run("2"), end]


def twips(points: float) -> int:
    """Return a distance of points in twentieths of a point, the unit of the format."""
    return round(points * 20)


def _text(line: str) -> Element:
    made = element("t")
    made.text = line
    # Without this mark the format takes spaces at the ends away.
    made.set(qn("xml:space"), "preserve")
    return made
