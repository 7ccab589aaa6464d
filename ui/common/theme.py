"""How the window looks: the system's palette and its light or dark, one accent, one grid of 4 pixels."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

STYLE = "Fusion"
BASE_POINTS = 10
_HALF = 128
HEADING_POINTS = 13
SMALL_POINTS = 9
ROW_HEIGHT = 30
BAR_HEIGHT = 48
STEP = 4
GROUP = 16
_TITLE_HEIGHT = 40

_ACCENT_LIGHT, _ACCENT_DARK, _ACCENT_ON_DARK = "#0f6b6b", "#137a7a", "#5cc4c4"
# At least 4.5 : 1 on the window's own grounds.
_LATE = ("#b3261e", "#ff8a80")
_SOON = ("#8a5300", "#ffc266")
_DONE = ("#1b6e3c", "#7fd6a0")
_FAINT = ("#666666", "#a8a8a8")


def is_dark() -> bool:
    """Return whether the ground is dark; the palette says so on every system, the scheme only on some."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _HALF


def accent() -> QColor:
    return QColor(_ACCENT_DARK if is_dark() else _ACCENT_LIGHT)


def accent_words() -> QColor:
    """Return the accent for words and icons, readable on the window's ground."""
    return QColor(_ACCENT_ON_DARK if is_dark() else _ACCENT_LIGHT)


def late() -> QColor:
    """Return the colour of what is wrong or late; a word or an icon always says it too."""
    return QColor(_LATE[is_dark()])


def soon() -> QColor:
    return QColor(_SOON[is_dark()])


def done() -> QColor:
    return QColor(_DONE[is_dark()])


def faint() -> QColor:
    """Return the colour of what no longer counts; a word always says why."""
    return QColor(_FAINT[is_dark()])


def tint(color: QColor, strength: float) -> QColor:
    """Return the ground of a list with so much of a colour in it, from 0 to 1."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Base)
    parts = ((ground.red(), color.red()), (ground.green(), color.green()), (ground.blue(), color.blue()))
    return QColor(*(round(own + (other - own) * strength) for own, other in parts))


def apply(application: QApplication) -> None:
    """Dress an application of our style; the system's change between light and dark is followed."""
    font = application.font()
    font.setPointSize(BASE_POINTS)
    application.setFont(font)
    _accentuate(application)
    application.styleHints().colorSchemeChanged.connect(lambda _: _accentuate(application))


def heading(font: QFont) -> QFont:
    """Return the font one size above the base."""
    larger = QFont(font)
    larger.setPointSize(HEADING_POINTS)
    larger.setWeight(QFont.Weight.DemiBold)
    return larger


def strong(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def colored(palette: QPalette, color: QColor) -> QPalette:
    """Return the palette with its words in a colour."""
    own = QPalette(palette)
    # On the ground of a list Qt writes with `Text`.
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        own.setColor(role, color)
    return own


def fit_screen(window: QWidget, width: int, height: int) -> None:
    """Open a window at its usual size, smaller on a small screen or at 150 %: nothing may lie beyond the edge."""
    room = window.screen().availableSize() - QSize(0, _TITLE_HEIGHT)
    window.resize(QSize(width, height).boundedTo(room))


def fit_height(label: QLabel) -> None:
    """Give a wrapped label of fixed width the height of its words: centred in a layout it is not asked for it."""
    label.setMinimumHeight(max(label.heightForWidth(label.maximumWidth()), 0))


def make_primary(button: QPushButton) -> None:
    """Dress the one primary action of a screen in the accent."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Button, accent())
    palette.setColor(QPalette.ColorRole.ButtonText, QColor("white"))
    off, usual = QPalette.ColorGroup.Disabled, QGuiApplication.palette()
    for role in (QPalette.ColorRole.Button, QPalette.ColorRole.ButtonText):
        palette.setColor(off, role, usual.color(off, role))
    button.setPalette(palette)


def banner() -> QPalette:
    """Return the colours of a banner that has to be seen: dark words on amber, in light and dark alike."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#ffe3a3"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#4a3200"))
    return palette


def _accentuate(application: QApplication) -> None:
    # Only these roles are set: all others stay the system's.
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Highlight, accent())
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("white"))
    palette.setColor(QPalette.ColorRole.Accent, accent())
    palette.setColor(QPalette.ColorRole.Link, accent())
    application.setPalette(palette)
