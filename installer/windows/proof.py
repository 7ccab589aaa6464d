"""The trial of the installer: put in, used, replaced, refused, taken out again, with the data as they were.

Each step raises `Failed` where it does not hold. The same steps run on Windows and inside Wine.
"""

import hashlib
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from installer.smoke import Failed
from installer.windows.machine import Done, Machine, registry
from installer.windows.toolchain import ROOT

KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Uninstall\SoPCMD"
CLASSES = r"HKEY_CURRENT_USER\Software\Classes"
TYPE, ENDING = "SoPCMD.SaoLuu", ".pcmdbak"
NEWER_INSTALLED, RUNNING = 3, 4
_LINK = "Sổ PCMD.lnk"
_RELEASED = ROOT / "tests" / "db" / "released" / "0010.sql"
_BOOK, _LOG, _MARK, _BACKUPS = "so-pcmd.db", "so-pcmd.log", "so-pcmd.dang-mo", "sao-luu"
_CLAIM = "so-pcmd.cua-so"
# Those of the full-text search are made anew from the others.
_RECORD_TABLES = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'search%'"
_CONSOLES = ("437", "1258", "65001")
_QUICK_S, _SLOW_S, _AWAIT_S, _LOOK_S = 120, 600, 60, 0.2
_TIMES, _END_S = 4, 15


@dataclass(frozen=True)
class Installers:
    """The installer on trial and one that says it is older, with their versions."""

    newer: Path
    version: str
    older: Path
    older_version: str


@dataclass
class Trial:
    """One run: on which Windows, with what, where screens are kept, and what was proved until now."""

    machine: Machine
    installers: Installers
    scratch: Path
    look: Callable[[str], None]
    proved: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """Return where the program is installed."""
        return self.machine.local / "Programs" / "SoPCMD"

    @property
    def data(self) -> Path:
        """Return where the office's book lies when nobody says otherwise."""
        return self.machine.local / "pcmd"

    def pcmd(self, *arguments: str | Path, seconds: float = _QUICK_S) -> Done:
        """Run a command of the installed program; raises `Failed` where it was refused."""
        done = self.machine.run(self.folder / "pcmd.exe", *arguments, seconds=seconds)
        want(done.code == 0, f"pcmd {arguments} ended with {done.code}\n{done.said}")
        return done

    def install(self, setup: Path) -> int:
        """Run an installer without a question and return how it ended."""
        return self.machine.run(setup, "/S", seconds=_SLOW_S).code

    def told(self, words: str) -> None:
        """Say what was proved."""
        print(f"  {words}", flush=True)
        self.proved.append(words)


def prove(trial: Trial) -> None:
    """Take all steps in turn; raises `Failed`."""
    steps = (
        _installs_without_a_question,
        _replaces_an_older_version,
        _refuses_to_go_back,
        _mends_what_was_cut_off,
        _brings_an_older_book_up_to_date,
        _does_the_main_job,
        _reads_files_in_children,
        _speaks_in_old_consoles,
        _shows_a_new_office_the_first_steps,
        _is_removed_and_leaves_the_data,
        _finds_the_data_again,
    )
    for step in steps:
        step(trial)


def want(holds: bool, words: str) -> None:
    """Raise `Failed` with these words unless it holds."""
    if not holds:
        raise Failed(words)


def tree(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder, by its place."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _installs_without_a_question(trial: Trial) -> None:
    want(not trial.folder.exists(), f"{trial.folder} was there before")
    code = trial.install(trial.installers.older)
    want(code == 0, f"the installer ended with {code}")
    _check_installed(trial, trial.installers.older_version)
    trial.told(
        f"installs {trial.installers.older_version} silently for one user: files, links, file type, entry"
    )


def _check_installed(trial: Trial, version: str) -> None:
    for name in ("SoPCMD.exe", "pcmd.exe", "uninstall.exe", "_internal"):
        want((trial.folder / name).exists(), f"{name} was not installed")
    for link in _links(trial):
        want(link.exists(), f"{link} is not there")
    entry = registry(trial.machine, KEY, trial.scratch / "key.reg").get(KEY, {})
    want(entry.get("DisplayVersion") == version, f"the entry of the list of programs is {entry}")
    want(entry.get("DisplayName") == "Sổ PCMD", f"the name in the list of programs is {entry}")
    want(
        _opener(trial) == f'"{trial.machine.told(trial.folder / "SoPCMD.exe")}" "%1"',
        "backups open elsewhere",
    )


def _links(trial: Trial) -> tuple[Path, Path]:
    menu = trial.machine.roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs"
    return menu / _LINK, trial.machine.desktop / _LINK


def _opener(trial: Trial) -> str:
    """Return the command that a backup is opened by, "" for none."""
    scratch = trial.scratch / "classes.reg"
    owner = registry(trial.machine, rf"{CLASSES}\{ENDING}", scratch).get(rf"{CLASSES}\{ENDING}", {}).get("")
    command = rf"{CLASSES}\{owner}\shell\open\command"
    return registry(trial.machine, rf"{CLASSES}\{owner}", scratch).get(command, {}).get("", "")


def _replaces_an_older_version(trial: Trial) -> None:
    _lay_old_book(trial.data)
    gone, foreign = trial.folder / "_internal" / "of-the-old-version.dll", trial.folder / "thư của tôi.txt"
    for path in (gone, foreign):
        path.write_text("x", encoding="utf-8")
    before = tree(trial.data)
    code = trial.install(trial.installers.newer)
    want(code == 0, f"the newer installer ended with {code}")
    _check_installed(trial, trial.installers.version)
    want(trial.installers.version in trial.pcmd("--version").said, "the program calls itself another version")
    want(not gone.exists(), "a file of the old version was left in the new one")
    want(foreign.exists(), "an officer's own file in the folder of the program is gone")
    want(tree(trial.data) == before, "the installer changed the data")
    want(_beside(trial.folder) == [], f"left beside the program: {_beside(trial.folder)}")
    trial.told(
        f"replaces it by {trial.installers.version} in place; nothing of the old is left, the data untouched"
    )


def _beside(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.glob(f"{folder.name}.*")]


def _lay_old_book(data: Path) -> None:
    data.mkdir(parents=True)
    with closing(sqlite3.connect(data / _BOOK)) as book:
        book.executescript(_RELEASED.read_text(encoding="utf-8"))
        # Made up for the tests of migrations: files of evidence that never were, marks that no program set.
        book.execute("DELETE FROM score_evidence WHERE stored_name IS NOT NULL")
        book.execute("DELETE FROM return_mark")
        book.commit()


def _refuses_to_go_back(trial: Trial) -> None:
    before = tree(trial.folder)
    code = trial.install(trial.installers.older)
    want(code == NEWER_INSTALLED, f"an older installer ended with {code}")
    want(tree(trial.folder) == before, "an older installer changed the program")
    trial.told("an older installer refuses and changes nothing")


def _mends_what_was_cut_off(trial: Trial) -> None:
    """Leave what a power cut between the two renamings leaves, and install again."""
    before = tree(trial.folder)
    trial.folder.rename(trial.folder.with_name(f"{trial.folder.name}.cu"))
    trial.folder.with_name(f"{trial.folder.name}.moi").mkdir()
    code = trial.install(trial.installers.newer)
    want(code == 0, f"after a power cut the installer ended with {code}")
    want(tree(trial.folder) == before, "after a power cut the program is another one")
    want(_beside(trial.folder) == [], f"left beside the program: {_beside(trial.folder)}")
    trial.told("an installer that was cut off between two folders is mended by the next run")


def _brings_an_older_book_up_to_date(trial: Trial) -> None:
    records = _rows(trial.data)
    with _window(trial, trial.data, ()):
        trial.look("windows-upgraded")
        _refuses_while_running(trial)
    want(_schema(trial.data) == "0011", f"the book is at {_schema(trial.data)}")
    now = _rows(trial.data)
    fewer = {table: (rows, now.get(table)) for table, rows in records.items() if now.get(table, 0) < rows}
    want(not fewer, f"rows are gone from the book: {fewer}")
    kept = [path for path in (trial.data / _BACKUPS).glob(f"*{ENDING}") if "nang-cap" in path.name]
    want(len(kept) == 1, f"backups before the upgrade: {kept}")
    trial.pcmd("data", "restore", kept[0], "--look")
    trial.told(
        "the first start makes a backup that is verified, then brings the book from schema 0010 to 0011"
    )


def _refuses_while_running(trial: Trial) -> None:
    before = tree(trial.folder)
    code = trial.install(trial.installers.newer)
    want(code == RUNNING, f"an installer beside the open window ended with {code}")
    want(tree(trial.folder) == before and _beside(trial.folder) == [], "it changed the program all the same")
    trial.told("an installer refuses while the window is open and changes nothing")


def _rows(data: Path) -> dict[str, int]:
    with closing(sqlite3.connect(data / _BOOK)) as book:
        names = [name for (name,) in book.execute(_RECORD_TABLES)]
        return {name: book.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _schema(data: Path) -> str:
    with closing(sqlite3.connect(data / _BOOK)) as book:
        return str(book.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _does_the_main_job(trial: Trial) -> None:
    out = trial.scratch / "thử"
    trial.pcmd("demo", out, seconds=_SLOW_S)
    want({"office", "returns", "documents"} <= {path.name for path in out.iterdir()}, "the demo left less")
    with _window(trial, out / "office", ("--data", out / "office")):
        trial.look("windows-window")
    trial.told("runs the demo; its window stands, a second starter is shown it, it closes and leaves no mark")


def _reads_files_in_children(trial: Trial) -> None:
    office, sheet = ("--data", trial.scratch / "thử" / "office"), trial.scratch / "mẫu nhập.xlsx"
    plan = trial.scratch / "kế hoạch.docx"
    trial.pcmd(*office, "records", "template", "outreach", sheet)
    trial.pcmd(*office, "records", "import", "outreach", sheet, "--dry-run")
    trial.pcmd(*office, "plans", "print", "15/KH-UBND", plan)
    trial.pcmd(*office, "plans", "read", plan)
    trial.told("reads a workbook and a document in children, by pipes")


def _speaks_in_old_consoles(trial: Trial) -> None:
    office = trial.scratch / "thử" / "office"
    for letters in _CONSOLES:
        command = ("chcp", letters, "&", trial.folder / "pcmd.exe", "--data", office, "data", "info")
        done = trial.machine.run(Path("cmd.exe"), "/c", *command, seconds=_QUICK_S)
        want(done.code == 0, f"in a console of {letters} it ended with {done.code}\n{done.said}")
    trial.told(f"speaks in consoles of the code pages {', '.join(_CONSOLES)}")


def _shows_a_new_office_the_first_steps(trial: Trial) -> None:
    folder = trial.scratch / "Sổ mới"
    with _window(trial, folder, ("--data", folder)):
        trial.look("windows-first-start")
    want(not (folder / _BOOK).exists(), "a book was made though nobody asked for one")
    trial.told("shows a new office the first steps")


def _is_removed_and_leaves_the_data(trial: Trial) -> None:
    before = tree(trial.data)
    trial.machine.run(trial.folder / "uninstall.exe", "/S", seconds=_QUICK_S)
    # The uninstaller goes on in a copy of itself: a program cannot remove its own file.
    _await(lambda: not (trial.folder / "uninstall.exe").exists() and not any(map(Path.exists, _links(trial))))
    _await(lambda: not registry(trial.machine, KEY, trial.scratch / "key.reg"))
    want(
        [path.name for path in trial.folder.iterdir()] == ["thư của tôi.txt"],
        "more than a foreign file is left",
    )
    want(_opener(trial) == "", "backups would still be opened by what is gone")
    want(tree(trial.data) == before, "the uninstaller changed the data")
    trial.told("uninstalls: program, links, file type, entry gone; the data the same, byte by byte")


def _finds_the_data_again(trial: Trial) -> None:
    want(trial.install(trial.installers.newer) == 0, "it was not installed again")
    _check_installed(trial, trial.installers.version)
    trial.pcmd("data", "info")
    trial.told("installed again, it finds the book that was left")


@contextmanager
def _window(trial: Trial, office: Path, told: tuple[str | Path, ...]) -> Iterator[None]:
    """Keep the window open; it is closed as by its button, and has to end by itself."""
    program, claim = trial.folder / "SoPCMD.exe", office / _CLAIM
    claim.unlink(missing_ok=True)
    first = trial.machine.begin(program, *told)
    try:
        # Of two that start at once either may be the window.
        _await(claim.exists)
        # A second starter waits until the first stands and answers.
        second = trial.machine.run(program, *told, seconds=_QUICK_S)
        want(
            second.code == 0 and first.poll() is None,
            f"no window: {second.code}, {first.poll()} {second.said}",
        )
        yield
        _close(trial, first)
        want(first.returncode == 0, f"the window ended with {first.returncode}")
        want(not (office / _MARK).exists(), "the window left its mark: it did not end by itself")
        want(not (told_wrong := _faults(office)), f"the window met with a fault of its own:\n{told_wrong}")
    finally:
        first.kill()


def _faults(office: Path) -> str:
    log = office / _LOG
    text = log.read_text(encoding="utf-8") if log.exists() else ""
    return text if "CRITICAL" in text else ""


def _close(trial: Trial, first: "subprocess.Popen[bytes]") -> None:
    # A window that stands behind another, the news of a version or the tour, is closed after that one.
    for _ in range(_TIMES):
        trial.machine.run(Path("taskkill.exe"), "/IM", "SoPCMD.exe", seconds=_QUICK_S)
        with suppress(subprocess.TimeoutExpired):
            first.wait(_END_S)
            return
    raise Failed("the window did not close")


def _await(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + _AWAIT_S
    while not holds():
        want(time.monotonic() < end, "it did not come to be in time")
        time.sleep(_LOOK_S)
