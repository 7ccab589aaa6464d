"""The form of the chosen node filled with the office's own figures of the chosen period, below the tree."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.rules.findings import Refused, Unknown
from db.rules.periods import Period
from db.rules.returns.form_documents import FormDocument
from db.services.returns import form_previews
from db.services.returns.form_previews import FormPreview
from exports.returns.content import sheet_content
from ui.common import theme
from ui.common.errors import error_text
from ui.common.period_texts import period_title
from ui.common.worker import Job, Progress
from ui.common.workplace import Changed, Workplace
from ui.return_forms import texts
from ui.return_forms.nodes import sheet_of
from ui.return_forms.presenter import KIND, ReturnFormsPresenter
from ui.returns.filling.form_view import FormView


@dataclass(frozen=True)
class Wanted:
    """What is to be filled: a form of a set, in a period."""

    document: FormDocument
    at: int
    period: Period


class PreviewFiller(QObject):
    """Fills on the worker; a later wish makes an earlier one void. `filled` with what came of the last one."""

    filled = Signal()
    filling = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.wanted: Wanted | None = None
        self.result: FormPreview | None = None
        self.why_not = ""
        self._job: Job | None = None

    def want(self, wanted: Wanted | None, *, anew: bool = False) -> None:
        """Fill a form, or none; the same one only `anew`."""
        if wanted == self.wanted and not anew:
            return
        self.wanted, self.result, self.why_not = wanted, None, ""
        if self._job is not None:
            # What waits in the queue need not be filled any more.
            self._job.cancel()
        if wanted is None:
            self.filled.emit()
            return
        self.filling.emit()
        book, unit, cut_off = self._workplace.book, self._workplace.office.unit, self._workplace.cut_off

        def work(tell: Progress) -> FormPreview:
            tell(texts.PREVIEW_FILLING)
            with book.reading() as session:
                return form_previews.preview(
                    session, wanted.document, wanted.at, unit=unit, period=wanted.period, cut_off=cut_off
                )

        self._job = self._workplace.worker.run(
            work, lambda found: self._take(wanted, found), lambda error: self._fail(wanted, error)
        )

    def _take(self, wanted: Wanted, found: FormPreview) -> None:
        if wanted == self.wanted:
            self.result = found
            self.filled.emit()

    def _fail(self, wanted: Wanted, error: Exception) -> None:
        if not isinstance(error, Refused | Unknown):
            self._workplace.fail(error)
        elif wanted == self.wanted:
            self.why_not = error_text(error)
            self.filled.emit()


class PreviewPane(QWidget):
    """Shows the form in which the presenter's place lies."""

    def __init__(self, presenter: ReturnFormsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.filler = PreviewFiller(presenter.workplace, self)
        self.title, self.note = QLabel(texts.PREVIEW), QLabel()
        self.view = FormView()
        self.view.setAccessibleName(texts.PREVIEW)
        # Its heads are high; the tree above needs the room more.
        self.view.setMinimumHeight(theme.ROW_HEIGHT * 2)
        self.title.setFont(theme.strong(self.font()))
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.STEP, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        self._on_filled()
        self.filler.filling.connect(self._on_filling)
        self.filler.filled.connect(self._on_filled)
        presenter.opened.connect(self.refresh)
        presenter.judged.connect(self.refresh)
        presenter.workplace.period_changed.connect(self.refresh)
        presenter.workplace.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self, *_: object, anew: bool = False) -> None:
        """Fill anew what the presenter shows, while it is seen."""
        if self.isVisible():
            self.filler.want(self._wanted(), anew=anew)

    def _on_changed(self, change: Changed) -> None:
        # A set that changed is told by the presenter, as another one is.
        if change.kind != KIND:
            self.refresh(anew=True)

    def _wanted(self) -> Wanted | None:
        presenter = self._presenter
        # The head of a set is seen by its first form.
        at = sheet_of(presenter.place) or 1
        sheets = presenter.body.get("sheet", [])[at - 1 : at]
        if not sheets or not sheets[0]["column"]:
            return None
        return Wanted(presenter.document(), at, presenter.workplace.period)

    def _on_filling(self) -> None:
        self.note.setText(texts.PREVIEW_FILLING)
        self.note.show()

    def _on_filled(self) -> None:
        filler, result = self.filler, self.filler.result
        wanted = filler.wanted
        self.view.setVisible(result is not None)
        if wanted is None:
            self._say(texts.PREVIEW, texts.PREVIEW_NONE)
            return
        title = texts.PREVIEW_OF.format(
            code=wanted.document.sheets[wanted.at - 1].code,
            unit=self._presenter.workplace.office.unit.name,
            period=period_title(wanted.period),
        )
        if result is None:
            self._say(title, texts.PREVIEW_FAILED.format(why=filler.why_not))
            return
        heads = ", ".join(result.left_out)
        self._say(title, texts.PREVIEW_LEFT_OUT.format(heads=heads) if heads else "")
        self.view.show_content(sheet_content(result.filled, result.filled.sheets[0]))

    def _say(self, title: str, note: str) -> None:
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
