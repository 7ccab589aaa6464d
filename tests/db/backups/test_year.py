"""Every backup of a simulated year comes back; here a short one, the whole year is part of the torture."""

from pathlib import Path

from db.rules import backups
from tests.torture.backup_year import run_year


def test_every_backup_that_a_year_leaves_is_restored(template_folder: Path, tmp_path: Path) -> None:
    result = run_year(template_folder, tmp_path, days=30)
    assert result.failures == ()
    assert result.restored == result.kept + result.second
    assert backups.DAYS <= result.kept < result.made
