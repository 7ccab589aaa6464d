"""The text of a Word document as Word shows it: numbering, tables, text boxes, tracked changes taken as accepted.

Runs in the child process, on a package that passed the gate. Heads and feet of pages, notes and pictures are left out.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from db.rules.encodings import Encoding, converted, recognised
from db.rules.findings import Finding, Refused
from db.rules.formats import number_text
from exports.readers.word_numbering import Numbering, W
from exports.readers.word_styles import Styles, font_name, is_on

MOST_CHARACTERS = 1_000_000
# Word's `Strict Open XML` says the same under another name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DROPPED = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}delText",
    f"{W}instrText",
    f"{_MC}Fallback",
    f"{W}footnoteReference",
}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_BOX = f"{W}txbxContent"
_BLOCKS_WITHIN = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}customXml"}
_MOST_SAMPLES = 6
_OLD_FONTS = {".vn": Encoding.TCVN3, "vni": Encoding.VNI}

Plain = dict[str, Any]


@dataclass(frozen=True)
class _Run:
    text: str
    bold: bool
    encoding: Encoding
    capital: bool


@dataclass
class _Text:
    """The runs of one paragraph and the text boxes that hang on it."""

    runs: list[_Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def document_blocks(data: bytes) -> Plain:
    """Return `{"blocks": [{"text", "heading", "bold"} or {"rows"}], "encoding", "samples"}`.

    Raises `Refused` for more text than any plan has, ValueError or KeyError where the package holds no document.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = {name.lower(): name for name in package.namelist()}
        parts = {
            part: _part(package, names.get(f"word/{part}.xml"))
            for part in ("document", "styles", "numbering")
        }
    body = parts["document"].find(f"{W}body") if parts["document"] is not None else None
    if body is None:
        raise ValueError("no body")
    # Told before anything is put together, which takes far longer than counting.
    _bounded(sum(len(item.text or "") for item in body.iter(f"{W}t")))
    reader = _Reader(
        Styles(parts["styles"]), Numbering(parts["numbering"]), _old_encodings(body, parts["styles"])
    )
    blocks = list(reader.blocks(body))
    return {"blocks": blocks, "encoding": reader.converted_from.value, "samples": reader.samples}


def _part(package: zipfile.ZipFile, name: str | None) -> Element | None:
    if name is None:
        return None
    root: Element = fromstring(package.read(name).replace(_STRICT, _USUAL))
    return root


def _old_encodings(body: Element, styles: Element | None) -> frozenset[Encoding]:
    """The old encodings whose fonts really hold old codes: fonts are often left behind when a text was converted."""
    known = Styles(styles)
    texts: dict[Encoding, list[str]] = {}
    for paragraph in body.iter(f"{W}p"):
        for run in paragraph.iter(f"{W}r"):
            encoding = _font_encoding(_run_font(run, known, _style(paragraph)))
            if encoding is not Encoding.UNICODE:
                texts.setdefault(encoding, []).extend(item.text or "" for item in run.iter(f"{W}t"))
    return frozenset(encoding for encoding, parts in texts.items() if recognised(" ".join(parts)) is encoding)


class _Reader:
    def __init__(self, styles: Styles, numbering: Numbering, old: frozenset[Encoding]) -> None:
        self._styles = styles
        self._numbering = numbering
        self._old = old
        self._characters = 0
        self.converted_from = next(iter(old), Encoding.UNICODE)
        # Some texts before and after, for an officer to compare.
        self.samples: list[tuple[str, str]] = []

    def blocks(self, parent: Element) -> Iterator[Plain]:
        held: list[_Run] = []
        for item in parent:
            if item.tag == f"{W}p":
                yield from self._paragraph(item, held)
            elif item.tag == f"{W}tbl":
                yield {"rows": self._rows(item)}
            elif item.tag in _BLOCKS_WITHIN:
                yield from self.blocks(item)

    def _paragraph(self, item: Element, held: list[_Run]) -> Iterator[Plain]:
        text = _Text()
        self._gather(item, text, _style(item))
        label = self._label(item)
        if _mark_deleted(item):
            # With its mark gone a paragraph runs on into the next one.
            held.extend(text.runs)
            return
        runs = [*held, *text.runs]
        held.clear()
        yield from self._lines(item, runs, label)
        for box in text.boxes:
            yield from self.blocks(box)

    def _lines(self, item: Element, runs: list[_Run], label: str) -> Iterator[Plain]:
        whole = self._whole(runs)
        bold = bool(whole.strip()) and all(run.bold for run in runs if run.text.strip())
        style = _style(item)
        for number, line in enumerate(whole.split("\n")):
            shown = f"{label} {line.strip()}".strip() if label and number == 0 else line
            if shown.strip():
                yield {
                    "text": shown,
                    "heading": self._styles.heading(style),
                    "bold": bold or self._styles.bold(style),
                }

    def _whole(self, runs: list[_Run]) -> str:
        """Put the runs together; those of one old font are converted together, as VNI parts a letter in two signs."""
        parts: list[str] = []
        at = 0
        while at < len(runs):
            end = at
            while end < len(runs) and (runs[end].encoding, runs[end].capital) == (
                runs[at].encoding,
                runs[at].capital,
            ):
                end += 1
            received = "".join(run.text for run in runs[at:end])
            parts.append(_converted(received, runs[at]))
            if parts[-1] != received and len(self.samples) < _MOST_SAMPLES:
                self.samples.append((received, parts[-1]))
            at = end
        text = "".join(parts)
        self._characters += len(text)
        _bounded(self._characters)
        return text

    def _gather(self, item: Element, text: _Text, style: str) -> None:
        for child in item:
            if child.tag == _BOX:
                text.boxes.append(child)
            elif child.tag == f"{W}r":
                self._run(child, text, style)
            elif child.tag not in _DROPPED and child.tag not in (f"{W}pPr", f"{W}p"):
                self._gather(child, text, style)

    def _run(self, run: Element, text: _Text, style: str) -> None:
        if is_on(run.find(f"{W}rPr/{W}vanish")):
            return
        signs = "".join(_signs(run))
        if signs:
            font = _run_font(run, self._styles, style)
            encoding = _font_encoding(font)
            used = encoding if encoding in self._old else Encoding.UNICODE
            capital = is_on(run.find(f"{W}rPr/{W}caps")) or (
                used is Encoding.TCVN3 and font.lower().endswith("h")
            )
            text.runs.append(_Run(signs, is_on(run.find(f"{W}rPr/{W}b")), used, capital))
        self._gather(run, text, style)

    def _label(self, item: Element) -> str:
        numbered = item.find(f"{W}pPr/{W}numPr")
        from_style = self._styles.list_of(_style(item))
        number = _child_value(numbered, "numId") or _child_value(from_style, "numId")
        depth = _child_value(numbered, "ilvl") or _child_value(from_style, "ilvl") or "0"
        if not number or number == "0":
            return ""
        return self._numbering.label(number, int(depth) if depth.isdecimal() else 0)

    def _rows(self, table: Element) -> list[list[str]]:
        rows: list[list[str]] = []
        for row in _own(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is None:
                rows.append(self._cells(row, rows[-1] if rows else []))
        width = max(map(len, rows), default=0)
        return [row + [""] * (width - len(row)) for row in rows]

    def _cells(self, row: Element, above: list[str]) -> list[str]:
        cells = [""] * _span(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in _own(row, f"{W}tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            text = self._cell_text(cell)
            if (
                merged is not None
                and merged.get(f"{W}val", "continue") == "continue"
                and len(cells) < len(above)
            ):
                text = above[len(cells)]
            cells += [text] * _span(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        return cells

    def _cell_text(self, cell: Element) -> str:
        lines: list[str] = []
        for block in self.blocks(cell):
            lines += [block["text"]] if "text" in block else ["\t".join(row) for row in block["rows"]]
        return "\n".join(line.strip() for line in lines if line.strip())


def _bounded(characters: int) -> None:
    if characters > MOST_CHARACTERS:
        raise Refused([Finding("plan_too_long", facts={"maximum": number_text(MOST_CHARACTERS)})])


def _converted(text: str, run: _Run) -> str:
    plain = converted(text, run.encoding)
    return plain.upper() if run.capital else plain


def _signs(run: Element) -> Iterator[str]:
    for item in run:
        if item.tag == f"{W}t":
            yield item.text or ""
        elif item.tag in _SIGNS:
            yield _SIGNS[item.tag]


def _run_font(run: Element, styles: Styles, style: str) -> str:
    return font_name(run.find(f"{W}rPr/{W}rFonts")) or styles.font(style)


def _font_encoding(font: str) -> Encoding:
    return _OLD_FONTS.get(font[:3].lower(), Encoding.UNICODE)


def _style(paragraph: Element) -> str:
    return _child_value(paragraph.find(f"{W}pPr"), "pStyle")


def _child_value(item: Element | None, name: str) -> str:
    child = item.find(f"{W}{name}") if item is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


def _mark_deleted(paragraph: Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _own(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, not those of tables within."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _BLOCKS_WITHIN:
            yield from _own(child, tag)


def _span(item: Element | None, default: int) -> int:
    text = item.get(f"{W}val", "") if item is not None else ""
    return int(text) if text.isdecimal() and len(text) < 4 else default
