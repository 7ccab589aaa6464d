"""The subjects of the window, as data: add a line to add a subject. Screens are imported on the first visit."""

from typing import NamedTuple

from ui.shell import texts


class Page(NamedTuple):
    """A screen: its key, its word, and where its class lies (`package.module:Class`)."""

    key: str
    title: str
    screen: str


class Subject(NamedTuple):
    """A subject: its key, the word and icon in the rail, its screen. One with several `pages` shows each as a tab."""

    key: str
    title: str
    icon: str
    screen: str = ""
    pages: tuple[Page, ...] = ()


SUBJECTS = (
    Subject("overview", texts.OVERVIEW, "overview", "ui.overview.screen:OverviewScreen"),
    Subject("plans", texts.PLANS, "plans", "ui.plans.screen:PlansScreen"),
    Subject(
        "learning",
        texts.TRAININGS,
        "trainings",
        pages=(
            Page("trainings", texts.SESSIONS, "ui.trainings.screen:TrainingsScreen"),
            Page("officials", texts.OFFICIALS, "ui.officials.screen:OfficialsScreen"),
        ),
    ),
    Subject("outreach", texts.OUTREACH, "outreach", "ui.outreach.screen:OutreachScreen"),
    Subject(
        "businesses",
        texts.ESTABLISHMENTS,
        "establishments",
        pages=(
            Page("establishments", texts.REGISTER, "ui.establishments.screen:EstablishmentsScreen"),
            Page("inspections", texts.INSPECTIONS, "ui.inspections.screen:InspectionsScreen"),
        ),
    ),
    Subject(
        "numbers",
        texts.NUMBERS,
        "figures",
        pages=(
            Page("figures", texts.FIGURES, "ui.figures.screen:FiguresScreen"),
            Page("measures", texts.MEASURES, "ui.measures.screen:MeasuresScreen"),
            Page("hotspots", texts.HOTSPOTS, "ui.hotspots.screen:HotspotsScreen"),
            Page("models", texts.MODELS, "ui.models.screen:ModelsScreen"),
        ),
    ),
    Subject("scores", texts.SCORES, "scores", "ui.scores.screen:ScoresScreen"),
    Subject(
        "returning",
        texts.RETURNS,
        "returns",
        pages=(
            Page("due", texts.DUE, "ui.returns.due.screen:DueScreen"),
            Page("returns", texts.FILLING, "ui.returns.filling.screen:FillingScreen"),
            Page("reports", texts.REPORTS, "ui.returns.reports.screen:ReportsScreen"),
            Page("returns_received", texts.RECEIVING, "ui.returns.received.screen:ReceivedScreen"),
            Page("consolidated", texts.CONSOLIDATED, "ui.returns.consolidated.screen:ConsolidatedScreen"),
        ),
    ),
    Subject(
        "catalogues",
        texts.UNITS,
        "units",
        pages=(
            Page("units", texts.UNITS_LISTED, "ui.units.screen:UnitsScreen"),
            Page("successions", texts.SUCCESSIONS, "ui.successions.screen:SuccessionsScreen"),
            Page("rule_sets", texts.RULE_SETS, "ui.rule_sets.screen:RuleSetsScreen"),
            Page("return_forms", texts.RETURN_FORMS, "ui.return_forms.screen:ReturnFormsScreen"),
            Page(
                "return_templates",
                texts.RETURN_TEMPLATES,
                "ui.return_templates.screen:ReturnTemplatesScreen",
            ),
        ),
    ),
    Subject(
        "keeping",
        texts.KEEPING,
        "keeping",
        pages=(
            Page("backups", texts.BACKUPS, "ui.backups.screen:BackupsScreen"),
            Page("history", texts.HISTORY, "ui.history.screen:HistoryScreen"),
            Page("accounts", texts.ACCOUNTS, "ui.accounts.screen:AccountsScreen"),
            Page("soundness", texts.SOUNDNESS, "ui.soundness.screen:SoundnessScreen"),
        ),
    ),
)
# Shown while the folder holds no book: made with the folder and a worker, it emits `finished` when the book is there.
WIZARD = "ui.wizard.screen:WizardScreen"


def screen_titles() -> dict[str, str]:
    """Return the word of each subject and of each page by its key."""
    pages = {page.key: page.title for subject in SUBJECTS for page in subject.pages}
    return {subject.key: subject.title for subject in SUBJECTS} | pages


def subject_of(key: str) -> Subject | None:
    """Return the subject of that key, or the one that has a page of that key; none where nothing has."""
    for subject in SUBJECTS:
        if key == subject.key or any(page.key == key for page in subject.pages):
            return subject
    return None
