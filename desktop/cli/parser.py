"""The words of the command line. Importing this costs nothing: what a command needs is imported when it runs."""

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from db.rules.backups import SUFFIX
from db.rules.imports.kinds import IMPORT_KINDS
from db.rules.rights import Encrypts, Role
from desktop.cli import (
    account_texts,
    consolidate_texts,
    data_texts,
    handing_texts,
    plan_reading_texts,
    received_texts,
    record_texts,
    report_texts,
    return_set_texts,
    return_template_texts,
    score_paper_texts,
    score_rule_texts,
    score_texts,
    texts,
)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese and leaves with code 2 on wrong usage."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is used, and leave with code 2."""
        self.exit(2, f"{texts.WRONG_USAGE}: {_in_vietnamese(message)}\n{self.format_usage()}")

    def format_usage(self) -> str:
        """Return the usage with a Vietnamese head."""
        return super().format_usage().replace("usage:", f"{texts.USAGE}:", 1)

    def format_help(self) -> str:
        """Return the help with Vietnamese heads."""
        words = super().format_help()
        for english, vietnamese in texts.HELP_HEADS:
            words = words.replace(english, vietnamese)
        return words


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; leaves with code 2 on wrong usage."""
    return _parser().parse_args(arguments)


def day(text: str) -> date:
    """Read a day as `2025-03-01` or `01/03/2025`."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(texts.NOT_A_DAY.format(text=text))


def codes(text: str) -> str:
    """Read on which day's list codes stand: a day, or `rows` for each row's own; returned as a mapping keeps it."""
    return text if text == "rows" else day(text).isoformat()


def target(*suffixes: str) -> Callable[[str], Path]:
    """Return a reader of a target file's name that takes no other suffix: the content would not be what it says."""

    def read(text: str) -> Path:
        if Path(text).suffix.lower() not in suffixes:
            raise argparse.ArgumentTypeError(
                texts.WRONG_SUFFIX.format(text=text, suffix=" / ".join(suffixes))
            )
        return Path(text)

    return read


def _parser() -> Parser:
    parser = Parser(prog="pcmd", description=texts.DESCRIPTION)
    parser.add_argument("--data", type=Path, metavar=texts.FOLDER, help=texts.DATA_HELP)
    parser.add_argument("--user", metavar=texts.NAME, help=account_texts.USER)
    parser.add_argument("--password-stdin", action="store_true", help=account_texts.PASSWORD_STDIN)
    nouns = parser.add_subparsers(dest="noun", metavar=texts.NOUN, parser_class=Parser)
    demo = nouns.add_parser("demo", help=texts.DEMO)
    demo.add_argument("out", type=Path, metavar=texts.FOLDER)
    demo.add_argument("--json", action="store_true", help=texts.JSON)
    demo.set_defaults(module="desktop.cli.demo", command="make")
    _add_units(_verbs(nouns, "units", texts.UNITS))
    _add_office(_verbs(nouns, "office", texts.OFFICE))
    _add_plans(_verbs(nouns, "plans", texts.PLANS))
    _add_records(_verbs(nouns, "records", record_texts.RECORDS))
    _add_measures(nouns)
    _add_returns(_verbs(nouns, "returns", texts.RETURNS))
    _add_reports(_verbs(nouns, "reports", report_texts.REPORTS))
    scores = _verbs(nouns, "scores", score_texts.SCORES)
    _add_score_rules(scores)
    _add_scores(scores)
    _add_score_papers(scores)
    _add_data(_verbs(nouns, "data", texts.DATA))
    _add_accounts(_verbs(nouns, "accounts", account_texts.ACCOUNTS))
    return parser


_Subparsers = argparse._SubParsersAction  # The only name argparse has for it.


def _verbs(nouns: "_Subparsers[Parser]", noun: str, words: str) -> "_Subparsers[Parser]":
    return nouns.add_parser(noun, help=words).add_subparsers(
        dest="verb", metavar=texts.VERB, required=True, parser_class=Parser
    )


def _verb(verbs: "_Subparsers[Parser]", name: str, words: str, module: str, command: str) -> Parser:
    parser = verbs.add_parser(name, help=words)
    parser.set_defaults(module=f"desktop.cli.{module}", command=command)
    parser.add_argument("--json", action="store_true", help=texts.JSON)
    return parser


def _add_data(verbs: "_Subparsers[Parser]") -> None:
    _verb(verbs, "info", texts.DATA_INFO, "data", "info")
    check = _verb(verbs, "check", data_texts.CHECK, "data_check", "check")
    check.add_argument("--sweep", action="store_true", help=data_texts.SWEEP)
    mend = _verb(verbs, "repair", data_texts.REPAIR, "data_repair", "run")
    mend.add_argument("out", type=Path, metavar=texts.FOLDER, help=data_texts.REPAIR_OUT)
    check.add_argument("--reindex", action="store_true", help=data_texts.REINDEX)
    history = _verb(verbs, "history", data_texts.HISTORY, "history", "show")
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


def _add_backups(verbs: "_Subparsers[Parser]") -> None:
    words = data_texts
    backup = _verb(verbs, "backup", words.BACKUP, "data_backup", "back_up")
    backup.add_argument("out", type=target(SUFFIX), metavar=f"OUT{SUFFIX}")
    backup.add_argument("--encrypt", action="store_true", help=words.ENCRYPT)
    backup.add_argument("--without-accounts", action="store_true", help=words.WITHOUT_ACCOUNTS)
    backup.add_argument("--slip", type=target(".pdf", ".docx"), metavar="OUT.pdf", help=words.SLIP)
    restore = _verb(verbs, "restore", words.RESTORE, "data_backup", "restore")
    restore.add_argument("file", type=Path, metavar=texts.FILE)
    restore.add_argument("--look", action="store_true", help=words.LOOK)
    restore.add_argument("--recovery-key", action="store_true", help=words.RECOVERY_KEY)


def _add_accounts(verbs: "_Subparsers[Parser]") -> None:
    words, parts = account_texts, tuple(map(str, Encrypts))
    _verb(verbs, "list", words.LIST, "accounts", "list_accounts")
    _verb(verbs, "password", words.OWN_PASSWORD, "accounts", "change_password")
    for name, help_words, command in (
        ("add", words.ADD, "add"),
        ("role", words.ROLE, "set_role"),
        ("reset", words.RESET, "reset"),
        ("remove", words.REMOVE, "remove"),
    ):
        verb = _verb(verbs, name, help_words, "accounts", command)
        verb.add_argument("name", metavar=texts.NAME)
        if name in ("add", "role"):
            verb.add_argument(
                "role", choices=tuple(map(str, Role)), metavar=words.ROLE_NAME, help=words.ROLES
            )
    protect = _verb(verbs, "protect", words.PROTECT, "account_protection", "protect_book")
    protect.add_argument("name", metavar=texts.NAME)
    protect.add_argument("--encrypt", choices=parts, default=parts[1], help=words.ENCRYPT)
    recover = _verb(verbs, "recover", words.RECOVER, "account_protection", "recover_account")
    recover.add_argument("name", metavar=texts.NAME)
    encrypt = _verb(verbs, "encrypt", words.CHANGE_ENCRYPTION, "account_protection", "encrypt")
    encrypt.add_argument("what", choices=parts, metavar=words.WHAT, help=words.ENCRYPT)
    _verb(verbs, "recovery-key", words.RECOVERY_KEY, "account_protection", "renew_recovery")
    _verb(verbs, "unprotect", words.UNPROTECT, "account_protection", "unprotect_book")


def _add_units(verbs: "_Subparsers[Parser]") -> None:
    load = _verb(verbs, "import", texts.UNITS_IMPORT, "units", "load")
    load.add_argument("file", type=Path, metavar=texts.FILE)
    load.add_argument("--on", type=day, required=True, metavar=texts.DAY)
    successions = _verb(verbs, "successions", texts.UNITS_SUCCESSIONS, "units", "load_successions")
    successions.add_argument("file", type=Path, metavar=texts.FILE)
    successions.add_argument("--on", type=day, required=True, metavar=texts.DAY)
    _add_unit_change(_verb(verbs, "change", texts.UNITS_CHANGE, "unit_changes", "change"))
    late = _verb(verbs, "late", texts.UNITS_LATE, "late_records", "late")
    late.add_argument("--move", action="store_true", help=texts.UNITS_LATE_MOVE)
    listing = _verb(verbs, "list", texts.UNITS_LIST, "units", "list_units")
    listing.add_argument("--on", type=day, required=True, metavar=texts.DAY)


def _add_unit_change(change: Parser) -> None:
    words = texts.CHANGE_HELP
    change.add_argument("--on", type=day, required=True, metavar=texts.DAY)
    change.add_argument(
        "--from", dest="whole", nargs="+", default=[], metavar=texts.CODE, help=words["whole"]
    )
    change.add_argument("--part", nargs="+", default=[], metavar=texts.CODE, help=words["part"])
    change.add_argument("--into", nargs="+", default=[], metavar=texts.CODE, help=words["into"])
    change.add_argument(
        "--new",
        nargs=2,
        action="append",
        default=[],
        metavar=(texts.CODE, texts.NAME),
        help=words["new"],
    )
    change.add_argument("--parent", metavar=texts.CODE, help=words["parent"])
    change.add_argument("--dry-run", action="store_true", help=words["dry_run"])


def _add_office(verbs: "_Subparsers[Parser]") -> None:
    create = _verb(verbs, "create", texts.OFFICE_CREATE, "office", "create")
    create.add_argument("--units", type=Path, required=True, metavar=texts.FILE)
    create.add_argument("--code", required=True, metavar=texts.CODE)
    create.add_argument("--on", type=day, required=True, metavar=texts.DAY)
    create.add_argument("--cut-off", default="decree-09", help=texts.CUT_OFF)
    for option, words in texts.OFFICE_NAMES.items():
        create.add_argument(f"--{option.replace('_', '-')}", metavar=texts.NAME, help=words)

    _add_names(verbs)
    _add_handing(verbs)


def _add_names(verbs: "_Subparsers[Parser]") -> None:
    rename = _verb(verbs, "rename", handing_texts.RENAME, "office", "rename")
    rename.add_argument(
        "--from", dest="since", type=day, required=True, metavar=texts.DAY, help=handing_texts.FROM_DAY
    )
    for option, words in texts.OFFICE_NAMES.items():
        rename.add_argument(f"--{option.replace('_', '-')}", metavar=texts.NAME, help=words)
    _verb(verbs, "names", handing_texts.NAMES, "office", "list_names")


def _add_handing(verbs: "_Subparsers[Parser]") -> None:
    on = _verb(verbs, "hand-on", handing_texts.HAND_ON, "handing", "hand_on")
    on.add_argument("out", type=Path, metavar=texts.FOLDER)
    on.add_argument("--split", action="store_true", help=handing_texts.SPLIT)
    on.add_argument("--own", default="", metavar=texts.CODE, help=handing_texts.OWN)
    on.add_argument(
        "--decide", action="append", default=[], metavar=handing_texts.PAIR, help=handing_texts.DECIDE
    )
    on.add_argument("--dry-run", action="store_true", help=handing_texts.DRY_RUN_ON)
    taken = _verb(verbs, "take-in", handing_texts.TAKE_IN, "handing", "take_in")
    taken.add_argument("files", type=Path, nargs="+", metavar=texts.FILE)
    taken.add_argument("--dry-run", action="store_true", help=handing_texts.DRY_RUN_IN)
    taken.add_argument(
        "--accept", action="append", default=[], metavar=handing_texts.KEY, help=handing_texts.ACCEPT
    )
    taken.add_argument("--leave-out-personal", action="store_true", help=handing_texts.LEAVE_OUT)


def _add_plans(verbs: "_Subparsers[Parser]") -> None:
    _verb(verbs, "list", texts.PLANS_LIST, "plans", "list_plans")
    for name, words, command in (
        ("read", plan_reading_texts.READ, "read"),
        ("import", plan_reading_texts.IMPORT, "keep"),
    ):
        reading = _verb(verbs, name, words, "plan_reading", command)
        reading.add_argument("file", type=Path, metavar=texts.FILE)
        reading.add_argument(
            "--year", type=int, metavar=plan_reading_texts.YEAR, help=plan_reading_texts.YEAR_HELP
        )
    reading.add_argument("--own", action="store_true", help=plan_reading_texts.OWN_HELP)
    amended = _verb(verbs, "amendments", texts.PLANS_AMENDMENTS, "plan_amendments", "list_amendments")
    amended.add_argument("number", metavar=texts.NUMBER)
    document = _verb(verbs, "print", texts.PLANS_PRINT, "plans", "print_plan")
    document.add_argument("number", metavar=texts.NUMBER)
    document.add_argument("out", type=target(".pdf", ".docx"), metavar="OUT.pdf|OUT.docx")
    check = _verb(verbs, "check", texts.PLANS_CHECK, "plans", "check_plan")
    check.add_argument("number", metavar=texts.NUMBER)
    progress = _verb(verbs, "progress", texts.PLANS_PROGRESS, "plan_progress", "show")
    progress.add_argument("number", metavar=texts.NUMBER)
    progress.add_argument("--period", required=True, metavar=texts.PERIOD)
    progress.add_argument("--borders", type=day, metavar=texts.DAY, help=texts.BORDERS)


def _add_records(verbs: "_Subparsers[Parser]") -> None:
    template = _verb(verbs, "template", record_texts.TEMPLATE, "records", "template")
    template.add_argument("kind", choices=IMPORT_KINDS, metavar=record_texts.KIND)
    template.add_argument("out", type=target(".xlsx"), metavar="OUT.xlsx")
    template.add_argument("--on", type=day, metavar=texts.DAY, help=record_texts.TEMPLATE_ON)
    load = _verb(verbs, "import", record_texts.IMPORT, "records", "load")
    load.add_argument("kind", choices=IMPORT_KINDS, metavar=record_texts.KIND)
    load.add_argument("file", type=Path, metavar=texts.FILE)
    load.add_argument("--dry-run", action="store_true", help=record_texts.DRY_RUN)
    load.add_argument("--marked", type=target(".xlsx"), metavar="OUT.xlsx", help=record_texts.MARKED)
    load.add_argument("--mapping", default="", metavar=texts.NAME, help=record_texts.MAPPING)
    load.add_argument("--map", action="append", default=[], metavar=record_texts.PAIR, help=record_texts.MAP)
    load.add_argument(
        "--leave-out", action="append", default=[], metavar=record_texts.COLUMN, help=record_texts.LEAVE_OUT
    )
    load.add_argument("--codes-on", type=codes, metavar=record_texts.CODES, help=record_texts.CODES_HELP)
    load.add_argument("--take-units", action="store_true", help=record_texts.TAKE_UNITS)
    load.add_argument("--convert", action="store_true", help=record_texts.CONVERT)


def _add_measures(nouns: "_Subparsers[Parser]") -> None:
    measures = nouns.add_parser("measures", help=texts.MEASURES)
    measures.add_argument("name", nargs="?", metavar=texts.NAME)
    measures.add_argument("--unit", required=True, metavar=texts.CODE)
    measures.add_argument("--period", required=True, metavar=texts.PERIOD)
    measures.add_argument("--on", type=day, metavar=texts.DAY, help=texts.UNIT_ON)
    measures.add_argument("--by", choices=("unit",))
    measures.add_argument("--borders", type=day, metavar=texts.DAY, help=texts.BORDERS)
    measures.add_argument("--json", action="store_true", help=texts.JSON)
    measures.set_defaults(module="desktop.cli.measures", command="show")


def _add_returns(verbs: "_Subparsers[Parser]") -> None:
    sets = _verb(verbs, "sets", texts.RETURNS_SETS, "return_sets", "sets")
    sets.add_argument("--on", type=day, metavar=texts.DAY)
    one = sets.add_mutually_exclusive_group()
    one.add_argument("--check", type=Path, metavar=texts.FILE, help=return_set_texts.CHECK)
    one.add_argument(
        "--export", nargs=2, metavar=(texts.CODE, return_set_texts.OUT), help=return_set_texts.EXPORT
    )
    one.add_argument("--import", dest="load", type=Path, metavar=texts.FILE, help=return_set_texts.IMPORT)
    _add_return_template(_verb(verbs, "template", return_template_texts.VERB, "return_templates", "take"))
    export = _verb(verbs, "export", texts.RETURNS_EXPORT, "returns", "export")
    export.add_argument("--set", required=True, metavar=texts.CODE)
    export.add_argument("--unit", required=True, metavar=texts.CODE)
    export.add_argument("--period", required=True, metavar=texts.PERIOD)
    export.add_argument("--on", type=day, metavar=texts.DAY, help=texts.UNIT_ON)
    export.add_argument("--pdf", type=target(".pdf"), metavar="OUT.pdf", help=texts.RETURN_PAPER)
    export.add_argument("--word", default="", metavar=texts.WORD, help=texts.RETURN_WORD)
    export.add_argument("out", type=target(".xlsx"), metavar="OUT.xlsx")
    _add_received_returns(verbs)
    whole = _verb(verbs, "consolidate", consolidate_texts.CONSOLIDATE, "returns_consolidate", "run")
    whole.add_argument("--set", required=True, metavar=texts.CODE)
    whole.add_argument("--period", required=True, metavar=texts.PERIOD)
    whole.add_argument("--unit", metavar=texts.CODE, help=consolidate_texts.UNIT)
    whole.add_argument("--pdf", type=target(".pdf"), metavar="OUT.pdf", help=texts.RETURN_PAPER)
    whole.add_argument("--word", default="", metavar=texts.WORD, help=texts.RETURN_WORD)
    whole.add_argument("out", type=target(".xlsx"), metavar="OUT.xlsx")
    due = _verb(verbs, "due", texts.RETURNS_DUE, "returns_due", "due")
    due.add_argument("--on", type=day, required=True, metavar=texts.DAY, help=texts.RETURNS_DUE_ON)
    due.add_argument("--year", type=int, metavar=score_texts.YEAR_NAME, help=texts.RETURNS_DUE_YEAR)
    due.add_argument("--unit", metavar=texts.CODE, help=texts.RETURNS_DUE_UNIT)
    due.add_argument("--schedule", metavar=texts.CODE, help=texts.RETURNS_DUE_SCHEDULE)


def _add_received_returns(verbs: "_Subparsers[Parser]") -> None:
    words = received_texts
    check = _verb(verbs, "check", words.CHECK, "returns_received", "check")
    load = _verb(verbs, "import", words.IMPORT, "returns_received", "load")
    for verb in (check, load):
        verb.add_argument("files", nargs="+", type=Path, metavar=texts.FILE)
        verb.add_argument("--marked", type=Path, metavar=texts.FOLDER, help=words.MARKED)
    load.add_argument("--replace", action="store_true", help=words.REPLACE)


def _add_return_template(template: Parser) -> None:
    words = return_template_texts
    template.add_argument("file", type=Path, metavar=texts.FILE)
    template.add_argument("--set", required=True, metavar=texts.CODE, help=words.SET)
    template.add_argument("--title", default="", metavar=words.TITLE, help=words.TITLE_HELP)
    template.add_argument("--from", dest="since", type=day, metavar=texts.DAY, help=words.SINCE)


def _add_reports(verbs: "_Subparsers[Parser]") -> None:
    printing = _verb(verbs, "print", report_texts.PRINT, "reports", "print_report")
    printing.add_argument("--period", required=True, metavar=texts.PERIOD)
    printing.add_argument("--unit", metavar=texts.CODE, help=report_texts.UNIT)
    printing.add_argument("--on", type=day, metavar=texts.DAY, help=texts.UNIT_ON)
    printing.add_argument("out", type=target(".pdf", ".docx"), metavar="OUT.pdf|OUT.docx")


def _add_score_papers(verbs: "_Subparsers[Parser]") -> None:
    words = score_paper_texts
    paper = _verb(verbs, "print", words.PRINT, "score_papers", "print_papers")
    summary = _verb(verbs, "summary", words.SUMMARY, "score_papers", "write_summary")
    for verb in (paper, summary):
        verb.add_argument("--year", type=int, required=True, metavar=words.YEAR, help=words.YEAR_HELP)
    paper.add_argument("--unit", metavar=texts.CODE, help=words.UNIT_HELP)
    paper.add_argument("--on", type=day, metavar=texts.DAY, help=texts.UNIT_ON)
    kinds = paper.add_mutually_exclusive_group()
    kinds.add_argument("--minutes", action="store_true", help=words.MINUTES_HELP)
    kinds.add_argument("--decision", action="store_true", help=words.DECISION_HELP)
    paper.add_argument(
        "--class", dest="classes", action="append", default=[], metavar=words.CLASS, help=words.CLASS_HELP
    )
    suffixes = target(".pdf", ".docx", ".xlsx")
    paper.add_argument("out", type=suffixes, metavar="OUT.pdf|OUT.docx|OUT.xlsx")
    summary.add_argument("out", type=target(".xlsx"), metavar="OUT.xlsx")


def _add_scores(verbs: "_Subparsers[Parser]") -> None:
    export = _verb(verbs, "export", score_texts.EXPORT, "scores", "export")
    export.add_argument(
        "--year", type=int, required=True, metavar=score_texts.YEAR_NAME, help=score_texts.YEAR
    )
    export.add_argument("--unit", metavar=texts.CODE, help=score_texts.UNIT)
    export.add_argument("--on", type=day, metavar=texts.DAY, help=score_texts.ON)
    export.add_argument("--all", type=Path, metavar=texts.FOLDER, help=score_texts.ALL)
    export.add_argument("--result", action="store_true", help=score_texts.RESULT)
    export.add_argument("out", nargs="?", type=target(".xlsx"), metavar="OUT.xlsx")
    load = _verb(verbs, "import", score_texts.IMPORT, "scores", "load")
    load.add_argument("files", nargs="+", type=Path, metavar=texts.FILE)
    load.add_argument("--dry-run", action="store_true", help=score_texts.DRY_RUN)
    load.add_argument("--replace", action="store_true", help=score_texts.REPLACE)


def _add_score_rules(verbs: "_Subparsers[Parser]") -> None:
    words = score_rule_texts
    rules = _verb(verbs, "rules", words.RULES, "score_rules", "rules")
    one = rules.add_mutually_exclusive_group()
    one.add_argument("--check", type=Path, metavar=texts.FILE, help=words.CHECK)
    one.add_argument("--export", nargs=2, metavar=(texts.CODE, words.OUT), help=words.EXPORT)
    one.add_argument("--import", dest="load", type=Path, metavar=texts.FILE, help=words.IMPORT)


def _in_vietnamese(message: str) -> str:
    for english, vietnamese in texts.ARGPARSE_WORDS:
        message = re.sub(english, vietnamese, message)
    return message
