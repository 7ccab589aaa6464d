"""The list for a decision of recognition: which communes, in which class, under which decision."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from db.rules.scoring.chain import State
from db.rules.scoring.marks import APPRAISED
from db.rules.scoring.papers import ClassShare, SheetPaper, YearPaper


@dataclass(frozen=True)
class ListedClass:
    """The communes of a class, the most points first, and their share of all communes; no code is no class."""

    share: ClassShare
    sheets: tuple[SheetPaper, ...]


@dataclass(frozen=True)
class RecognitionList:
    """Classes with their communes, the best first, and the communes that are in no list yet.

    `decision` is a sheet whose number and day are those of all, where all listed were recognised by one decision.
    """

    year: YearPaper
    classes: tuple[ListedClass, ...]
    left_out: tuple[SheetPaper, ...]
    decision: SheetPaper | None = None

    @property
    def count(self) -> int:
        """Return how many communes are listed."""
        return sum(len(item.sheets) for item in self.classes)


def recognition_list(year: YearPaper, chosen: Collection[str] = ()) -> RecognitionList:
    """Return the communes whose appraisal counts by class, only the chosen classes where some are named.

    The class is the recognised one, else the appraised one. A recognition that was withdrawn leaves the list.
    """
    by_class: dict[str, list[SheetPaper]] = defaultdict(list)
    left_out = []
    for sheet in year.sheets:
        if sheet.is_done(APPRAISED) and sheet.state is not State.WITHDRAWN:
            by_class[class_of(sheet)].append(sheet)
        else:
            left_out.append(sheet)
    codes = [item.code for item in year.rule_set.classes if not chosen or item.code in chosen]
    listed = tuple(
        _listed(year, code, by_class[code]) for code in (*codes, *([] if chosen else [""])) if by_class[code]
    )
    return RecognitionList(year, listed, tuple(left_out), _one_decision(listed))


def class_of(sheet: SheetPaper) -> str:
    """Return the code of the class that a sheet is listed under."""
    return sheet.recognised_class or sheet.counted_class(APPRAISED)


def _listed(year: YearPaper, code: str, sheets: list[SheetPaper]) -> ListedClass:
    share = ClassShare(code, year.rule_set.class_title(code), len(sheets), len(year.sheets))
    ordered = sorted(sheets, key=lambda sheet: (-(sheet.counted(APPRAISED) or 0), sheet.unit_code))
    return ListedClass(share, tuple(ordered))


def _one_decision(listed: tuple[ListedClass, ...]) -> SheetPaper | None:
    sheets = [sheet for item in listed for sheet in item.sheets]
    decisions = {(sheet.state, sheet.decision_number, sheet.recognised_on) for sheet in sheets}
    return sheets[0] if len(decisions) == 1 and sheets[0].state is State.RECOGNISED else None
