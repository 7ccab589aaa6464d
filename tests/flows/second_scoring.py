"""A second way to score a sheet: plain fractions over the body of a rule set, nothing of the rules' code."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Any

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Scored:
    """What a sheet comes to: points and class, by group its points and the most, the failing conditions that hold."""

    points: Fraction | None
    class_code: str | None
    groups: Mapping[str, tuple[Fraction | None, Fraction]]
    failing: tuple[str, ...] = ()


class SheetScorer:
    """One sheet: a body as it stands in the file, the answers as they are kept."""

    def __init__(self, body: Body, answers: Mapping[str, str]) -> None:
        self.body, self.answers = body, answers
        self.under: dict[str, list[Body]] = {"": []}
        for group in body["group"]:
            for criterion in group["criterion"]:
                self.place(criterion, ("", group["code"]))
        self.leaves = {leaf["code"]: leaf for leaf in self.under[""]}
        self.asked = [item["code"] for item in body.get("condition", ()) if item["kind"] == "asked"]
        self.conditions = {item["code"]: item for item in body.get("condition", ())}

    def place(self, criterion: Body, above: tuple[str, ...]) -> None:
        """Put a criterion that is scored under all that it belongs to."""
        codes = (*above, criterion["code"])
        for item in criterion.get("item", ()):
            self.place(item, codes)
        if not criterion.get("item"):
            for code in codes:
                self.under.setdefault(code, []).append(criterion)

    def score(self) -> Scored:
        groups = {group["code"]: self.added(group["code"]) for group in self.body["group"]}
        points = self.whole("")
        if points is None or not all(self.answers.get(code) for code in (*self.leaves, *self.asked)):
            return Scored(points, None, groups)
        held = [item for item in self.body.get("failing", ()) if self.holds(item["condition"])]
        codes = [item["code"] for item in self.body["class"]]
        reached = [at for at, item in enumerate(self.body["class"]) if self.fulfils(item)]
        worst = max([min(reached, default=0), *(codes.index(item["class"]) for item in held)])
        return Scored(
            points, codes[worst] if reached else None, groups, tuple(item["condition"] for item in held)
        )

    def added(self, code: str) -> tuple[Fraction | None, Fraction]:
        """Add up what lies under a code: the points given, the most of what applies."""
        given = [self.worth(leaf) for leaf in self.under[code]]
        points = [one for one in given if one is not None]
        most = [exact(leaf["most"]) for leaf in self.under[code] if self.answers.get(leaf["code"]) != "n/a"]
        return (sum(points, Fraction(0)) if points else None), sum(most, Fraction(0))

    def whole(self, code: str) -> Fraction | None:
        """Return the points under a code, in a scaled set as if all of it applied."""
        points, most = self.added(code)
        full = sum((exact(leaf["most"]) for leaf in self.under[code]), Fraction(0))
        if points is None or not self.body.get("scaled") or most in (0, full):
            return points
        return self.to_decimals(points / most * full)

    def worth(self, leaf: Body) -> Fraction | None:
        text = self.answers.get(leaf["code"], "")
        if text in ("", "n/a"):
            return None
        most, scale = exact(leaf["most"]), leaf.get("answer", {"kind": "hand"})
        if scale["kind"] == "choice":
            worth = next(exact(one["points"]) for one in scale["option"] if one["code"] == text)
        elif scale["kind"] == "yes_no":
            worth = exact(scale.get("yes", leaf["most"]) if text == "yes" else scale.get("no", 0))
        elif scale["kind"] == "hand":
            worth = exact(text)
        elif scale["kind"] == "deduction":
            worth = max(most - exact(text) * exact(scale["each"]), exact(scale.get("floor", 0)))
        elif "band" in scale:
            worth = self.in_bands(scale["band"], self.number(leaf) or Fraction(0))
        else:
            worth = min(most, most * (self.number(leaf) or Fraction(0)) / exact(scale.get("full", 100)))
        return self.to_decimals(worth)

    def number(self, leaf: Body) -> Fraction | None:
        """Return the number that was answered, a share in per cent; none where it does not apply."""
        text = self.answers[leaf["code"]]
        if text == "n/a":
            return None
        value, _, whole = text.partition("/")
        scale = leaf.get("answer", {"kind": "hand"})
        per = {"share": 100, "per_population": scale.get("per", 1000)}.get(scale["kind"])
        return exact(value) if per is None else exact(value) / exact(whole) * exact(per)

    def in_bands(self, bands: list[Body], number: Fraction) -> Fraction:
        for band in bands:
            if number >= exact(band["first"]) and not (
                ("last" in band and number > exact(band["last"]))
                or ("below" in band and number >= exact(band["below"]))
            ):
                return exact(band["points"])
        return Fraction(0)

    def to_decimals(self, points: Fraction) -> Fraction:
        """Round to the decimals of the set, a half away from 0."""
        unit = Fraction(10 ** int(self.body.get("decimals", 3)))
        rounded = floor(abs(points) * unit + Fraction(1, 2)) / unit
        return rounded if points >= 0 else -rounded

    def fulfils(self, wanted: Body) -> bool:
        """Tell whether all that a class wants is there; what does not apply is not wanted."""
        if "least" in wanted and (self.whole("") or Fraction(0)) < exact(wanted["least"]):
            return False
        for code, least in wanted.get("floors", {}).items():
            points = self.whole(code)
            if points is not None and points < exact(least):
                return False
        return all(self.holds(code) in (True, None) for code in wanted.get("needs", ()))

    def holds(self, code: str) -> bool | None:
        """Tell whether a condition holds; nothing where what it looks at does not apply."""
        item = self.conditions[code]
        of = item.get("of", "")
        if item["kind"] == "asked":
            return self.answers[code] == "yes"
        if item["kind"] == "class":
            return self.fulfils(next(one for one in self.body["class"] if one["code"] == of))
        if item["kind"] == "some":
            known = [held for held in map(self.holds, of) if held is not None]
            return known.count(True) >= min(item.get("count", 1), len(known)) if known else None
        number = self.number(self.leaves[of]) if item["kind"] == "value" else self.looked_at(of, item)
        if number is None:
            return None
        return exact(item.get("least", number)) <= number <= exact(item.get("most", number))

    def looked_at(self, of: str, item: Body) -> Fraction | None:
        points, most = self.added(of)
        if not item.get("in_percent"):
            return self.whole(of)
        return points / most * 100 if points is not None and most else None


@lru_cache(10_000)
def exact(number: Any) -> Fraction:
    """Take a number as it was written."""
    return number if isinstance(number, Fraction) else Fraction(str(number))
