"""Taking score sheets in: what is taken of itself, what a person has to choose, what is never taken."""

from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.records import ScoreFile
from db.rules.scoring.chain import State, Step
from db.services.scoring import sheets
from db.services.scoring.received import FileState
from db.services.scoring.sheets import Sheet
from tests.helpers.books import unit_id
from tests.helpers.sample_records import contents
from tests.helpers.score_books import CODE, SHEET, cells, changed, sent_file
from tests.helpers.scoring import fill_in
from ui.common.workplace import Workplace
from ui.scores.received.presenter import ReceivePresenter


@pytest.fixture
def presenter(workplace: Workplace) -> ReceivePresenter:
    """What a new window of taking in knows: nothing yet."""
    return ReceivePresenter(workplace)


def read(presenter: ReceivePresenter, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(presenter.changed):
        presenter.read_files(paths)


def sent(workplace: Workplace, folder: Path, name: str, code: str = CODE, **given: str) -> Path:
    return changed(sent_file(workplace.book, folder, code, name=name), cells(**given))


def sheet(workplace: Workplace) -> Sheet:
    return workplace.read(lambda s: sheets.sheet(s, unit_id=unit_id(s, CODE), year=2025))


def test_a_new_file_is_taken_unless_it_is_unmarked(
    presenter: ReceivePresenter, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    read(presenter, qtbot, sent(workplace, tmp_path / "in", "a.xlsx", E7="5"))
    assert (presenter.chosen, presenter.asks(0)) == (frozenset({0}), ())
    presenter.choose(0, False)
    assert presenter.chosen == frozenset()
    presenter.choose(0, True)
    with qtbot.waitSignal(presenter.taken):
        presenter.store()
    assert (sheet(workplace).mark("1").self_answer, sheet(workplace).state) == ("5", State.OPEN)
    workplace.undo()
    assert sheet(workplace).marks == {}


def test_a_wrong_file_and_one_that_is_none_can_not_be_chosen(
    presenter: ReceivePresenter, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "b.xlsx").write_text("x")
    read(presenter, qtbot, sent(workplace, tmp_path / "in", "a.xlsx", E7="9"), tmp_path / "b.xlsx")
    for at in (0, 1):
        presenter.choose(at, True)
    assert (presenter.chosen, [plan.state for plan in presenter.plans]) == (
        frozenset(),
        [FileState.REFUSED] * 2,
    )
    assert [presenter.can_be_marked(at) for at in (0, 1)] == [True, False]


def test_what_differs_is_taken_only_when_it_is_marked(
    presenter: ReceivePresenter, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    workplace.write(lambda s: fill_in(s, unit_id(s, CODE), 2025, last=Step.SUBMIT), "scores")
    read(presenter, qtbot, sent(workplace, tmp_path / "in", "a.xlsx", E7="5"))
    assert (presenter.chosen, presenter.asks(0)) == (frozenset(), ("differs",))
    presenter.choose(0, True)
    with qtbot.waitSignal(presenter.taken):
        presenter.store()
    assert sheet(workplace).mark("1").self_answer == "5"
    assert sheet(workplace).steps[-2].reason == "Nhận phiếu khác từ tệp a.xlsx"


def test_of_two_files_of_one_commune_the_person_takes_one_and_both_are_kept(
    presenter: ReceivePresenter, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [sent(workplace, tmp_path / "in", f"{name}.xlsx", E7=name) for name in ("5", "6")]
    read(presenter, qtbot, *files)
    assert (presenter.chosen, presenter.asks(0), presenter.asks(1)) == (frozenset(), ("rival",), ("rival",))
    presenter.choose(0, True)
    presenter.choose(1, True)
    assert presenter.chosen == frozenset({1})
    with qtbot.waitSignal(presenter.taken):
        presenter.store()
    assert sheet(workplace).mark("1").self_answer == "6"
    names = workplace.read(lambda s: sorted(s.scalars(select(ScoreFile.file_name))))
    assert names == ["5.xlsx", "6.xlsx"]


def test_what_was_typed_meanwhile_is_not_overwritten(
    presenter: ReceivePresenter, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = sent(workplace, tmp_path / "in", "a.xlsx", E7="5")
    read(presenter, qtbot, path)
    workplace.write(lambda s: fill_in(s, unit_id(s, CODE), 2025, last=Step.SUBMIT), "scores")
    before = contents(workplace.book)
    with qtbot.waitSignal(presenter.refused) as caught:
        presenter.store()
    assert [item.code for item in caught.args[0].findings] == ["score_file_differs"]
    assert contents(workplace.book) == before


def test_a_marked_copy_names_what_is_wrong_and_can_be_taken_once_it_is_mended(
    presenter: ReceivePresenter, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    read(presenter, qtbot, sent(workplace, tmp_path / "in", "a.xlsx", E7="9"))
    presenter.write_marked(0, tmp_path / "copy.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert "điểm chuẩn" in workbook[SHEET]["E7"].comment.text
    assert workbook["Cần sửa"]["A2"].value == f"{SHEET}!E7"
    read(presenter, qtbot, changed(tmp_path / "copy.xlsx", cells(E7="8")))
    assert presenter.plans[1].state is FileState.NEW
