"""That new books are copies: nothing else fails where each of a run's thousands is migrated anew."""

from pathlib import Path

import pytest

from db.migrations.store import SCHEMA, create_store
from tests.helpers.made_once import MigratedOnce


def test_only_the_first_new_book_of_a_run_is_migrated(
    tmp_path: Path, migrated_once: MigratedOnce, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_store(tmp_path / "first.db")
    migrated: list[Path] = []
    monkeypatch.setattr(migrated_once, "migrate", lambda path, *_: migrated.append(path))
    create_store(tmp_path / "second.db")
    assert migrated == []
    assert (tmp_path / "second.db").read_bytes() == (tmp_path / "first.db").read_bytes()


@pytest.mark.parametrize(("key", "schema"), [(b"k" * 32, SCHEMA), (None, "0001")])
def test_a_book_of_another_key_or_schema_is_made_for_itself(
    tmp_path: Path,
    migrated_once: MigratedOnce,
    monkeypatch: pytest.MonkeyPatch,
    key: bytes | None,
    schema: str,
) -> None:
    create_store(tmp_path / "usual.db")
    migrated: list[Path] = []

    def migrate(path: Path, *_: object) -> None:
        migrated.append(path)
        path.touch()

    monkeypatch.setattr(migrated_once, "migrate", migrate)
    for name in ("a.db", "b.db"):
        migrated_once(tmp_path / name, key, schema)
    assert len(migrated) <= 1
    assert (tmp_path / "b.db").read_bytes() == (tmp_path / "a.db").read_bytes()
    assert (tmp_path / "a.db").read_bytes() != (tmp_path / "usual.db").read_bytes()
