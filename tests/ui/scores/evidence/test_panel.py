"""Evidence beside the sheet: added with its file, opened, repaired, brought forward, taken back by keyboard."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rules.attachments import FOLDER
from db.services.scoring import evidence
from db.services.scoring.evidence import Said
from tests.helpers import evidence_files as files
from tests.helpers.books import unit_id
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, Modals
from tests.helpers.sample_records import step
from tests.helpers.scoring import fill_in
from ui.common.workplace import Workplace
from ui.scores.evidence import texts
from ui.scores.evidence.evidence_dialog import EvidenceDialog
from ui.scores.evidence.forward_dialog import ForwardDialog
from ui.scores.evidence.panel import EvidencePanel

Key, CODE, TODAY = Qt.Key, "99102", date(2025, 9, 20)


@pytest.fixture
def unit(workplace: Workplace) -> int:
    return workplace.read(lambda session: unit_id(session, CODE))


@pytest.fixture
def panel(workplace: Workplace, unit: int, qtbot: QtBot) -> EvidencePanel:
    """The panel at criterion 1 of a sheet of 2025, shown."""
    made = EvidencePanel(workplace)
    qtbot.addWidget(made)
    made.resize(460, 320)
    made.show()
    made.activateWindow()
    made.show_evidence(unit, 2025, "1")
    QApplication.processEvents()
    return made


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return files.written(tmp_path / "Kế hoạch năm.pdf", files.pdf())


def cells(panel: EvidencePanel) -> list[list[str]]:
    model = panel.model
    return [[model.index(row, at).data() for at in range(4)] for row in range(model.rowCount())]


def stored(workplace: Workplace, unit: int, said: Said, year: int = 2025, criterion: str = "1") -> int:
    return step(
        workplace.book,
        lambda session: evidence.add(
            session, unit_id=unit, year=year, criterion=criterion, said=said, file=None, today=TODAY
        ),
    )[0]


def keep(dialog: EvidenceDialog, qtbot: QtBot) -> None:
    """Press the button and wait until the file was copied."""
    with qtbot.waitSignal(dialog.accepted):
        dialog.keep_button.click()


def refused(dialog: EvidenceDialog, qtbot: QtBot, place: str) -> str:
    """Press the button, hear what is wrong, turn back."""
    dialog.keep_button.click()
    qtbot.waitUntil(lambda: bool(dialog.messages[place].text()) and dialog.keep_button.isEnabled())
    words = dialog.messages[place].text()
    dialog.back_button.click()
    return words


def add_paper(panel: EvidencePanel, dialogs: Modals, qtbot: QtBot, paper: Path) -> None:
    def act(dialog: EvidenceDialog) -> None:
        type_text(dialog.number, "12/KH-UBND")
        type_text(dialog.day, "15/1")
        type_text(dialog.path, f'"{paper}"')
        keep(dialog, qtbot)

    dialogs.expect(EvidenceDialog, act)
    press(panel.add_button, Key.Key_F5)


def test_evidence_is_added_with_a_pasted_path_and_taken_back(
    panel: EvidencePanel, workplace: Workplace, dialogs: Modals, qtbot: QtBot, paper: Path
) -> None:
    counts: list[dict[str, int]] = []
    panel.counted.connect(counts.append)
    add_paper(panel, dialogs, qtbot, paper)
    assert cells(panel) == [["12/KH-UBND", "15/01/2025", "–", "PDF"]]
    assert (panel.title.text(), counts[-1]) == ("Minh chứng tiêu chí 1: 1", {"1": 1})
    workplace.undo()
    assert cells(panel) == []
    assert panel.hint.text() == texts.EMPTY
    workplace.redo()
    assert panel.message.text() == ""
    assert len(cells(panel)) == 1


def test_a_file_is_chosen_by_hand(
    panel: EvidencePanel, dialogs: Modals, file_dialogs: FileDialogs, qtbot: QtBot, paper: Path
) -> None:
    def act(dialog: EvidenceDialog) -> None:
        file_dialogs.expect(paper)
        dialog.choose_button.click()
        keep(dialog, qtbot)

    dialogs.expect(EvidenceDialog, act)
    panel.add_button.click()
    assert cells(panel)[0][3] == "PDF"
    assert "Kế hoạch năm.pdf" in panel.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)


WRONG: list[tuple[str, str, Callable[[EvidenceDialog], None]]] = [
    ("number", "ít nhất một thứ", lambda _: None),
    ("on", "chưa phải là ngày", lambda dialog: type_text(dialog.day, "hôm qua")),
    ("on", "sau hôm nay", lambda dialog: type_text(dialog.day, "21/9/2025")),
    ("file", "Không tìm thấy tệp", lambda dialog: type_text(dialog.path, "/không có.pdf")),
]


@pytest.mark.parametrize(("place", "words", "fill"), WRONG, ids=[place + words for place, words, _ in WRONG])
def test_what_is_wrong_is_said_at_its_field(
    panel: EvidencePanel,
    dialogs: Modals,
    qtbot: QtBot,
    place: str,
    words: str,
    fill: Callable[[EvidenceDialog], None],
) -> None:
    said: list[str] = []

    def act(dialog: EvidenceDialog) -> None:
        if place != "number":
            type_text(dialog.number, "1")
        fill(dialog)
        said.append(refused(dialog, qtbot, place))

    dialogs.expect(EvidenceDialog, act)
    panel.add_button.click()
    assert words in said[0]
    assert cells(panel) == []


def test_a_program_that_calls_itself_a_paper_is_refused_whole(
    panel: EvidencePanel, workplace: Workplace, dialogs: Modals, qtbot: QtBot, tmp_path: Path
) -> None:
    program = files.written(tmp_path / "Quyết định.pdf", b"MZ\x90\x00")
    said: list[str] = []

    def act(dialog: EvidenceDialog) -> None:
        dialog.take_file(program)
        said.append(refused(dialog, qtbot, "file"))

    dialogs.expect(EvidenceDialog, act)
    panel.add_button.click()
    assert "không phải là dạng .pdf" in said[0]
    assert cells(panel) == []
    assert not (workplace.book.folder / FOLDER).exists()


def test_words_are_judged_before_a_file_is_copied(
    panel: EvidencePanel, dialogs: Modals, qtbot: QtBot, paper: Path, workplace: Workplace
) -> None:
    said: list[str] = []

    def act(dialog: EvidenceDialog) -> None:
        type_text(dialog.note, "Nạn nhân Nguyễn Thị Hoa")
        type_text(dialog.day, "21/9/2025")
        dialog.take_file(paper)
        said.append(refused(dialog, qtbot, "on"))
        said.append(dialog.messages["note"].text())

    dialogs.expect(EvidenceDialog, act)
    panel.add_button.click()
    assert "sau hôm nay" in said[0]
    assert "Nguyễn Thị Hoa" in said[1]
    assert not (workplace.book.folder / FOLDER).exists()


def test_a_name_of_a_person_is_told_and_not_refused(
    panel: EvidencePanel, dialogs: Modals, qtbot: QtBot
) -> None:
    said: list[str] = []

    def act(dialog: EvidenceDialog) -> None:
        type_text(dialog.note, "Nạn nhân Nguyễn Thị Hoa")
        said.append(dialog.messages["note"].text())
        keep(dialog, qtbot)

    dialogs.expect(EvidenceDialog, act)
    panel.add_button.click()
    assert "Nguyễn Thị Hoa" in said[0]
    assert len(cells(panel)) == 1


def test_dropped_files_are_asked_for_one_after_the_other(
    panel: EvidencePanel, dialogs: Modals, qtbot: QtBot, paper: Path, tmp_path: Path
) -> None:
    other = files.written(tmp_path / "ảnh.png", files.png())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (paper, other)])
    for _ in range(2):
        dialogs.expect(EvidenceDialog, lambda dialog: keep(dialog, qtbot))
    drop = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    panel.dropEvent(drop)
    assert [row[3] for row in cells(panel)] == ["PDF", "PNG"]


def test_a_copied_file_is_pasted(panel: EvidencePanel, dialogs: Modals, qtbot: QtBot, paper: Path) -> None:
    QGuiApplication.clipboard().setText(f'"{paper}"')
    dialogs.expect(EvidenceDialog, lambda dialog: keep(dialog, qtbot))
    press(panel.add_button, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert cells(panel)[0][3] == "PDF"
    assert "Kế hoạch năm.pdf" in panel.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)


def test_the_file_is_let_go_and_the_words_stay(
    panel: EvidencePanel, dialogs: Modals, qtbot: QtBot, paper: Path
) -> None:
    add_paper(panel, dialogs, qtbot, paper)

    def act(dialog: EvidenceDialog) -> None:
        assert dialog.held.text().startswith("Đang giữ: Kế hoạch năm.pdf")
        dialog.let_go_button.click()
        keep(dialog, qtbot)

    dialogs.expect(EvidenceDialog, act)
    press(panel.table, Key.Key_F2)
    assert cells(panel) == [["12/KH-UBND", "15/01/2025", "–", "–"]]


def test_the_file_is_opened_only_as_it_came(
    panel: EvidencePanel,
    workplace: Workplace,
    dialogs: Modals,
    qtbot: QtBot,
    paper: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    add_paper(panel, dialogs, qtbot, paper)
    press(panel.table, Key.Key_Return)
    (path,) = opened
    assert path.read_bytes() == paper.read_bytes()
    assert path.is_relative_to(workplace.book.folder / FOLDER)
    path.unlink()
    files.written(path, files.pdf("13"))
    panel.show_evidence(panel.presenter.sheet.unit.id if panel.presenter.sheet else None, 2025, "1")
    press(panel.table, Key.Key_Return)
    assert len(opened) == 1
    assert "đã bị sửa" in panel.message.text()
    assert cells(panel)[0][3] == "Bị sửa"


def test_a_lost_file_is_told_and_repaired_by_choosing_it_again(
    panel: EvidencePanel, workplace: Workplace, dialogs: Modals, qtbot: QtBot, paper: Path, unit: int
) -> None:
    add_paper(panel, dialogs, qtbot, paper)
    for path in (workplace.book.folder / FOLDER).rglob("*.pdf"):
        path.unlink()
    panel.show_evidence(unit, 2025, "1")
    assert cells(panel)[0][3] == "Thiếu"
    assert "minh-chung" in panel.message.text()

    def act(dialog: EvidenceDialog) -> None:
        dialog.take_file(paper)
        keep(dialog, qtbot)

    dialogs.expect(EvidenceDialog, act)
    press(panel.table, Key.Key_F2)
    assert panel.message.text() == ""


def test_chosen_rows_are_removed_and_the_list_keeps_its_place(
    panel: EvidencePanel, workplace: Workplace, unit: int
) -> None:
    for number in ("1", "2", "3"):
        stored(workplace, unit, Said(number))
    workplace.refresh("scores")
    panel.table.selectRow(1)
    press(panel.table, Key.Key_F6)
    assert [row[0] for row in cells(panel)] == ["1", "3"]
    assert panel.table.currentIndex().row() == 1
    workplace.undo()
    assert [row[0] for row in cells(panel)] == ["1", "2", "3"]


def test_last_years_evidence_is_previewed_and_brought(
    panel: EvidencePanel, workplace: Workplace, unit: int, dialogs: Modals
) -> None:
    for number, criterion in (("1/BC", "1"), ("2/BC", "1"), ("3/BC", "8")):
        stored(workplace, unit, Said(number), year=2024, criterion=criterion)
    stored(workplace, unit, Said("2/BC"))
    workplace.refresh("scores")

    def act(dialog: ForwardDialog) -> None:
        shown = [[dialog.model.index(row, at).data() for at in (1, 5)] for row in range(3)]
        assert shown == [["1/BC", "–"], ["2/BC", "Đã có trong phiếu"], ["3/BC", "–"]]
        assert dialog.copy_button.text() == "Chép 2 minh chứng"
        dialog.copy_button.click()

    dialogs.expect(ForwardDialog, act)
    panel.forward_action.trigger()
    assert [row[0] for row in cells(panel)] == ["2/BC", "1/BC"]
    panel.show_evidence(unit, 2025, "8")
    assert [row[0] for row in cells(panel)] == ["3/BC"]
    workplace.undo()
    assert cells(panel) == []


def test_without_an_earlier_year_nothing_is_asked(panel: EvidencePanel, workplace: Workplace) -> None:
    said: list[str] = []
    workplace.said.connect(said.append)
    panel.forward_action.trigger()
    assert said == [texts.FORWARD_NONE.format(unit="Xã Quế Lâm")]


def test_an_appraised_sheet_is_only_looked_at(panel: EvidencePanel, workplace: Workplace, unit: int) -> None:
    stored(workplace, unit, Said("1"))
    step(workplace.book, lambda session: fill_in(session, unit, 2025))
    workplace.refresh("scores")
    panel.take_focus()
    for key in (Key.Key_F5, Key.Key_F2, Key.Key_F6, Key.Key_Return):
        press(panel.table, key)
    assert len(cells(panel)) == 1
    assert panel.message.text() == texts.CLOSED
    assert not panel.add_button.isEnabled()


def test_no_criterion_has_no_evidence(panel: EvidencePanel, unit: int) -> None:
    for criterion in ("", "99"):
        panel.show_evidence(unit, 2025, criterion)
        assert (panel.hint.text(), panel.add_button.isEnabled()) == (texts.CHOOSE, False)
    panel.show_evidence(None, 2025, "1")
    assert panel.hint.text() == texts.CHOOSE
