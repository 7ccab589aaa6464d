"""Rows of successions as their list shows them, and what is said of them. No widgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.rules.formats import Value, day_text, number_text
from db.rules.text import folded, sort_key
from db.rules.units import bare_name
from db.services.borders.succession_rows import Place, SuccessionRow
from db.services.borders.successions import LoadedSuccessions
from ui.common.forms.choosing import Option, option
from ui.common.lists.standing_cells import TONE_KEY
from ui.common.standing_texts import Tone
from ui.successions import texts
from ui.successions.origins import state_of


@dataclass(frozen=True)
class ListedRow:
    """One row as the list shows it; its number also tells rows of the book from communes without one."""

    id: int
    row: SuccessionRow
    cells: Mapping[str, Value]
    search: str


def unit_option(unit: Place) -> Option:
    return option(str(unit.id), texts.OPTION.format(code=unit.code, name=unit.name, parent=unit.parent))


def loaded_words(done: LoadedSuccessions, on: date) -> str:
    words = texts.LOADED.format(
        rows=number_text(done.rows),
        day=day_text(on),
        stored=number_text(done.stored),
        unsettled=number_text(done.unsettled),
    )
    if done.left_out:
        words += texts.LEFT_OUT.format(count=number_text(done.left_out))
    if done.office:
        words += texts.OFFICE_MOVED.format(name=done.office.name, code=done.office.code)
    return words


def settled_words(row: SuccessionRow, settled: int) -> str:
    words = texts.SETTLED.format(old=row.old.name if row.old else "", new=row.new.name)
    return words + (texts.SETTLED_TOO.format(count=number_text(settled)) if settled else "")


def listed(number: int, row: SuccessionRow) -> ListedRow:
    old, new = row.old, row.new
    cells: dict[str, Value] = {
        "on": row.on,
        "old_code": old.code if old else None,
        "old": old.name if old else _open_words(row),
        "new_code": new.code,
        "new": new.name,
        "new_parent": new.parent,
        "extent": texts.STATES[state_of(row)],
        TONE_KEY: (Tone.PLAIN if old else Tone.SOON).value,
    }
    parts = (cells["old_code"], cells["old"], new.code, new.name, new.parent)
    search = folded(" ".join(str(part or "") for part in parts))
    return ListedRow(number, row, cells, search)


def _open_words(row: SuccessionRow) -> str:
    if row.id is None:
        return texts.SILENT
    return texts.WRITTEN.format(written=row.written) if row.written else texts.OPEN


def row_number(succession_id: int) -> int:
    return 2 * succession_id


def silent_number(unit_id: int) -> int:
    return 2 * unit_id + 1


def order_of(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else sort_key(bare_name(str(value or "")))
