"""Books that are handed on: a name for each book, where records came from, names that offices printed before."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_NAMES = (
    "parent_agency",
    "issuing_agency",
    "place",
    "receiving_unit",
    "symbol",
    "authority",
    "signatory_post",
    "signatory_name",
    "preparer_name",
)


def upgrade() -> None:
    """Bring the book to this schema."""
    op.add_column("office", sa.Column("book_key", sa.String(length=50), server_default="", nullable=False))
    naming = sa.text("UPDATE office SET book_key = :key")
    op.get_bind().execute(naming, {"key": secrets.token_hex(16)})
    _office_names()
    _source_book()
    _origin()


def _stamps() -> list[sa.Column[object]]:
    return [
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=250), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.String(length=250), nullable=False),
    ]


def _office_names() -> None:
    op.create_table(
        "office_names",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        *(sa.Column(name, sa.String(length=250), nullable=False) for name in _NAMES),
        *_stamps(),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_office_names_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_names")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_office_names_unit_id_valid_to"), "office_names", ["unit_id", "valid_to"], unique=True
    )


def _source_book() -> None:
    op.create_table(
        "source_book",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("book_key", sa.String(length=50), nullable=False),
        sa.Column("unit_code", sa.String(length=50), nullable=False),
        sa.Column("office_name", sa.String(length=250), nullable=False),
        sa.Column("handed_on", sa.Date(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=250), nullable=False),
        *_stamps(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_book")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_source_book_book_key_sha256"), "source_book", ["book_key", "sha256"], unique=True
    )


def _origin() -> None:
    op.create_table(
        "origin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=50), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(length=50), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source_book.id"], name=op.f("fk_origin_source_id_source_book")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_origin")),
        sqlite_autoincrement=True,
    )
    for columns in (["table_name", "record_id", "source_id"], ["table_name", "number", "source_id"]):
        name = op.f(f"ix_origin_{'_'.join(columns)}")
        op.create_index(name, "origin", columns, unique=False)
