"""The numbers under the board: those that the return prints for the chosen period. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from db.rules.findings import Refused, Unknown
from db.rules.formats import Number, number_text, percent_text
from db.rules.periods import Span
from db.rules.scoring.points import rounded
from db.rules.scoring.rule_sets import ScoreClass
from db.services.measuring import measures
from db.services.scoring import rule_sets
from db.sessions import Session
from ui.scores.board import texts

_COUNTS = ("scores.self_sheets", "scores.self_points", "scores.appraised_sheets", "scores.appraised_points")


@dataclass(frozen=True)
class Summary:
    """Sheets and averages, communes by class with their share of all communes."""

    communes: int
    counts: Mapping[str, Number | None]
    classes: Mapping[str, int]

    def lines(self) -> tuple[str, ...]:
        """Return the summary in words."""
        rest = self.communes - sum(self.classes.values())
        counted = (self._counted(texts.SELF, "self"), self._counted(texts.APPRAISED, "appraised"))
        parts = [self._share(title, count) for title, count in self.classes.items()]
        return (
            " · ".join(counted),
            texts.CLASSES.format(
                classes=" · ".join(parts) or texts.NO_CLASSES, rest=self._share(texts.UNCLASSED, rest)
            ),
        )

    def _share(self, title: str, count: int) -> str:
        """Return how many communes a class has, and their share with up to 3 decimals."""
        if not count or not self.communes:
            return texts.CLASS_COUNT.format(title=title, count=number_text(count))
        share = rounded(Decimal(count) * 100 / self.communes, 3)
        return texts.CLASS_SHARE.format(title=title, count=number_text(count), share=percent_text(share))

    def _counted(self, label: str, column: str) -> str:
        sheets, points = self.counts[f"scores.{column}_sheets"], self.counts[f"scores.{column}_points"]
        if not sheets:
            return texts.NOT_COUNTED.format(label=label)
        return texts.COUNTED.format(label=label, sheets=number_text(sheets), points=number_text(points))


NOTHING = Summary(0, {}, {})


def summary_of(session: Session, communes: int, *, unit_id: int, span: Span) -> Summary:
    """Count sheets, points and classes of a span as returns count them."""
    classes = {item.code: item.title for item in _classes(session, span.year)}
    wanted = [*_COUNTS, *(f"scores.communes[class={code}]" for code in classes)]
    refs = [measures.refer(session, name) for name in wanted]
    answers = measures.answers(session, refs, unit_id=unit_id, span=span)
    totals = {name: answers[ref.expression].total for name, ref in zip(wanted, refs, strict=True)}
    by_class = {title: int(totals[f"scores.communes[class={code}]"] or 0) for code, title in classes.items()}
    return Summary(communes, {name: totals[name] for name in _COUNTS}, by_class)


def _classes(session: Session, year: int) -> tuple[ScoreClass, ...]:
    try:
        return rule_sets.parsed(rule_sets.of_year(session, year)).classes
    except (Unknown, Refused):  # No rule set is in force for communes: nothing is counted by class.
        return ()
