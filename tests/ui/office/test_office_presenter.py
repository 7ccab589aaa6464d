"""The office's names and cut-off rule: each kept as it is left."""

from datetime import date

import pytest

from db.services import offices
from ui.common.workplace import Workplace
from ui.office.presenter import OfficePresenter


@pytest.fixture
def office(workplace: Workplace) -> OfficePresenter:
    """The form of the small district's office."""
    return OfficePresenter(workplace)


def stored_names(workplace: Workplace) -> offices.OfficeNames:
    return workplace.read(offices.current).names


def test_a_name_is_kept_as_it_is_left(office: OfficePresenter, workplace: Workplace) -> None:
    office.leave("signatory_name", "  Lò  Thị Hoa ")

    assert stored_names(workplace).signatory_name == "Lò Thị Hoa"
    assert workplace.office.names.signatory_name == "Lò Thị Hoa"


def test_undo_takes_a_name_back(office: OfficePresenter, workplace: Workplace) -> None:
    office.leave("place", "Đồi Thông")

    workplace.undo()

    assert office.texts()["place"] == "Hòa Lâm"
    assert workplace.office.names.place == "Hòa Lâm"


def test_a_required_name_left_blank_keeps_the_earlier_one(
    office: OfficePresenter, workplace: Workplace
) -> None:
    office.leave("issuing_agency", " ")

    assert office.findings["issuing_agency"].code == "required"
    assert stored_names(workplace).issuing_agency == "Ủy ban nhân dân huyện Hòa Lâm"


def test_a_name_that_is_too_long_stays_as_typed(office: OfficePresenter) -> None:
    office.leave("signatory_name", "A" * 101)

    assert office.findings["signatory_name"].code == "too_long"
    assert office.texts()["signatory_name"] == "A" * 101


@pytest.mark.parametrize(
    ("rule", "last"),
    [("calendar", date(2025, 12, 31)), ("own:20", date(2025, 12, 20)), ("decree-09", date(2025, 12, 14))],
)
def test_the_cut_off_rule_moves_every_period(
    office: OfficePresenter, workplace: Workplace, rule: str, last: date
) -> None:
    office.choose_rule(rule)

    assert workplace.span.last == last


def test_undo_takes_the_rule_back(office: OfficePresenter, workplace: Workplace) -> None:
    office.choose_rule("calendar")

    workplace.undo()

    assert (office.rule, workplace.span.last) == ("decree-09", date(2025, 12, 14))
