"""What many tests start from is made once a run and copied: books that are full already, a book that is empty."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from db.migrations.store import SCHEMA


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return the folder that `make` fills, one for all processes of a run; whoever comes first makes it.

    Nobody writes into it.
    """
    base = factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, made = root / name, root / f"{name}.made"
    with FileLock(root / f"{name}.lock"):
        if not made.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            made.touch()
    return folder


class MigratedOnce:
    """Makes new books by copying the first one of their schema and key; any other file is migrated as ever."""

    def __init__(self, migrate: Callable[[Path, bytes | None, str], None], folder: Path) -> None:
        self.migrate = migrate
        self._folder = folder

    def __call__(self, path: Path, key: bytes | None, schema: str = SCHEMA) -> None:
        """Bring the file at `path` to a schema, with `key` where it is encrypted."""
        if path.exists() or not path.parent.is_dir():
            self.migrate(path, key, schema)
            return
        empty = self._folder / f"{schema}{(key or b'').hex()}.db"
        if not empty.exists():
            self.migrate(empty, key, schema)
        shutil.copyfile(empty, path)
