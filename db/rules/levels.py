"""Which levels of government a regulation knows, and when; what a step of the scoring chain falls to on each of them.

Until 30 June 2025 there were three levels, since then two. A return set, a rule set or a schedule says so as data, in
`[[levels]]` from day to day; one that says nothing knows every level.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.units import Level

# What a commune's score goes through: it scores itself, is appraised, is recognised.
STEPS = ("self", "appraised", "recognised")
Chain = tuple[tuple[str, Level], ...]
LEVEL_CODES: Mapping[str, Level] = {level.name.lower(): level for level in Level}


@dataclass(frozen=True)
class KnownLevels:
    """The levels known from a day to a day, both counted (an empty end is open), and the level of each step."""

    levels: tuple[Level, ...]
    first: date | None = None
    last: date | None = None
    chain: Chain = ()


def read_levels(body: Mapping[str, Any]) -> tuple[KnownLevels, ...]:
    """Read the levels of a piece of content; raises KeyError for a level or a step that is none."""
    return tuple(
        KnownLevels(
            tuple(LEVEL_CODES[code] for code in item["units"]),
            item.get("valid_from"),
            item.get("valid_to"),
            _read_chain(item.get("chain", {})),
        )
        for item in body.get("levels", ())
    )


def level_bodies(known: Sequence[KnownLevels]) -> list[dict[str, Any]]:
    """Return levels as they stand in the TOML of a piece of content."""
    return [_body(item) for item in known]


def _body(known: KnownLevels) -> dict[str, Any]:
    ends = {"valid_from": known.first, "valid_to": known.last}
    chain = {step: level.name.lower() for step, level in known.chain}
    return {
        **{key: day for key, day in ends.items() if day is not None},
        "units": [level.name.lower() for level in known.levels],
        **({"chain": chain} if chain else {}),
    }


def _read_chain(chain: Mapping[str, str]) -> Chain:
    if unknown := [step for step in chain if step not in STEPS]:
        raise KeyError(unknown[0])
    return tuple((step, LEVEL_CODES[chain[step]]) for step in STEPS if step in chain)


def levels_on(known: Sequence[KnownLevels], day: date) -> tuple[Level, ...]:
    """Return the levels that are known on a day, all of them where nothing is said at all."""
    if not known:
        return tuple(Level)
    return tuple(dict.fromkeys(level for item in known if _holds(item, day) for level in item.levels))


def chain_on(known: Sequence[KnownLevels], day: date) -> Chain:
    """Return which level takes each step of the chain on a day, in order."""
    return next((item.chain for item in known if _holds(item, day)), ())


def level_finding(
    known: Sequence[KnownLevels], level: int, day: date, place: str, title: str
) -> Finding | None:
    """Return what is wrong with using something for a unit of a level on a day, nothing where the level is known."""
    levels = levels_on(known, day)
    if level in levels:
        return None
    facts = {
        "level": str(int(level)),
        "day": day_text(day),
        "known": ", ".join(str(int(item)) for item in levels),
    }
    return Finding("level_not_known", place, title, facts)


def ended_finding(place: str, name: str, last: date) -> Finding:
    """Return the finding of a unit of which something is asked for days after its last one."""
    return Finding("unit_ended", place, name, {"last": day_text(last)})


def _holds(known: KnownLevels, day: date) -> bool:
    return (known.first or day) <= day <= (known.last or day)
