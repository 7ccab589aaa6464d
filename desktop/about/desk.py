"""Hands the window what the program tells of itself; gathered only when somebody wants to see it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.about import running
from ui.about.values import About, Part

if TYPE_CHECKING:
    from db.rules.release_notes import Release
    from ui.shell.window import Window


@dataclass(frozen=True)
class AboutDesk:
    """What one window may be asked about the program and its folder (`ui.about.values.Program`)."""

    folder: Path
    window: "Window"
    clock: Callable[[], datetime] = datetime.now

    def about(self) -> About:
        """Return which program this is."""
        from db.migrations.store import SCHEMA
        from db.rules.release_notes import version_key

        version = running.version()
        key = version_key(version)
        same = (release for release in running.releases() if version_key(release.version) == key)
        release = next(same, None)
        return About(version, release.day if release is not None else None, SCHEMA, self.folder.absolute())

    def parts(self) -> tuple[Part, ...]:
        """Return what the program is made of."""
        from desktop.about.bundled import parts

        return parts()

    def releases(self) -> "tuple[Release, ...]":
        """Return what is new in each version, the newest first."""
        return running.releases()

    def log_file(self) -> Path:
        """Return the file of log lines; it need not be there."""
        return paths.log_file(self.folder.absolute())

    def support_information(self) -> str:
        """Return what whoever helps has to know."""
        from desktop.about.support import information

        return information(self.folder, self.window.workplace, self.clock())
