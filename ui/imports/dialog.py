"""The window of an import from Excel: choose a file, say which column is which, look at what would happen, import."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Refused
from db.rules.formats import number_text
from db.rules.imports.codes import CodeDay
from ui.common import theme
from ui.common.finding_texts import finding_line
from ui.common.forms.enter_button import EnterButton
from ui.common.held_typing import HeldTyping
from ui.common.progress_dialog import watch
from ui.common.saving import ask_target, write_file
from ui.common.texts import CLOSE, WORKBOOKS
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.imports import texts
from ui.imports.code_day_box import CodeDayBox
from ui.imports.mapping_page import MappingPage
from ui.imports.pages import OldTextPage, ResultPage, StartPage
from ui.imports.presenter import ImportPresenter, Stage

_SIZE = (1000, 560)
_FOLDER = "imports/folder"
_ASIDE = "import_mapping_typed"


class ImportDialog(QDialog):
    """Leads a file from its choice to the book."""

    def __init__(self, workplace: Workplace, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.presenter = ImportPresenter(workplace, kind, self)
        self.setWindowTitle(texts.TITLE.format(title=self.presenter.sheet.title))
        theme.fit_screen(self, *_SIZE)
        self.start, self.old_text = StartPage(), OldTextPage()
        self.mapping, self.outcome = MappingPage(self.presenter), ResultPage()
        self.choose_button = EnterButton(texts.CHOOSE, texts.CHOOSE_TIP)
        self.template_button = EnterButton(texts.TEMPLATE, texts.TEMPLATE_TIP)
        self.marked_button = EnterButton(texts.MARKED, texts.MARKED_TIP)
        self.remap_button = EnterButton(texts.REMAP)
        self.leave_out_button = EnterButton()
        self.take_button = EnterButton("", texts.TAKE_UNITS_TIP)
        self.codes = CodeDayBox(self.presenter.code_days)
        self.go_button = EnterButton()
        self.close_button = EnterButton(CLOSE)
        self._pages = QStackedWidget()
        self._held: HeldTyping | None = None
        self._lay_out()
        self._connect()
        self._show_stage()

    @classmethod
    def ask(cls, workplace: Workplace, kind: str, parent: QWidget) -> None:
        """Import a file into the records of a kind, if the officer goes through with it."""
        dialog = cls(workplace, kind, parent)
        dialog.exec()
        dialog.deleteLater()

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        folder = self.workplace.preferences.text(_FOLDER)
        chosen, _ = QFileDialog.getOpenFileName(self, texts.CHOOSE_TITLE, folder, texts.FILES)
        if chosen:
            path = Path(chosen)
            self.workplace.preferences.set_text(_FOLDER, str(path.parent))
            self.start.message.say("")
            self.start.findings.hide()
            watch(self.presenter.read_file(path), self)

    def save_template(self) -> None:
        """Ask for a name and write an empty template there."""
        name = texts.TEMPLATE_NAME.format(title=self.presenter.sheet.title)
        target = ask_target(self, texts.TEMPLATE, name, WORKBOOKS)
        if target is not None:
            write_file(self, self.workplace, target, WORKBOOKS, self.presenter.write_template)

    def save_marked(self) -> None:
        """Ask for a name and write the copy with what is wrong there."""
        if self.presenter.file is None or not self.presenter.findings():
            return
        name = texts.MARKED_NAME.format(stem=self.presenter.file.path.stem)
        target = ask_target(self, texts.MARKED, name, WORKBOOKS)
        if target is not None:
            write_file(self, self.workplace, target, WORKBOOKS, self.presenter.write_marked)

    def go_on(self) -> None:
        """Do the next thing: convert, map, or import."""
        stage, presenter = self.presenter.stage, self.presenter
        if stage is Stage.OLD_TEXT:
            watch(presenter.convert(), self)
        elif stage is Stage.MAPPING:
            presenter.units = replace(presenter.units, codes=self.codes.codes())
            watch(presenter.map_columns(self.mapping.mapping(), self.mapping.name.text()), self)
        elif stage is Stage.RESULT and presenter.plan is not None and presenter.plan.ready:
            watch(presenter.store(), self)

    def take_units(self) -> None:
        """Write the rows for the units that were there on their days."""
        if self.presenter.stage is Stage.RESULT and self.presenter.takeable():
            watch(self.presenter.take_units(), self)

    def _choose_codes(self, codes: CodeDay) -> None:
        if self.presenter.stage is Stage.RESULT:
            watch(self.presenter.choose_codes(codes), self)

    def _leave_out(self) -> None:
        columns = self.presenter.columns_to_leave_out()
        if columns:
            watch(self.presenter.leave_out(columns[0]), self)

    def _show_stage(self) -> None:
        presenter, stage = self.presenter, self.presenter.stage
        if stage is Stage.OLD_TEXT and presenter.file and presenter.preview:
            self.old_text.show_preview(presenter.file.path.name, presenter.preview)
        elif stage is Stage.MAPPING and presenter.file:
            self.mapping.show_file(presenter.file)
            self._put_aside()
        elif stage is Stage.RESULT and presenter.plan:
            self.outcome.show_plan(presenter.plan, presenter.remembered)
        pages = {Stage.START: 0, Stage.OLD_TEXT: 1, Stage.MAPPING: 2, Stage.RESULT: 3}
        self._pages.setCurrentIndex(pages[stage])
        self._show_buttons(stage)

    def _put_aside(self) -> None:
        """Put aside what is typed and chosen for the heads of the file; what was so for another is gone."""
        if self._held is not None:
            self._held.end()
        aside = TypedAside(self.workplace, _ASIDE)
        place = f"{self.presenter.sheet.kind}/{self.mapping.place}"
        self._held = aside.hold_fields(self, place, self.mapping)

    def _show_buttons(self, stage: Stage) -> None:
        presenter = self.presenter
        columns = presenter.columns_to_leave_out() if stage is Stage.RESULT else ()
        ready = stage is not Stage.RESULT or (presenter.plan is not None and presenter.plan.ready)
        words = {
            Stage.OLD_TEXT: texts.CONVERT,
            Stage.MAPPING: texts.MAPPED,
            Stage.RESULT: self._import_words(),
        }
        self.choose_button.setText(texts.CHOOSE if stage is Stage.START else texts.OTHER_FILE)
        self.template_button.setVisible(stage is Stage.START)
        self.marked_button.setVisible(stage is Stage.RESULT and bool(presenter.findings()))
        self.remap_button.setVisible(stage is Stage.RESULT)
        takeable = presenter.takeable() if stage is Stage.RESULT else 0
        self.take_button.setVisible(bool(takeable))
        self.take_button.setText(texts.TAKE_UNITS.format(count=number_text(takeable)))
        self.codes.setVisible(len(presenter.code_days) > 1 and stage in (Stage.MAPPING, Stage.RESULT))
        self.codes.show_codes(presenter.units.codes)
        self.leave_out_button.setVisible(bool(columns))
        self.leave_out_button.setText(texts.LEAVE_OUT.format(column=columns[0] if columns else ""))
        self.go_button.setVisible(ready and stage is not Stage.START)
        self.go_button.setText(words.get(stage, ""))
        self.go_button.setEnabled(ready)
        (self.go_button if ready and stage is not Stage.START else self.choose_button).setFocus()

    def _import_words(self) -> str:
        plan = self.presenter.plan
        rows = len(plan.rows) if plan is not None and plan.ready else 0
        return texts.IMPORT.format(count=number_text(rows)) if rows else texts.IMPORT_NONE

    def _on_refused(self, refused: Refused) -> None:
        if self.presenter.stage is Stage.MAPPING:
            self.mapping.refuse(refused.findings)
            return
        self.presenter.stage = Stage.START
        self._show_stage()
        first = refused.findings[0]
        alone = len(refused.findings) == 1
        self.start.message.say(finding_line(first, refused.source) if alone else refused.source)
        self.start.findings.show_findings(refused.findings)
        self.start.findings.setVisible(not alone)

    def _connect(self) -> None:
        self.presenter.stage_changed.connect(self._show_stage)
        self.codes.chosen.connect(self._choose_codes)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.imported.connect(self.accept)
        for button, act in (
            (self.choose_button, self.choose_file),
            (self.template_button, self.save_template),
            (self.marked_button, self.save_marked),
            (self.remap_button, self.presenter.show_mapping),
            (self.leave_out_button, self._leave_out),
            (self.take_button, self.take_units),
            (self.go_button, self.go_on),
            (self.close_button, self.reject),
        ):
            button.clicked.connect(act)
        for keys, act in (
            ("Ctrl+O", self.choose_file),
            ("Ctrl+T", self.save_template),
            ("Ctrl+S", self.save_marked),
            ("F8", self.take_units),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def _lay_out(self) -> None:
        for page in (self.start, self.old_text, self.mapping, self.outcome):
            self._pages.addWidget(page)
        theme.make_primary(self.go_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        for button in (self.choose_button, self.template_button, self.marked_button, self.remap_button):
            buttons.addWidget(button)
        buttons.addWidget(self.leave_out_button)
        buttons.addWidget(self.take_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.go_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 3)
        column.addWidget(self._pages, 1)
        column.addWidget(self.codes)
        column.addLayout(buttons)
