"""A received plan's file becomes a source: .docx, .pdf with text and plain text in any encoding, behind the gate."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from db.rules.encodings import Encoding, Preview, as_received, converted, decoded, preview, recognised
from db.rules.findings import Finding, Refused
from db.rules.formats import number_text
from db.rules.plan_reading.blocks import Block, Paragraph, Place, Source, Table
from db.rules.plan_reading.text_sources import source_of_text
from db.rules.text import nfc
from exports.readers.children import Child, child_answer
from exports.readers.gate import PLANS, Admitted, FileKind, admit
from exports.readers.limits import LIMITS

# The longest plan known has 40,000 characters.
MOST_CHARACTERS = 1_000_000
MOST_LINES = 30_000
# An officer is told within five seconds.
SECONDS = 4.0
_RTF = b"{\\rtf"
_CHILD = Child("exports.readers.plan_child", SECONDS, "plan_too_slow", "plan_not_readable")


def read_plan_file(path: Path, *, convert: bool = True) -> Source:
    """Read a plan's file; raise `Refused` for what is no sound document, holds no text, or is too long.

    Without `convert` a text that looks like an old encoding stays as it came.
    """
    admitted = admit(path, LIMITS, PLANS)
    try:
        source = _READERS[admitted.kind](admitted, convert)
    except Refused as refused:
        raise Refused(refused.findings, source=admitted.name) from refused
    if not source.blocks:
        raise Refused([Finding("file_empty")], source=admitted.name)
    if len(source.lines) > MOST_LINES:
        raise Refused([_too_long()], source=admitted.name)
    return source


def read_pasted(text: str, *, convert: bool = True) -> Source:
    """Read pasted text; raise `Refused` where it is empty or too long. Old encodings are converted if `convert`."""
    encoding = _recognised(_bounded(text), convert)
    source = source_of_text(converted(text, encoding), encoding=encoding.value)
    if not source.blocks:
        raise Refused([Finding("file_empty")])
    return replace(source, preview=_preview(text, encoding))


def _recognised(text: str, convert: bool) -> Encoding:
    return recognised(text) if convert else Encoding.UNICODE


def _preview(text: str, encoding: Encoding) -> Preview | None:
    return None if encoding is Encoding.UNICODE else preview(text, encoding)


def _text(admitted: Admitted, convert: bool) -> Source:
    if admitted.data.startswith(_RTF):
        raise Refused([Finding("plan_other_kind", value="rtf")])
    if len(admitted.data) > 4 * MOST_CHARACTERS:
        raise Refused([_too_long()])
    received = as_received(admitted.data)
    if not convert:
        return source_of_text(_bounded(received), admitted.name)
    try:
        text, encoding = decoded(admitted.data)
    except ValueError as error:
        raise Refused([Finding("plan_encoding_unknown")]) from error
    source = source_of_text(_bounded(text), admitted.name, encoding.value)
    return replace(source, preview=_preview(received, encoding))


def _document(admitted: Admitted, convert: bool) -> Source:
    answer = child_answer(_CHILD, admitted)
    lines: list[str] = []
    blocks = list(_document_blocks(answer["blocks"], lines))
    encoding = Encoding(answer["encoding"])
    lost = _recognised("\n".join(lines), convert) if encoding is Encoding.UNICODE else Encoding.UNICODE
    if lost is not Encoding.UNICODE:
        # Old codes under a new font: told by the text alone.
        return _converted_source(Source(tuple(lines), tuple(blocks), admitted.name), lost)
    return Source(
        tuple(lines), tuple(blocks), admitted.name, encoding.value, preview=_told_by_fonts(answer, encoding)
    )


def _told_by_fonts(answer: dict[str, Any], encoding: Encoding) -> Preview | None:
    samples = answer["samples"]
    if not samples:
        return None
    before, after = (tuple(nfc(pair[side]) for pair in samples) for side in (0, 1))
    return Preview(encoding, before, after, certain=True)


def _document_blocks(blocks: Iterable[dict[str, Any]], lines: list[str]) -> Iterator[Block]:
    for block in blocks:
        first = len(lines) + 1
        if "rows" in block:
            rows = tuple(tuple(nfc(cell) for cell in row) for row in block["rows"])
            lines += [" | ".join(" ".join(cell.split()) for cell in row) for row in rows]
            if rows:
                yield Table(rows, Place(first, len(lines)), tuple(range(first, len(lines) + 1)))
        else:
            lines.append(nfc(block["text"]))
            yield Paragraph(lines[-1], Place(first, first), block["heading"], block["bold"])


def _converted_source(source: Source, encoding: Encoding) -> Source:
    blocks = tuple(_converted_block(block, encoding) for block in source.blocks)
    lines = tuple(converted(line, encoding) for line in source.lines)
    shown = _preview("\n".join(source.lines), encoding)
    return Source(lines, blocks, source.name, encoding.value, preview=shown)


def _converted_block(block: Block, encoding: Encoding) -> Block:
    if isinstance(block, Paragraph):
        return block.with_text(converted(block.text, encoding))
    rows = tuple(tuple(converted(cell, encoding) for cell in row) for row in block.rows)
    return Table(rows, block.place, block.row_lines)


def _pdf(admitted: Admitted, convert: bool) -> Source:
    answer = child_answer(_CHILD, admitted)
    lines = [nfc(line["text"]) for line in answer["lines"]]
    encoding = _recognised("\n".join(lines), convert)
    plain = [converted(line, encoding) for line in lines]
    blocks = tuple(
        Paragraph(text, Place(number, number), indent=line["indent"])
        for number, (text, line) in enumerate(zip(plain, answer["lines"], strict=True), start=1)
    )
    shown = _preview("\n".join(lines), encoding)
    blank = tuple(_pages(answer["blank_pages"]))
    return Source(tuple(plain), blocks, admitted.name, encoding.value, blank, shown)


def _pages(blank: list[int]) -> Iterator[Finding]:
    if blank:
        yield Finding("plan_pages_without_text", value=", ".join(map(str, blank[:20])))


def _bounded(text: str) -> str:
    if len(text) > MOST_CHARACTERS or text.count("\n") > MOST_LINES:
        raise Refused([_too_long()])
    return text


def _too_long() -> Finding:
    return Finding(
        "plan_too_long", facts={"maximum": number_text(MOST_CHARACTERS), "lines": number_text(MOST_LINES)}
    )


_READERS = {FileKind.TEXT: _text, FileKind.DOCUMENT: _document, FileKind.PDF: _pdf}
