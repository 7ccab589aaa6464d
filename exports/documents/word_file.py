"""The .docx package: our styles, numbering and settings, what it says of itself; written the same each time."""

import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from exports.documents.lettering import drawable
from exports.documents.word_numbering import WordList
from exports.documents.word_styles import style_elements
from exports.documents.word_xml import element

_WANTED = {
    RELATION.STYLES,
    RELATION.NUMBERING,
    RELATION.SETTINGS,
    RELATION.OFFICE_DOCUMENT,
    RELATION.CORE_PROPERTIES,
}
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
# Word 2013 and later: older values open in "compatibility mode".
_WORD_VERSION = 15
_LONGEST_PROPERTY = 255
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Told:
    """What a file says of itself: its title, who issued it, on which day."""

    title: str
    author: str
    day: date | None = None


def new_file(told: Told, counting: WordList) -> WordFile:
    """Return a file without content: its styles, its list, its settings, and what it says of itself."""
    file = docx.Document()
    for relations in (file.part.package.rels, file.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype not in _WANTED]:
            del relations[key]
    file.styles.element[:] = list(style_elements(counting.forms))
    file.part.numbering_part.element[:] = counting.elements()
    file.settings.element[:] = _settings()
    file.element.body[:] = []
    _describe(file, told)
    return file


def save(file: WordFile, path: Path) -> None:
    """Write the file; the same content gives the same bytes, whenever it is written."""
    held = BytesIO()
    file.save(held)
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))


def _settings() -> list[Element]:
    version = element("compatSetting", name="compatibilityMode", uri=_COMPATIBILITY, val=_WORD_VERSION)
    return [
        element("defaultTabStop", val=720),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", version),
        element("themeFontLang", val="vi-VN"),
        element("decimalSymbol", val=","),
        element("listSeparator", val=";"),
    ]


def _describe(file: WordFile, told: Told) -> None:
    kept = file.core_properties
    kept._element[:] = []
    kept.title = _kept(told.title)
    kept.author = kept.last_modified_by = _kept(told.author)
    kept.language = "vi-VN"
    if told.day is not None:
        kept.created = kept.modified = _noon(told.day)


def _kept(text: str) -> str:
    return drawable(text).replace("\n", " ")[:_LONGEST_PROPERTY]


def _noon(day: date) -> datetime:
    # In the middle of the day it is the same date in every time zone that reads the file.
    return datetime.combine(day, time(12))
