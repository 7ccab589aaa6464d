"""What a machine has to offer before an office works on it: what is good, what wants a look, what has to be mended.

Only two things hold an office up: a folder that takes nothing, and a drive without room for the book and its backups.
Where a folder may lie at all is decided by `places`.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from db.rules.places import Place, PlaceKind

# No machine that runs this program lives before the day on which it came out, or long after it.
RELEASED = date(2026, 11, 26)
_YEARS_AHEAD = 15
_OF_VIETNAM = timedelta(hours=7)
_MEGABYTE, _GIGABYTE = 2**20, 2**30
# A book of ten years with the backups of a year; the same with files of evidence and room to write.
LEAST_FREE, ENOUGH_FREE = 100 * _MEGABYTE, _GIGABYTE


class Matter(StrEnum):
    """What is looked at, in the order in which it is told."""

    PLACE = "place"
    WRITING = "writing"
    SPACE = "space"
    CLOCK = "clock"
    LETTERS = "letters"
    PAPER = "paper"
    PRINTER = "printer"


class Standing(StrEnum):
    """How it stands: a note is worth knowing, a caution worth mending, and what is refused holds the office up."""

    GOOD = "good"
    NOTE = "note"
    CAUTION = "caution"
    REFUSED = "refused"


@dataclass(frozen=True)
class Judgement:
    """What was found: `kind` names the sentence that says it, `value` is what that tells besides."""

    matter: Matter
    standing: Standing
    kind: str
    value: str | int | datetime = ""


def place_judged(place: Place) -> Judgement:
    """Judge where the folder lies; networks and clouds are refused before anything is opened."""
    standing = Standing.GOOD if place.kind is PlaceKind.OWN else Standing.CAUTION
    return Judgement(
        Matter.PLACE, Standing.REFUSED if place.is_refused else standing, place.kind, place.service
    )


def writing_judged(trouble: str) -> Judgement:
    """Judge what a try to write in the folder came to, nothing where it went well."""
    if not trouble:
        return Judgement(Matter.WRITING, Standing.GOOD, "good")
    return Judgement(Matter.WRITING, Standing.REFUSED, trouble)


def space_judged(free: int | None) -> Judgement:
    """Judge the free bytes of the folder's drive, none where the system does not tell."""
    if free is None:
        return Judgement(Matter.SPACE, Standing.NOTE, "unknown")
    if free < LEAST_FREE:
        return Judgement(Matter.SPACE, Standing.REFUSED, "full", free)
    if free < ENOUGH_FREE:
        return Judgement(Matter.SPACE, Standing.CAUTION, "little", free)
    return Judgement(Matter.SPACE, Standing.GOOD, "good", free)


def clock_judged(now: datetime, ahead: timedelta) -> Judgement:
    """Judge the machine's clock and how far its zone is ahead of universal time."""
    if now.date() < RELEASED:
        return Judgement(Matter.CLOCK, Standing.CAUTION, "before", now)
    if now.year > RELEASED.year + _YEARS_AHEAD:
        return Judgement(Matter.CLOCK, Standing.CAUTION, "after", now)
    if ahead != _OF_VIETNAM:
        return Judgement(Matter.CLOCK, Standing.NOTE, "zone", now)
    return Judgement(Matter.CLOCK, Standing.GOOD, "good", now)


def letters_judged(missing: str) -> Judgement:
    """Judge which Vietnamese letters the window cannot draw."""
    if missing:
        return Judgement(Matter.LETTERS, Standing.CAUTION, "missing", missing)
    return Judgement(Matter.LETTERS, Standing.GOOD, "good")


def paper_judged(family: str) -> Judgement:
    """Judge the family that documents are drawn in, none where there is none."""
    if family:
        return Judgement(Matter.PAPER, Standing.GOOD, "good", family)
    return Judgement(Matter.PAPER, Standing.CAUTION, "missing")


def printer_judged(printers: int) -> Judgement:
    """Judge how many printers there are; an office can do without one."""
    if printers:
        return Judgement(Matter.PRINTER, Standing.GOOD, "good", printers)
    return Judgement(Matter.PRINTER, Standing.NOTE, "none")
