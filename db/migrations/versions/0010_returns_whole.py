"""Returns whole: being filled, approved, sent, received in files; a province's templates; narrative reports."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the book to this schema."""
    _return_columns()
    _work()
    _parts_of_work()
    _mark()
    _file()
    _template()
    _report()


def _return_columns() -> None:
    for name in ("frozen", "sources", "words", "note", "sent_note", "acknowledged_note"):
        op.add_column("return", _words(name))
    for column in (
        sa.Column("exported_at", sa.DateTime(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("acknowledged_on", sa.Date(), nullable=True),
    ):
        op.add_column("return", column)
    # Until now a return was frozen by its export.
    op.execute('UPDATE "return" SET exported_at = created_at')


def _work() -> None:
    op.create_table(
        "return_work",
        *_key(),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        *(_code(name) for name in ("set_code", "period")),
        sa.Column("source", sa.String(length=50), server_default="records", nullable=False),
        sa.Column("checked_at", sa.DateTime(), nullable=True),
        sa.Column("checked_sha256", sa.String(length=64), nullable=True),
        *_stamps(),
        *_constraints("return_work", unit_id="unit"),
        sqlite_autoincrement=True,
    )
    _index("return_work", "unit_id", "set_code", "period", unique=True)


def _parts_of_work() -> None:
    op.create_table(
        "return_cell",
        *_key(),
        sa.Column("work_id", sa.Integer(), nullable=False),
        *(_code(name) for name in ("sheet", "row", "column")),
        *(_words(name) for name in ("value", "reason", "computed")),
        *_stamps(),
        *_constraints("return_cell", work_id="return_work"),
        sqlite_autoincrement=True,
    )
    _index("return_cell", "work_id", "sheet", "row", "column", unique=True)
    op.create_table(
        "return_word",
        *_key(),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.Column("finding", sa.String(length=250), nullable=False),
        _words("word"),
        *_stamps(),
        *_constraints("return_word", work_id="return_work"),
        sqlite_autoincrement=True,
    )
    _index("return_word", "work_id", "finding", unique=True)


def _mark() -> None:
    op.create_table(
        "return_mark",
        *_key(),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        *(_code(name) for name in ("set_code", "period", "state")),
        sa.Column("on", sa.Date(), nullable=False),
        _words("note"),
        *_stamps(),
        *_constraints("return_mark", unit_id="unit"),
        sqlite_autoincrement=True,
    )
    _index("return_mark", "unit_id", "set_code", "period", "state", unique=True)


def _file() -> None:
    op.create_table(
        "return_file",
        *_key(),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        *(_code(name) for name in ("set_code", "period")),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        _code("state"),
        sa.Column("file_name", sa.String(length=250), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        *(_words(name) for name in ("frozen", "findings", "reason")),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("received_by", sa.String(length=250), nullable=False),
        *_constraints("return_file", unit_id="unit"),
        sqlite_autoincrement=True,
    )
    _index("return_file", "sha256", unique=True)
    _index("return_file", "set_code", "period", "unit_id")


def _template() -> None:
    op.create_table(
        "return_template",
        *_key(),
        _code("set_code"),
        *(sa.Column(name, sa.String(length=250), nullable=False) for name in ("title", "file_name")),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        _words("mapping"),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        *_stamps(),
        *_constraints("return_template"),
        sqlite_autoincrement=True,
    )
    _index("return_template", "set_code", "valid_from", unique=True)


def _report() -> None:
    op.create_table(
        "report_text",
        *_key(),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        *(_code(name) for name in ("skeleton", "period", "part")),
        _words("text"),
        *_stamps(),
        *_constraints("report_text", unit_id="unit"),
        sqlite_autoincrement=True,
    )
    _index("report_text", "unit_id", "skeleton", "period", "part", unique=True)


def _key() -> list[sa.Column[object]]:
    return [sa.Column("id", sa.Integer(), nullable=False)]


def _code(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.String(length=50), nullable=False)


def _words(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _stamps() -> list[sa.Column[object]]:
    return [
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
    ]


def _constraints(table: str, **parents: str) -> list[sa.Constraint]:
    return [
        *(
            sa.ForeignKeyConstraint(
                [column],
                [f"{parent}.id"],
                name=op.f(f"fk_{table}_{column}_{parent}"),
                ondelete="CASCADE" if parent == "return_work" else None,
            )
            for column, parent in parents.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _index(table: str, *columns: str, unique: bool = False) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=unique)
