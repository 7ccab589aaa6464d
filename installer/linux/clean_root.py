"""A Debian of its own with nothing in it but what every Debian has, made by debootstrap: no Python, no Qt.

What is mounted for a command is mounted in a namespace of that command alone and goes with it, however it ends: nothing
of this system ever lies below the folder that is removed again. Needs root.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

PERSON, HOME = "anh", Path("/home", "Nguyễn Văn Ánh")
_PERSON_ID = 1000
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_SCREENS = "/tmp/.X11-unix"
_NO_SERVICES = "#!/bin/sh\nexit 101\n"
_ENTER = f"""
root=$1 who=$2; shift 2
mount -t proc proc "$root/proc"
if [ -d {_SCREENS} ]; then mkdir -p "$root{_SCREENS}"; mount --bind {_SCREENS} "$root{_SCREENS}"; fi
exec chroot --userspec="$who" "$root" "$@"
"""


class RootFailed(Exception):
    """A command in the clean root ended with an error; carries what it said."""


@dataclass(frozen=True)
class CleanRoot:
    """A root below a folder, with one ordinary person."""

    folder: Path

    def command(self, *words: str, by: int = 0) -> list[str]:
        """Return what runs a command in it as a user."""
        enter = ["unshare", "--mount", "--propagation", "private", "sh", "-ec", _ENTER, "enter"]
        return [*enter, str(self.folder), f"{by}:{by}", *words]

    def persons_command(self, *words: str) -> list[str]:
        """Return what runs a command as the person."""
        return self.command(*words, by=_PERSON_ID)

    def persons_surroundings(self, **more: str) -> dict[str, str]:
        """Return what a person's programs are told."""
        return {"PATH": _PATH, "HOME": str(HOME), "LANG": "C.UTF-8", **more}

    def run(self, *words: str) -> str:
        """Run a command as root and return what it said; raises `RootFailed`."""
        told = {"PATH": _PATH, "HOME": "/root", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
        return _done(self.command(*words), told)

    def run_as_person(self, *words: str) -> str:
        """Run a command as the person, without a screen; raises `RootFailed`."""
        told = self.persons_surroundings(QT_QPA_PLATFORM="offscreen")
        return _done(self.persons_command(*words), told)

    def has(self, program: str) -> bool:
        """Tell whether a program would be found in it."""
        done = subprocess.run(
            self.command("sh", "-c", f"command -v {program}"), env={"PATH": _PATH}, capture_output=True
        )
        return done.returncode == 0

    def inside(self, place: Path) -> Path:
        """Return where a place of the root lies for us."""
        return self.folder / place.relative_to("/")

    def give(self, folder: Path) -> None:
        """Make a folder of ours, and all in it, the person's."""
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, _PERSON_ID, _PERSON_ID)


def fresh_root(suite: str, keep: Path) -> CleanRoot:
    """Return a root as debootstrap made it once; the download is kept for the next time."""
    packed = keep / f"{suite}.tar"
    root = keep.absolute() / suite
    if not packed.exists():
        _remove(root)
        _bootstrap(suite, root, packed)
    _remove(root)
    root.mkdir(parents=True)
    _done(["tar", "-xpf", str(packed), "--numeric-owner", "-C", str(root)])
    made = CleanRoot(root)
    _furnish(made)
    return made


def _bootstrap(suite: str, root: Path, packed: Path) -> None:
    packed.parent.mkdir(parents=True, exist_ok=True)
    _done(["debootstrap", "--variant=minbase", suite, str(root), _source()])
    half = packed.with_suffix(".half")
    _done(["tar", "-cpf", str(half), "--numeric-owner", "-C", str(root), "."])
    half.replace(packed)


def _source() -> str:
    """Return where this system has its own packages from."""
    sites = _done(["apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages"])
    return sites.split()[0]


def _furnish(root: CleanRoot) -> None:
    policy = root.folder / "usr/sbin/policy-rc.d"
    policy.write_text(_NO_SERVICES)
    policy.chmod(0o755)
    root.run("useradd", "--uid", str(_PERSON_ID), "--home-dir", str(HOME), "--create-home", PERSON)


def _remove(root: Path) -> None:
    if str(root.resolve()) in Path("/proc/self/mounts").read_text(encoding="utf-8"):
        raise RootFailed(f"something is mounted below {root}: unmount it first")
    if root.exists():
        shutil.rmtree(root)


def _done(command: list[str], told: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, env=told, capture_output=True, text=True)
    if done.returncode:
        raise RootFailed(f"{command[-1]}: {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done.stdout
