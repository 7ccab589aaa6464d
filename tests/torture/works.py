"""All works at which processes are killed, by name."""

from collections.abc import Mapping

from tests.torture import deeds
from tests.torture.backup_work import BACKUP, RESTORE
from tests.torture.deed_work import by_deeds
from tests.torture.migration_work import MIGRATION
from tests.torture.window_work import WINDOW
from tests.torture.work import Work

WORKS: Mapping[str, Work] = {
    "entry": by_deeds("entry through the services", deeds.ENTRY),
    "window": WINDOW,
    "import": by_deeds("import of lists", deeds.IMPORT),
    "approval": by_deeds("approval of returns, plans and sheets", deeds.APPROVAL, 2.5, 200, (0.1, 0.8)),
    "migration": MIGRATION,
    "backup": BACKUP,
    "restore": RESTORE,
}
