"""What a Word document's styles say of a paragraph: its list, heading and font, through the styles it is based on."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from exports.readers.word_numbering import W

_LONGEST_CHAIN = 20
_HEADINGS = {**{f"heading {level}": level for level in range(1, 10)}, "title": 0}


class Styles:
    """The paragraph styles of a document by their identifiers."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter(f"{W}style") if root is not None else ()
        self._by_id = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next((name for name, style in self._by_id.items() if _is_default(style)), "")
        fonts = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts") if root is not None else None
        self._font = font_name(fonts)

    def list_of(self, style: str) -> Element | None:
        """Return the numbering that a style brings along."""
        return next(
            (found for item in self._chain(style) if (found := item.find(f"{W}pPr/{W}numPr")) is not None),
            None,
        )

    def heading(self, style: str) -> int:
        """Return the depth of a heading's style, 0 for other styles."""
        for item in self._chain(style):
            name = item.find(f"{W}name")
            depth = _HEADINGS.get(name.get(f"{W}val", "").lower(), 0) if name is not None else 0
            if depth:
                return depth
        return 0

    def font(self, style: str) -> str:
        """Return the font of a style's text, that of the whole document where it names none."""
        fonts = (font_name(item.find(f"{W}rPr/{W}rFonts")) for item in self._chain(style or self._default))
        return next(filter(None, fonts), self._font)

    def bold(self, style: str) -> bool:
        """Return whether a style's text is bold."""
        return any(is_on(item.find(f"{W}rPr/{W}b")) for item in self._chain(style))

    def _chain(self, style: str) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            item = self._by_id.get(style)
            if item is None:
                return
            yield item
            based = item.find(f"{W}basedOn")
            style = based.get(f"{W}val", "") if based is not None else ""


def font_name(fonts: Element | None) -> str:
    """Return the font of Latin letters."""
    if fonts is None:
        return ""
    return fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""


def is_on(item: Element | None) -> bool:
    """Return whether a switch such as bold is there and not turned off."""
    return item is not None and item.get(f"{W}val", "1") not in ("0", "false", "off")


def _is_default(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")
