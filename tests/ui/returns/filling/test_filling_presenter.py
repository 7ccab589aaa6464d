"""What is previewed is what is exported, and what the measures say."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot
from sqlalchemy import delete, select

from db.records import Content
from db.rules.periods import parse_period
from db.services.measuring import measures
from db.sessions import Book, Session
from exports.returns.layout import BODY
from tests.helpers.books import OFFICER, unit_id
from tests.helpers.sample_records import add
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.returns.filling.deeds import ReturnDeeds
from ui.returns.filling.forms import Forms
from ui.returns.filling.marks import MarkKind
from ui.returns.filling.presenter import FillingPresenter


def shown(forms: Forms, code: str) -> list[list[object]]:
    """The rows of a form as the preview holds them, the total last."""
    pages = [forms.page(at).view.form.content for at in range(forms.count())]
    content = next(page for page in pages if page is not None and page.form.code == code)
    return [list(row) for row in (*content.rows, content.total)]


def test_the_preview_equals_the_workbook_cell_by_cell(
    presenter: FillingPresenter, qtbot: QtBot, tmp_path: Path
) -> None:
    forms = Forms()
    qtbot.addWidget(forms)
    forms.show_filled(presenter.filled)

    approve(presenter, qtbot)
    ReturnDeeds(presenter).writer(False)(tmp_path / "bao-cao.xlsx", lambda _: None)

    book = load_workbook(tmp_path / "bao-cao.xlsx")
    for code in ("PCMD-02", "PCMD-03", "PCMD-07"):
        rows = shown(forms, code)
        cells = book[code].iter_rows(min_row=BODY + 1, max_row=BODY + len(rows), max_col=len(rows[0]))
        assert [[cell.value for cell in row] for row in cells] == rows


def test_the_preview_equals_the_measures(presenter: FillingPresenter, recorded: Workplace) -> None:
    with recorded.book.reading() as session:
        ref = measures.refer(session, "outreach.people")
        district = unit_id(session)
        answer = measures.answers(session, [ref], unit_id=district, span=recorded.span)[ref.expression]
    assert presenter.filled is not None

    assert answer.total == presenter.filled.control_totals["PCMD-02.people"] == 86


def test_the_notes_name_days_and_revision(presenter: FillingPresenter) -> None:
    said = [note.words for note in presenter.notes()]

    assert said[0] == "Quý III năm 2025: từ 15/06/2025 đến hết 14/09/2025. Nếu duyệt bây giờ: lần 1."


def test_what_is_missing_is_found(presenter: FillingPresenter) -> None:
    assert presenter.standing is not None
    found = [(item.code, item.value) for item in presenter.standing.open]

    assert [name for code, name in found if code == "nothing_recorded"] == [
        "Thị trấn Đồi Thông",
        "Xã Đạt Thành",
        "Xã An Bình",
        "Xã Ăng Tở",
    ]
    assert ("no_targets", "2025") in found


def test_an_approved_return_is_shown_as_it_was_whatever_comes_later(
    presenter: FillingPresenter, recorded: Workplace, qtbot: QtBot
) -> None:
    approve(presenter, qtbot)
    with recorded.book.writing(who=OFFICER) as session:
        add(session, "outreach", held_on=date(2025, 7, 9), people=14, unit_id=unit_id(session, "99102"))
    refill(presenter, qtbot, presenter.fill)

    standing = presenter.standing
    assert presenter.filled is not None
    assert standing is not None
    assert (presenter.shows_frozen, presenter.filled.control_totals["PCMD-02.people"]) == (True, 86)
    assert "đã khác bản đã duyệt lần 1" in presenter.notes()[0].words
    sheet = presenter.filled.sheets[1]
    assert {mark.kind for mark in presenter.marks(sheet).values()} == {MarkKind.DIFFERS}
    presenter.show_now(True)
    assert presenter.filled.control_totals["PCMD-02.people"] == 100


def test_one_commune_can_be_chosen(presenter: FillingPresenter, qtbot: QtBot) -> None:
    commune = next(item for item in presenter.units if item.title == "Xã Quế Lâm")

    refill(presenter, qtbot, lambda: presenter.choose_unit(commune.code))

    assert presenter.filled is not None
    assert presenter.filled.unit_name == "Xã Quế Lâm"


def test_the_folder_used_last_is_proposed(presenter: FillingPresenter, tmp_path: Path) -> None:
    assert presenter.proposed_target(Path("gốc")).parent == Path("gốc")

    presenter.remember_folder(tmp_path)

    proposed = presenter.proposed_target(Path("gốc"))
    assert proposed == tmp_path / "991-huyen-hoa-lam_quarterly_2025-Q3_lan-01.xlsx"


def approve(presenter: FillingPresenter, qtbot: QtBot) -> None:
    """Say something of every warning and approve."""
    assert presenter.standing is not None
    deeds = ReturnDeeds(presenter)
    deeds.say(presenter.standing.open, "Đã rà soát")
    refill(presenter, qtbot, presenter.fill)
    deeds.approve("")
    refill(presenter, qtbot, presenter.fill)


def refill(presenter: FillingPresenter, qtbot: QtBot, act: Callable[[], None]) -> None:
    """Do something that fills anew, and wait for the figures."""
    act()
    presenter.workplace.worker.wait()
    qtbot.waitUntil(lambda: not presenter.busy and presenter.filled is not None)


@pytest.mark.parametrize(
    ("period", "units", "chosen"),
    [
        ("2024", ["Thị trấn Tuần Giáo", "Xã Quài Cang", "Xã Quài Nưa"], "Thị trấn Tuần Giáo"),
        ("2026", ["Xã Tuần Giáo"], "Xã Tuần Giáo"),
    ],
)
def test_a_merged_commune_reports_what_was_there_in_the_period(
    settled: Book, preferences: Preferences, qtbot: QtBot, period: str, units: list[str], chosen: str
) -> None:
    workplace = Workplace(settled, preferences, clock=lambda: datetime(2026, 12, 31))
    workplace.choose_period(parse_period(period))
    made = FillingPresenter(workplace)
    refill(made, qtbot, made.reload)
    assert [item.title for item in made.units] == units
    assert made.filled is not None
    assert made.filled.unit_name == chosen


def test_a_set_for_another_level_is_not_offered_and_it_is_told_why(
    presenter: FillingPresenter, qtbot: QtBot
) -> None:
    def narrow(session: Session) -> None:
        annexes = Content.code == "quarterly_annexes"
        session.execute(delete(Content).where(annexes))
        held = session.scalars(select(Content).where(Content.kind == "return_set")).one()
        held.body = held.body.replace('"province", "district", "commune"', '"province", "commune"')
        held.sha256 = "0" * 64

    presenter.workplace.write_aside(narrow)
    presenter.reload()
    assert (presenter.sets, [note.words for note in presenter.notes()]) == (
        (),
        [
            "“Bộ biểu báo cáo quý” không dùng cho cấp huyện vào ngày 14/09/2025; khi đó chỉ có: "
            "cấp tỉnh, cấp xã. Hãy chọn đơn vị hoặc kỳ khác."
        ],
    )
    commune = next(item for item in presenter.units if item.title == "Xã Quế Lâm")
    refill(presenter, qtbot, lambda: presenter.choose_unit(commune.code))
    assert [item.title for item in presenter.sets] == ["Bộ biểu báo cáo quý"]
