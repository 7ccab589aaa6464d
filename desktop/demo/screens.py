"""Pictures of every screen at 1366 × 768, drawn without a display."""

import errno
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db.rules.periods import parse_period
from db.sessions import Book
from db.whole_files import replacing
from desktop.demo import texts

if TYPE_CHECKING:
    from ui.shell.window import Window

SIZE = (1366, 768)
PERIOD = "2025-Q3"
_TURNS = 5


def draw_screens(
    office: Path, folder: Path, report: Callable[[str], None], clock: Callable[[], datetime]
) -> tuple[Path, ...]:
    """Draw the first start and the screen of each subject into `folder` and return the files."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.app import make_application
    from desktop.settings import open_preferences
    from desktop.upgrade_care import note_version
    from ui.shell.window import Window

    make_application()
    preferences = open_preferences(office)
    # This version makes the sample: whoever opens it is told of nothing that came before.
    note_version(preferences)
    window = Window(preferences)
    window.resize(*SIZE)
    window.show()
    files = [_draw_first_start(window, folder), *_draw_subjects(window, office, folder, clock)]
    window.close()
    window.deleteLater()
    for file in files:
        report(f"  {file.name}")
    return tuple(files)


def _draw_first_start(window: "Window", folder: Path) -> Path:
    from ui.common.worker import Worker

    wizard = window.show_wizard(folder.parent / "office", Worker(window))
    wizard.machine.begin()
    wizard.machine.wait()
    file = _picture(window, folder / "first-start.png")
    wizard.deleteLater()
    return file


def _draw_subjects(window: "Window", office: Path, folder: Path, clock: Callable[[], datetime]) -> list[Path]:
    from ui.common.workplace import Workplace
    from ui.shell.subjects import SUBJECTS

    files = []
    with Book(office, clock=clock) as book:
        workplace = Workplace(book, window.preferences, clock=clock, parent=window)
        workplace.set_officer(texts.OFFICER)
        workplace.choose_period(parse_period(PERIOD))
        window.attach(workplace)
        for subject in SUBJECTS:
            for key in [page.key for page in subject.pages] or [subject.key]:
                window.open_subject(key)
                workplace.worker.wait()
                files.append(_picture(window, folder / f"{key}.png"))
        # Whoever opens the sample office begins where a day begins.
        window.open_subject(SUBJECTS[0].key)
        workplace.worker.wait()
    return files


def _picture(window: "Window", file: Path) -> Path:
    from PySide6.QtWidgets import QApplication

    for _ in range(_TURNS):
        # What a finished job, a zero timer or a changed layout asks for comes a turn later.
        QApplication.processEvents()
    with replacing(file) as temporary:
        if not window.grab().save(str(temporary)):
            raise OSError(errno.EIO, "not saved", str(temporary))  # Qt does not say why.
    return file
