"""What a built program starts finds the system's libraries, not the program's own."""

import pytest

from installer.own_libraries import keep_to_itself


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ({"HOME": "/h", "LD_LIBRARY_PATH": "/p/_internal"}, {"HOME": "/h"}),
        (
            {"LD_LIBRARY_PATH": "/p/_internal:/own", "LD_LIBRARY_PATH_ORIG": "/own"},
            {"LD_LIBRARY_PATH": "/own"},
        ),
        ({"HOME": "/h"}, {"HOME": "/h"}),
    ],
    ids=["by the program", "by the person too", "by nobody"],
)
def test_the_surroundings_are_those_the_program_was_started_in(
    told: dict[str, str], left: dict[str, str]
) -> None:
    keep_to_itself(told)
    assert told == left
