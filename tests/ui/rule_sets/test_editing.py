"""What is done to the nodes of a draft."""

import copy
import tomllib

import pytest

from db.rules.scoring.documents import read_document
from db.services.content import SHIPPED
from ui.common.nodes.nodes import HEAD, Body, node_of
from ui.rule_sets import editing
from ui.rule_sets.nodes import node_at, nodes, total_of

FIVE = SHIPPED / "rule_set_drafts" / "illustrative-five.toml"


@pytest.fixture
def body() -> Body:
    """The shipped set with items, conditions and five classes."""
    return tomllib.loads(FIVE.read_text("utf-8"))


def titles(body: Body) -> dict[str, str]:
    return {node.place: f"{node.code} {node.beside}".strip() for node in nodes(body)}


def test_every_part_of_a_set_is_a_node(body: Body) -> None:
    shown = titles(body)
    assert (shown["head"], shown["group.1"], shown["group.1.criterion.1"]) == ("100", "I 30", "1 10")
    assert (shown["group.1.criterion.1.item.2"], shown["class.1"]) == ("1.2 4", "excellent 90")
    assert {"condition", "failing", "class", "levels", "failing.2", "levels.1"} <= shown.keys()


@pytest.mark.parametrize(
    "place, below, expected, code",
    [
        (HEAD, False, "group.5", "V"),
        ("group.1", False, "group.2", "V"),
        ("group.1", True, "group.1.criterion.4", "11"),
        ("group.1.criterion.1", False, "group.1.criterion.2", "11"),
        ("group.1.criterion.1", True, "group.1.criterion.1.item.3", "1.3"),
        ("group.1.criterion.1.item.1", False, "group.1.criterion.1.item.2", "1.3"),
        ("condition", False, "condition.11", "D9"),
        ("class.1", False, "class.2", "loai-1"),
    ],
)
def test_a_node_is_added_after_a_place_or_below_it(
    body: Body, place: str, below: bool, expected: str, code: str
) -> None:
    assert editing.add(body, place, below=below) == expected
    assert node_of(body, expected)["code"] == code
    read_document(body)


def test_the_first_item_of_a_criterion_takes_over_its_points_and_scale(body: Body) -> None:
    before = copy.deepcopy(node_of(body, "group.1.criterion.2"))
    place = editing.add(body, "group.1.criterion.2", below=True)
    item, parent = node_of(body, place), node_of(body, "group.1.criterion.2")
    assert (item["most"], item["answer"]) == (before["most"], before["answer"])
    assert "answer" not in parent
    assert "most" not in parent
    assert total_of(body) == 100
    # The last item gives them back.
    assert editing.remove(body, place) == "group.1.criterion.2"
    assert parent == {**before, "item": []}


@pytest.mark.parametrize(
    "place, goes_to",
    [
        ("group.1.criterion.2", "group.1.criterion.2"),
        ("group.1.criterion.3", "group.1.criterion.2"),
        ("group.4", "group.3"),
        ("condition.1", "condition.1"),
        ("failing.2", "failing.1"),
    ],
)
def test_the_cursor_stays_near_what_was_removed(body: Body, place: str, goes_to: str) -> None:
    assert editing.remove(body, place) == goes_to


def test_a_list_may_be_emptied(body: Body) -> None:
    editing.remove(body, "failing.2")
    assert editing.remove(body, "failing.1") == "failing"
    for _ in range(4):
        last = editing.remove(body, "group.1")
    assert last == HEAD
    read_document(body)


def test_nodes_move_among_their_like_and_criteria_into_the_next_group(body: Body) -> None:
    assert editing.move(body, "group.1.criterion.2", -1) == "group.1.criterion.1"
    assert node_of(body, "group.1.criterion.1")["code"] == "2"
    assert editing.move(body, "group.1.criterion.3", 1) == "group.2.criterion.1"
    assert editing.move(body, "group.2.criterion.1", -1) == "group.1.criterion.3"
    assert editing.move(body, "group.1.criterion.1", -1) == "group.1.criterion.1"
    assert editing.move(body, "class.5", 1) == "class.5"
    assert total_of(body) == 100


def test_a_criterion_becomes_an_item_and_comes_out_again(body: Body) -> None:
    assert editing.put_in(body, "group.2.criterion.2") == "group.2.criterion.1.item.1"
    parent = node_of(body, "group.2.criterion.1")
    assert "most" not in parent
    assert editing.put_out(body, "group.2.criterion.1.item.1") == "group.2.criterion.2"
    assert node_of(body, "group.2.criterion.2")["code"] == "5"
    read_document(body)


@pytest.mark.parametrize("place", ["group.1.criterion.1", "condition.1", "group.1.criterion.1.item.1"])
def test_what_cannot_be_put_in_stays(body: Body, place: str) -> None:
    before = copy.deepcopy(body)
    assert editing.put_in(body, place) == place
    assert body == before


def test_what_names_a_code_follows_it(body: Body) -> None:
    editing.recode(body, "condition.3", "X1")
    assert [body["condition"][at]["of"] for at in (6, 7)] == [["X1", "D2", "D3", "D4"]] * 2
    editing.recode(body, "condition.1", "X2")
    editing.recode(body, "class.5", "worst")
    assert body["failing"][0] == {"condition": "X2", "class": "worst"}
    editing.recode(body, "group.1", "A")
    assert body["class"][0]["floors"] == {"A": 24, "II": 24}
    editing.recode(body, "group.4.criterion.1", "9a")
    assert body["condition"][3]["of"] == "9a"
    editing.recode(body, "class.3", "ok")
    assert body["condition"][8]["of"] == "ok"


def test_a_code_that_another_node_still_bears_keeps_its_names(body: Body) -> None:
    body["condition"][1]["code"] = "D1"
    editing.recode(body, "condition.2", "D9")
    assert body["condition"][6]["of"] == ["D1", "D2", "D3", "D4"]


@pytest.mark.parametrize(
    "finding, node, key",
    [
        ("title", HEAD, "title"),
        ("due.self", HEAD, "due.self"),
        ("levels", "levels", "levels"),
        ("levels.2", "levels.2", ""),
        ("group", HEAD, "group"),
        ("group.1.criterion.1.item.2.yes", "group.1.criterion.1.item.2", "yes"),
        ("group.2.criterion.2.band.2.first", "group.2.criterion.2", "band"),
        ("class.1.floors", "class.1", "floors"),
    ],
)
def test_a_finding_leads_to_its_node_and_field(body: Body, finding: str, node: str, key: str) -> None:
    assert node_at(body, finding) == (node, key)
