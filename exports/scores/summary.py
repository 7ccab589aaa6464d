"""What the summary of a year's scoring (PCMD-07 with its groups) says: plain rows, no file and no style."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from db.rules.formats import day_text
from db.rules.returns.filled import ReturnHead
from db.rules.returns.forms import ColumnForm, RowsOf, SheetForm
from db.rules.scoring.marks import APPRAISED, SELF
from db.rules.scoring.papers import ClassShare, SheetPaper, YearPaper
from db.rules.scoring.ranking import ranks
from db.rules.scoring.rule_sets import CriterionGroup
from exports.documents import score_wording as documents
from exports.documents.score_rows import is_scaled
from exports.documents.score_summaries import class_sentence, names_of, state_words, unclassed
from exports.returns import wording as returns
from exports.returns.content import (
    Cell,
    Row,
    SheetContent,
    column_numbers,
    head_cells,
    preparer_lines,
    signatory_lines,
)
from exports.scores import summary_wording as wording

_COLUMNS = (SELF, APPRAISED)


@dataclass(frozen=True)
class SummaryContent:
    """A sheet of the workbook: the form, counts by class under it, sentences under those, the footer's words."""

    sheet: SheetContent
    classes: tuple[ClassShare, ...]
    sentences: tuple[str, ...]
    footer: tuple[str, str]


def summary_content(paper: YearPaper) -> SummaryContent:
    """Return communes × groups with totals, classes and ranks; only columns that count in returns have figures."""
    form = SheetForm(
        wording.FORM, wording.TITLE, wording.MEASURED, RowsOf.COMMUNES, columns_of(paper), wording.AVERAGE
    )
    rest = unclassed(paper)
    unclassed_share = ClassShare("", wording.UNCLASSED, rest, len(paper.sheets))
    return SummaryContent(
        sheet=_content(paper, form),
        classes=(*paper.class_shares(), *([unclassed_share] if rest else ())),
        sentences=tuple(_sentences(paper)),
        footer=(paper.unit_name, wording.VERSION.format(title=paper.title, version=paper.version)),
    )


def columns_of(paper: YearPaper) -> tuple[ColumnForm, ...]:
    """Return the columns: who, two for each group of the rule set, totals, classes, rank, note."""
    return (
        ColumnForm("number", wording.NUMBER, "row_number", 5),
        ColumnForm("code", wording.CODE, "unit_code", 9),
        ColumnForm("name", wording.UNIT, "unit_name", 24),
        *(column for group in paper.rule_set.groups for column in _group_columns(group)),
        *(_points(key, head, wording.TOTAL) for key, head in wording.TOTAL_HEADS.items()),
        *(
            ColumnForm(key, head, "class_title", 10, wording.CLASS)
            for key, head in wording.CLASS_HEADS.items()
        ),
        ColumnForm("rank", wording.RANK, "row_number", 6),
        ColumnForm("note", wording.NOTE, "note", 24),
    )


def _group_columns(group: CriterionGroup) -> Iterator[ColumnForm]:
    head = wording.GROUP.format(code=group.code, title=group.title)
    for column in _COLUMNS:
        yield _points(f"{group.code}.{column}", wording.COLUMN_HEADS[column], head)


def _points(key: str, head: str, group: str) -> ColumnForm:
    return ColumnForm(key, head, "measure", 9, group)


def _content(paper: YearPaper, form: SheetForm) -> SheetContent:
    head = _head(paper)
    return SheetContent(
        form=form,
        parent_agency=head.parent_agency.upper(),
        issuing_agency=head.issuing_agency.upper(),
        form_line=returns.FORM.format(code=form.code),
        reporting_line=wording.REPORTING.format(name=paper.unit_name),
        notice=returns.SAMPLE_NOTICE if paper.sample else "",
        title=form.title,
        period_line=wording.YEAR.format(year=paper.year),
        receiving_line=returns.RECEIVING_UNIT.format(name=head.receiving_unit) if head.receiving_unit else "",
        measured_line=returns.MEASURED_IN.format(text=form.measured_in),
        heads=tuple(head_cells(form.columns)),
        numbers=tuple(column_numbers(form.columns)),
        rows=tuple(_rows(paper)),
        total=_total(paper),
        note=returns.NOTE.format(text=wording.SOURCE.format(title=paper.title, citation=paper.citation)),
        preparer=preparer_lines(head),
        signatory=signatory_lines(head),
    )


def _head(paper: YearPaper) -> ReturnHead:
    names = paper.names
    return ReturnHead(
        names.parent_agency,
        names.issuing_agency,
        names.place,
        names.receiving_unit,
        names.authority,
        names.post,
        names.signatory,
        names.preparer,
        paper.sample,
    )


def _rows(paper: YearPaper) -> Iterator[Row]:
    places = ranks({number: sheet.counted(APPRAISED) for number, sheet in enumerate(paper.sheets, start=1)})
    for number, sheet in enumerate(paper.sheets, start=1):
        groups = [_group_points(sheet, group.code, column) for group in _groups(paper) for column in _COLUMNS]
        totals: tuple[Cell, ...] = (sheet.counted(SELF), sheet.counted(APPRAISED), sheet.difference)
        yield (
            *(number, sheet.unit_code, sheet.unit_name, *groups, *totals, *_classes(sheet)),
            *(places.get(number), _note(sheet)),
        )


def _groups(paper: YearPaper) -> tuple[CriterionGroup, ...]:
    return paper.rule_set.groups


def _group_points(sheet: SheetPaper, code: str, column: str) -> Decimal | None:
    return sheet.results[column].groups[code].points if sheet.is_done(column) else None


def _classes(sheet: SheetPaper) -> tuple[Cell, ...]:
    codes = (
        sheet.registered_class,
        sheet.counted_class(SELF),
        sheet.counted_class(APPRAISED),
        sheet.recognised_class,
    )
    return tuple(sheet.rule_set.class_title(code) or None for code in codes)


def _note(sheet: SheetPaper) -> Cell:
    if not sheet.recognised_class:
        return state_words(sheet)
    return documents.BY_DECISION.format(number=sheet.decision_number, day=day_text(sheet.recognised_on))


def _total(paper: YearPaper) -> Row:
    before = 3 + 2 * len(_groups(paper))
    averages: list[Cell] = [paper.average(column) for column in _COLUMNS]
    after = 1 + len(wording.CLASS_HEADS) + 2
    return (None, None, wording.AVERAGE, *[None] * (before - 3), *averages, *[None] * after)


def _sentences(paper: YearPaper) -> Iterator[str]:
    yield class_sentence(paper)
    if paper.missing:
        yield wording.MISSING.format(
            count=len(paper.missing), of=len(paper.sheets), names=names_of(paper.missing)
        )
    waiting = [sheet for sheet in paper.sheets if sheet.is_done(SELF) and not sheet.is_done(APPRAISED)]
    if waiting:
        yield wording.WAITING.format(count=len(waiting), of=len(paper.sheets), names=names_of(waiting))
    if paper.too_late:
        yield wording.TOO_LATE.format(
            last=day_text(paper.last), year=paper.year, names=names_of(paper.too_late)
        )
    scaled = [sheet for sheet in paper.sheets if _shows_scaled(sheet)]
    if scaled:
        yield wording.SCALED.format(names=names_of(scaled))


def _shows_scaled(sheet: SheetPaper) -> bool:
    return any(sheet.is_done(column) and is_scaled(sheet, column) for column in _COLUMNS)
