"""What is new in each version, as CHANGELOG.md says it."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from db.rules.formats import day_text
from db.rules.release_notes import Release, narrowed
from ui.about import texts
from ui.about.parts import Action, button_row, paragraph
from ui.common import theme

_SIZE = (760, 600)
_CODE = "`"


class NewsDialog(QDialog):
    """A long text under its heads, narrowed by typing; `words` say why it is shown."""

    def __init__(self, releases: Sequence[Release], words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._releases = tuple(releases)
        self.setWindowTitle(texts.NEWS_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.filter = QLineEdit()
        self.filter.setToolTip(texts.NEWS_FILTER_TIP)
        self.filter.setClearButtonEnabled(True)
        self.filter.setEnabled(bool(releases))
        self.text = QTextBrowser()
        self.text.setAccessibleName(texts.NEWS_NAME)
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(theme.GROUP)
        self.text.document().setIndentWidth(theme.GROUP)
        self._lay_out(words)
        self.filter.textChanged.connect(self._show)
        QShortcut(QKeySequence("Ctrl+F"), self, self.filter.setFocus)
        self._show()
        self.text.setFocus()

    @classmethod
    def tell(cls, releases: Sequence[Release], parent: QWidget | None = None) -> None:
        """Show all of them until the dialog is closed."""
        cls._run(cls(releases, texts.NEWS_ALL if releases else texts.NO_NEWS, parent))

    @classmethod
    def tell_updated(cls, releases: Sequence[Release], version: str, parent: QWidget | None = None) -> None:
        """Show what came with a new version until the dialog is closed."""
        cls._run(cls(releases, texts.NEWS_UPDATED.format(version=version), parent))

    @staticmethod
    def _run(dialog: "NewsDialog") -> None:
        dialog.exec()
        dialog.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        found = narrowed(self._releases, self.filter.text())
        nothing = f"<p>{escape(texts.NOTHING_FOUND)}</p>" if self._releases else ""
        self.text.document().setDefaultStyleSheet(_looks())
        self.text.setHtml("".join(_html(found)) or nothing)

    def _lay_out(self, words: str) -> None:
        label = QLabel(texts.FILTER)
        label.setBuddy(self.filter)
        head = QHBoxLayout()
        head.setSpacing(theme.STEP * 2)
        head.addWidget(label)
        head.addWidget(self.filter, 1)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(paragraph(words))
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addLayout(button_row((), Action(texts.CLOSE, "", self.reject)))


def _looks() -> str:
    # A head stands nearer to its own lines than to those before it.
    return (
        f"h3 {{ margin: 0 }} ul {{ margin: 0 }} li {{ margin-bottom: {theme.STEP}px }}"
        f"h4 {{ color: {theme.accent_words().name()}; margin: {theme.GROUP}px 0 {theme.STEP}px 0 }}"
    )


def _html(releases: Sequence[Release]) -> Iterator[str]:
    for release in releases:
        yield f"<h3>{escape(_head(release))}</h3>"
        for section in release.sections:
            if section.title:
                yield f"<h4>{escape(section.title)}</h4>"
            yield "<ul>"
            yield from (f"<li>{_line(line)}</li>" for line in section.lines)
            yield "</ul>"


def _head(release: Release) -> str:
    if release.day is None:
        return texts.RELEASE.format(version=release.version)
    return texts.RELEASE_OF_DAY.format(version=release.version, day=day_text(release.day))


def _line(words: str) -> str:
    # What stands between two backticks is typed by the officer as it is.
    parts = words.split(_CODE)
    return "".join(
        f"<code>{escape(part)}</code>" if at % 2 else escape(part) for at, part in enumerate(parts)
    )
