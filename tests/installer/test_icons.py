"""The icons of the packages."""

from pathlib import Path

from PIL import Image

from installer.icons import SIZES, draw_icons


def test_the_drawing_becomes_a_picture_of_each_size(tmp_path: Path) -> None:
    for size, path in draw_icons(tmp_path).items():
        with Image.open(path) as picture:
            assert picture.size == (size, size)


def test_one_file_holds_all_sizes_for_windows(tmp_path: Path) -> None:
    draw_icons(tmp_path)
    with Image.open(tmp_path / "pcmd.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in SIZES}


def test_the_corners_are_clear_and_the_cover_is_teal(tmp_path: Path) -> None:
    with Image.open(draw_icons(tmp_path)[256]) as picture:
        assert picture.getpixel((2, 2)) == (0, 0, 0, 0)
        assert picture.getpixel((88, 48)) == (15, 107, 107, 255)
