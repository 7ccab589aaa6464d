"""Alembic's settings for one book, without an ini file."""

from pathlib import Path

from alembic.config import Config


def alembic_config(path: Path) -> Config:
    """Return the settings that migrate the book at `path`."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["book"] = path
    return config
