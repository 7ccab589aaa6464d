"""A unit may take over parts of another, or take more in and go on as itself, on several days."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the book to this schema."""
    op.drop_index("ix_succession_old_id_new_id", "succession")
    op.create_index("ix_succession_old_id_new_id_on", "succession", ["old_id", "new_id", "on"], unique=True)
