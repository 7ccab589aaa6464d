"""The family is found by its four files, its version and its letters, in the folders of each system."""

import shutil
from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase.ttfonts import TTFontFile

from db.rules.text import VIETNAMESE_LETTERS
from exports.documents.fonts import FAMILIES, Face, Family, FontMissing, font_files, standard_folders
from exports.documents.typeface import typeface

TIMES, LIBERATION, TINOS = FAMILIES


@pytest.fixture(scope="module")
def installed() -> dict[Face, Path]:
    """Return the four files of a family that is on this machine."""
    return dict(next(font_files(standard_folders())).paths)


def put(installed: dict[Face, Path], folder: Path, names: dict[Face, str]) -> None:
    folder.mkdir(parents=True)
    for face, name in names.items():
        shutil.copy(installed[face], folder / name)


def with_first_version(font: Path) -> None:
    """Write version 1.07 into the head table, as the old package of the same name has it."""
    parsed = TTFontFile(str(font), charInfo=0)
    content = bytearray(font.read_bytes())
    place = parsed.table["head"]["offset"] + 4
    content[place : place + 4] = bytes([0, 1, 0x11, 0xEC])
    font.write_bytes(content)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_each_family_is_known_by_its_files(
    family: Family, installed: dict[Face, Path], tmp_path: Path
) -> None:
    put(installed, tmp_path / "deep" / "fonts", dict(family.files))

    assert typeface((tmp_path,)).family == family.name


def test_times_is_preferred_and_names_are_read_in_any_case(
    installed: dict[Face, Path], tmp_path: Path
) -> None:
    put(installed, tmp_path / "a", dict(LIBERATION.files))
    put(installed, tmp_path / "b", {face: name.upper() for face, name in TIMES.files.items()})

    assert [found.family for found in font_files((tmp_path,))] == [TIMES, LIBERATION]


def test_missing_style_is_no_family(installed: dict[Face, Path], tmp_path: Path) -> None:
    put(installed, tmp_path / "fonts", dict(TIMES.files))
    (tmp_path / "fonts" / TIMES.files[Face.BOLD_ITALIC]).unlink()

    with pytest.raises(FontMissing):
        typeface((tmp_path,))


def test_first_version_of_liberation_is_passed_over(installed: dict[Face, Path], tmp_path: Path) -> None:
    put(installed, tmp_path / "liberation", dict(LIBERATION.files))
    for name in LIBERATION.files.values():
        with_first_version(tmp_path / "liberation" / name)
    put(installed, tmp_path / "tinos", dict(TINOS.files))

    assert typeface((tmp_path,)).family == "Tinos"


def test_damaged_file_is_passed_over(installed: dict[Face, Path], tmp_path: Path) -> None:
    put(installed, tmp_path / "fonts", dict(TINOS.files))
    damaged = tmp_path / "fonts" / TINOS.files[Face.ITALIC]
    damaged.write_bytes(damaged.read_bytes()[:5000])

    with pytest.raises(FontMissing):
        typeface((tmp_path,))


def test_family_without_vietnamese_letters_is_passed_over(tmp_path: Path) -> None:
    without = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    put(dict.fromkeys(Face, without), tmp_path / "fonts", dict(TIMES.files))

    with pytest.raises(FontMissing):
        typeface((tmp_path,))


def test_folders_of_windows_come_from_its_own_variables() -> None:
    folders = standard_folders("win32", {"WINDIR": "D:/Windows", "LOCALAPPDATA": "D:/own"})

    assert folders == (Path("D:/Windows/Fonts"), Path("D:/own/Microsoft/Windows/Fonts"))
    assert standard_folders("win32", {}) == (Path("C:/Windows/Fonts"),)


def test_folders_of_linux_end_with_the_users_own() -> None:
    folders = standard_folders("linux", {"HOME": "/home/x"})

    assert folders[0] == Path("/usr/share/fonts")
    assert folders[-2:] == (Path("/home/x/.local/share/fonts"), Path("/home/x/.fonts"))


def test_every_vietnamese_letter_is_asked_for() -> None:
    assert len(VIETNAMESE_LETTERS) == 2 * (12 * 6 + 1)
    assert set("đĐệỆửỮỹỸ") <= VIETNAMESE_LETTERS
