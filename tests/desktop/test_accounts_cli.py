"""`pcmd --user` and `pcmd accounts`: who may do what on the command line; secrets come by standard input."""

import io
from pathlib import Path

import pytest

from db.connections import is_plain
from db.keyring.files import load_ring
from db.keyring.places import COPY_NAME, RING_NAME
from db.keyring.signing_in import ring_in, sign_in
from db.rules.rights import Encrypts, Role
from db.sessions import BOOK_NAME
from tests.helpers.accounts import ADMINISTRATOR, NAMES, OFFICERS, PASSWORD, GuardedOffice
from tests.helpers.books import NOW
from tests.helpers.command_line import Ran, pcmd

CLERK = OFFICERS[Role.ENTRY]


class Typist:
    """Runs commands on a folder, with what is typed at standard input."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch

    def __call__(self, folder: Path, user: str, *words: str, typed: tuple[str, ...] = (PASSWORD,)) -> Ran:
        self._patch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        named = ("--user", user, "--password-stdin") if user else ("--password-stdin",)
        return pcmd("--data", folder, *named, *words)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Typist:
    return Typist(monkeypatch)


def test_nobody_named_is_told_what_to_write(guarded: GuardedOffice) -> None:
    ran = pcmd("--data", guarded.folder, "data", "info")
    assert ran.code == 1 and "--user TÊN" in ran.complaints[0]


def test_who_signs_in_works_under_the_own_name(staffed: GuardedOffice, run: Typist) -> None:
    assert run(staffed.folder, NAMES[Role.READER], "data", "info").code == 0
    refused = run(
        staffed.folder, NAMES[Role.READER], "office", "rename", "--from", "2025-06-01", "--place", "X"
    )
    assert refused.code == 1 and "không có quyền nhập" in refused.complaints[0]


@pytest.mark.parametrize("user", [ADMINISTRATOR, "Không Có Ai"])
def test_a_wrong_password_is_refused_calmly(guarded: GuardedOffice, run: Typist, user: str) -> None:
    ran = run(guarded.folder, user, "data", "info", typed=("không phải thế",))
    assert ran.code == 1 and ran.complaints[0].startswith("Tên hoặc mật khẩu chưa đúng.")


def test_twenty_wrong_passwords_are_each_told_and_the_book_stays(guarded: GuardedOffice, run: Typist) -> None:
    before = (guarded.folder / BOOK_NAME).read_bytes()
    told = [run(guarded.folder, ADMINISTRATOR, "data", "info", typed=("đoán mò",)) for _ in range(20)]
    assert {ran.code for ran in told} == {1} and all(len(ran.complaints) == 1 for ran in told)
    assert "Thử lại được sau" in told[-1].complaints[0]
    assert (guarded.folder / BOOK_NAME).read_bytes() == before


def test_accounts_from_the_first_to_the_last(book_folder: Path, run: Typist) -> None:
    made = run(book_folder, "", "accounts", "protect", ADMINISTRATOR, "--encrypt", "book", "--json")
    assert made.values["encrypts"] == "book" and not is_plain(book_folder / BOOK_NAME)
    assert (
        run(
            book_folder, ADMINISTRATOR, "accounts", "add", CLERK, "entry", typed=(PASSWORD, "cho lần đầu")
        ).code
        == 0
    )
    lent = run(book_folder, CLERK, "data", "info", typed=("cho lần đầu",))
    assert lent.code == 1 and "phải đổi" in lent.complaints[0]
    changed = run(book_folder, CLERK, "accounts", "password", typed=("cho lần đầu", "của riêng tôi"))
    assert changed.code == 0 and sign_in(book_folder, CLERK, "của riêng tôi", NOW).role == Role.ENTRY
    assert run(book_folder, ADMINISTRATOR, "accounts", "role", CLERK, "approver").code == 0
    listed = run(book_folder, ADMINISTRATOR, "accounts", "list", "--json").values
    assert [item["role"] for item in listed["accounts"]] == ["administrator", "approver"]
    assert run(book_folder, ADMINISTRATOR, "accounts", "encrypt", "nothing").code == 0
    assert run(book_folder, ADMINISTRATOR, "accounts", "remove", CLERK).code == 0
    assert run(book_folder, ADMINISTRATOR, "accounts", "unprotect").code == 0
    assert load_ring(book_folder) is None and pcmd("--data", book_folder, "data", "info").code == 0


def test_the_recovery_key_opens_with_a_new_password(guarded: GuardedOffice, run: Typist) -> None:
    key = guarded.made.recovery_key
    typo = key[:3] + ("0" if key[3] != "0" else "1") + key[4:]
    told = run(guarded.folder, "", "accounts", "recover", ADMINISTRATOR, typed=(typo, "đặt lại rồi đó"))
    assert told.code == 1 and "nhóm 1" in told.complaints[0]
    assert (
        run(guarded.folder, "", "accounts", "recover", ADMINISTRATOR, typed=(key, "đặt lại rồi đó")).code == 0
    )
    assert sign_in(guarded.folder, ADMINISTRATOR, "đặt lại rồi đó", NOW)


def test_only_an_administrator_and_never_the_last(staffed: GuardedOffice, run: Typist) -> None:
    refused = run(staffed.folder, NAMES[Role.APPROVER], "accounts", "remove", ADMINISTRATOR)
    last = run(staffed.folder, ADMINISTRATOR, "accounts", "remove", ADMINISTRATOR)
    assert (refused.code, last.code) == (1, 1)
    assert "quản trị cuối cùng" in last.complaints[0]
    assert len(ring_in(staffed.folder).accounts) == 4


def test_lost_accounts_are_told_and_the_book_stays(guarded: GuardedOffice, run: Typist) -> None:
    for name in (RING_NAME, COPY_NAME):
        (guarded.folder / name).unlink()
    ran = pcmd("--data", guarded.folder, "data", "info")
    assert ran.code == 1 and "không còn trong thư mục" in ran.complaints[0]


def test_a_name_for_a_book_without_accounts_is_told(book_folder: Path, run: Typist) -> None:
    ran = run(book_folder, ADMINISTRATOR, "data", "info")
    assert ran.code == 1 and "không dùng tài khoản" in ran.complaints[0]


def test_secrets_are_no_arguments(guarded: GuardedOffice) -> None:
    assert pcmd("--data", guarded.folder, "accounts", "reset", CLERK, PASSWORD).code == 2
    assert ring_in(guarded.folder).encrypts == Encrypts.BACKUPS
