"""Every way a target can stand, and every reason why it cannot be measured, has its words."""

import pytest

from db.rules.standing import Standing
from db.rules.successions import GapKind
from db.rules.target_progress import Reason
from desktop.cli.texts import CAUSE, TARGET_STATES
from ui.common.standing_texts import Tone, target_words


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words_on_screen_and_on_the_command_line(reason: Reason) -> None:
    words, tone = target_words(Standing.UNMEASURED, reason)
    assert words and tone is Tone.PLAIN
    assert TARGET_STATES[reason]


@pytest.mark.parametrize("standing", [item for item in Standing if item is not Standing.UNMEASURED])
def test_every_standing_has_words_on_screen_and_on_the_command_line(standing: Standing) -> None:
    assert target_words(standing)[0]
    assert TARGET_STATES[standing]


def test_every_cause_has_words_on_the_command_line() -> None:
    assert set(CAUSE) == {kind.value for kind in GapKind}
