"""Which readers a file of the torture goes through: a hand-made one through all, a mutation through some in turn."""

from collections.abc import Mapping, Sequence

_WORKBOOKS = (
    "units",
    "successions",
    "records",
    "records, marked",
    "score sheet",
    "return",
    "province's template",
)
_PLANS = ("plan", "plan as it came")
_CONTENTS = ("rule set", "return forms")
READERS: Sequence[str] = (*_WORKBOOKS, *_PLANS, "handed book", *_CONTENTS, "evidence")
_OF_KIND: Mapping[str, Sequence[str]] = {
    ".xlsx": _WORKBOOKS,
    ".csv": (*_WORKBOOKS[:4], *_PLANS),
    ".docx": _PLANS,
    ".pdf": _PLANS,
    ".pcmd": ("handed book",),
    ".toml": _CONTENTS,
}


def readers_of(suffix: str, own: str, turn: int) -> tuple[str, ...]:
    """Return the reader that a file was written for, another of its kind and one of all others, these two in turn."""
    kind = [name for name in _OF_KIND[suffix] if name != own]
    others = [name for name in READERS if name != own and name not in kind]
    return own, *(names[turn % len(names)] for names in (kind, others) if names)
