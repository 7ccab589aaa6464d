"""Alembic's settings for one book, without an ini file."""

from pathlib import Path
from typing import Any

from alembic.config import Config


def alembic_config(path: Path, key: bytes | None = None) -> Config:
    """Return the settings that migrate the book at `path`, encrypted with `key` where there is one."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["book"] = path
    config.attributes["key"] = key
    return config


def is_mapped(_: Any, name: str | None, kind: str, *__: Any) -> bool:
    """Tell Alembic's comparison whether a class stands behind a table: the index of search keeps its own."""
    return kind != "table" or not (name or "").startswith("search_")
