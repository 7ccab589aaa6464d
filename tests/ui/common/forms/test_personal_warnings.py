"""A free text that looks like a trace of a person: told calmly at its field, kept all the same."""

import pytest
from pytestqt.qtbot import QtBot

from db.rules.personal_data import is_free_text
from db.services.entering import entries
from tests.helpers.books import OFFICER, unit_id
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace
from ui.establishments import subjects as establishments
from ui.hotspots import screen as hotspots
from ui.inspections import screen as inspections
from ui.models import screen as models
from ui.officials import screen as officials
from ui.outreach import screen as outreach
from ui.outreach.screen import OutreachScreen
from ui.plans import subjects as plans
from ui.trainings import screen as trainings

NAMES = "Nguyễn Văn An, Lò Thị Bích"


@pytest.fixture
def screen(qtbot: QtBot, workplace: Workplace) -> OutreachScreen:
    """The screen of outreach with a new record."""
    made = OutreachScreen(workplace)
    qtbot.addWidget(made)
    made.begin()
    made.show()
    made.new_row()
    return made


def told(screen: OutreachScreen, text: str) -> str:
    """Type a note, leave it, and return what is said under it."""
    screen.form.rows["note"].editor.set_text(text)
    screen.presenter.leave("note", text)
    return screen.form.rows["note"].message.text()


def test_a_phone_number_is_told_and_kept(screen: OutreachScreen) -> None:
    assert told(screen, "gọi 0912345678").startswith("“0912345678” giống số điện thoại.")
    assert screen.presenter.entry.texts()["note"] == "gọi 0912345678"


def test_the_words_go_with_what_they_were_about(screen: OutreachScreen) -> None:
    told(screen, "gọi 0912345678")
    assert told(screen, "đã xong") == ""


def test_names_of_the_register_are_not_told(screen: OutreachScreen, workplace: Workplace) -> None:
    assert "Lò Thị Bích" in told(screen, NAMES)
    with workplace.book.writing(who=OFFICER) as session:
        for name in NAMES.split(", "):
            entries.add(session, "officials", {"name": name, "unit_id": unit_id(session, "99102")})
    assert told(screen, f"{NAMES}.") == ""


SUBJECTS = [
    outreach.SUBJECT,
    trainings.SUBJECT,
    officials.SUBJECT,
    *(
        item
        for part in (establishments, plans)
        for item in vars(part).values()
        if isinstance(item, RecordSubject)
    ),
    inspections.SUBJECT,
    inspections.HANDLINGS,
    hotspots.SUBJECT,
    hotspots.EVENTS,
    models.SUBJECT,
    models.YEARS,
]


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
def test_every_free_text_says_that_no_person_is_named(subject: RecordSubject) -> None:
    helps = [subject.words.fields[item.key].help for item in subject.kind.fields if is_free_text(item)]
    assert all("ông ghi tên" in words for words in helps), helps


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
def test_every_field_has_its_words(subject: RecordSubject) -> None:
    assert {item.key for item in subject.kind.fields} <= set(subject.words.fields)
