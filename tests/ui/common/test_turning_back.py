"""One word leaves every question of the program with nothing done."""

import importlib
import pkgutil

import pytest

import ui

MODULES = [
    module.name for module in pkgutil.walk_packages(ui.__path__, "ui.") if module.name.endswith("texts")
]
OTHERS = {"Thôi", "Hủy", "Hủy bỏ", "Bỏ qua", "Không", "Không chèn"}


@pytest.mark.parametrize("name", MODULES)
def test_no_screen_has_another_word_for_turning_back(name: str) -> None:
    words = {value for value in vars(importlib.import_module(name)).values() if isinstance(value, str)}
    assert words.isdisjoint(OTHERS)
