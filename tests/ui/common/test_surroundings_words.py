"""What was found of a machine, in words."""

from datetime import datetime, timedelta

import pytest

from db.rules import surroundings as rules
from db.rules.places import Place, PlaceKind
from db.rules.surroundings import Judgement, Matter, Standing
from tests.db.rules.test_surroundings import CASES
from ui.common import surroundings_texts as texts
from ui.common.surroundings_words import line, sentence, size_words

MEGABYTE, GIGABYTE = 2**20, 2**30


@pytest.mark.parametrize("judged", [judged for _, judged, *_ in CASES], ids=[what for what, *_ in CASES])
def test_everything_that_can_be_found_has_its_sentence(judged: Judgement) -> None:
    words = sentence(judged)
    assert words.endswith(".") and "{" not in words
    if judged.standing is Standing.REFUSED:
        assert "Hãy" in words


def test_no_sentence_is_left_over() -> None:
    used = {(judged.matter, judged.kind) for _, judged, *_ in CASES}
    assert used == {(matter, kind) for matter, kinds in texts.SENTENCES.items() for kind in kinds}


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 MB"),
        (99 * MEGABYTE + 5, "99 MB"),
        (GIGABYTE - 1, "1.023 MB"),
        (GIGABYTE, "1 GB"),
        (int(53.29 * GIGABYTE), "53,2 GB"),
        (2_000 * GIGABYTE, "2.000 GB"),
    ],
)
def test_room_is_told_in_the_unit_that_one_reads(size: int, words: str) -> None:
    assert size_words(size) == words


def test_a_line_says_how_it_stands_of_what_and_why() -> None:
    judged = rules.clock_judged(datetime(2020, 1, 2, 8, 5), timedelta(hours=7))
    assert line(judged).startswith(
        "Nên sửa – Ngày giờ của máy: 08:05 02/01/2020, trước ngày có bản Sổ PCMD này"
    )


def test_the_cloud_and_the_figure_are_named() -> None:
    cloud = rules.place_judged(Place(PlaceKind.CLOUD, "OneDrive"))
    assert sentence(cloud).startswith("OneDrive đồng bộ thư mục này")
    assert "chỉ còn trống 12 MB" in sentence(rules.space_judged(12 * MEGABYTE))


def test_every_matter_has_its_name() -> None:
    assert set(texts.MATTERS) == set(Matter) and set(texts.STANDINGS) == set(Standing)


def test_what_is_mended_in_the_folder_itself_asks_for_no_other_one() -> None:
    sentences = [*texts.SENTENCES[Matter.WRITING].values(), *texts.SENTENCES[Matter.SPACE].values()]
    # The first steps take the folder as it is: there is no button to choose another.
    assert not [words for words in sentences if "thư mục khác" in words]
