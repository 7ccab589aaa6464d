"""The heads of the lists of a plan are words, never a sentence still waiting for its values."""

import pytest

from ui.common.screens.subject import RecordSubject
from ui.plans import subjects

SUBJECTS = [item for item in vars(subjects).values() if isinstance(item, RecordSubject)]


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
def test_no_head_of_a_column_has_a_blank_to_fill(subject: RecordSubject) -> None:
    assert not [column.title for column in subject.columns if "{" in column.title]
