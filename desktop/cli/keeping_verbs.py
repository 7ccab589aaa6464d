"""The words of `pcmd data` and `pcmd accounts`."""

from pathlib import Path

from db.rules.backups import SUFFIX
from db.rules.rights import Encrypts, Role
from desktop.cli import account_texts, data_texts, texts
from desktop.cli.arguments import Parser, Subparsers, day, target, verb_of


def add_data(verbs: "Subparsers[Parser]") -> None:
    """Add what `pcmd data` does."""
    verb_of(verbs, "info", texts.DATA_INFO, "data", "info")
    check = verb_of(verbs, "check", data_texts.CHECK, "data_check", "check")
    check.add_argument("--sweep", action="store_true", help=data_texts.SWEEP)
    mend = verb_of(verbs, "repair", data_texts.REPAIR, "data_repair", "run")
    mend.add_argument("out", type=Path, metavar=texts.FOLDER, help=data_texts.REPAIR_OUT)
    check.add_argument("--reindex", action="store_true", help=data_texts.REINDEX)
    history = verb_of(verbs, "history", data_texts.HISTORY, "history", "show")
    history.add_argument(
        "out", nargs="?", type=target(".xlsx"), metavar="OUT.xlsx", help=data_texts.HISTORY_OUT
    )
    history.add_argument("--kind", metavar="KIND", help=data_texts.HISTORY_KIND)
    history.add_argument("--unit", metavar=texts.CODE, help=data_texts.HISTORY_UNIT)
    history.add_argument("--from", dest="first", type=day, metavar=texts.DAY, help=data_texts.HISTORY_FROM)
    history.add_argument("--to", dest="last", type=day, metavar=texts.DAY, help=data_texts.HISTORY_TO)
    history.add_argument("--who", default="", metavar=texts.NAME, help=data_texts.HISTORY_WHO)
    history.add_argument("--text", default="", help=data_texts.HISTORY_TEXT)
    _add_backups(verbs)


def _add_backups(verbs: "Subparsers[Parser]") -> None:
    words = data_texts
    backup = verb_of(verbs, "backup", words.BACKUP, "data_backup", "back_up")
    backup.add_argument("out", type=target(SUFFIX), metavar=f"OUT{SUFFIX}")
    backup.add_argument("--encrypt", action="store_true", help=words.ENCRYPT)
    backup.add_argument("--without-accounts", action="store_true", help=words.WITHOUT_ACCOUNTS)
    backup.add_argument("--slip", type=target(".pdf", ".docx"), metavar="OUT.pdf", help=words.SLIP)
    restore = verb_of(verbs, "restore", words.RESTORE, "data_backup", "restore")
    restore.add_argument("file", type=Path, metavar=texts.FILE)
    restore.add_argument("--look", action="store_true", help=words.LOOK)
    restore.add_argument("--recovery-key", action="store_true", help=words.RECOVERY_KEY)


def add_accounts(verbs: "Subparsers[Parser]") -> None:
    """Add what `pcmd accounts` does."""
    words, parts = account_texts, tuple(map(str, Encrypts))
    verb_of(verbs, "list", words.LIST, "accounts", "list_accounts")
    verb_of(verbs, "password", words.OWN_PASSWORD, "accounts", "change_password")
    for name, help_words, command in (
        ("add", words.ADD, "add"),
        ("role", words.ROLE, "set_role"),
        ("reset", words.RESET, "reset"),
        ("remove", words.REMOVE, "remove"),
    ):
        verb = verb_of(verbs, name, help_words, "accounts", command)
        verb.add_argument("name", metavar=texts.NAME)
        if name in ("add", "role"):
            verb.add_argument(
                "role", choices=tuple(map(str, Role)), metavar=words.ROLE_NAME, help=words.ROLES
            )
    protect = verb_of(verbs, "protect", words.PROTECT, "account_protection", "protect_book")
    protect.add_argument("name", metavar=texts.NAME)
    protect.add_argument("--encrypt", choices=parts, default=parts[1], help=words.ENCRYPT)
    recover = verb_of(verbs, "recover", words.RECOVER, "account_protection", "recover_account")
    recover.add_argument("name", metavar=texts.NAME)
    encrypt = verb_of(verbs, "encrypt", words.CHANGE_ENCRYPTION, "account_protection", "encrypt")
    encrypt.add_argument("what", choices=parts, metavar=words.WHAT, help=words.ENCRYPT)
    verb_of(verbs, "recovery-key", words.RECOVERY_KEY, "account_protection", "renew_recovery")
    verb_of(verbs, "unprotect", words.UNPROTECT, "account_protection", "unprotect_book")
