"""What a machine has to offer: one table of what was found, and how it stands."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from db.rules import surroundings as rules
from db.rules.places import Place, PlaceKind
from db.rules.release_notes import read_releases
from db.rules.surroundings import Judgement, Matter, Standing

NOW = datetime(2026, 11, 26, 8, 5)
VIETNAM = timedelta(hours=7)
GOOD, NOTE, CAUTION, REFUSED = Standing
MEGABYTE = 2**20


def place(kind: PlaceKind, service: str = "") -> Judgement:
    return rules.place_judged(Place(kind, service))


def clock(year: int, month: int, day: int, ahead: timedelta = VIETNAM) -> Judgement:
    return rules.clock_judged(datetime(year, month, day, 8, 5), ahead)


CASES = [
    ("own drive", place(PlaceKind.OWN), GOOD, "own"),
    ("stick", place(PlaceKind.REMOVABLE), CAUTION, "removable"),
    ("network", place(PlaceKind.NETWORK), REFUSED, "network"),
    ("cloud", place(PlaceKind.CLOUD, "OneDrive"), REFUSED, "cloud"),
    ("written", rules.writing_judged(""), GOOD, "good"),
    ("not allowed", rules.writing_judged("no_permission"), REFUSED, "no_permission"),
    ("a file where the folder should be", rules.writing_judged("folder_missing"), REFUSED, "folder_missing"),
    ("held", rules.writing_judged("open_elsewhere"), REFUSED, "open_elsewhere"),
    ("full while writing", rules.writing_judged("disk_full"), REFUSED, "disk_full"),
    ("a folder's name", rules.writing_judged("is_a_folder"), REFUSED, "is_a_folder"),
    ("broken drive", rules.writing_judged("other"), REFUSED, "other"),
    ("no room at all", rules.space_judged(0), REFUSED, "full"),
    ("just too little", rules.space_judged(100 * MEGABYTE - 1), REFUSED, "full"),
    ("the least", rules.space_judged(100 * MEGABYTE), CAUTION, "little"),
    ("nearly enough", rules.space_judged(1024 * MEGABYTE - 1), CAUTION, "little"),
    ("enough", rules.space_judged(1024 * MEGABYTE), GOOD, "good"),
    ("room not told", rules.space_judged(None), NOTE, "unknown"),
    ("the day it came out", clock(2026, 11, 26), GOOD, "good"),
    ("the day before", clock(2026, 11, 25), CAUTION, "before"),
    ("a flat battery", clock(1980, 1, 1), CAUTION, "before"),
    ("an old machine", clock(2041, 12, 31), GOOD, "good"),
    ("far ahead", clock(2042, 1, 1), CAUTION, "after"),
    ("Singapore", clock(2027, 3, 1, timedelta(hours=8)), NOTE, "zone"),
    ("London", clock(2027, 3, 1, timedelta()), NOTE, "zone"),
    ("New York", clock(2027, 3, 1, -timedelta(hours=5)), NOTE, "zone"),
    ("wrong day in a wrong zone", clock(2020, 3, 1, timedelta()), CAUTION, "before"),
    ("all letters", rules.letters_judged(""), GOOD, "good"),
    ("letters missing", rules.letters_judged("ẵữ"), CAUTION, "missing"),
    ("paper", rules.paper_judged("Times New Roman"), GOOD, "good"),
    ("no paper font", rules.paper_judged(""), CAUTION, "missing"),
    ("printers", rules.printer_judged(2), GOOD, "good"),
    ("no printer", rules.printer_judged(0), NOTE, "none"),
]


@pytest.mark.parametrize(("what", "judged", "standing", "kind"), CASES, ids=[what for what, *_ in CASES])
def test_what_was_found_is_judged(what: str, judged: Judgement, standing: Standing, kind: str) -> None:
    assert (judged.standing, judged.kind) == (standing, kind)


def test_only_a_place_and_a_drive_that_lose_the_book_hold_the_office_up() -> None:
    held = {judged.matter for _, judged, standing, _ in CASES if standing is REFUSED}
    assert held == {Matter.PLACE, Matter.WRITING, Matter.SPACE}


def test_the_clock_is_judged_by_the_day_of_the_newest_release() -> None:
    text = (Path(__file__).parents[3] / "CHANGELOG.md").read_text(encoding="utf-8")
    assert read_releases(text)[0].day == rules.RELEASED


def test_a_judgement_keeps_what_is_told_besides() -> None:
    told = [rules.space_judged(5), place(PlaceKind.CLOUD, "Zalo"), rules.clock_judged(NOW, VIETNAM)]
    assert [judged.value for judged in told] == [5, "Zalo", NOW]
