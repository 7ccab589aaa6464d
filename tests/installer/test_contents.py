"""What a built folder holds beside the modules."""

from pathlib import Path

import pytest

from installer.contents import data_files, is_of_the_system, is_used

ROOT = Path(__file__).parents[2]
PACKAGES = ("desktop", "ui", "exports", "db")


@pytest.mark.parametrize(
    ("name", "used"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\opengl32sw.dll", False),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", False),
        ("PIL\\_avif.cp313-win_amd64.pyd", False),
        ("PIL\\_imaging.cp313-win_amd64.pyd", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("db/catalogues/choices/outreach_forms.toml", True),
    ],
)
def test_only_what_is_used_of_qt_goes_along(name: str, used: bool) -> None:
    assert is_used(name) is used


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("libstdc++.so.6", True),
        ("libglib-2.0.so.0", True),
        # A desktop without it is common: it comes along.
        ("libxcb-cursor.so.0", False),
        ("libxcb.so.1", True),
        ("pillow.libs/libxcb-9065bb12.so.1.1.0", False),
    ],
)
def test_what_every_desktop_has_is_left_to_it(name: str, left: bool) -> None:
    assert is_of_the_system(name) is left


def test_every_file_of_content_and_every_migration_goes_along() -> None:
    places = {Path(source).relative_to(ROOT): Path(folder) for source, folder in data_files(ROOT, PACKAGES)}
    content = {
        path.relative_to(ROOT)
        for path in (ROOT / "db").rglob("*")
        if path.suffix in (".toml", ".mako", ".csv")
    }
    migrations = {path.relative_to(ROOT) for path in (ROOT / "db/migrations/versions").glob("*.py")}
    assert content | migrations <= set(places)
    assert all(folder == source.parent for source, folder in places.items())


def test_the_release_notes_lie_at_the_root() -> None:
    assert (str(ROOT / "CHANGELOG.md"), ".") in data_files(ROOT, PACKAGES)


def test_the_texts_of_licences_go_along() -> None:
    texts = list((ROOT / "desktop" / "about" / "licences").iterdir())
    assert {str(path) for path in texts} <= {source for source, _ in data_files(ROOT, PACKAGES)}
