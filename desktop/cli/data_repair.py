"""`pcmd data repair`: what can be read of a damaged book, in a new one."""

from argparse import Namespace
from dataclasses import asdict
from datetime import datetime

from db.repair.repairing import repair
from db.sessions import BOOK_NAME
from desktop.cli import data_texts as texts
from desktop.cli.books import folder_of
from desktop.cli.outcome import Outcome
from ui.common.repair_texts import WHO
from ui.common.repair_words import loss_lines, summary, write_list


def run(arguments: Namespace) -> Outcome:
    """Read what can be read into a new book in another folder, beside it a list of what could not."""
    book, now = folder_of(arguments) / BOOK_NAME, datetime.now()
    repaired = repair(book, arguments.out, who=WHO, clock=lambda: now, tell=lambda _: None)
    listed = write_list(repaired, book, arguments.out, now)
    values = {
        "book": str(arguments.out / BOOK_NAME),
        "list": str(listed),
        "rows": repaired.rows,
        "lost": repaired.lost,
        "losses": [asdict(loss) for loss in repaired.losses],
        "chained_anew": repaired.chained_anew,
    }
    words = texts.REPAIRED.format(file=arguments.out / BOOK_NAME, list=listed)
    return Outcome(values, [words, summary(repaired), *loss_lines(repaired)])
