"""A place of a finding in a set of forms, in words."""

import pytest

from tests.db.rules.returns.test_form_soundness import SOUND
from ui.common.return_form_places import place_words

CASES = {
    "title": "Tên",
    "sheet": "Các biểu",
    "sheet.1": "Biểu B-01",
    "sheet.1.code": "Biểu B-01, mã",
    "sheet.1.column.3.measure": "Biểu B-01, cột Lượt người, đại lượng",
    "sheet.1.rule.1.parts": "Biểu B-01, quy tắc dòng 1, các phần",
    "sheet.2.print.left": "Biểu B-02, in, lề trái",
    "levels.2": "Các cấp dòng 2",
}


@pytest.mark.parametrize("place, words", CASES.items(), ids=CASES)
def test_a_place_is_told_as_an_officer_knows_it(place: str, words: str) -> None:
    assert place_words(SOUND, place) == words
