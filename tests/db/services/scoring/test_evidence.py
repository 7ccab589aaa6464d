"""Evidence of criteria: added, changed, removed while the sheet allows it, copied forward, its files never lost."""

from datetime import date
from pathlib import Path

import pytest

from db.attachments.keeping import FileState, state_of, sweep
from db.attachments.taking_in import Place, taking
from db.records import ScoreEvidence, Unit
from db.rules.attachments import FOLDER, Attachment
from db.rules.findings import Refused
from db.rules.scoring.chain import Step
from db.services.entering import history
from db.services.entering.entries import Gone
from db.services.scoring import evidence, evidence_files, evidence_forward, sheets
from db.services.scoring.evidence import Evidence, Said
from db.services.scoring.evidence_forward import Offered
from db.sessions import Book, Session
from tests.helpers import evidence_files as files
from tests.helpers.books import unit_id
from tests.helpers.sample_records import step
from tests.helpers.scoring import fill_in, take

TODAY, CODE, BEST = date(2025, 9, 20), "99102", "good"
PLAN = Said("12/KH-UBND", date(2025, 1, 15), "Kế hoạch năm")
FILE = Attachment("kh.pdf", "2025/99102/0123456789abcdef-kh.pdf", "0" * 64, 10)


def add(
    book: Book,
    said: Said = PLAN,
    *,
    criterion: str = "1",
    year: int = 2025,
    file: Attachment | None = None,
    today: date = TODAY,
) -> int:
    def act(session: Session) -> int:
        unit = unit_id(session, CODE)
        return evidence.add(
            session, unit_id=unit, year=year, criterion=criterion, said=said, file=file, today=today
        )

    return step(book, act)[0]


def held(book: Book, criterion: str = "1", year: int = 2025) -> tuple[Evidence, ...]:
    with book.reading() as session:
        pieces = evidence.of_sheet(session, unit_id=unit_id(session, CODE), year=year)
    return pieces.get(criterion, ())


def attach(book: Book, source: Path, *, year: int = 2025) -> Attachment:
    """Take a file in with its row, as the window does."""
    with taking(book.folder, source, Place(year, CODE)) as kept:
        add(book, file=kept, year=year, today=date(2026, 1, 1))
    return kept


def coming(book: Book) -> tuple[Offered, ...]:
    with book.reading() as session:
        unit = unit_id(session, CODE)
        return evidence_forward.offered(session, unit_id=unit, from_year=2024, year=2025)


def bring(book: Book, chosen: set[int]) -> int:
    def act(session: Session) -> int:
        unit = unit_id(session, CODE)
        return evidence_forward.copy_forward(
            session, unit_id=unit, from_year=2024, year=2025, chosen=chosen, today=TODAY
        )

    return step(book, act)[0]


def named(book: Book) -> frozenset[str]:
    with book.reading() as session:
        return evidence_files.all_names(session)


def test_evidence_is_kept_with_what_was_said_of_it(book: Book) -> None:
    add(book, Said("  12/KH-UBND ", date(2025, 1, 15), " Kế  hoạch\n\n"), file=FILE)
    (piece,) = held(book)
    assert (piece.said, piece.file, piece.criterion) == (
        Said("12/KH-UBND", date(2025, 1, 15), "Kế hoạch"),
        FILE,
        "1",
    )
    assert piece.who


def test_a_sheet_counts_its_evidence_by_criterion(book: Book) -> None:
    for criterion in ("1", "1", "8"):
        add(book, criterion=criterion)
    with book.reading() as session:
        counts = evidence.counts(session, unit_id=unit_id(session, CODE), year=2025)
    assert counts == {"1": 2, "8": 1}


WRONG = [
    (Said(), None, "1", {("evidence_blank", "number")}),
    (Said(note=" \n "), None, "1", {("evidence_blank", "number")}),
    (Said(on=date(2025, 1, 1)), None, "1", {("evidence_blank", "number")}),
    (Said("1", date(2025, 9, 21)), None, "1", {("evidence_day_ahead", "on")}),
    (Said("1" * 101), None, "1", {("too_long", "number")}),
    (
        Said("1" * 101, None, "a" * 1001),
        None,
        "99",
        {("too_long", "number"), ("too_long", "note"), ("not_chosen", "criterion")},
    ),
]


@pytest.mark.parametrize(("said", "file", "criterion", "wrong"), WRONG, ids=range(len(WRONG)))
def test_wrong_evidence_is_refused_with_every_finding(
    book: Book, said: Said, file: Attachment | None, criterion: str, wrong: set[tuple[str, str]]
) -> None:
    with pytest.raises(Refused) as refused:
        add(book, said, criterion=criterion, file=file)
    assert {(finding.code, finding.place) for finding in refused.value.findings} == wrong
    assert held(book) == ()


def test_a_file_alone_is_evidence(book: Book) -> None:
    add(book, Said(), file=FILE)
    assert held(book)[0].file == FILE


def test_a_commune_that_was_not_there_has_no_evidence(book: Book) -> None:
    step(
        book,
        lambda s: setattr(s.get_one(Unit, unit_id(s, CODE)), "valid_from", date(2025, 3, 1)),
    )
    with pytest.raises(Refused) as refused:
        add(book, year=2024)
    assert "unit_not_on_day" in refused.value.findings[0].code


STATES = [
    ((Step.SUBMIT,), ""),
    ((Step.SUBMIT, Step.RETURN), ""),
    ((Step.SUBMIT, Step.APPRAISE), "sheet_is_appraised"),
    ((Step.SUBMIT, Step.APPRAISE, Step.REOPEN), ""),
    ((Step.SUBMIT, Step.APPRAISE, Step.RECOGNISE), "sheet_is_recognised"),
    ((Step.SUBMIT, Step.APPRAISE, Step.RECOGNISE, Step.WITHDRAW), "sheet_is_withdrawn"),
]


@pytest.mark.parametrize(("steps", "code"), STATES, ids=[steps[-1] for steps, _ in STATES])
def test_evidence_may_come_and_go_until_the_sheet_is_appraised(
    book: Book, steps: tuple[Step, ...], code: str
) -> None:
    first = add(book)

    def go(session: Session) -> None:
        unit = unit_id(session, CODE)
        fill_in(session, unit, 2025, last=Step.APPRAISE if Step.APPRAISE in steps else Step.SUBMIT)
        for one in steps[2 if Step.APPRAISE in steps else 1 :]:
            take(
                session,
                unit,
                2025,
                one,
                class_code=BEST if one is Step.RECOGNISE else "",
                number="1",
                reason="Xem lại",
            )

    step(book, go)
    acts = (
        lambda: add(book, Said("13")),
        lambda: step(book, lambda s: evidence.change(s, first, said=Said("14"), file=None, today=TODAY)),
        lambda: step(book, lambda s: evidence.remove(s, [first])),
    )
    for act in acts:
        if not code:
            act()
            continue
        with pytest.raises(Refused) as refused:
            act()
        assert [finding.code for finding in refused.value.findings] == [code]
    assert [piece.said.number for piece in held(book)] == (["12/KH-UBND"] if code else ["13"])


def test_evidence_is_changed_and_its_file_let_go(book: Book) -> None:
    number = add(book, file=FILE)
    step(book, lambda s: evidence.change(s, number, said=Said("15/KH"), file=None, today=TODAY))
    (piece,) = held(book)
    assert (piece.id, piece.said, piece.file) == (number, Said("15/KH"), None)


def test_what_is_gone_cannot_be_changed(book: Book) -> None:
    with pytest.raises(Gone):
        step(book, lambda s: evidence.change(s, 7, said=PLAN, file=None, today=TODAY))
    with pytest.raises(Gone):
        step(book, lambda s: evidence.remove(s, [7]))


CAUTIONS = [
    (PLAN, "kh.pdf", []),
    (Said(note="Nạn nhân Nguyễn Thị Hoa khai"), "", [("personal_names", "note")]),
    (Said(note="SĐT 0912 345 678"), "", [("personal_phone", "note")]),
    (PLAN, "QĐ phạt ông Nguyễn Văn Tám, bà Lò Thị Mai.pdf", [("personal_names", "file")]),
]


@pytest.mark.parametrize(("said", "name", "told"), CAUTIONS, ids=range(len(CAUTIONS)))
def test_traces_of_people_are_told(book: Book, said: Said, name: str, told: list[tuple[str, str]]) -> None:
    with book.reading() as session:
        found = evidence.cautions(session, said, name)
    assert [(finding.code, finding.place) for finding in found] == told


def test_undo_brings_back_a_removed_row_and_its_file_is_there(book: Book, tmp_path: Path) -> None:
    kept = attach(book, files.written(tmp_path / "a.pdf", files.pdf()))
    (piece,) = held(book)
    _, removed = step(book, lambda s: evidence.remove(s, [piece.id]))
    assert sweep(book.folder, named(book)) == ()
    step(book, lambda s: history.revert(s, removed))
    assert held(book)[0].file == kept
    assert state_of(book.folder, kept.stored_name, kept.sha256) is FileState.WHOLE


def test_a_refused_row_leaves_no_file(book: Book, tmp_path: Path) -> None:
    source = files.written(tmp_path / "a.pdf", files.pdf())
    with pytest.raises(Refused), taking(book.folder, source, Place(2025, CODE)) as kept:
        add(book, file=kept, criterion="99")
    assert not (book.folder / FOLDER).exists()
    assert named(book) == frozenset()


def test_last_years_evidence_comes_forward_as_chosen(book: Book) -> None:
    first, second = (add(book, Said(number), year=2024) for number in ("1/BC", "2/BC"))
    third = add(book, Said("3/BC"), criterion="8", year=2024)
    assert [(item.evidence.id, item.why) for item in coming(book)] == [(first, ""), (second, ""), (third, "")]
    assert bring(book, {first, third}) == 2
    assert [item.why for item in coming(book)] == ["held", "", "held"]
    assert bring(book, {first, second, third, 999}) == 1
    assert [piece.said.number for piece in held(book)] == ["1/BC", "2/BC"]
    assert len(held(book, "8")) == 1


def test_what_the_set_of_this_year_does_not_ask_for_stays_behind(book: Book) -> None:
    def odd(session: Session) -> None:
        held_sheet = sheets.stored_sheet(session, unit_id(session, CODE), 2024)
        assert held_sheet is not None
        held_sheet.evidence.append(ScoreEvidence(criterion="99", number="9/BC"))

    add(book, year=2024)
    step(book, odd)
    assert [(item.evidence.criterion, item.why) for item in coming(book)] == [
        ("1", ""),
        ("99", "no_criterion"),
    ]


def test_a_shared_file_outlives_last_years_row(book: Book, tmp_path: Path) -> None:
    kept = attach(book, files.written(tmp_path / "a.pdf", files.pdf()), year=2024)
    (before,) = held(book, year=2024)
    bring(book, {before.id})
    step(book, lambda s: evidence.remove(s, [before.id]))
    sweep(book.folder, named(book))
    assert held(book)[0].file == kept
    assert state_of(book.folder, kept.stored_name, kept.sha256) is FileState.WHOLE
    with book.reading() as session:
        (found,) = evidence_files.of_all_sheets(session)
    assert (found.unit, found.year, found.criterion) == ("Xã Quế Lâm", 2025, "1")


def test_nothing_comes_into_a_sheet_that_is_appraised(book: Book) -> None:
    number = add(book, year=2024)
    step(book, lambda s: fill_in(s, unit_id(s, CODE), 2025))
    with pytest.raises(Refused):
        bring(book, {number})
