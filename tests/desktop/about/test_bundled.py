"""The list of licences: nothing that the program is made of is missing, and each part says its licence."""

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from desktop.about import bundled
from desktop.about.bundled import distributions, parts
from ui.about.values import Part

ROOT = Path(__file__).resolve().parents[3]
HOME = ROOT / "desktop" / "about"
KNOWN = tomllib.loads((HOME / "bundled.toml").read_text(encoding="utf-8"))


def wanted() -> list[str]:
    """Return the names that `pyproject.toml` depends on, in a form of their own."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["encryption"]]
    return [re.split(r"[<>=~!\[; ]", line)[0].lower() for line in lines]


def named(name: str) -> Part:
    return next(part for part in parts() if part.name == name)


def test_each_dependency_is_told_with_its_licence_and_its_text() -> None:
    told = {part.name.lower().replace("_", "-"): part for part in parts()}
    assert set(wanted()) <= set(told)
    for part in told.values():
        assert part.licence.strip() == part.licence != ""
        assert len(part.text) > len(part.licence)


def test_what_dependencies_depend_on_is_told_too_and_no_tool_of_ours() -> None:
    found = distributions()
    assert found[0] == "pcmd"
    assert {"shiboken6", "lxml", "cffi", "mako"} <= set(found)
    assert not {"pytest", "mypy", "ruff", "hypothesis"} & set(found)


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("Python", "PSF-2.0"),
        ("Qt", "LGPL-3.0-only"),
        ("PySide6_Essentials", "LGPL-3.0-only"),
        ("SQLite", "Public domain"),
        ("SQLCipher", "BSD-3-Clause"),
        ("OpenSSL", "Apache-2.0"),
        ("PDFium", "BSD-3-Clause AND Apache-2.0"),
        ("libxml2, libxslt", "MIT"),
    ],
)
def test_what_is_no_distribution_is_told_with_its_version(name: str, licence: str) -> None:
    part = named(name)
    assert part.licence == licence
    assert re.match(r"\d+\.\d+", part.version)


@pytest.mark.parametrize("name", ["Qt", "PySide6_Essentials"])
def test_the_lgpl_is_told_with_both_texts_and_the_place_of_the_source(name: str) -> None:
    text = named(name).text
    for words in (
        "LGPL-3.0, liên kết động",
        "code.qt.io",
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC",
    ):
        assert words in text


def test_what_only_a_built_program_has_is_told_there(monkeypatch: pytest.MonkeyPatch) -> None:
    before = {part.name for part in parts()}
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    added = {part.name for part in parts()} - before
    assert "PyInstaller bootloader" in added


def test_a_font_is_told_only_where_it_came_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "root", lambda: tmp_path)
    assert "Liberation Serif" not in {part.name for part in parts()}
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "LiberationSerif-Regular.ttf").touch()
    assert named("Liberation Serif").licence == "OFL-1.1"


def test_without_collected_metadata_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    assert distributions() == ()
    assert {"Python", "SQLite"} <= {part.name for part in parts()}


def test_each_text_is_used_and_each_that_is_named_lies_there() -> None:
    used = {name for entry in KNOWN["part"] for name in entry.get("texts", ())}
    used |= {name for entry in KNOWN["distributions"].values() for name in entry.get("texts", ())}
    assert used == {path.name for path in (HOME / "licences").iterdir()}


def test_only_distributions_that_are_there_are_spoken_of() -> None:
    found = set(distributions())
    assert set(KNOWN["distributions"]) <= found
    assert {entry["within"] for entry in KNOWN["part"] if "within" in entry} <= found
