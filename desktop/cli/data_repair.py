"""`pcmd data repair`: what can be read of a damaged book, in a new one."""

from argparse import Namespace
from dataclasses import asdict
from datetime import datetime

from db.keyring.files import save_ring
from db.keyring.signing_in import ring_in
from db.office_accounts import key_of_damaged
from db.repair.repairing import repair
from db.rules.rights import Right
from db.services.rights import check
from db.sessions import BOOK_NAME
from desktop.cli import data_texts as texts
from desktop.cli.books import folder_of
from desktop.cli.outcome import Outcome
from desktop.cli.signing_in import signed_in
from ui.common.repair_texts import WHO
from ui.common.repair_words import loss_lines, summary, write_list


def run(arguments: Namespace) -> Outcome:
    """Read what can be read into a new book in another folder, beside it a list of what could not."""
    folder, now = folder_of(arguments), datetime.now()
    who = signed_in(arguments, folder)
    if who is not None:
        check(who.role, Right.ADMINISTER)
    book, key = folder / BOOK_NAME, key_of_damaged(folder, who)
    repaired = repair(book, arguments.out, who=WHO, clock=lambda: now, tell=lambda _: None, key=key)
    if who is not None:
        save_ring(arguments.out, ring_in(folder))  # Without it nobody could open the new book.
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
