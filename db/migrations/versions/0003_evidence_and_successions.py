"""What serves a task, and which unit came from which."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the book to this schema."""
    op.create_table(
        "succession",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("old_id", sa.Integer(), nullable=True),
        sa.Column("new_id", sa.Integer(), nullable=False),
        sa.Column("extent", sa.String(length=50), nullable=False),
        sa.CheckConstraint("extent IN ('whole', 'part')", name=op.f("ck_succession_extent")),
        sa.ForeignKeyConstraint(["new_id"], ["unit.id"], name=op.f("fk_succession_new_id_unit")),
        sa.ForeignKeyConstraint(["old_id"], ["unit.id"], name=op.f("fk_succession_old_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_succession")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("succession", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_succession_new_id"), ["new_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_succession_old_id_new_id"), ["old_id", "new_id"], unique=True)

    for table in ("outreach_activity", "training_session"):
        with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": True}) as batch_op:
            batch_op.add_column(sa.Column("task_id", sa.Integer(), nullable=True))
            batch_op.create_foreign_key(batch_op.f(f"fk_{table}_task_id_task"), "task", ["task_id"], ["id"])
            batch_op.create_index(batch_op.f(f"ix_{table}_task_id"), ["task_id"], unique=False)
