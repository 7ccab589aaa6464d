"""What belongs into a built folder: the files that lie beside the modules, and what Qt brings that is not used."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path, PurePath

_BESIDE_MODULES = (".toml", ".csv", ".svg", ".mako", ".txt")
# Alembic reads the migrations as files.
_READ_AS_FILES = "db/migrations"
# Drawn in at some import, never called by this program.
UNUSED_MODULES = [
    "tkinter",
    "pytest",
    "_pytest",
    "setuptools",
    "pkg_resources",
    "pip",
    "numpy",
    "IPython",
    "matplotlib",
    # Nothing is fetched, nobody types into a terminal, no pictures of the web, no tests.
    "ssl",
    "readline",
    "curses",
    "PIL._avif",
    "PIL._webp",
    "lxml.html",
    "lxml.objectify",
    "lxml.isoschematron",
    "sqlalchemy.testing",
    "alembic.testing",
]
# Every desktop of Debian has these, and graphics drivers and settings of the system belong to its own version of them:
# the package depends on them instead.
_OF_THE_SYSTEM = (
    "libstdc++.so.*",
    "libgcc_s.so.*",
    "libz.so.*",
    "libglib-2.0.so.*",
    "libgthread-2.0.so.*",
    "libdbus-1.so.*",
    "libfontconfig.so.*",
    "libfreetype.so.*",
    "libX11.so.*",
    "libX11-xcb.so.*",
    "libxcb.so.*",
    "libwayland-*.so.*",
    "libdrm.so.*",
    "libgbm.so.*",
    "libcups.so.*",
    "libgssapi_krb5.so.*",
)
# The names are those of both systems. What is kept of Qt: widgets, printing, local sockets, input methods, themes.
_UNUSED_FILES = (
    # Qt's own words: it has none in Vietnamese, the program brings its own.
    "*/translations/*",
    # A window that is drawn by the processor needs no graphics card, and no stand-in for one.
    "*opengl32sw.dll",
    "*d3dcompiler_*.dll",
    # The look of another toolkit, which would bring all of it along.
    "*/platformthemes/*gtk3*",
    # Screens of other kinds than a PC's.
    "*/platforms/*eglfs*",
    "*/platforms/*linuxfb*",
    "*/platforms/*minimalegl*",
    "*/platforms/*vkkhrdisplay*",
    "*/platforms/*vnc*",
    "*/egldeviceintegrations/*",
    "*EglFSDeviceIntegration*",
    "*EglFsKmsSupport*",
    # Nothing is fetched: no network, no keyboard on the screen.
    "*/tls/*",
    "*/networkinformation/*",
    "*/generic/*",
    "*virtualkeyboard*",
    "*Qt6Quick*",
    "*Qt6Qml*",
    "*Qt6Pdf*",
    "*Qt6VirtualKeyboard*",
    # Pictures that no document of an office is made of.
    "*/imageformats/*webp*",
    "*/imageformats/*tiff*",
    "*/imageformats/*icns*",
    "*/imageformats/*tga*",
    "*/imageformats/*wbmp*",
    "*/imageformats/*pdf*",
    "*/PIL/_avif*",
    "*/PIL/_webp*",
    # A second way of drawing windows, which nobody asks for.
    "*/platforms/*direct2d*",
    # What packages were built from, and what installers note for themselves, with the folder in which this was built.
    "*.dist-info/RECORD",
    "*.dist-info/direct_url.json",
    "*.dist-info/sboms/*",
)


def is_used(name: str) -> bool:
    """Tell whether a file, named by its place in the built folder, is needed there."""
    place = f"/{PurePath(name).as_posix()}".replace("\\", "/")
    return not any(fnmatch(place, pattern) for pattern in _UNUSED_FILES)


def is_of_the_system(name: str) -> bool:
    """Tell whether a library of Linux is left to the system; those in folders of their own come with their module."""
    return any(fnmatch(name, pattern) for pattern in _OF_THE_SYSTEM)


def data_files(root: Path, packages: Sequence[str]) -> list[tuple[str, str]]:
    """Return the files that go along: each with the folder of the built program that it goes to."""
    return [(str(path), path.parent.relative_to(root).as_posix()) for path in _found(root, packages)]


def _found(root: Path, packages: Sequence[str]) -> Iterator[Path]:
    yield root / "CHANGELOG.md"
    for package in packages:
        yield from (path for path in sorted((root / package).rglob("*")) if path.suffix in _BESIDE_MODULES)
    yield from sorted((root / _READ_AS_FILES).rglob("*.py"))
