"""The name of a score sheet's file: it sorts by unit and year, and every system takes it."""

import re
from itertools import chain, count
from pathlib import Path

from db.rules.scoring.marks import APPRAISED
from db.rules.scoring.score_books import BookHead
from db.rules.text import folded

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 40


def score_file_name(head: BookHead) -> str:
    """Return `03253-xa-quai-to_phieu_2025_lan-01.xlsx`, of a result `…_ket-qua_…`: Latin letters, digits, `-`, `_`."""
    name = _NOT_PLAIN.sub("-", folded(head.unit_name))[:_LONGEST_NAME].strip("-")
    code = _NOT_PLAIN.sub("-", head.unit_code.lower()).strip("-")
    kind = "ket-qua" if head.column == APPRAISED else "phieu"
    return f"{code}-{name}_{kind}_{head.year}_lan-{head.revision:02d}.xlsx"


def free_target(folder: Path, head: BookHead) -> Path:
    """Return where to write a sheet in a folder; what lies there under its name may be what a commune sent back."""
    usual = folder / score_file_name(head)
    others = (usual.with_stem(f"{usual.stem}-{number}") for number in count(2))
    return next(target for target in chain([usual], others) if not target.exists())
