"""The menu of the help button: help at the place, the tour, what is new, about, and what whoever helps needs."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui.shell import texts
from ui.shell.notice import Way

if TYPE_CHECKING:
    from ui.about.values import Program
    from ui.shell.window import Window


class HelpMenu(QObject):
    """Opened by its button or by Shift+F1, also before a book is open: help is wanted most when one does not open.

    `program` is who knows what the program tells of itself; without one there is help at the place and the tour only.
    `more` are ways that stand below that.
    """

    def __init__(self, window: "Window", button: QToolButton) -> None:
        super().__init__(window)
        self._window, self._button = window, button
        self.program: Program | None = None
        self.more: list[Way] = []
        button.clicked.connect(self.open)
        QShortcut(QKeySequence("F1"), window, self.show_help)
        QShortcut(QKeySequence("Shift+F1"), window, self.open)

    @cached_property
    def menu(self) -> QMenu:
        """Return the menu, made when it is opened first."""
        menu = QMenu(self._window)
        menu.setAccessibleName(texts.HELP)
        self._here = menu.addAction(texts.HELP_HERE)
        self._here.triggered.connect(self.show_help)
        self._tour = menu.addAction(texts.TOUR)
        self._tour.triggered.connect(self.show_tour)
        for way in self.more:
            _add(menu, way.words, way.act)
        if self.program is not None:
            self._add_program(menu, self.program)
        return menu

    def open(self) -> None:
        """Show the menu under its button, its first line chosen."""
        menu = self.menu
        for action in (self._here, self._tour):
            action.setEnabled(bool(self._window.screen_key))
        usable = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
        if usable:
            menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
            menu.setActiveAction(usable[0])

    def show_help(self) -> None:
        """Show help at the place; where there is no screen yet, what else there is."""
        key = self._window.screen_key
        if not key:
            self.open()
            return
        from ui.shell.help_dialog import HelpDialog

        dialog = HelpDialog(self._window.screens[key].help(), self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_tour(self) -> None:
        """Lead through the window once more."""
        from ui.tour.showing import show

        show(self._window)

    def _add_program(self, menu: QMenu, program: "Program") -> None:
        window = self._window
        menu.addSeparator()
        _add(menu, texts.NEWS, lambda: _tell_news(program, window))
        _add(menu, texts.ABOUT, lambda: _tell_about(program, window))
        menu.addSeparator()
        _add(menu, texts.SUPPORT, lambda: _tell_support(program, window))
        _add(menu, texts.SHOW_LOG, lambda: _show_log(program, window))


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda: act())


def _tell_news(program: "Program", window: QWidget) -> None:
    from ui.about.news_dialog import NewsDialog

    NewsDialog.tell(program.releases(), window)


def _tell_about(program: "Program", window: QWidget) -> None:
    from ui.about.about_dialog import AboutDialog

    AboutDialog.tell(program.about(), program.parts, window)


def _tell_support(program: "Program", window: QWidget) -> None:
    from ui.about.support_dialog import SupportDialog

    SupportDialog.tell(program.support_information(), window)


def _show_log(program: "Program", window: QWidget) -> None:
    from ui.about.showing import show_file

    show_file(program.log_file(), texts.LOG_TITLE, window)
