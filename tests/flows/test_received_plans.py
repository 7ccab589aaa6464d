"""Each of the three real plans: text, reviewed plan, PDF and Word with the same words, progress from records."""

from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.services.planning import plans, progress
from db.services.planning.progress import TargetProgress
from exports.documents.docx import write_docx
from exports.documents.pdf import write_pdf
from exports.documents.plan_content import plan_document
from tests.exports.documents.reading_docx import docx_text
from tests.exports.documents.test_docx_text import pdf_words
from tests.helpers.books import COMMUNES, unit_id
from tests.helpers.sample_records import added
from ui.common.workplace import Workplace
from ui.received.review_dialog import ReviewDialog

RECEIVED = Path(__file__).resolve().parents[3] / "shared" / "received-plans"
DIEN_BIEN, HA_NOI, LAI_CHAU = "dien-bien-2021-2025", "ha-noi-2018", "lai-chau-2025"
# What each plan has: targets, years, number.
EXPECTED = {
    DIEN_BIEN: (5, (2021, 2025), 4256),
    HA_NOI: (8, (2018, 2018), 24),
    LAI_CHAU: (11, (2025, 2025), None),
}


def reviewed(workplace: Workplace, qtbot: QtBot, name: str) -> int:
    """Read a plan, look at every doubt, store it as received; the number of the draft."""
    dialog = ReviewDialog(workplace)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.presenter.opened):
        dialog.read_file(RECEIVED / f"{name}.txt")
    dialog.review.as_received.setChecked(True)
    while dialog.presenter.doubts():
        dialog.review.step_to_doubt(1)
        dialog.review.confirm()
    dialog.store()
    assert dialog.made is not None
    return dialog.made


def progress_of(workplace: Workplace, plan_id: int, label: str, today: date) -> tuple[TargetProgress, ...]:
    period = parse_period(label)
    return workplace.read(lambda session: progress.of_plan(session, plan_id, period, today))


def outreach_in(workplace: Workplace, communes: int, year: int) -> None:
    """One talk in each of some communes."""
    for code in list(COMMUNES)[:communes]:
        unit = workplace.read(partial(unit_id, code=code))
        added(workplace.book, "outreach", unit_id=unit, held_on=date(year, 5, 6))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_received_plan_becomes_a_draft_with_its_targets(
    workplace: Workplace, qtbot: QtBot, name: str
) -> None:
    plan_id = reviewed(workplace, qtbot, name)
    info = workplace.read(lambda session: plans.by_id(session, plan_id))
    targets = workplace.read(lambda session: plans.targets_of_plan(session, plan_id))
    assert (len(targets), (info.first_year, info.last_year), info.number) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_pdf_and_word_of_a_received_plan_say_the_same(
    workplace: Workplace, qtbot: QtBot, name: str, tmp_path: Path
) -> None:
    plan_id = reviewed(workplace, qtbot, name)
    document = plan_document(workplace.read(lambda session: plans.paper(session, plan_id)))
    write_pdf(document, tmp_path / "plan.pdf")
    write_docx(document, tmp_path / "plan.docx")
    assert docx_text(tmp_path / "plan.docx").split() == pdf_words(document, tmp_path / "plan.pdf")


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_of_the_body_is_lost_on_the_way_to_paper(
    workplace: Workplace, qtbot: QtBot, name: str
) -> None:
    plan_id = reviewed(workplace, qtbot, name)
    paper = workplace.read(lambda session: plans.paper(session, plan_id))
    said = " ".join(" ".join(section.text for section in paper.sections).split())
    targets = workplace.read(lambda session: plans.targets_of_plan(session, plan_id))
    assert [target.text for target in targets if target.text.rstrip(" .;") not in said] == []


def test_outreach_tells_how_far_a_received_share_is(workplace: Workplace, qtbot: QtBot) -> None:
    plan_id = reviewed(workplace, qtbot, LAI_CHAU)
    outreach_in(workplace, 4, 2025)
    first, *_ = progress_of(workplace, plan_id, "2025", date(2026, 1, 5))
    assert (first.progress.done, first.progress.share, first.progress.standing) == (
        80,
        Decimal("114.286"),
        "reached",
    )


def test_a_stage_is_judged_by_its_last_year(workplace: Workplace, qtbot: QtBot) -> None:
    plan_id = reviewed(workplace, qtbot, DIEN_BIEN)
    outreach_in(workplace, 4, 2025)
    first, *_ = progress_of(workplace, plan_id, "2025", date(2026, 1, 5))
    assert (first.progress.done, first.progress.standing) == (80, "missed")


def fill_2018(workplace: Workplace) -> None:
    """What the office did in 2018: figures, an inspection, a hotspot opened again and removed, two models."""
    book = workplace.book
    unit, other = (workplace.read(partial(unit_id, code=code)) for code in ("99102", "99103"))
    for code, value in (("cases", 152), ("tried_cases", 90), ("support_loan", 6)):
        added(book, "figures", unit_id=unit, definition=code, period="2018", value=value)
    place = added(book, "establishments", unit_id=unit, opened_on=date(2016, 1, 1))
    added(book, "inspections", unit_id=unit, held_on=date(2018, 4, 2), establishment_id=place)
    spot = added(book, "hotspots", unit_id=unit, found_on=date(2015, 1, 1))
    history = ((date(2017, 3, 1), "removed"), (date(2018, 2, 1), "reopened"), (date(2018, 6, 1), "removed"))
    for day, what in history:
        added(book, "hotspot_events", hotspot_id=spot, happened_on=day, what=what)
    for home in (unit, other):
        model = added(book, "models", unit_id=home, started_year=2017)
        added(book, "model_years", model_id=model, year=2018, state="kept")


def test_registers_and_figures_tell_how_far_a_received_plan_is(workplace: Workplace, qtbot: QtBot) -> None:
    plan_id = reviewed(workplace, qtbot, HA_NOI)
    fill_2018(workplace)
    shown = progress_of(workplace, plan_id, "2018", date(2019, 1, 5))
    # Cases, trials, hotspots removed, re-opened, places inspected, communes with a model, free communes, loans.
    assert [(item.progress.done, item.progress.standing) for item in shown] == [
        (152, "reached"),
        (90, "missed"),
        (1, "missed"),
        (1, "exceeded"),
        (1, "missed"),
        (2, "missed"),
        (None, "unmeasured"),
        (6, "reached"),
    ]
    assert shown[6].progress.reason == "no_measure"
