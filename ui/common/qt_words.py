"""Makes Qt's own dialogs and menus speak Vietnamese: Qt has no Vietnamese catalogue."""

from PySide6.QtCore import QTranslator

from ui.common.qt_word_texts import PAPER_WORDS, QT_WORDS

_PAPER = "QPageSize"


class QtWords(QTranslator):
    """Answers for every word of Qt that is in the table; what it does not know stays Qt's."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        # None, not an empty text: an empty text would be shown.
        if context == _PAPER:
            return _paper_name(source_text)
        return QT_WORDS.get(source_text)


def _paper_name(name: str) -> str:
    for english, vietnamese in PAPER_WORDS:
        name = name.replace(english, vietnamese)
    return QT_WORDS.get(name, name)
