"""What the package for Debian says of itself, and where its files lie."""

import configparser
import gzip
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from installer.icons import draw_icons
from installer.linux import texts
from installer.linux.clean_root import CleanRoot
from installer.linux.debian_package import Contents, Versions, control, lay_out
from installer.linux.licences import copyright_text
from installer.linux.measuring import memory_said, ratio
from installer.linux.trial import digest

VERSIONS = Versions("1.0.0", "0.9.9", datetime(2026, 11, 26, 8, 0, tzinfo=UTC))
METADATA = "Metadata-Version: 2.1\nName: PyTree\nVersion: 3.1\nAuthor: Cô Hoa\n{licence}\n"


@pytest.fixture
def built(tmp_path: Path) -> Contents:
    """A built folder of two files, with its icons."""
    internal = tmp_path / "pcmd" / "_internal"
    internal.mkdir(parents=True)
    (internal.parent / "pcmd").write_bytes(b"program")
    (internal / "lib.so").write_bytes(b"library")
    return Contents(internal.parent, draw_icons(tmp_path / "icons"), "libc6 (>= 2.36)")


class Keys(configparser.RawConfigParser):
    """Keys with their case, no interpolation, as desktops read them."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def entry() -> configparser.SectionProxy:
    """The menu's entry."""
    parser = Keys(delimiters=("=",), comment_prefixes=("#",))
    parser.read_string(texts.DESKTOP_ENTRY)
    return parser["Desktop Entry"]


def test_every_file_lies_where_debian_looks_for_it(built: Contents, tmp_path: Path) -> None:
    root = tmp_path / "root"
    lay_out(built, VERSIONS, root)
    assert (root / "usr/bin/pcmd").readlink() == Path("../lib/pcmd/pcmd")
    assert (root / "usr/bin/pcmd").resolve().read_bytes() == b"program"
    shared = {path.relative_to(root / "usr/share").as_posix() for path in root.rglob("*.png")}
    assert "icons/hicolor/48x48/apps/pcmd.png" in shared
    assert (root / "usr/share/icons/hicolor/scalable/apps/pcmd.svg").is_file()
    assert b"pcmd (1.0.0)" in gzip.decompress((root / "usr/share/doc/pcmd/changelog.gz").read_bytes())


def test_only_the_program_may_be_run(built: Contents, tmp_path: Path) -> None:
    lay_out(built, VERSIONS, tmp_path / "root")
    files = [path for path in (tmp_path / "root").rglob("*") if path.is_file() and not path.is_symlink()]
    runnable = [path.name for path in files if path.stat().st_mode & 0o111]
    assert runnable == ["pcmd"]


def test_the_control_file_has_its_fields_and_whole_kilobytes() -> None:
    fields = dict(
        line.split(": ", 1) for line in control("1.0.0", "libc6", 2049).splitlines() if line[0] != " "
    )
    assert fields["Version"] == "1.0.0"
    assert (fields["Architecture"], fields["Depends"], fields["Installed-Size"]) == ("amd64", "libc6", "3")
    assert fields["Description"]


def test_lines_of_the_description_fit_a_terminal() -> None:
    told = control("1.0.0", "libc6", 1).partition("Description: ")[2].splitlines()
    assert all(line.startswith(" ") for line in told[1:])
    assert max(len(line) for line in told) <= 80


def test_the_entry_of_the_menu_opens_a_file_and_speaks_vietnamese() -> None:
    keys = entry()
    assert {key: keys[key] for key in ("Type", "Exec", "Icon", "Categories", "StartupWMClass")} == {
        "Type": "Application",
        "Exec": "pcmd %f",
        "Icon": "pcmd",
        "Categories": "Office;",
        "StartupWMClass": "pcmd",
    }
    told = [key for key in ("Name", "GenericName", "Comment", "Keywords") if f"{key}[vi]" in keys]
    assert len(told) == 4
    assert all(keys[key].endswith(";") for key in ("Categories", "MimeType", "Keywords", "Keywords[vi]"))


def test_the_kind_of_file_is_the_one_that_the_entry_opens() -> None:
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = ElementTree.fromstring(texts.FILE_TYPE.encode()).find(f"{space}mime-type")
    assert kind is not None
    assert f"{kind.get('type')};" == entry()["MimeType"]
    globs = [glob.get("pattern") for glob in kind.findall(f"{space}glob")]
    assert globs == ["*.pcmdbak"]


@pytest.mark.parametrize(
    ("licence", "named"),
    [
        ("License-Expression: MIT", "MIT"),
        ("License: BSD-3-Clause", "BSD-3-Clause"),
        (f"License: {'long words ' * 20}\nClassifier: License :: OSI Approved :: MIT License", "MIT License"),
        ("Summary: says nothing", "none-named"),
    ],
)
def test_each_part_names_its_licence(tmp_path: Path, licence: str, named: str) -> None:
    (tmp_path / "PyTree-3.1.dist-info").mkdir()
    (tmp_path / "PyTree-3.1.dist-info/METADATA").write_text(METADATA.format(licence=licence))
    assert copyright_text(tmp_path).endswith(f"Copyright: Cô Hoa\nLicense: {named}\nComment: PyTree 3.1\n")


def test_memory_is_read_from_what_the_system_says() -> None:
    assert memory_said("VmPeak:\t9 kB\nVmHWM:\t  2048 kB\nVmRSS:\t  1024 kB\n") == (1.0, 2.0)


def test_two_programs_are_compared_by_their_medians() -> None:
    assert ratio(([3.0, 2.0, 100.0], [1.0, 2.0, 2.0])) == 1.5


def test_a_changed_a_moved_and_a_lost_file_are_seen(tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.write_bytes(b"1")
    before = digest(tmp_path)
    book.write_bytes(b"2")
    changed = digest(tmp_path)
    book.rename(tmp_path / "moved")
    moved = digest(tmp_path)
    (tmp_path / "moved").unlink()
    assert len({before, changed, moved, digest(tmp_path)}) == 4


def test_a_place_of_the_clean_root_lies_below_its_folder(tmp_path: Path) -> None:
    assert CleanRoot(tmp_path).inside(Path("/usr/bin")) == tmp_path / "usr/bin"
