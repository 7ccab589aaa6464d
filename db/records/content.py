"""Content as data: return forms, rule sets, catalogues of choices; dated, with the document they come from."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from db.records.base import Base, Code, Key, Long, Sha256, Short, in_order


class Content(Base):
    """One piece of content as TOML, as it was shipped or as the office changed it. `sha256` is of `body`."""

    __tablename__ = "content"
    __table_args__ = (
        Index(None, "kind", "code", "valid_from", unique=True),
        in_order("valid_from", "valid_to"),
    )

    id: Mapped[Key]
    kind: Mapped[Code]
    code: Mapped[Code]
    title: Mapped[Short]
    citation: Mapped[Short]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    body: Mapped[Long]
    sha256: Mapped[Sha256]
