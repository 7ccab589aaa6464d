"""An index that finds every record by its words; units get words to be found by.

The index is SQLite's own; on another database the records are compared instead.
"""

import re

import sqlalchemy as sa
from alembic import op

from db.rules.text import folded

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_PLACES = {
    "unit": 1,
    "plan": 2,
    "plan_section": 3,
    "target": 4,
    "task": 5,
    "official": 6,
    "training_session": 7,
    "outreach_activity": 8,
    "establishment": 9,
    "inspection": 10,
    "hotspot": 11,
    "commune_model": 12,
    "figure": 13,
}
# What an office has many of is indexed alone, so that nothing else is found behind it.
_ALONE = ("training_session", "outreach_activity", "inspection", "figure")
# Every character but ASCII letters and digits parts two words; only which rows hold a word is kept, not where.
_INDEX = (
    "CREATE VIRTUAL TABLE {index} USING fts5"
    "(words, content = '', detail = none, columnsize = 0, tokenize = 'ascii')"
)
_TABLES = (
    "CREATE TABLE search_word (word TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE search_queue (id INTEGER NOT NULL PRIMARY KEY, before TEXT)",
)
_WORD = re.compile(r"[A-Za-z0-9\u0080-\U0010ffff]+")
# What a row's words were is noted once, at its first change: that is what the index still knows.
_TRIGGERS = (
    'CREATE TRIGGER search_{table}_insert AFTER INSERT ON "{table}" BEGIN '
    "INSERT OR IGNORE INTO search_queue(id, before) VALUES (({place} << 40) + new.id, NULL); END",
    'CREATE TRIGGER search_{table}_update AFTER UPDATE OF search ON "{table}" '
    "WHEN old.search <> new.search BEGIN "
    "INSERT OR IGNORE INTO search_queue(id, before) VALUES (({place} << 40) + old.id, old.search); END",
    'CREATE TRIGGER search_{table}_delete AFTER DELETE ON "{table}" BEGIN '
    "INSERT OR IGNORE INTO search_queue(id, before) VALUES (({place} << 40) + old.id, old.search); END",
)


def upgrade() -> None:
    """Bring the book to this schema."""
    op.add_column("unit", sa.Column("search", sa.Text(), server_default="", nullable=False))
    connection = op.get_bind()
    named = [
        {"number": number, "search": folded(f"{name} {code}")}
        for number, name, code in connection.execute(sa.text("SELECT id, name, code FROM unit"))
    ]
    if named:
        connection.execute(sa.text("UPDATE unit SET search = :search WHERE id = :number"), named)
    if connection.dialect.name == "sqlite":
        _index(connection)


def _index(connection: sa.Connection) -> None:
    for statement in _TABLES:
        op.execute(statement)
    for index in ("search_rest", *(f"search_{table}" for table in _ALONE)):
        op.execute(_INDEX.format(index=index))
    words: set[str] = set()
    for table, place in _PLACES.items():
        index = f"search_{table}" if table in _ALONE else "search_rest"
        op.execute(f'INSERT INTO {index}(rowid, words) SELECT ({place} << 40) + id, search FROM "{table}"')
        for line in connection.execute(sa.text(f'SELECT search FROM "{table}"')).scalars():
            words.update(_WORD.findall(line))
        for trigger in _TRIGGERS:
            op.execute(trigger.format(table=table, place=place))
    if words:
        new = sa.text("INSERT INTO search_word(word) VALUES (:word)")
        connection.execute(new, [{"word": word} for word in sorted(words)])
