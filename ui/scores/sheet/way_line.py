"""The way of a sheet in one line: its stages with who took them when, and what is due or late."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.common import theme
from ui.scores.sheet import step_texts as texts
from ui.scores.sheet.presenter import SheetPresenter
from ui.scores.sheet.stages import Stage, stages


class WayLine(QWidget):
    """Shows the stages of a presenter's sheet side by side; the one that it waits at is heavier."""

    def __init__(self, presenter: SheetPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.titles = [QLabel() for _ in texts.STAGES]
        self.words = [QLabel() for _ in texts.STAGES]
        self.setAccessibleName(texts.WAY)
        self._lay_out()
        presenter.opened.connect(self._show)
        presenter.changed.connect(self._show)

    def _show(self) -> None:
        sheet = self._presenter.sheet
        if sheet is None:
            return
        found = stages(sheet, self._presenter.workplace.today)
        for stage, title, words in zip(found, self.titles, self.words, strict=True):
            self._show_stage(stage, title, words)

    def _show_stage(self, stage: Stage, title: QLabel, words: QLabel) -> None:
        shown = texts.DONE_MARK.format(title=stage.title) if stage.is_done else stage.title
        title.setText(texts.STAGE_LEVEL.format(title=shown, level=stage.level) if stage.level else shown)
        title.setFont(theme.strong(self.font()) if stage.is_current else self.font())
        colors = (
            theme.done() if stage.is_done else theme.accent_words() if stage.is_current else theme.faint()
        )
        title.setPalette(theme.colored(self.palette(), colors))
        words.setText(stage.words)
        words.setToolTip(stage.words)
        words.setPalette(theme.colored(self.palette(), theme.late()) if stage.is_late else self.palette())
        title.setAccessibleName(texts.STAGE_SPOKEN.format(title=title.text(), words=stage.words))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP * 2)
        for title, words in zip(self.titles, self.words, strict=True):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(title)
            column.addWidget(words)
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            column.addStretch(1)
            row.addLayout(column, 1)
