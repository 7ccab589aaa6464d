"""The year's work whole."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the book to this schema."""
    op.create_table(
        "establishment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.Column("kind", sa.String(length=50), nullable=False),
        sa.Column("address", sa.String(length=250), nullable=True),
        sa.Column("licence", sa.String(length=250), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.CheckConstraint(
            "opened_on <= closed_on", name=op.f("ck_establishment_closed_on_not_before_opened_on")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_establishment_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_establishment")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("establishment", schema=None) as batch_op:
        batch_op.create_index(
            "ix_establishment_measures", ["unit_id", "kind", "opened_on", "closed_on"], unique=False
        )

    op.create_table(
        "figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("definition", sa.String(length=50), nullable=False),
        sa.Column("period", sa.String(length=50), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.CheckConstraint("first_on <= last_on", name=op.f("ck_figure_last_on_not_before_first_on")),
        sa.CheckConstraint("value >= 0", name=op.f("ck_figure_value_not_negative")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_figure_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("figure", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_figure_definition_unit_id_period"),
            ["definition", "unit_id", "period"],
            unique=True,
        )
        batch_op.create_index(
            batch_op.f("ix_figure_definition_unit_id_last_on_first_on"),
            ["definition", "unit_id", "last_on", "first_on"],
            unique=False,
        )
        batch_op.create_index(
            "ix_figure_measures", ["unit_id", "first_on", "last_on", "definition", "value"], unique=False
        )

    op.create_table(
        "hotspot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=250), nullable=False),
        sa.Column("kind", sa.String(length=50), nullable=True),
        sa.Column("found_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_hotspot_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hotspot")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("hotspot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hotspot_found_on"), ["found_on"], unique=False)
        batch_op.create_index("ix_hotspot_measures", ["unit_id", "found_on", "kind"], unique=False)

    op.create_table(
        "commitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("establishment_id", sa.Integer(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.ForeignKeyConstraint(
            ["establishment_id"],
            ["establishment.id"],
            name=op.f("fk_commitment_establishment_id_establishment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_commitment_establishment_id_signed_on"),
            ["establishment_id", "signed_on"],
            unique=True,
        )

    op.create_table(
        "hotspot_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hotspot_id", sa.Integer(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("what", sa.String(length=50), nullable=False),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.CheckConstraint("what IN ('removed', 'reopened')", name=op.f("ck_hotspot_event_what")),
        sa.ForeignKeyConstraint(
            ["hotspot_id"],
            ["hotspot.id"],
            name=op.f("fk_hotspot_event_hotspot_id_hotspot"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hotspot_event")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("hotspot_event", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_hotspot_event_happened_on_what_hotspot_id"),
            ["happened_on", "what", "hotspot_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_hotspot_event_hotspot_id_happened_on"), ["hotspot_id", "happened_on"], unique=False
        )

    op.create_table(
        "workforce",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("establishment_id", sa.Integer(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=False),
        sa.Column("female", sa.Integer(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.CheckConstraint("female <= workers", name=op.f("ck_workforce_female_within_workers")),
        sa.CheckConstraint("female >= 0", name=op.f("ck_workforce_female_not_negative")),
        sa.CheckConstraint("workers >= 0", name=op.f("ck_workforce_workers_not_negative")),
        sa.ForeignKeyConstraint(
            ["establishment_id"],
            ["establishment.id"],
            name=op.f("fk_workforce_establishment_id_establishment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workforce")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("workforce", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_workforce_establishment_id_counted_on"),
            ["establishment_id", "counted_on"],
            unique=True,
        )
        batch_op.create_index(
            "ix_workforce_measures", ["establishment_id", "counted_on", "workers", "female"], unique=False
        )

    op.create_table(
        "commune_model",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=250), nullable=False),
        sa.Column("kind", sa.String(length=50), nullable=True),
        sa.Column("started_year", sa.Integer(), nullable=True),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_commune_model_task_id_task")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_commune_model_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commune_model")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("commune_model", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commune_model_task_id"), ["task_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_commune_model_unit_id_kind"), ["unit_id", "kind"], unique=False)

    op.create_table(
        "inspection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("team", sa.String(length=50), nullable=False),
        sa.Column("establishment_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=250), nullable=True),
        sa.Column("breach", sa.Boolean(), nullable=True),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.ForeignKeyConstraint(
            ["establishment_id"],
            ["establishment.id"],
            name=op.f("fk_inspection_establishment_id_establishment"),
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_inspection_task_id_task")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_inspection_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("inspection", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_inspection_establishment_id_held_on_team"),
            ["establishment_id", "held_on", "team"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_inspection_held_on"), ["held_on"], unique=False)
        batch_op.create_index(
            "ix_inspection_measures",
            ["unit_id", "held_on", "team", "breach", "establishment_id"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_inspection_task_id"), ["task_id"], unique=False)

    op.create_table(
        "handling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=50), nullable=False),
        sa.Column("fine", sa.Integer(), nullable=True),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.CheckConstraint("fine IS NULL OR form = 'fine'", name=op.f("ck_handling_fine_only_with_its_form")),
        sa.CheckConstraint("fine >= 0", name=op.f("ck_handling_fine_not_negative")),
        sa.ForeignKeyConstraint(
            ["inspection_id"],
            ["inspection.id"],
            name=op.f("fk_handling_inspection_id_inspection"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handling")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("handling", schema=None) as batch_op:
        batch_op.create_index("ix_handling_measures", ["inspection_id", "form", "fine"], unique=False)

    op.create_table(
        "model_year",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("model_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=50), nullable=False),
        sa.Column("search", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
        sa.ForeignKeyConstraint(
            ["model_id"],
            ["commune_model.id"],
            name=op.f("fk_model_year_model_id_commune_model"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_year")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("model_year", schema=None) as batch_op:
        batch_op.create_index("ix_model_year_measures", ["year", "model_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_model_year_model_id_year"), ["model_id", "year"], unique=True)
