"""What is said of single cells of a form: by hand, followed one that is, found by a check, other in the records."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from db.rules.formats import Value, number_text
from db.rules.returns.arithmetic import number_of
from db.rules.returns.by_hand import CellPlace, cell_text
from db.rules.returns.check_findings import TOTAL_ROW, CheckFinding, Severity, finding_of, row_keys
from db.rules.returns.differences import Difference
from db.rules.returns.filled import FilledSheet
from db.rules.returns.flowing import HandMark
from db.rules.returns.forms import BY_HAND
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.returns.filling import work_texts as texts


class MarkKind(StrEnum):
    """The kinds of mark, the most pressing last: it decides how the cell looks."""

    FOLLOWED = "followed"
    BY_HAND = "by_hand"
    DIFFERS = "differs"
    WARNING = "warning"
    ERROR = "error"


ICONS: Mapping[MarkKind, str] = {
    MarkKind.FOLLOWED: "redo",
    MarkKind.BY_HAND: "clip",
    MarkKind.DIFFERS: "half",
    MarkKind.WARNING: "warning",
    MarkKind.ERROR: "barred",
}
COLORS = {
    MarkKind.FOLLOWED: theme.accent_words,
    MarkKind.BY_HAND: theme.accent_words,
    MarkKind.DIFFERS: theme.soon,
    MarkKind.WARNING: theme.soon,
    MarkKind.ERROR: theme.late,
}
_ORDER = tuple(MarkKind)


@dataclass(frozen=True)
class CellMark:
    """How a cell is marked, and a sentence for each reason."""

    kind: MarkKind
    words: tuple[str, ...]


Marks = Mapping[tuple[int, int], CellMark]
Said = tuple[CellPlace, MarkKind, str]


def marks_of(sheet: FilledSheet, said: Iterable[Said]) -> Marks:
    """Return the marks of a form by row and column; what is said of a whole row stands at its first cell."""
    rows = {key: at for at, key in enumerate((*row_keys(sheet), TOTAL_ROW))}
    columns = {column.key: at for at, column in enumerate(sheet.form.columns)}
    found: dict[tuple[int, int], CellMark] = {}
    for place, kind, words in said:
        # A column that only the newer form has differs in the list alone: no other cell says its figure.
        is_newer = kind is MarkKind.DIFFERS and place.column not in columns
        if place.sheet == sheet.form.code and place.row in rows and not is_newer:
            at = (rows[place.row], columns.get(place.column, 0))
            found[at] = _with(found.get(at), kind, words)
    return found


def said_of_hand(marks: Mapping[CellPlace, HandMark]) -> Iterator[Said]:
    """Yield what is said of cells by hand and of those that followed them."""
    for place, mark in marks.items():
        computed = value_words(mark.computed)
        if mark.cell is None:
            yield place, MarkKind.FOLLOWED, texts.FOLLOWED.format(computed=computed)
        else:
            words = texts.BY_HAND.format(computed=computed, reason=mark.cell.reason or texts.NO_REASON)
            yield place, MarkKind.BY_HAND, words


def said_of_findings(found: Sequence[CheckFinding], sheets: Sequence[FilledSheet]) -> Iterator[Said]:
    """Yield what the checks found, at its cell."""
    for item in found:
        kind = MarkKind.ERROR if item.severity is Severity.ERROR else MarkKind.WARNING
        yield (
            CellPlace(item.sheet, item.row, item.column),
            kind,
            finding_text(finding_of(item, sheets, placed=False)),
        )


def said_of_differences(differences: Sequence[Difference]) -> Iterator[Said]:
    """Yield what the records say now in place of what was approved."""
    for item in differences:
        yield item.place, MarkKind.DIFFERS, texts.DIFFERS.format(now=value_words(item.after))


def said_of_frozen(words: str) -> Iterator[Said]:
    """Yield the reasons of cells by hand that were frozen with a return."""
    for key, reason in json.loads(words or "{}").items():
        code, *place = str(key).split("|", maxsplit=4)
        if code == BY_HAND:
            yield CellPlace(*place[:3]), MarkKind.BY_HAND, texts.BY_HAND_THEN.format(reason=reason)


def value_words(value: Value) -> str:
    """Write a value of a cell; a blank is an en dash."""
    number = number_of(value)
    return number_text(number) if number is not None else cell_text(value) or number_text(None)


def _with(mark: CellMark | None, kind: MarkKind, words: str) -> CellMark:
    if mark is None:
        return CellMark(kind, (words,))
    return replace(mark, kind=max(mark.kind, kind, key=_ORDER.index), words=(*mark.words, words))
