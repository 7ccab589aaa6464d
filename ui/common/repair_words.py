"""Write what a repair did as lines, and as a file beside the new book. No Qt: the command line reads it too."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from db.repair.losses import Loss, Repaired
from db.rules.formats import day_text, number_text
from db.whole_files import replacing
from ui.common import repair_texts as texts
from ui.common.soundness_words import table_word


def summary(repaired: Repaired) -> str:
    """Return in one sentence what was saved."""
    unsure = any(not loss.count for loss in repaired.losses)
    words = texts.SUMMARY if repaired.lost else texts.SUMMARY_UNSURE if unsure else texts.SUMMARY_WHOLE
    return words.format(rows=number_text(repaired.rows), lost=number_text(repaired.lost))


def loss_lines(repaired: Repaired) -> Iterator[str]:
    """Give a line for each kind of row that is not as it was, and below it what is known of them."""
    for loss in repaired.losses:
        yield _loss_line(loss)
        yield from (texts.NAMES.format(name=name) for name in loss.names)
        if loss.count > len(loss.names):
            yield texts.MORE_NAMES.format(count=number_text(loss.count - len(loss.names)))
    if repaired.chained_anew:
        yield texts.CHAINED_ANEW


def write_list(repaired: Repaired, book: Path, out: Path, at: datetime) -> Path:
    """Write the list beside the new book and return its path; raises TargetNotWritable."""
    target = out / texts.LIST_NAME
    head = texts.LIST_HEAD.format(day=day_text(at.date()), time=f"{at:%H:%M}", file=book)
    lines = (head, summary(repaired), "", *loss_lines(repaired), "")
    with replacing(target) as temporary:
        # With a mark at its beginning the oldest notepad reads it as what it is.
        temporary.write_text("\r\n".join(lines), encoding="utf-8-sig", newline="")
    return target


def _loss_line(loss: Loss) -> str:
    table = table_word(loss.table)
    if not loss.count:
        return texts.LOST_UNCOUNTED.format(table=table[:1].upper() + table[1:])
    return texts.FATES[loss.fate].format(count=number_text(loss.count), table=table)
