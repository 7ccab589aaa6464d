"""Scoring whole: answers beside points, the chain of a sheet, evidence, files received."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# Until now every criterion was scored by hand: the answer is the number of points, kept in thousandths.
_ANSWER = """
UPDATE score_mark SET {column}_answer = CASE
    WHEN {column}_points % 1000 = 0 THEN CAST({column}_points / 1000 AS TEXT)
    ELSE rtrim(printf('%.3f', {column}_points / 1000.0), '0') END
WHERE {column}_points IS NOT NULL
"""
# A sheet with a class was filled in whole, and counted; where appraisers gave points, the commune had handed it in.
_STATE = """
UPDATE score_sheet SET state = CASE
    WHEN self_class IS NOT NULL AND appraised_class IS NOT NULL THEN 'appraised' ELSE 'submitted' END
WHERE appraised_points IS NOT NULL OR self_class IS NOT NULL
"""


def upgrade() -> None:
    """Bring the book to this schema."""
    _sheet_columns()
    _mark_columns()
    _step()
    _evidence()
    _file()
    for column in ("self", "appraised"):
        op.execute(_ANSWER.format(column=column))
    op.execute(_STATE)


def _sheet_columns() -> None:
    for column in (
        sa.Column("state", sa.String(length=50), server_default="open", nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("registered_class", sa.String(length=50), nullable=True),
        sa.Column("recognised_on", sa.Date(), nullable=True),
        sa.Column("recognised_class", sa.String(length=50), nullable=True),
        sa.Column("decision_number", sa.String(length=250), nullable=True),
    ):
        op.add_column("score_sheet", column)


def _mark_columns() -> None:
    for name in ("self_answer", "appraised_answer"):
        op.add_column("score_mark", sa.Column(name, sa.String(length=50), server_default="", nullable=False))
    op.add_column("score_mark", sa.Column("note", sa.Text(), server_default="", nullable=False))


def _stamps() -> list[sa.Column[object]]:
    return [
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
    ]


def _of_sheet(table: str) -> list[sa.Constraint]:
    name = op.f(f"fk_{table}_sheet_id_score_sheet")
    return [
        sa.ForeignKeyConstraint(["sheet_id"], ["score_sheet.id"], name=name, ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _step() -> None:
    op.create_table(
        "score_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=50), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("class_code", sa.String(length=50), nullable=True),
        sa.Column("number", sa.String(length=250), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        *_stamps(),
        *_of_sheet("score_step"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_score_step_sheet_id"), "score_step", ["sheet_id"], unique=False)


def _evidence() -> None:
    op.create_table(
        "score_evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.String(length=50), nullable=False),
        sa.Column("number", sa.String(length=250), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("file_name", sa.String(length=250), nullable=True),
        sa.Column("stored_name", sa.String(length=250), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        *_stamps(),
        *_of_sheet("score_evidence"),
        sqlite_autoincrement=True,
    )
    name = op.f("ix_score_evidence_sheet_id_criterion")
    op.create_index(name, "score_evidence", ["sheet_id", "criterion"], unique=False)


def _file() -> None:
    op.create_table(
        "score_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=250), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("received_by", sa.String(length=250), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_score_file_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_file")),
        sqlite_autoincrement=True,
    )
    columns = ["unit_id", "year", "sha256"]
    op.create_index(op.f("ix_score_file_unit_id_year_sha256"), "score_file", columns, unique=True)
