"""Steps of the log are chained by hash and name what they take back; the office says whether accounts guard it."""

import sqlalchemy as sa
from alembic import op

from db.rules.history_chain import BEGINNING, LoggedStep, chained

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the book to this schema."""
    op.add_column("step", sa.Column("hash", sa.String(length=64), server_default="", nullable=False))
    op.add_column("step", sa.Column("reverts", sa.Integer(), nullable=True))
    op.add_column("office", sa.Column("guarded", sa.Boolean(), server_default="0", nullable=False))
    _chain()


def _chain() -> None:
    """Chain the steps of an earlier program as they are found."""
    connection, last = op.get_bind(), BEGINNING
    for number, at, who in connection.exec_driver_sql("SELECT id, at, who FROM step ORDER BY id").fetchall():
        rows = connection.exec_driver_sql(
            'SELECT table_name, row_id, "before", "after" FROM change WHERE step_id = ? ORDER BY id',
            (number,),
        )
        last = chained(last, LoggedStep(number, at, who, None), rows)
        connection.exec_driver_sql("UPDATE step SET hash = ? WHERE id = ?", (last, number))
