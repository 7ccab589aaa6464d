"""A simulated year of backups and their restoring, as a section: plain, and with encrypted backups."""

from db.backups.containers import Keys
from db.keyring.files import save_ring
from db.keyring.ring import new_ring
from db.rules.rights import Encrypts
from tests.helpers.books import OFFICER
from tests.torture.backup_year import YearResult, run_year
from tests.torture.sections import Asked, Section
from tests.torture.small_office import small_office

_SAYS = """An office works on three of four days of a year, backs up at their ends and before large steps, drops what
the rule does not keep, and copies every other backup to a second place. Then each backup that is left, here and there,
is restored into the office's folder and into an empty one, opened, and must say what the office was called that day."""
_HEADS = ("backups", "days", "made", "kept here", "kept in the second place", "restored", "not restored")
_PASSWORD = "núi rừng 2025"


def year_of_backups(asked: Asked) -> Section:
    """Simulate a year of `asked.runs` days, twice."""
    made = new_ring(OFFICER, _PASSWORD, Encrypts.BACKUPS)
    rows: list[tuple[str, ...]] = []
    found: list[str] = []
    for name, keys in (("plain", None), ("encrypted", Keys(made.ring, made.key))):
        asked.say(name)
        office = small_office(asked.folder / f"{name} office")
        if keys is not None:
            save_ring(office, made.ring)
        result = run_year(office, asked.folder / name, days=asked.runs, seed=asked.seed, keys=keys)
        rows.append((name, str(asked.runs), *_told(result)))
        found += result.failures
    return Section(_SAYS, _HEADS, rows, found)


def _told(result: YearResult) -> tuple[str, ...]:
    counts = (result.made, result.kept, result.second, result.restored, len(result.failures))
    return tuple(map(str, counts))
