"""Plans whole."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the book to this schema."""
    op.create_table(
        "plan_amendment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("symbol", sa.String(length=250), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.CheckConstraint("number >= 0", name=op.f("ck_plan_amendment_number_not_negative")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_plan_amendment_plan_id_plan"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_amendment")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("plan_amendment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_amendment_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "target_share",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"], ["target.id"], name=op.f("fk_target_share_target_id_target"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_target_share_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target_share")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("target_share", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_target_share_target_id_unit_id"), ["target_id", "unit_id"], unique=True
        )
        batch_op.create_index(batch_op.f("ix_target_share_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "target_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=50), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"], ["target.id"], name=op.f("fk_target_value_target_id_target"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target_value")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("target_value", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_target_value_target_id_period"), ["target_id", "period"], unique=True
        )

    op.create_table(
        "target_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"], ["target.id"], name=op.f("fk_target_year_target_id_target"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target_year")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("target_year", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_target_year_target_id_year"), ["target_id", "year"], unique=True)

    with op.batch_alter_table("plan", table_kwargs={"sqlite_autoincrement": True}) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=50), server_default="year", nullable=False))
        batch_op.add_column(sa.Column("parent_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("scheme", sa.String(length=50), server_default="lettered", nullable=False)
        )
        batch_op.create_foreign_key(batch_op.f("fk_plan_parent_id_plan"), "plan", ["parent_id"], ["id"])

    with op.batch_alter_table("target", schema=None) as batch_op:
        batch_op.add_column(sa.Column("every", sa.String(length=50), nullable=True))
        batch_op.add_column(sa.Column("base", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("spread", sa.String(length=50), nullable=True))
        batch_op.add_column(sa.Column("denominator", sa.String(length=250), nullable=True))

    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.add_column(sa.Column("repeats", sa.String(length=50), server_default="once", nullable=False))
