"""What is being done, and a way to stop it, where work takes longer than a moment."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget

from ui.common import texts
from ui.common.worker import Job

_MOMENT_MS = 300


def watch(job: Job, owner: QWidget) -> None:
    """Show a job once it takes longer than 300 ms, over whatever is open then; it goes with the job.

    The window watches every job, a dialog that can do without a window its own: a job is shown once.
    """
    if job.is_watched:
        return
    job.is_watched = True
    waiting = QTimer(job)
    waiting.setSingleShot(True)
    waiting.setInterval(_MOMENT_MS)
    waiting.timeout.connect(lambda: _show(job, QApplication.activeModalWidget() or owner))
    job.finished.connect(waiting.stop)
    waiting.start()


def _show(job: Job, owner: QWidget) -> None:
    dialog = QProgressDialog(job.last_told or texts.WORKING, "", 0, 0, owner)
    stop = QPushButton(texts.CANCEL)
    # It appears under the hands of someone typing: an Enter meant for the page before must not stop the work.
    stop.setAutoDefault(False)
    dialog.setCancelButton(stop)
    dialog.setWindowTitle(texts.WORKING)
    dialog.setModal(True)
    dialog.setMinimumDuration(0)
    job.told.connect(dialog.setLabelText)
    dialog.canceled.connect(job.cancel)
    # What comes of the job may ask something: until that is answered, what was to be deleted stays.
    job.finished.connect(dialog.hide)
    job.finished.connect(dialog.deleteLater)
    dialog.show()
