"""Libraries that only what was left out needed do not stay behind."""

from installer.closure import libraries_asked_for, still_needed

FOLDER = {
    "PySide6/Qt/plugins/platforms/libqxcb.so": ["libQt6XcbQpa.so.6", "libxcb-cursor.so.0", "libc.so.6"],
    "PySide6/Qt/lib/libQt6XcbQpa.so.6": ["libQt6Gui.so.6"],
    "PySide6/Qt/lib/libQt6Gui.so.6": ["libQt6Core.so.6"],
    "PySide6/Qt/lib/libQt6Core.so.6": [],
    "PySide6/Qt/lib/libQt6Quick.so.6": ["libQt6Gui.so.6"],
    "libQt6Core.so.6": [],
    "libxcb-cursor.so.0": ["libxcb-image.so.0"],
    "libxcb-image.so.0": [],
    "libgtk-3.so.0": ["libgdk-3.so.0"],
    "libgdk-3.so.0": ["libgtk-3.so.0"],
    "libpython3.11.so.1.0": [],
    "PIL/_imaging.cpython-311-x86_64-linux-gnu.so": ["libjpeg-6dc8d115.so.62.4.0"],
    "pillow.libs/libjpeg-6dc8d115.so.62.4.0": [],
    "pillow.libs/libavif-c6062d5f.so.16.4.2": [],
}


def test_what_nothing_asks_for_any_more_goes() -> None:
    assert set(FOLDER) - still_needed(FOLDER) == {
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "libgtk-3.so.0",
        "libgdk-3.so.0",
        "pillow.libs/libavif-c6062d5f.so.16.4.2",
    }


def test_a_file_that_is_no_library_asks_for_nothing() -> None:
    assert libraries_asked_for(__file__) == []
