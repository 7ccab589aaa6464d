"""How the installer for Windows is put together: version, what is made again, what the registry says, its workflow."""

import re
from functools import partial
from pathlib import Path

import pytest

from installer.windows import toolchain
from installer.windows.machine import read_registry
from installer.windows.proof import tree
from installer.windows.version_resource import resource
from installer.windows.wine import Wine

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "windows.yml"


def test_the_programs_show_their_version_in_vietnamese() -> None:
    text = resource("1.2.3")
    compile(text, "version.txt", "eval")
    assert "filevers=(1, 2, 3, 0)" in text
    assert 'StringTable("042A04B0"' in text
    assert 'StringStruct("ProductName", "Sổ PCMD")' in text


def test_only_another_state_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toolchain, "KEPT", tmp_path / "kept")
    made: list[str] = []
    for state in ("one", "one", "other"):
        toolchain.once("thing", state, partial(made.append, state))
    assert made == ["one", "other"]


def test_what_failed_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toolchain, "KEPT", tmp_path)

    def fail() -> None:
        raise OSError

    with pytest.raises(OSError):
        toolchain.once("thing", "one", fail)
    made: list[str] = []
    toolchain.once("thing", "one", lambda: made.append("one"))
    assert made == ["one"]


def test_nobody_but_root_is_told_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(toolchain, "_PACKAGES", {str(tmp_path / "makensis"): "nsis"})
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(toolchain, "KEPT", tmp_path)
    with pytest.raises(toolchain.Missing, match=r"^sudo apt-get install -y --no-install-recommends nsis$"):
        toolchain.prepare()


def test_the_registry_is_read_with_its_quotes_and_letters() -> None:
    text = (
        "Windows Registry Editor Version 5.00\n\n"
        "[HKEY_CURRENT_USER\\Software\\SoPCMD]\n"
        '@="\\"C:\\\\Users\\\\Ánh\\\\SoPCMD.exe\\" \\"%1\\""\n'
        '"DisplayName"="Sổ PCMD"\n"EstimatedSize"=dword:00000001\n\n'
        "[HKEY_CURRENT_USER\\Software\\SoPCMD\\Empty]\n"
    )
    assert read_registry(text) == {
        "HKEY_CURRENT_USER\\Software\\SoPCMD": {
            "": '"C:\\Users\\Ánh\\SoPCMD.exe" "%1"',
            "DisplayName": "Sổ PCMD",
        },
        "HKEY_CURRENT_USER\\Software\\SoPCMD\\Empty": {},
    }


def test_paths_are_told_as_that_windows_knows_them(tmp_path: Path) -> None:
    wine = Wine(tmp_path / "máy", "Nguyễn Văn Ánh", {})
    assert wine.told(wine.local / "pcmd") == "C:\\users\\Nguyễn Văn Ánh\\AppData\\Local\\pcmd"
    assert wine.told(Path("/srv/a b")) == "Z:\\srv\\a b"


def test_two_trees_are_equal_only_byte_by_byte(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a").write_bytes(b"x")
    before = tree(tmp_path)
    (tmp_path / "below" / "a").write_bytes(b"y")
    assert before.keys() == tree(tmp_path).keys() == {str(Path("below", "a"))}
    assert before != tree(tmp_path)


def test_the_workflow_builds_with_the_pins_of_here_on_tags_and_by_hand_only() -> None:
    text = WORKFLOW.read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used)
    assert 'install --disable-pip-version-check ".[encryption,package]"' in text
    assert "run: python -m installer.windows" in text
    (triggers,) = re.findall(r"^on:\n((?:  .*\n)+)", text, re.MULTILINE)
    assert re.findall(r"^  (\w+):", triggers, re.MULTILINE) == ["push", "workflow_dispatch"]
    assert 'tags: ["v*"]' in triggers
