"""A reporting period as it is typed: `tháng 7/2025`, `7/2025`, `quý III năm 2025`, `năm 2025`, or its label."""

import re

from db.rules.findings import Unknown
from db.rules.periods import parse_period
from db.rules.text import folded

_TYPED = re.compile(r"(?P<part>[a-z0-9 ]*?)[ /\-.]*\b(?P<year>(?:19|20)\d\d)", re.ASCII)
_PARTS = {
    "": "",
    "6 thang dau": "H1",
    "6 thang cuoi": "H2",
    "9 thang": "9M",
    **{
        words: f"Q{quarter}"
        for quarter, roman in enumerate(("i", "ii", "iii", "iv"), start=1)
        for words in (f"quy {quarter}", f"quy {roman}", f"q{quarter}")
    },
    **{
        words: f"{month:02d}"
        for month in range(1, 13)
        for words in (f"thang {month}", f"thang {month:02d}", f"t{month}", f"{month}", f"{month:02d}")
    },
}


def read_period(text: str) -> str:
    """Return the label of a period; raises ValueError with the finding's code."""
    typed = _TYPED.fullmatch(" ".join(word for word in folded(text).split() if word != "nam"))
    part = _PARTS.get(typed["part"]) if typed else None
    label = text if typed is None or part is None else f"{typed['year']}-{part}".rstrip("-")
    try:
        return parse_period(label).label
    except Unknown:
        raise ValueError("not_period") from None
