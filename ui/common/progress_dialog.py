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
    _Moment(job, owner).start()


class _Moment(QTimer):
    """A part of the job that it waits for. Its slot holds no job: it would go, and the job with it, amid its end."""

    def __init__(self, job: Job, owner: QWidget) -> None:
        super().__init__(job, singleShot=True, interval=_MOMENT_MS)
        self._owner = owner
        self.timeout.connect(self._on_timeout)
        job.finished.connect(self.stop)

    def _on_timeout(self) -> None:
        job = self.parent()
        if isinstance(job, Job):
            _show(job, QApplication.activeModalWidget() or self._owner)


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
