"""Establishments, inspections, hotspots, models and figures counted by hand."""

from collections.abc import Mapping

from tests.flows.counted_rows import Counted, Row, Rows, fits

PARTS = {
    "handled": ("sellers", "buyers", "others"),
    "fined": ("sellers", "buyers", "others"),
    "support": ("psychology", "legal", "health", "training", "job", "loan"),
}


class Registers(Rows):
    """Counts what the registers of a book say."""

    def establishments(self, value: str, filters: Mapping[str, str]) -> Counted:
        kind = {key: held for key, held in filters.items() if key == "kind"}
        every = [row for row in self.rows["establishment"] if fits(row, kind)]
        still = [row for row in every if (row["opened_on"] or "0") <= self.last <= (row["closed_on"] or "9")]
        if value.startswith("inspected"):
            return self.inspected(value, every if value == "inspected" else still, filters)
        held = {"workers": "workforce", "female_workers": "workforce", "committed": "commitment"}
        below = self.belonging(held.get(value, "unit"), "establishment_id" if value in held else "id")
        home = {row["id"]: self.home(row["unit_id"], self.last) for row in still}
        return self.sums([(home[row["id"]], self.of_open(value, below.get(row["id"], []))) for row in still])

    def of_open(self, value: str, below: list[Row]) -> int | None:
        if value == "open":
            return 1
        if value == "committed":
            return int(any(row["signed_on"] <= self.last for row in below))
        counts = sorted(
            (row for row in below if row["counted_on"] <= self.last), key=lambda row: row["counted_on"]
        )
        return counts[-1]["workers" if value == "workers" else "female"] if counts else None

    def inspected(self, value: str, known: list[Row], filters: Mapping[str, str]) -> Counted:
        home = {
            row["id"]: self.home(row["unit_id"], self.first if value == "inspected" else self.last)
            for row in known
        }
        visits = [row for row in self.rows["inspection"] if self.within(row["held_on"])]
        team = {key: held for key, held in filters.items() if key == "team"}
        seen = {row["establishment_id"] for row in visits if fits(row, team)}
        return self.different([(home[number], number) for number in seen if number in home])

    def inspections(self, value: str, filters: Mapping[str, str]) -> Counted:
        team = {key: held for key, held in filters.items() if key == "team"}
        visits = [row for row in self.rows["inspection"] if self.within(row["held_on"]) and fits(row, team)]
        if value in ("held", "breaches"):
            return self.sums([(row["unit_id"], int(value == "held" or row["breach"] == 1)) for row in visits])
        handled = self.belonging("handling", "inspection_id")
        form = {key: held for key, held in filters.items() if key == "form"}
        pairs = [(visit["unit_id"], row) for visit in visits for row in handled.get(visit["id"], ())]
        return self.sums(
            [(unit, 1 if value == "handlings" else row["fine"]) for unit, row in pairs if fits(row, form)]
        )

    def hotspots(self, value: str, filters: Mapping[str, str]) -> Counted:
        events = self.belonging("hotspot_event", "hotspot_id")
        day = self.last if value == "open" else self.first
        known = [row for row in self.rows["hotspot"] if row["found_on"] <= self.last and fits(row, filters)]
        return self.sums(
            [
                (self.home(row["unit_id"], day), self.of_hotspot(value, row, events.get(row["id"], [])))
                for row in known
            ]
        )

    def of_hotspot(self, value: str, row: Row, events: list[Row]) -> int:
        if value == "found":
            return int(self.within(row["found_on"]))
        if value == "open":
            # Removed and re-opened take turns, so an even number of events leaves it open.
            return int(sum(event["happened_on"] <= self.last for event in events) % 2 == 0)
        return sum(event["what"] == value and self.within(event["happened_on"]) for event in events)

    def models(self, value: str, filters: Mapping[str, str]) -> Counted:
        states = {"new": ("new",), "kept": ("kept",)}.get(value, ("new", "kept"))
        models = {row["id"]: row for row in self.rows["commune_model"] if fits(row, filters)}
        years = [
            row for row in self.rows["model_year"] if row["year"] == self.year and row["model_id"] in models
        ]
        run = [models[row["model_id"]]["unit_id"] for row in years if row["state"] in states]
        homes = [(unit, self.home(unit, self.last)) for unit in run]
        if value == "communes":
            return self.different([(home, home) for unit, home in homes if self.units[unit]["level"] == 3])
        return self.sums([(home, 1) for _, home in homes])

    def figures(self, value: str, _: Mapping[str, str]) -> Counted:
        codes = [f"{value}_{part}" for part in PARTS[value]] if value in PARTS else [value]
        rows = [
            row
            for row in self.rows["figure"]
            if row["definition"] in codes and self.first <= row["first_on"] and row["last_on"] <= self.last
        ]
        if value != "support_needed":
            return self.sums([(row["unit_id"], row["value"]) for row in rows])
        latest = {row["unit_id"]: row["value"] for row in sorted(rows, key=lambda row: str(row["last_on"]))}
        return self.sums([*latest.items()])
