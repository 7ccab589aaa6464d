"""What the installer for Windows says and touches, read from its script."""

import re

import pytest

from installer.windows import proof
from installer.windows.toolchain import ROOT

SCRIPT = (ROOT / "installer/windows/setup.nsi").read_text(encoding="utf-8")
LINES = [line.strip() for line in SCRIPT.splitlines() if not line.startswith(";")]


@pytest.mark.parametrize(
    "line",
    [
        "Unicode true",
        "RequestExecutionLevel user",
        '!insertmacro MUI_LANGUAGE "Vietnamese"',
        'InstallDir "$LOCALAPPDATA\\Programs\\SoPCMD"',
        'WriteRegStr HKCU "${KEY}" "QuietUninstallString" \'"$INSTDIR\\uninstall.exe" /S\'',
        'WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}',
    ],
)
def test_it_installs_for_one_user_in_vietnamese(line: str) -> None:
    assert line in LINES


def test_it_writes_nothing_outside_the_users_own() -> None:
    assert not re.search(r"HK(LM|CR)|\$(PROGRAMFILES|WINDIR|SYSDIR)|SetShellVarContext all", SCRIPT)


def test_nothing_that_removes_names_the_data() -> None:
    removing = [line for line in LINES if line.startswith(("RMDir", "Delete ", "Rename"))]
    assert removing
    assert not [line for line in removing if "DATA" in line or "pcmd\\" in line or "$LOCALAPPDATA" in line]


def test_whole_folders_go_only_where_all_in_them_is_the_programs() -> None:
    removed = {line.split('"')[1] for line in LINES if line.startswith("RMDir /r")}
    assert removed == {"${FOLDER}\\_internal", "$INSTDIR.moi"}


def test_the_trial_asks_for_the_codes_and_names_that_the_script_gives() -> None:
    assert f'!insertmacro stopWith {proof.NEWER_INSTALLED} "$(IS_NEWER)"' in LINES
    assert f"SetErrorLevel {proof.RUNNING}" in LINES
    assert f'!define FILE_TYPE "{proof.TYPE}"' in LINES


def test_every_sentence_is_used_and_every_used_one_is_there() -> None:
    defined = set(re.findall(r"^LangString (\w+) ", SCRIPT, re.MULTILINE))
    assert defined == set(re.findall(r"\$\((\w+)\)", SCRIPT))
