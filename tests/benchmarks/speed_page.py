"""docs/speed.md: the figures of one run as tables, with what they were measured on."""

import os
import platform
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.metadata import version

from tests.benchmarks.rows import Amount, Row, Share

_HEAD = """# Speed

Written by `make bench` (`python -m tests.benchmarks`), all figures of one run on {day}. The limits are those of the
design. A ratio stands beside its yardstick, measured in the same rounds, A B A B: the figure is the ratio of the
medians; "round by round" gives the median and the quartiles of the ratios within the rounds. Start-up is whole
processes, from before the process is started to rows that are drawn.

The large office is an invented district of 600 communes with ten reporting years:
{facts}.
The small one has 19 communes with the same in each. `tests/benchmarks/large_book.py` makes both, the same at every run;
the log of changes is left empty. The window opens on outreach, its largest list, and on a whole year.
"""
_ROW_HEADS = ("work", "beside", "at most", "figure", "met", "own", "yardstick", "round by round", "rounds")
_AMOUNT_HEADS = ("work", "at most", "figure", "met", "from – to", "samples")
_SHARE_HEADS = ("step", "takes", "share", "rounds")
_SHARES = """## Where the start goes

From before the process is started to the first list of the office of 19 communes, without a screen; the median of each
step. A window that reads records maps their classes when they are first asked for.

"""
_PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "XlsxWriter", "openpyxl", "reportlab")


def speed_page(
    rows: Sequence[Row], amounts: Sequence[Amount], facts: str, day: date, shares: Sequence[Share] = ()
) -> str:
    """Return the page."""
    parts = [
        _HEAD.format(day=f"{day:%Y-%m-%d}", facts=facts),
        _table(_ROW_HEADS, (row.cells for row in rows)),
        _table(_AMOUNT_HEADS, (amount.cells for amount in amounts)),
        _SHARES + _table(_SHARE_HEADS, (share.cells for share in shares)) if shares else "",
        _missed([*rows, *amounts]),
        f"## Measured on\n\n{_machine()}\n",
    ]
    return "\n".join(part for part in parts if part)


def _table(heads: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    heads = tuple(heads)
    ruled = (heads, ("---",) * len(heads), *lines)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in ruled)


def _missed(measured: Iterable[Row | Amount]) -> str:
    reasons: dict[str, list[str]] = {}
    for item in measured:
        if item.met is False:
            reasons.setdefault(item.reason, []).append(item.work)
    lines = [f"- {'; '.join(dict.fromkeys(works))}: {reason}\n" for reason, works in reasons.items()]
    return "## What is missed, and why\n\n" + "".join(lines) if lines else ""


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{system}; Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}; {packages}."
