"""The table of tortures, in the order of the page: one line each."""

from tests.torture.full_disk import full_disks
from tests.torture.gate_section import hostile_files
from tests.torture.kill_runs import kill_runs
from tests.torture.large_backup_section import large_backups
from tests.torture.power_cut import power_cuts
from tests.torture.sections import Runner
from tests.torture.soak import long_day
from tests.torture.starters_section import two_starters
from tests.torture.year_section import year_of_backups

RUNNERS = (
    Runner("kills", "kill -9 at random moments", 1_000, kill_runs),
    Runner("power", "Power cut", 600, power_cuts),
    Runner("disk", "Disk full, folder read-only", 64, full_disks),
    Runner("gate", "Hostile files", 2_000, hostile_files),
    Runner("starters", "Two starters at once", 50, two_starters),
    Runner("year", "A year of backups, each restored", 365, year_of_backups),
    Runner("backup", "Backup of ten years of 600 communes", 5, large_backups),
    Runner("soak", "A long day at the window", 500, long_day),
)
