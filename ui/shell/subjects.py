"""The subjects of the window, as data: add a line to add a subject. Screens are imported on the first visit."""

from dataclasses import dataclass

from ui.shell import texts


@dataclass(frozen=True)
class Subject:
    """A subject: its key, the word and icon in the rail, and where its screen class lies (`package.module:Class`)."""

    key: str
    title: str
    icon: str
    screen: str


SUBJECTS = (
    Subject("overview", texts.OVERVIEW, "overview", "ui.overview.screen:OverviewScreen"),
    Subject("plans", texts.PLANS, "plans", "ui.plans.screen:PlansScreen"),
    Subject("trainings", texts.TRAININGS, "trainings", "ui.trainings.screen:TrainingsScreen"),
    Subject("outreach", texts.OUTREACH, "outreach", "ui.outreach.screen:OutreachScreen"),
    Subject("figures", texts.FIGURES, "figures", "ui.figures.screen:FiguresScreen"),
    Subject("officials", texts.OFFICIALS, "officials", "ui.officials.screen:OfficialsScreen"),
    Subject("scores", texts.SCORES, "scores", "ui.scores.screen:ScoresScreen"),
    Subject("returns", texts.RETURNS, "returns", "ui.returns.screen:ReturnsScreen"),
    Subject("units", texts.UNITS, "units", "ui.units.screen:UnitsScreen"),
)
# Shown while the folder holds no book: made with the folder and a worker, it emits `finished` when the book is there.
WIZARD = "ui.wizard.screen:WizardScreen"
