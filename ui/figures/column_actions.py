"""What can be done with columns: which groups are shown, columns added, changed, ended, used again, removed."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from db.rules.figure_definitions import Definition
from db.rules.findings import Finding, Refused
from db.services import figure_definitions
from db.sessions import Session
from ui.figures import texts
from ui.figures.definition_dialog import DefinitionDialog, DefinitionWords
from ui.figures.presenter import FiguresPresenter


class ColumnActions(QObject):
    """The menus of the two buttons, made anew whenever they are opened; `current` tells the cursor's column.

    `column_added` with the code of a new one.
    """

    column_added = Signal(str)

    def __init__(
        self,
        presenter: FiguresPresenter,
        current: Callable[[], Definition | None],
        groups: QPushButton,
        columns: QPushButton,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._presenter, self._current, self._owner = presenter, current, owner
        self._groups_button = groups
        self.groups, self.columns = QMenu(groups), QMenu(columns)
        groups.setMenu(self.groups)
        columns.setMenu(self.columns)
        self.groups.aboutToShow.connect(self._fill_groups)
        self.columns.aboutToShow.connect(self._fill_columns)
        presenter.opened.connect(self._show_count)

    def add(self) -> None:
        """Ask for a new column of the office's own."""
        self._ask(None)

    def _show_count(self) -> None:
        every = len(self._presenter.grid.sections)
        shown = every - len(self._presenter.hidden)
        words = texts.GROUPS if shown == every else texts.GROUPS_SOME.format(shown=shown, all=every)
        self._groups_button.setText(words)

    def _fill_groups(self) -> None:
        self.groups.clear()
        presenter = self._presenter
        every = [section.code for section in presenter.grid.sections]
        for section in presenter.grid.sections:
            action = self.groups.addAction(section.title)
            action.setCheckable(True)
            action.setChecked(section.code not in presenter.hidden)
            action.toggled.connect(partial(self._toggle, section.code))
        self.groups.addSeparator()
        self.groups.addAction(texts.ALL_GROUPS).triggered.connect(lambda: presenter.show_sections(every))

    def _toggle(self, code: str, shown: bool) -> None:
        presenter = self._presenter
        codes = {section.code for section in presenter.grid.sections} - presenter.hidden
        presenter.show_sections(codes | {code} if shown else codes - {code})

    def _fill_columns(self) -> None:
        self.columns.clear()
        self.columns.addAction(texts.ADD_COLUMN).triggered.connect(self.add)
        item = self._current()
        if item is not None:
            self._offer(texts.END_COLUMN, item, self._end, item.ended_on is None)
            self._offer(texts.CHANGE_COLUMN, item, self._ask, item.own)
            self._offer(texts.REMOVE_COLUMN, item, self._remove, item.own)
        ended = self._presenter.ended()
        if ended:
            again = self.columns.addMenu(texts.USE_AGAIN)
            for gone in ended:
                again.addAction(gone.title).triggered.connect(partial(self._use_again, gone))

    def _offer(self, words: str, item: Definition, act: Callable[[Definition], None], usable: bool) -> None:
        action = self.columns.addAction(words.format(title=item.title))
        action.setEnabled(usable)
        action.triggered.connect(lambda: act(item))

    def _ask(self, known: Definition | None) -> None:
        DefinitionDialog.ask(
            self._presenter.workplace,
            self._presenter.grid.sections,
            partial(self._keep, known),
            self._owner,
            known,
        )

    def _keep(self, known: Definition | None, words: DefinitionWords) -> tuple[Finding, ...]:
        kept = {"title": words.title, "unit": words.unit, "section": words.section, "about": words.about}
        if known is None:
            return self._add(kept, stock=words.stock)
        code, said = known.code, texts.CHANGED.format(title=words.title)
        return self._presenter.change_definitions(
            lambda session: figure_definitions.change(session, code, **kept), said
        )

    def _add(self, kept: dict[str, str], *, stock: bool) -> tuple[Finding, ...]:
        codes: list[str] = []
        findings = self._presenter.change_definitions(
            lambda session: codes.append(figure_definitions.add(session, **kept, stock=stock)),
            texts.ADDED.format(title=kept["title"]),
        )
        if not findings:
            self._presenter.show_column(codes[-1])
            self.column_added.emit(codes[-1])
        return findings

    def _end(self, item: Definition) -> None:
        last = self._presenter.workplace.span.first - timedelta(days=1)
        self._do(lambda session: figure_definitions.end(session, item.code, last), texts.ENDED, item)

    def _use_again(self, item: Definition, *_: object) -> None:
        self._do(lambda session: figure_definitions.use_again(session, item.code), texts.USED_AGAIN, item)

    def _remove(self, item: Definition) -> None:
        self._do(lambda session: figure_definitions.remove(session, item.code), texts.REMOVED, item)

    def _do(self, act: Callable[[Session], None], said: str, item: Definition) -> None:
        findings = self._presenter.change_definitions(act, said.format(title=item.title))
        if findings:
            self._presenter.workplace.fail(Refused(findings))
