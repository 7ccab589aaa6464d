"""What the list for recognition says: communes by class, attached to a proposal or, once it is there, the decision."""

from collections.abc import Iterator

from db.rules.formats import day_text, number_text, percent_text
from db.rules.scoring.chain import State
from db.rules.scoring.marks import APPRAISED
from db.rules.scoring.papers import SheetPaper
from db.rules.scoring.recognition import ListedClass, RecognitionList, class_of
from exports.documents import score_wording as wording
from exports.documents.description import Align, Column, Row, Table, written_day
from exports.documents.forms import Form, FormPart, FormText, SignatureBlock
from exports.documents.score_sheet_content import head_of, rule_set_line, signatory_block
from exports.documents.score_summaries import state_words
from exports.documents.wording import BLANK

_WIDTHS = (12, 60, 20, 24, 24, 45)
_ALIGNS: tuple[Align, ...] = ("center", "left", "center", "center", "center", "left")
_COLUMNS = tuple(Column(*column) for column in zip(wording.LIST_HEADS, _WIDTHS, _ALIGNS, strict=True))


def list_form(listed: RecognitionList) -> Form:
    """Return the list: proposed by this office under its head, or annexed to the decision that recognised all."""
    year = listed.year
    decided = listed.decision is not None
    subject = wording.RECOGNISED_SUBJECT if decided else wording.PROPOSED_SUBJECT
    return Form(
        head=None if decided else head_of(year.names, None),
        kind=wording.LIST_KIND,
        subject=subject.format(year=year.year),
        parts=tuple(_parts(listed)),
        signatures=() if decided else _signatures(listed),
        attached=attached_line(listed),
        sample=year.sample,
    )


def attached_line(listed: RecognitionList) -> str:
    """Return `(Kèm theo …)`; what is not known yet is left to be filled in by hand."""
    if listed.decision is None:
        agency = listed.year.names.issuing_agency.replace("\n", " ")
        return wording.ATTACHED_PROPOSAL.format(number=BLANK, day=written_day(None), agency=agency)
    decision = listed.decision
    day = written_day(decision.recognised_on)
    return wording.ATTACHED_DECISION.format(number=decision.decision_number, day=day, agency=wording.DOTS)


def class_line(item: ListedClass) -> str:
    """Return a class with its count, denominator and share: `Tốt: 18/142 đơn vị (12,676 %)`."""
    share = item.share
    return wording.CLASS_GROUP.format(
        title=share.title or wording.NO_CLASS.capitalize(),
        count=share.count,
        of=share.of,
        share=percent_text(share.share),
    )


def note_text(listed: RecognitionList, sheet: SheetPaper) -> str:
    """Return what stands beside a commune: its decision where not all have the same, an appraisal of another class."""
    notes = []
    title = sheet.rule_set.class_title
    if sheet.state is State.RECOGNISED and listed.decision is None:
        day = day_text(sheet.recognised_on)
        notes.append(wording.BY_DECISION.format(number=sheet.decision_number, day=day))
    if class_of(sheet) != sheet.counted_class(APPRAISED):
        notes.append(wording.OTHER_CLASS.format(title=title(sheet.counted_class(APPRAISED))))
    return "; ".join(notes)


def left_out_line(listed: RecognitionList) -> str:
    """Name the communes that are not in the list with where their sheets stand; nothing where all are."""
    names = [f"{sheet.unit_name} ({state_words(sheet).lower()})" for sheet in listed.left_out]
    return wording.LEFT_OUT.format(count=len(names), names=", ".join(names)) if names else ""


def _parts(listed: RecognitionList) -> Iterator[FormPart]:
    yield FormText(rule_set_line(listed.year), "centred")
    yield Table(_COLUMNS, tuple(_rows(listed)), _total(listed))
    if line := left_out_line(listed):
        yield FormText(line, "note")


def _rows(listed: RecognitionList) -> Iterator[Row]:
    number = 0
    for item in listed.classes:
        yield Row(("", class_line(item), *[""] * (len(_COLUMNS) - 2)), group=True)
        for sheet in item.sheets:
            number += 1
            yield _row(listed, number, sheet)


def _row(listed: RecognitionList, number: int, sheet: SheetPaper) -> Row:
    title = sheet.rule_set.class_title
    points = number_text(sheet.counted(APPRAISED))
    classes = title(class_of(sheet)), title(sheet.registered_class)
    return Row((str(number), sheet.unit_name, points, *classes, note_text(listed, sheet)))


def _total(listed: RecognitionList) -> tuple[str, ...]:
    return ("", wording.LIST_TOTAL.format(count=listed.count), *[""] * (len(_COLUMNS) - 2))


def _signatures(listed: RecognitionList) -> tuple[SignatureBlock, ...]:
    names = listed.year.names
    maker = SignatureBlock((wording.LIST_MAKER,), wording.SIGN_HINT, names.preparer)
    return maker, signatory_block(names)
