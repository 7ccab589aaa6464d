"""Backups of ten years of 600 communes beside somebody who types, as a section."""

from statistics import median

from db.sessions import BOOK_NAME
from tests.benchmarks.backing_up import backup_amounts
from tests.benchmarks.large_book import LARGE
from tests.benchmarks.offices import office
from tests.torture.sections import Asked, Section

_SAYS = """The large office of `make bench`: a district of 600 communes with ten reporting years. A backup is made, read
back and compared with the snapshot that was opened and looked through, while somebody writes 50 times a second. The aim
is 3 s. A figure beside other work on the machine is larger than on a quiet one."""
_HEADS = ("backups", "book", "seconds, median", "least", "most", "a write waits, median", "most")
_AIM_S = 3.0


def large_backups(asked: Asked) -> Section:
    """Make `asked.runs` backups."""
    asked.say("making the office")
    folder = office(asked.folder / "large", LARGE)
    size = (folder / BOOK_NAME).stat().st_size
    asked.say("backing up")
    backup, wait = backup_amounts(folder, asked.runs)
    seconds, waits = backup.samples, wait.samples
    told = [f"{value:.1f} s" for value in (median(seconds), min(seconds), max(seconds))]
    waited = [f"{value:.0f} ms" for value in (median(waits), max(waits))]
    late = [f"the median took {median(seconds):.1f} s, the aim is 3 s"] if median(seconds) > _AIM_S else []
    row = (str(asked.runs), f"{size // 2**20} MB", *told, *waited)
    return Section(_SAYS, _HEADS, [row], late)
