"""What the import contracts of `pyproject.toml` cannot say about the shape of the product."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = ("desktop", "ui", "exports", "db")
# The table that turns each error into words, and the modules of words.
_WORDS = re.compile(r"(.*texts|errors)\.py")
_VIETNAMESE = re.compile(r"[À-ỹĐđ]")
# A letter may be written by its number or name. To read a whole module is slow: most are told by their text.
_MAY_BE_VIETNAMESE = re.compile(r"[À-ỹĐđ]|\\[uUxN]")
_DOCSTRING = re.compile(r'"""\S')


def modules(*packages: str) -> list[Path]:
    """Return the Python files of these packages."""
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def written_words(tree: ast.Module) -> Iterator[ast.Constant]:
    """Return the texts with Vietnamese letters that are not docstrings."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings and _has_vietnamese(node.value):
            yield node


def strays(path: Path) -> list[str]:
    """Return place and text of each Vietnamese text in a module."""
    return [f"{path.relative_to(ROOT)}:{node.lineno} {node.value!r}" for node in words_of(path)]


def words_of(path: Path) -> list[ast.Constant]:
    """Return the Vietnamese texts of a module."""
    source = path.read_text(encoding="utf-8")
    return list(written_words(ast.parse(source))) if _MAY_BE_VIETNAMESE.search(source) else []


def test_the_words_of_the_window_stand_in_text_modules() -> None:
    others = [path for path in modules("ui") if not _WORDS.fullmatch(path.name)]
    assert [line for path in others for line in strays(path)] == []


def test_a_word_outside_a_text_module_would_be_seen() -> None:
    tree = ast.parse('"""Lời đầu."""\nlabel.setText("Xóa")\nkey = "delete"\n')
    assert [node.value for node in written_words(tree)] == ["Xóa"]


@pytest.mark.parametrize("package", PRODUCT)
def test_each_module_says_what_it_is_for(package: str) -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in modules(package)}
    silent = [path for path, source in sources.items() if source and not _DOCSTRING.match(source)]
    assert [str(path.relative_to(ROOT)) for path in silent] == []


@pytest.mark.parametrize("written", ["Xóa", "X\\u00f3a", "X\\N{LATIN SMALL LETTER O WITH ACUTE}a"])
def test_a_word_is_seen_however_its_letters_are_written(tmp_path: Path, written: str) -> None:
    module = tmp_path / "screen.py"
    module.write_text(f'label.setText("{written}")\n', encoding="utf-8")
    assert [node.value for node in words_of(module)] == ["Xóa"]


def test_no_face_lies_in_the_project() -> None:
    faces = {".ttf", ".otf", ".ttc", ".woff", ".woff2"}
    folders = [ROOT / name for name in (*PRODUCT, "tests", "installer", "docs")]
    assert [path for folder in folders for path in folder.rglob("*") if path.suffix.lower() in faces] == []


def test_a_letter_that_is_underlined_is_on_every_keyboard() -> None:
    # Letters of Vietnamese come from an input method, which is not asked about a key held with Alt.
    unreachable = re.compile(r"(&|Alt\+)[À-ỹĐđ]")
    words = [(path.name, node.value) for path in modules("ui") for node in words_of(path)]
    assert [(name, text) for name, text in words if unreachable.search(str(text))] == []


def _has_vietnamese(value: object) -> bool:
    return isinstance(value, str) and _VIETNAMESE.search(value) is not None
