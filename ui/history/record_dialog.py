"""What was ever done to one record and to what belongs to it: when, who, which field, old and new."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.formats import number_text
from db.services.entering.kinds import STORED
from db.services.history import logged_rows
from db.services.history.logged_rows import LoggedRow
from ui.common import theme
from ui.common.lists.plain_table import PlainTable
from ui.common.workplace import Workplace
from ui.history import texts
from ui.history.words import deed_word, field_lines, moment

_SIZE = (900, 560)
_HEADS = (texts.AT, texts.WHO, texts.WHAT, texts.FIELD, texts.OLD, texts.NEW)
_WIDTHS = (122, 104, 140, 110, 144)
_MOST = 300


class RecordHistoryDialog(QDialog):
    """The changes of one record, the newest first."""

    def __init__(self, name: str, rows: Sequence[LoggedRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.RECORD_TITLE.format(name=name))
        theme.fit_screen(self, *_SIZE)
        told = texts.RECORD_TOLD.format(count=number_text(len(rows))) if rows else texts.RECORD_NONE
        self.told, self.table = (
            QLabel(told),
            PlainTable(_HEADS, _WIDTHS, texts.RECORD_TITLE.format(name=name)),
        )
        self.close_button = QPushButton(texts.CLOSE)
        self._lay_out()
        self.table.show_rows(_lines(rows))
        if rows:
            self.table.setFocus()
            self.table.selectRow(0)

    @classmethod
    def show_of(cls, workplace: Workplace, kind: str, record_id: int, name: str, parent: QWidget) -> None:
        """Show what was done to a record of a kind."""
        table = STORED[kind].record.__tablename__
        rows = workplace.read(lambda session: logged_rows.of_record(session, table, record_id, most=_MOST))
        dialog = cls(name, rows, parent)
        dialog.exec()
        dialog.deleteLater()

    def _lay_out(self) -> None:
        self.told.setWordWrap(True)
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)


def _lines(rows: Sequence[LoggedRow]) -> Iterator[tuple[str, ...]]:
    """Yield a line for each field; a change is named once."""
    for row in rows:
        head = (moment(row.at), row.who, deed_word(row))
        for at, line in enumerate([*field_lines(row)] or [("", "", "")]):
            yield (*(head if at == 0 else ("", "", "")), *line)
