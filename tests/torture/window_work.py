"""The work of an officer at the window, and how it is judged: what it said was kept, and what was typed 2 s before."""

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from random import Random

from db.sessions import BOOK_NAME
from tests.torture.ledger import Ledger, Line
from tests.torture.soundness import complaints, strangers
from tests.torture.work import Judgement, Scene, Work

_OLD_S = 2.0
_KEPT = ("people", "topic", "note")


def live(scene: Scene, ledger: Ledger) -> None:
    """Open the window as the command line does, and type."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.app import run_window
    from desktop.settings import open_preferences
    from desktop.upgrade_care import note_version
    from tests.torture.typing_officer import TypingOfficer
    from ui.shell.window import Window

    def watch(window: Window) -> None:
        officer = TypingOfficer(window, Random(scene.seed), ledger)
        window.list_filled.connect(officer.begin)

    preferences = open_preferences(scene.folder)
    preferences.set_text("period", "2025")
    preferences.set_text("window/subject", "outreach")
    note_version(preferences)
    run_window(scene.folder, watch=watch)


def judge(scene: Scene, lines: Sequence[Line]) -> Judgement:
    """Compare the book with what the window said, and its drafts with what was typed."""
    kept = {line["id"]: line for line in lines if line["what"] == "kept"}
    wrong = complaints(scene.folder)
    with closing(sqlite3.connect(scene.folder / BOOK_NAME)) as connection:
        wrong += _not_kept(connection, kept)
        wrong += _not_typed(connection, lines, scene.killed_at - _OLD_S)
    told = sum(line["what"] == "kept" for line in lines)
    return Judgement(told, wrong, strangers(scene.folder))


def _not_kept(connection: sqlite3.Connection, kept: dict[int, Line]) -> Iterator[str]:
    rows = connection.execute(f"SELECT id, {', '.join(_KEPT)} FROM outreach_activity")
    found = {row[0]: dict(zip(_KEPT, row[1:], strict=True)) for row in rows}
    for number, line in kept.items():
        lost = [key for key in _KEPT if line[key] is not None and found.get(number, {}).get(key) != line[key]]
        if lost:
            yield f"the window said that record {number} was kept, but not there: {', '.join(lost)}"


def _not_typed(connection: sqlite3.Connection, lines: Sequence[Line], until: float) -> Iterator[str]:
    """Tell of each text that was typed before a moment and is neither in a draft nor in a record."""
    typed = [line for line in lines if line["what"] == "typed" and line["at"] <= until]
    newest = {(line["record"], line["field"]): line["text"] for line in typed}
    held = list(_texts(connection))
    for (record, field), text in newest.items():
        # Blanks at the end of a text are not kept.
        if not any(other.startswith(text.strip()) for other in held):
            yield f"of record {record} “{text}” in {field} was typed more than {_OLD_S:.0f} s before and is lost"


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute("SELECT topic, note FROM outreach_activity"):
        yield from filter(None, row)
    for (raw,) in connection.execute("SELECT raw FROM draft"):
        yield from json.loads(raw).values()


# Hands write little: within its seconds the log of the book comes to this part of the book, no further.
WINDOW = Work(
    "entry in the window, with drafts", live, judge, longest_s=6.0, most_calls=80, ends_between=(0.04, 0.1)
)
