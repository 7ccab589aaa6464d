"""What a list of successions says of an old unit that no source settles."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the book to this schema."""
    op.add_column("succession", sa.Column("written", sa.Text(), server_default="", nullable=False))
