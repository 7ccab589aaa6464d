"""A second calculator of every measure: plain Python over the rows of the file, nothing of the measures' code."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from tests.flows.counted_rows import Counted, Row, fits
from tests.flows.second_registers import Registers


class Calculator(Registers):
    """Counts by hand what the rows of a book say about a unit, those below it, and the days of a period."""

    def outreach(self, value: str, filters: Mapping[str, str]) -> Counted:
        rows = [
            row
            for row in self.rows["outreach_activity"]
            if self.within(row["held_on"]) and fits(row, filters)
        ]
        if value == "communes_every_quarter":
            return self.every_quarter()
        if value == "communes":
            held = [row["unit_id"] for row in rows if self.units[row["unit_id"]]["level"] == 3]
            homes = [self.home(unit, self.last) for unit in held]
            return self.different([(home, home) for home in homes])
        return self.sums([(row["unit_id"], 1 if value == "activities" else row[value]) for row in rows])

    def every_quarter(self) -> Counted:
        held: dict[int, list[str]] = {}
        for row in self.rows["outreach_activity"]:
            held.setdefault(row["unit_id"], []).append(row["held_on"])
        there = [row for row in self.rows["unit"] if row["level"] == 3 and self.exists_on_last(row)]
        steady = [
            row["id"]
            for row in there
            if all(
                (row["valid_from"] or "0") > last
                or any(first <= day <= last for day in held.get(row["id"], ()))
                for first, last in self.quarters
            )
        ]
        return self.different([(unit, unit) for unit in steady])

    def communes(self, _: str, __: Mapping[str, str]) -> Counted:
        there = [
            row
            for row in self.rows["unit"]
            if row["level"] == 3 and (row["valid_from"] or "0") <= self.last <= (row["valid_to"] or "9")
        ]
        return self.sums([(row["id"], 1) for row in there])

    def training(self, value: str, filters: Mapping[str, str]) -> Counted:
        held = {row["id"]: row for row in self.rows["training_session"] if self.within(row["ends_on"])}
        if value in ("officials_trained", "trained_in_post", "officials_in_post"):
            return self.officials(value, filters, held)
        present: dict[int, list[Row]] = {key: [] for key in held}
        officials = {row["id"]: row for row in self.rows["official"]}
        for row in self.rows["attendance"]:
            if row["session_id"] in held:
                present[row["session_id"]].append(officials[row["official_id"]])
        return self.sums(
            [(row["unit_id"], of_training(value, row, present[key])) for key, row in held.items()]
        )

    def officials(self, value: str, filters: Mapping[str, str], held: Mapping[int, Row]) -> Counted:
        attended = {row["official_id"] for row in self.rows["attendance"] if row["session_id"] in held}
        fitting = [row for row in self.rows["official"] if fits(row, filters)]
        if value == "officials_trained":
            return self.different([(row["unit_id"], row["id"]) for row in fitting if row["id"] in attended])
        in_post = [row for row in fitting if (row["from_on"] or "0") <= self.last <= (row["to_on"] or "9")]
        if value == "trained_in_post":
            return self.different([(row["unit_id"], row["id"]) for row in in_post if row["id"] in attended])
        return self.sums([(row["unit_id"], 1) for row in in_post])

    def tasks(self, value: str, _: Mapping[str, str]) -> Counted:
        day = "ends_on" if value in ("due", "planned") else "done_on"
        money = {"planned": "money_planned", "spent": "money_spent"}.get(value)
        owner = {row["id"]: row["unit_id"] for row in self.rows["plan"]}
        rows = [row for row in self.rows["task"] if self.within(row[day])]
        return self.sums([(owner[row["plan_id"]], row[money] if money else 1) for row in rows])

    def scores(self, value: str, filters: Mapping[str, str]) -> Counted:
        if value in ("registered", "recognised"):
            return self.stood(value, filters)
        column = "self" if value.startswith("self") else "appraised"
        done = ("appraised", "recognised", "withdrawn")
        states = ("submitted", *done) if column == "self" else done
        rows = [
            row
            for row in self.rows["score_sheet"]
            if row["year"] == self.year
            and row[f"{column}_points"] is not None
            and row["state"] in states
            and row[f"{column}_on"] <= self.last
        ]
        if "class" in filters:
            rows = [row for row in rows if row["appraised_class"] == filters["class"]]
        summed = value.endswith("_sum")
        return self.sums(
            [(row["unit_id"], Fraction(row[f"{column}_points"], 1000) if summed else 1) for row in rows]
        )

    def stood(self, value: str, filters: Mapping[str, str]) -> Counted:
        """Sheets of the year that were registered by the last day, or of any year recognised within the days."""
        rows = [row for row in self.rows["score_sheet"] if row[f"{value}_on"] is not None]
        if value == "registered":
            rows = [row for row in rows if row["year"] == self.year and row["registered_on"] <= self.last]
        else:
            rows = [row for row in rows if self.within(row["recognised_on"])]
        wanted = filters.get("class")
        kept = [row for row in rows if wanted is None or row[f"{value}_class"] == wanted]
        return self.sums([(row["unit_id"], 1) for row in kept])

    def answer(self, expression: str) -> Counted:
        name, _, inside = expression.rstrip("]").partition("[")
        filters = dict(pair.split("=") for pair in inside.split(",") if pair)
        if name in RATIOS:
            return self.share(*RATIOS[name], filters)
        subject, _, value = name.partition(".")
        return WAYS[subject](self, value, filters)

    def share(self, above: str, below: str, scale: int, filters: Mapping[str, str]) -> Counted:
        counts = [self.answer(narrowed(name, filters)) for name in (above, below)]
        (tops, top), (bottoms, bottom) = counts
        shares = {unit: rounded(tops.get(unit), whole, scale) for unit, whole in bottoms.items()}
        return {unit: share for unit, share in shares.items() if share is not None}, rounded(
            top, bottom, scale
        )


WAYS: dict[str, Callable[[Calculator, str, Mapping[str, str]], Counted]] = {
    "outreach": Calculator.outreach,
    "units": Calculator.communes,
    "training": Calculator.training,
    "tasks": Calculator.tasks,
    "money": Calculator.tasks,
    "scores": Calculator.scores,
    "establishments": Calculator.establishments,
    "inspections": Calculator.inspections,
    "hotspots": Calculator.hotspots,
    "models": Calculator.models,
    "figures": Calculator.figures,
}
RATIOS = {
    "outreach.share_of_communes": ("outreach.communes", "units.communes", 100),
    "outreach.share_every_quarter": ("outreach.communes_every_quarter", "units.communes", 100),
    "establishments.share_committed": ("establishments.committed", "establishments.open", 100),
    "establishments.share_inspected": ("establishments.inspected_open", "establishments.open", 100),
    "models.share_of_communes": ("models.communes", "units.communes", 100),
    "outreach.people_per_session": ("outreach.people", "outreach.sessions", 1),
    "training.share_trained": ("training.trained_in_post", "training.officials_in_post", 100),
    "scores.self_points": ("scores.self_sum", "scores.self_sheets", 1),
    "scores.appraised_points": ("scores.appraised_sum", "scores.appraised_sheets", 1),
}


def narrowed(name: str, filters: Mapping[str, str]) -> str:
    known = {key: value for key, value in filters.items() if name != "establishments.open" or key == "kind"}
    inside = ",".join(f"{key}={value}" for key, value in known.items())
    return f"{name}[{inside}]" if inside and not name.startswith("units.") else name


def of_training(value: str, row: Row, present: list[Row]) -> int | None:
    if value == "sessions":
        return 1
    if value == "cost":
        return int(row["cost"]) if row["cost"] is not None else None
    others = row["others_total" if value == "attendances" else "others_female"]
    officials = len(present) if value == "attendances" else sum(one["female"] == 1 for one in present)
    return None if others is None and not officials else (others or 0) + officials


def rounded(above: Fraction | None, below: Fraction | None, scale: int) -> Fraction | None:
    if above is None or not below:
        return None
    return Fraction(int(above * scale / below * 2000 + 1) // 2, 1000)
