"""A migration beyond the newest one, written for a test and run as ours are."""

from pathlib import Path

from alembic import command

from db.migrations import store
from db.migrations.configuration import alembic_config
from db.migrations.store import SCHEMA

_HEAD = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9000", "{schema}", None, None


def upgrade() -> None:
"""


def migrate_further(book: Path, body: str, folder: Path) -> None:
    """Bring a book beyond our schema by a migration with this body, kept in `folder`."""
    folder.mkdir(exist_ok=True)
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    (folder / "9000_of_a_test.py").write_text(_HEAD.format(schema=SCHEMA) + lines, encoding="utf-8")
    config = alembic_config(book)
    ours = Path(store.__file__).parent / "versions"
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", f"{ours}\n{folder}")
    command.upgrade(config, "head")
