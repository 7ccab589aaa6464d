"""One process that breeds others and kills them: everything is imported once, each run is a fork of it.

Arguments: the name of a work, the numbers of the first run and of the one after the last, the seed, a folder with a
book, an empty folder. Prints one line of JSON for each run.
"""

import json
import os
import resource
import select
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from random import Random
from time import monotonic, sleep

from tests.torture.ledger import Ledger, told
from tests.torture.work import Judgement, Scene, Work
from tests.torture.works import WORKS

_LONGEST_WAIT_S = 60.0


def main(name: str, first: str, end: str, seed: str, template: str, folder: str) -> int:
    """Kill `end - first` processes at one work."""
    for number in range(int(first), int(end)):
        place, random = Path(folder) / f"{name}-{number}", Random(f"{seed} {name} {number}")
        office, beginning = place / "so", place / "beginning"
        for copy in (office, beginning):
            shutil.copytree(template, copy)
        way, judgement = run(WORKS[name], Scene(office, beginning, f"{seed} {number}"), random)
        print(json.dumps({"number": number, "way": way, **asdict(judgement)}, ensure_ascii=False), flush=True)
        if not judgement.wrong:
            shutil.rmtree(place)
    return 0


def run(work: Work, scene: Scene, random: Random) -> tuple[str, Judgement]:
    """Let a process work on the scene and kill it; return how, and what it left."""
    path, said = scene.folder.parent / "ledger", scene.folder.parent / "said"
    way = random.choice(list(WAYS))
    with _child(lambda: work.live(scene, Ledger(path)), said) as (process, let_go):
        # Where a call or a write did not come in time, the clock has chosen the moment.
        way = way if WAYS[way](process, let_go, path, work, random) else AT_A_MOMENT
        _kill(process)
        killed_at = monotonic()
    judgement = _judged(work, replace(scene, killed_at=killed_at), path)
    complaint = said.read_text(encoding="utf-8").strip() if said.exists() else ""
    if "Traceback" in complaint:
        judgement = replace(judgement, wrong=(*judgement.wrong, f"the process said: {complaint[-500:]}"))
    return way, judgement


def _judged(work: Work, scene: Scene, path: Path) -> Judgement:
    try:
        return work.judge(scene, told(path))
    except Exception as error:
        # A book that does not open any more is the fault that is looked for.
        return Judgement(0, [f"it cannot be judged: {error!r}"])


def at_a_moment(process: int, let_go: Callable[[], None], path: Path, work: Work, random: Random) -> bool:
    """Wait for a moment that chance chooses."""
    let_go()
    _wait_until(lambda: bool(told(path)) or _is_dead(process))
    sleep(random.uniform(0, work.longest_s))
    return True


def at_a_call(process: int, let_go: Callable[[], None], path: Path, work: Work, random: Random) -> bool:
    """Kill at the n-th call of the system that writes, flushes or renames: a moment within a commit."""
    when = random.randrange(1, work.most_calls)
    inject = f"inject={work.calls}:signal=KILL:when={when}"
    command = ["strace", "-f", "-qqq", "-o", os.devnull, "-e", f"trace={work.calls}", "-e", inject]
    with subprocess.Popen([*command, "-p", str(process)], stderr=subprocess.DEVNULL) as tracer:
        _wait_until(lambda: _is_traced(process) or tracer.poll() is not None)
        let_go()
        _wait_until(lambda: _is_dead(process), work.longest_s * 4)
        died = _is_dead(process)
        _kill(process)
    return died


def in_a_write(process: int, let_go: Callable[[], None], path: Path, work: Work, random: Random) -> bool:
    """Let the system end the process in the middle of a write: at a byte of a file beyond which it may not grow."""
    largest = max(file.stat().st_size for file in path.parent.rglob("*") if file.is_file())
    limit = int(largest * random.uniform(*work.ends_between))
    resource.prlimit(process, resource.RLIMIT_CORE, (0, 0))
    resource.prlimit(process, resource.RLIMIT_FSIZE, (limit, limit))
    let_go()
    _wait_until(lambda: _is_dead(process), work.longest_s * 4)
    return _is_dead(process)


AT_A_MOMENT = "at a moment"
Way = Callable[[int, Callable[[], None], Path, Work, Random], bool]
WAYS: dict[str, Way] = {AT_A_MOMENT: at_a_moment, "in a write": in_a_write}
if shutil.which("strace"):
    WAYS["at a call"] = at_a_call


@contextmanager
def _child(live: Callable[[], None], said: Path) -> Iterator[tuple[int, Callable[[], None]]]:
    """Fork a process that begins once it is let go, and is gone at the end."""
    waiting, going = os.pipe()
    process = os.fork()
    if not process:
        os.close(going)
        os.read(waiting, 1)
        _live(live, said)
    os.close(waiting)
    try:
        yield process, lambda: os.close(going)
    finally:
        _kill(process)
        os.waitpid(process, 0)


def _live(live: Callable[[], None], said: Path) -> None:
    """Never return: what this process is a copy of has its own end."""
    # The system's own way: the process ends in the middle of the write.
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    with said.open("w", encoding="utf-8") as file:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(file.fileno(), stream.fileno())
        try:
            live()
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(1)


def _wait_until(is_so: Callable[[], bool], longest_s: float = _LONGEST_WAIT_S) -> None:
    began = monotonic()
    while not is_so() and monotonic() - began < longest_s:
        select.select([], [], [], 0.001)


def _is_dead(process: int) -> bool:
    """Tell whether a child ended; it stays known to the system until it is waited for."""
    return os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _is_traced(process: int) -> bool:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return "TracerPid:\t0\n" not in status


def _kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
