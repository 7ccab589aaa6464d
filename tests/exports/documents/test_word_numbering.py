"""Which headings Word counts itself, and which keep their label as text."""

import pytest

from exports.documents.description import Heading
from exports.documents.word_numbering import WordList

A, N = True, False
CASES = [
    ("Roman, figures, dashes", "1I. 21. 4- 5+ 22. 1II. 21.", (A, A, A, A, A, A, A)),
    ("Vietnamese letters stay text", "1I. 21. 3a) 3b) 3c) 3d) 3đ)", (A, A, N, N, N, N, N)),
    ("numbers below numbers", "1I. 21. 31.1. 31.2. 22. 32.1.", (A, A, A, A, A, A)),
    ("articles", "1Điều_1. 21. 1Điều_2. 21.", (A, A, A, A)),
    ("a number that jumps", "1I. 21. 23. 22.", (A, A, N, A)),
    ("figures alone", "21. 22. 4-", (A, A, A)),
    ("a level left out", "1I. 31. 1II. 21. 31.1.", (A, A, A, A, N)),
    ("another sign than before", "1I. 4- 4*", (A, A, N)),
]


@pytest.mark.parametrize(("case", "labels", "expected"), CASES)
def test_word_counts_what_it_would_write_the_same(case: str, labels: str, expected: tuple[bool, ...]) -> None:
    texts = labels.split()
    headings = [Heading(int(text[0]), text[1:].replace("_", " "), "x") for text in texts]

    assert WordList(headings).counted == expected, case
