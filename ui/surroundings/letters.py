"""Which Vietnamese letters the window cannot draw, whatever other font it falls back on."""

from PySide6.QtGui import QFont, QTextLayout

from db.rules.text import VIETNAMESE_LETTERS


def missing_letters(font: QFont) -> str:
    """Return the letters in whose place an empty box would stand, in their order."""
    letters = "".join(sorted(VIETNAMESE_LETTERS))
    if _draws(letters, font):
        return ""
    return "".join(letter for letter in letters if not _draws(letter, font))


def _draws(text: str, font: QFont) -> bool:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setNumColumns(len(text))
    layout.endLayout()
    # The picture of number 0 is what a font shows for what it has not.
    return not any(0 in run.glyphIndexes() for run in layout.glyphRuns())
