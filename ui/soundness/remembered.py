"""What is remembered of checks: when the book was last found sound, and what the last full check found."""

from dataclasses import dataclass
from datetime import datetime

from ui.common.preferences import Preferences

_QUICK, _FULL, _FINDINGS = "soundness/quick", "soundness/full", "soundness/findings"
_BETWEEN = "\n"


@dataclass(frozen=True)
class LastCheck:
    """The last full check: when, and a sentence for each thing that was wrong."""

    at: datetime
    findings: tuple[str, ...]


def quick_check_at(preferences: Preferences) -> datetime | None:
    return _moment(preferences.text(_QUICK))


def remember_quick(preferences: Preferences, at: datetime) -> None:
    preferences.set_text(_QUICK, at.isoformat(timespec="minutes"))


def last_check(preferences: Preferences) -> LastCheck | None:
    at = _moment(preferences.text(_FULL))
    held = preferences.text(_FINDINGS)
    return LastCheck(at, tuple(held.split(_BETWEEN)) if held else ()) if at else None


def remember_full(preferences: Preferences, check: LastCheck) -> None:
    preferences.set_text(_FULL, check.at.isoformat(timespec="minutes"))
    preferences.set_text(_FINDINGS, _BETWEEN.join(check.findings))


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
