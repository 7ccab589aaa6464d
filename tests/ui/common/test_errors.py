"""Every error and every finding of the program has its words."""

import ast
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

import db
import exports
from db.rules.findings import Finding, Refused, Unknown
from db.whole_files import TargetNotWritable
from ui.common.errors import WORDS, error_text, is_known, lines_of
from ui.common.finding_texts import FINDING_TEXTS, finding_text

_ROOT = Path(__file__).resolve().parents[3]
_CODE = re.compile(r"[a-z]+(?:_[a-z0-9]+)+")
# What tells of a finding; a module without it has no codes, and reading it whole is slow.
_TELLING = ("Finding", "ValueError", "error", "warning")
_TELLS = re.compile(rf"\b(?:{'|'.join(_TELLING)})\s*\(")
# Codes of one word are found nowhere else.
_ONE_WORD = {"required"}


def _exception_classes() -> set[str]:
    names: set[str] = set()
    for package in (db, exports):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if "migrations.env" in module.name or "migrations.versions" in module.name:
                continue
            made = vars(importlib.import_module(module.name)).values()
            names |= {
                item.__name__
                for item in made
                if inspect.isclass(item) and issubclass(item, Exception) and item.__module__ == module.name
            }
    return {name for name in names if not name.startswith("_")}


def _codes() -> set[str]:
    return _ONE_WORD.union(*(_codes_in(ast.parse(source)) for source in _sources()))


def _sources() -> list[str]:
    paths = [path for room in ("db", "exports", "ui") for path in (_ROOT / room).rglob("*.py")]
    return [source for path in paths if _TELLS.search(source := path.read_text(encoding="utf-8"))]


def _codes_in(tree: ast.Module) -> set[str]:
    nodes = list(ast.walk(tree))
    firsts = [node.args[0] for node in nodes if isinstance(node, ast.Call) and node.args and _tells(node)]
    names = {first.id for first in firsts if isinstance(first, ast.Name)}
    named = [assignment.value for node in nodes for name, assignment in _assigned(node) if name in names]
    return set().union(*map(_texts, [*firsts, *named]))


def _tells(call: ast.Call) -> bool:
    return getattr(call.func, "id", "") in _TELLING


def _assigned(node: ast.AST) -> list[tuple[str, ast.Assign]]:
    if not isinstance(node, ast.Assign):
        return []
    names = [item for target in node.targets for item in ast.walk(target) if isinstance(item, ast.Name)]
    return [(name.id, node) for name in names]


def _texts(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Constant):
        text = node.value
        return {text} if isinstance(text, str) and _CODE.fullmatch(text) else set()
    if isinstance(node, ast.Subscript | ast.Dict):
        return set()
    return set().union(*(_texts(child) for child in ast.iter_child_nodes(node)))


def test_every_exception_class_has_its_words() -> None:
    assert _exception_classes() <= set(WORDS)


def test_every_code_of_a_finding_has_its_sentence() -> None:
    assert _codes() <= set(FINDING_TEXTS)


@pytest.mark.parametrize("code", sorted(FINDING_TEXTS))
def test_a_sentence_is_whole_and_ends(code: str) -> None:
    sentence = finding_text(Finding(code, value="1"))
    assert sentence[-1] in ".?"
    assert "{" not in sentence


def test_periods_are_told_by_their_names() -> None:
    words = finding_text(Finding("figure_overlaps", "period", "2025-Q3", {"other": "2025-07"}))
    assert words.startswith("Kỳ tháng 7 năm 2025 đã có số liệu và trùng ngày với kỳ quý III năm 2025")


def test_a_refusal_is_told_line_by_line_with_its_places() -> None:
    refused = Refused([Finding("unit_name_empty", "dòng 3"), Finding("units_none")], "xa.csv")
    assert lines_of(refused) == (
        "xa.csv dòng 3: Thiếu tên đơn vị.",
        "xa.csv: Danh sách không có đơn vị nào.",
    )


def test_a_file_held_by_excel_is_told_with_the_way_out() -> None:
    words = error_text(TargetNotWritable(Path("/tmp/BC-Q3.xlsx"), "open_elsewhere"))
    assert "BC-Q3.xlsx" in words
    assert "Số liệu vẫn còn nguyên" in words


def test_near_names_are_offered() -> None:
    assert "2025-Q3" in error_text(Unknown("period", "2025-Q5", ("2025-Q3",)))


def test_our_own_fault_is_not_known() -> None:
    assert not is_known(ZeroDivisionError())
    with pytest.raises(KeyError):
        error_text(ZeroDivisionError())
