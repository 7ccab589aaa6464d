"""What both windows of a hand-over are made of."""

from PySide6.QtWidgets import QLabel, QPushButton


def plain_button(words: str, tip: str = "") -> QPushButton:
    """Make a button that Enter in a field does not press."""
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button


def plain_words(text: str = "") -> QLabel:
    """Make words that break into lines."""
    label = QLabel(text)
    label.setWordWrap(True)
    return label
