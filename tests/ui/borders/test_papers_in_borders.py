"""What goes out in the borders of a day says so in its head line, and tells why numbers are missing."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.rules.successions import Gap, GapKind
from db.sessions import Book
from desktop.cli import texts as cli_texts
from tests.helpers.changed_borders import JULY
from tests.helpers.keyboard import press
from tests.helpers.modals import FileDialogs
from ui.common.borders import Footnotes, gap_text, names_listed
from ui.common.lists.table_papers import TableContent
from ui.common.screens.screen import Screen
from ui.common.workplace import Workplace
from ui.establishments.screen import EstablishmentsScreen
from ui.measures.screen import MeasuresScreen
from ui.outreach.screen import OutreachScreen
from ui.returns.filling.forms import form_paper
from ui.returns.filling.screen import FillingScreen
from ui.scores.screen import ScoresScreen

CONTROL = Qt.KeyboardModifier.ControlModifier
HEAD = "địa giới ngày 01/07/2025"
TOOL_TIP, SPOKEN = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def looking(changed_book: Book, workplace: Workplace) -> Workplace:
    """The workplace in 2024, in the borders after the change."""
    workplace.choose_period(parse_period("2024"))
    workplace.choose_borders(JULY)
    return workplace


def exported(screen: Screen, target: Path, qtbot: QtBot, file_dialogs: FileDialogs) -> list[list[object]]:
    """Press Ctrl+E and read what was written, row by row."""
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    file_dialogs.expect(target)
    press(screen, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(target.exists)
    screen.workplace.worker.wait()
    return [list(row) for row in load_workbook(target).worksheets[0].iter_rows(values_only=True)]


def cells(rows: list[list[object]]) -> list[str]:
    return [str(cell) for row in rows for cell in row if cell is not None]


def test_a_measure(looking: Workplace, tmp_path: Path, qtbot: QtBot, file_dialogs: FileDialogs) -> None:
    rows = exported(MeasuresScreen(looking), tmp_path / "a.xlsx", qtbot, file_dialogs)
    assert any(HEAD in str(row[0]) for row in rows[:6])
    (merged,) = [row for row in rows if row[0] == "Phường Đồi Thông"]
    assert merged[-1] == 4
    assert "Không so sánh được: Xã Đạt Thành chia về nhiều nơi" in cells(rows)


def test_a_list(looking: Workplace, tmp_path: Path, qtbot: QtBot, file_dialogs: FileDialogs) -> None:
    rows = exported(OutreachScreen(looking), tmp_path / "a.xlsx", qtbot, file_dialogs)
    assert any(HEAD in str(row[0]) for row in rows[:5])
    assert "Phường Đồi Thông (ghi cho Xã Quế Lâm)" in cells(rows)
    assert "≠ Xã Đạt Thành (không xếp được vào một đơn vị của ngày này)" in cells(rows)


def test_a_list_as_reported_says_nothing(
    looking: Workplace, tmp_path: Path, qtbot: QtBot, file_dialogs: FileDialogs
) -> None:
    looking.choose_borders(None)
    rows = exported(OutreachScreen(looking), tmp_path / "a.xlsx", qtbot, file_dialogs)
    assert not any(HEAD in cell for cell in cells(rows))
    assert "Xã Quế Lâm" in cells(rows)


def test_scores(looking: Workplace, tmp_path: Path, qtbot: QtBot, file_dialogs: FileDialogs) -> None:
    rows = exported(ScoresScreen(looking), tmp_path / "a.xlsx", qtbot, file_dialogs)
    assert any(HEAD in str(row[0]) for row in rows[:5])
    assert "Điểm thẩm định năm trước" in cells(rows)


def test_an_empty_list_of_places_can_be_looked_at(looking: Workplace, qtbot: QtBot) -> None:
    screen = EstablishmentsScreen(looking)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    assert screen.list_model.rowCount() == 0


@pytest.fixture
def returns(looking: Workplace, qtbot: QtBot) -> FillingScreen:
    looking.choose_period(parse_period("2025"))
    screen = FillingScreen(looking)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    qtbot.waitUntil(lambda: not screen.presenter.busy and screen.forms.count() > 1)
    return screen


def paper(screen: FillingScreen) -> TableContent:
    screen.forms.setCurrentIndex(1)
    content = screen.forms.content()
    assert content is not None
    return form_paper(content, sample=False, compared=("Quy về địa giới.",))


def test_forms_of_returns_tell_of_the_year_before(returns: FillingScreen) -> None:
    page = returns.forms.page(1)
    model = page.view.form
    keys = [column.key for column in model.columns]
    names = [str(model.index(row, 2).data()) for row in range(model.rowCount())]
    at = model.index(names.index("Xã Bình Tân"), keys.index("people_year_before"))
    why = "Không so sánh được: Xã Đạt Thành chia về nhiều nơi"
    assert (at.data(), at.data(TOOL_TIP)) == ("≠", why)
    assert str(at.data(SPOKEN)).endswith(why)
    page.view.setCurrentIndex(at)
    assert page.reason.text() == why
    assert any(HEAD in note.words for note in returns.presenter.notes())
    assert why in [str(cell) for row in paper(returns).rows for cell in row]
    assert "Quy về địa giới." in paper(returns).subtitles


def test_an_exported_return_is_as_reported(
    returns: FillingScreen, tmp_path: Path, qtbot: QtBot, file_dialogs: FileDialogs
) -> None:
    target = tmp_path / "a.xlsx"
    assert returns.presenter.standing is not None
    returns.deeds.say(returns.presenter.standing.open, "Đã rà soát")
    qtbot.waitUntil(lambda: not returns.presenter.stale and not returns.presenter.busy, timeout=20_000)
    file_dialogs.expect(target)
    press(returns, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(lambda: returns.outcome.isVisible() and not returns.presenter.busy, timeout=20_000)
    sheet = load_workbook(target)["PCMD-02"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    (old,) = [row for row in rows if "Xã Quế Lâm" in row]
    (new,) = [row for row in rows if "Phường Đồi Thông" in row]
    assert (old[-1], new[-1]) == (60, None)
    returns.workplace.worker.wait()


def test_on_paper_a_sign_with_a_number_leads_to_the_reason() -> None:
    notes = Footnotes()
    why = gap_text(Gap(GapKind.PART, ("Xã Đạt Thành",)))
    other = gap_text(Gap(GapKind.MERGED, ("Xã Đạt Thành",)))
    assert [notes.signed(words) for words in (why, "12", other, why, "–")] == ["≠ 1", "12", "≠ 2", "≠ 1", "–"]
    assert notes.lines == (f"≠ 1: {why}.", f"≠ 2: {other}.")


def test_many_units_are_named_in_part() -> None:
    names = tuple(f"Xã {number}" for number in range(1, 10))
    assert names_listed(names) == "Xã 1, Xã 2, Xã 3, Xã 4, Xã 5, Xã 6 và 3 đơn vị khác"


@pytest.mark.parametrize("kind", GapKind)
def test_every_reason_has_its_words(kind: GapKind) -> None:
    words = gap_text(Gap(kind, ("Xã Đạt Thành",)))
    assert words.startswith("Không so sánh được: ")
    # Of what did not exist its own row already says which it is.
    assert ("Xã Đạt Thành" in words) is (kind is not GapKind.ABSENT)
    assert "Xã Đạt Thành" in cli_texts.CAUSE[kind].format(units="Xã Đạt Thành")
