"""The words of the command line. Importing this costs nothing: what a command needs is imported when it runs."""

import argparse
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from db.rules.imports.kinds import IMPORT_KINDS
from desktop.cli import (
    account_texts,
    consolidate_texts,
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
from desktop.cli.arguments import Parser, Subparsers, TellVersion, codes, day, target, verb_of, verbs_of
from desktop.cli.keeping_verbs import add_accounts, add_data


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; leaves with code 2 on wrong usage."""
    return _parser().parse_args(arguments)


@cache
def _parser() -> Parser:
    parser = Parser(prog="pcmd", description=texts.DESCRIPTION)
    parser.add_argument("--version", action=TellVersion, help=texts.VERSION_HELP)
    parser.add_argument("--data", type=Path, metavar=texts.FOLDER, help=texts.DATA_HELP)
    parser.add_argument("--user", metavar=texts.NAME, help=account_texts.USER)
    parser.add_argument("--password-stdin", action="store_true", help=account_texts.PASSWORD_STDIN)
    nouns = parser.add_subparsers(dest="noun", metavar=texts.NOUN, parser_class=Parser)
    demo = nouns.add_parser("demo", help=texts.DEMO)
    demo.add_argument("out", type=Path, metavar=texts.FOLDER)
    demo.add_argument("--json", action="store_true", help=texts.JSON)
    demo.set_defaults(module="desktop.cli.demo", command="make")
    _add_units(verbs_of(nouns, "units", texts.UNITS))
    _add_office(verbs_of(nouns, "office", texts.OFFICE))
    _add_plans(verbs_of(nouns, "plans", texts.PLANS))
    _add_records(verbs_of(nouns, "records", record_texts.RECORDS))
    _add_measures(nouns)
    _add_returns(verbs_of(nouns, "returns", texts.RETURNS))
    _add_reports(verbs_of(nouns, "reports", report_texts.REPORTS))
    scores = verbs_of(nouns, "scores", score_texts.SCORES)
    _add_score_rules(scores)
    _add_scores(scores)
    _add_score_papers(scores)
    add_data(verbs_of(nouns, "data", texts.DATA))
    add_accounts(verbs_of(nouns, "accounts", account_texts.ACCOUNTS))
    return parser


def _add_units(verbs: "Subparsers[Parser]") -> None:
    load = verb_of(verbs, "import", texts.UNITS_IMPORT, "units", "load")
    load.add_argument("file", type=Path, metavar=texts.FILE)
    load.add_argument("--on", type=day, required=True, metavar=texts.DAY)
    successions = verb_of(verbs, "successions", texts.UNITS_SUCCESSIONS, "units", "load_successions")
    successions.add_argument("file", type=Path, metavar=texts.FILE)
    successions.add_argument("--on", type=day, required=True, metavar=texts.DAY)
    _add_unit_change(verb_of(verbs, "change", texts.UNITS_CHANGE, "unit_changes", "change"))
    late = verb_of(verbs, "late", texts.UNITS_LATE, "late_records", "late")
    late.add_argument("--move", action="store_true", help=texts.UNITS_LATE_MOVE)
    listing = verb_of(verbs, "list", texts.UNITS_LIST, "units", "list_units")
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


def _add_office(verbs: "Subparsers[Parser]") -> None:
    create = verb_of(verbs, "create", texts.OFFICE_CREATE, "office", "create")
    create.add_argument("--units", type=Path, required=True, metavar=texts.FILE)
    create.add_argument("--code", required=True, metavar=texts.CODE)
    create.add_argument("--on", type=day, required=True, metavar=texts.DAY)
    create.add_argument("--cut-off", default="decree-09", help=texts.CUT_OFF)
    for option, words in texts.OFFICE_NAMES.items():
        create.add_argument(f"--{option.replace('_', '-')}", metavar=texts.NAME, help=words)

    _add_names(verbs)
    _add_handing(verbs)


def _add_names(verbs: "Subparsers[Parser]") -> None:
    rename = verb_of(verbs, "rename", handing_texts.RENAME, "office", "rename")
    rename.add_argument(
        "--from", dest="since", type=day, required=True, metavar=texts.DAY, help=handing_texts.FROM_DAY
    )
    for option, words in texts.OFFICE_NAMES.items():
        rename.add_argument(f"--{option.replace('_', '-')}", metavar=texts.NAME, help=words)
    verb_of(verbs, "names", handing_texts.NAMES, "office", "list_names")


def _add_handing(verbs: "Subparsers[Parser]") -> None:
    on = verb_of(verbs, "hand-on", handing_texts.HAND_ON, "handing", "hand_on")
    on.add_argument("out", type=Path, metavar=texts.FOLDER)
    on.add_argument("--split", action="store_true", help=handing_texts.SPLIT)
    on.add_argument("--own", default="", metavar=texts.CODE, help=handing_texts.OWN)
    on.add_argument(
        "--decide", action="append", default=[], metavar=handing_texts.PAIR, help=handing_texts.DECIDE
    )
    on.add_argument("--dry-run", action="store_true", help=handing_texts.DRY_RUN_ON)
    taken = verb_of(verbs, "take-in", handing_texts.TAKE_IN, "handing", "take_in")
    taken.add_argument("files", type=Path, nargs="+", metavar=texts.FILE)
    taken.add_argument("--dry-run", action="store_true", help=handing_texts.DRY_RUN_IN)
    taken.add_argument(
        "--accept", action="append", default=[], metavar=handing_texts.KEY, help=handing_texts.ACCEPT
    )
    taken.add_argument("--leave-out-personal", action="store_true", help=handing_texts.LEAVE_OUT)


def _add_plans(verbs: "Subparsers[Parser]") -> None:
    verb_of(verbs, "list", texts.PLANS_LIST, "plans", "list_plans")
    for name, words, command in (
        ("read", plan_reading_texts.READ, "read"),
        ("import", plan_reading_texts.IMPORT, "keep"),
    ):
        reading = verb_of(verbs, name, words, "plan_reading", command)
        reading.add_argument("file", type=Path, metavar=texts.FILE)
        reading.add_argument(
            "--year", type=int, metavar=plan_reading_texts.YEAR, help=plan_reading_texts.YEAR_HELP
        )
    reading.add_argument("--own", action="store_true", help=plan_reading_texts.OWN_HELP)
    amended = verb_of(verbs, "amendments", texts.PLANS_AMENDMENTS, "plan_amendments", "list_amendments")
    amended.add_argument("number", metavar=texts.NUMBER)
    document = verb_of(verbs, "print", texts.PLANS_PRINT, "plans", "print_plan")
    document.add_argument("number", metavar=texts.NUMBER)
    document.add_argument("out", type=target(".pdf", ".docx"), metavar="OUT.pdf|OUT.docx")
    check = verb_of(verbs, "check", texts.PLANS_CHECK, "plans", "check_plan")
    check.add_argument("number", metavar=texts.NUMBER)
    progress = verb_of(verbs, "progress", texts.PLANS_PROGRESS, "plan_progress", "show")
    progress.add_argument("number", metavar=texts.NUMBER)
    progress.add_argument("--period", required=True, metavar=texts.PERIOD)
    progress.add_argument("--borders", type=day, metavar=texts.DAY, help=texts.BORDERS)


def _add_records(verbs: "Subparsers[Parser]") -> None:
    template = verb_of(verbs, "template", record_texts.TEMPLATE, "records", "template")
    template.add_argument("kind", choices=IMPORT_KINDS, metavar=record_texts.KIND)
    template.add_argument("out", type=target(".xlsx"), metavar="OUT.xlsx")
    template.add_argument("--on", type=day, metavar=texts.DAY, help=record_texts.TEMPLATE_ON)
    load = verb_of(verbs, "import", record_texts.IMPORT, "records", "load")
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


def _add_measures(nouns: "Subparsers[Parser]") -> None:
    measures = nouns.add_parser("measures", help=texts.MEASURES)
    measures.add_argument("name", nargs="?", metavar=texts.NAME)
    measures.add_argument("--unit", required=True, metavar=texts.CODE)
    measures.add_argument("--period", required=True, metavar=texts.PERIOD)
    measures.add_argument("--on", type=day, metavar=texts.DAY, help=texts.UNIT_ON)
    measures.add_argument("--by", choices=("unit",))
    measures.add_argument("--borders", type=day, metavar=texts.DAY, help=texts.BORDERS)
    measures.add_argument("--json", action="store_true", help=texts.JSON)
    measures.set_defaults(module="desktop.cli.measures", command="show")


def _add_returns(verbs: "Subparsers[Parser]") -> None:
    sets = verb_of(verbs, "sets", texts.RETURNS_SETS, "return_sets", "sets")
    sets.add_argument("--on", type=day, metavar=texts.DAY)
    one = sets.add_mutually_exclusive_group()
    one.add_argument("--check", type=Path, metavar=texts.FILE, help=return_set_texts.CHECK)
    one.add_argument(
        "--export", nargs=2, metavar=(texts.CODE, return_set_texts.OUT), help=return_set_texts.EXPORT
    )
    one.add_argument("--import", dest="load", type=Path, metavar=texts.FILE, help=return_set_texts.IMPORT)
    _add_return_template(verb_of(verbs, "template", return_template_texts.VERB, "return_templates", "take"))
    export = verb_of(verbs, "export", texts.RETURNS_EXPORT, "returns", "export")
    export.add_argument("--set", required=True, metavar=texts.CODE)
    export.add_argument("--unit", required=True, metavar=texts.CODE)
    export.add_argument("--period", required=True, metavar=texts.PERIOD)
    export.add_argument("--on", type=day, metavar=texts.DAY, help=texts.UNIT_ON)
    export.add_argument("--pdf", type=target(".pdf"), metavar="OUT.pdf", help=texts.RETURN_PAPER)
    export.add_argument("--word", default="", metavar=texts.WORD, help=texts.RETURN_WORD)
    export.add_argument("out", type=target(".xlsx"), metavar="OUT.xlsx")
    _add_received_returns(verbs)
    whole = verb_of(verbs, "consolidate", consolidate_texts.CONSOLIDATE, "returns_consolidate", "run")
    whole.add_argument("--set", required=True, metavar=texts.CODE)
    whole.add_argument("--period", required=True, metavar=texts.PERIOD)
    whole.add_argument("--unit", metavar=texts.CODE, help=consolidate_texts.UNIT)
    whole.add_argument("--pdf", type=target(".pdf"), metavar="OUT.pdf", help=texts.RETURN_PAPER)
    whole.add_argument("--word", default="", metavar=texts.WORD, help=texts.RETURN_WORD)
    whole.add_argument("out", type=target(".xlsx"), metavar="OUT.xlsx")
    due = verb_of(verbs, "due", texts.RETURNS_DUE, "returns_due", "due")
    due.add_argument("--on", type=day, required=True, metavar=texts.DAY, help=texts.RETURNS_DUE_ON)
    due.add_argument("--year", type=int, metavar=score_texts.YEAR_NAME, help=texts.RETURNS_DUE_YEAR)
    due.add_argument("--unit", metavar=texts.CODE, help=texts.RETURNS_DUE_UNIT)
    due.add_argument("--schedule", metavar=texts.CODE, help=texts.RETURNS_DUE_SCHEDULE)


def _add_received_returns(verbs: "Subparsers[Parser]") -> None:
    words = received_texts
    check = verb_of(verbs, "check", words.CHECK, "returns_received", "check")
    load = verb_of(verbs, "import", words.IMPORT, "returns_received", "load")
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


def _add_reports(verbs: "Subparsers[Parser]") -> None:
    printing = verb_of(verbs, "print", report_texts.PRINT, "reports", "print_report")
    printing.add_argument("--period", required=True, metavar=texts.PERIOD)
    printing.add_argument("--unit", metavar=texts.CODE, help=report_texts.UNIT)
    printing.add_argument("--on", type=day, metavar=texts.DAY, help=texts.UNIT_ON)
    printing.add_argument("out", type=target(".pdf", ".docx"), metavar="OUT.pdf|OUT.docx")


def _add_score_papers(verbs: "Subparsers[Parser]") -> None:
    words = score_paper_texts
    paper = verb_of(verbs, "print", words.PRINT, "score_papers", "print_papers")
    summary = verb_of(verbs, "summary", words.SUMMARY, "score_papers", "write_summary")
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


def _add_scores(verbs: "Subparsers[Parser]") -> None:
    export = verb_of(verbs, "export", score_texts.EXPORT, "scores", "export")
    export.add_argument(
        "--year", type=int, required=True, metavar=score_texts.YEAR_NAME, help=score_texts.YEAR
    )
    export.add_argument("--unit", metavar=texts.CODE, help=score_texts.UNIT)
    export.add_argument("--on", type=day, metavar=texts.DAY, help=score_texts.ON)
    export.add_argument("--all", type=Path, metavar=texts.FOLDER, help=score_texts.ALL)
    export.add_argument("--result", action="store_true", help=score_texts.RESULT)
    export.add_argument("out", nargs="?", type=target(".xlsx"), metavar="OUT.xlsx")
    load = verb_of(verbs, "import", score_texts.IMPORT, "scores", "load")
    load.add_argument("files", nargs="+", type=Path, metavar=texts.FILE)
    load.add_argument("--dry-run", action="store_true", help=score_texts.DRY_RUN)
    load.add_argument("--replace", action="store_true", help=score_texts.REPLACE)


def _add_score_rules(verbs: "Subparsers[Parser]") -> None:
    words = score_rule_texts
    rules = verb_of(verbs, "rules", words.RULES, "score_rules", "rules")
    one = rules.add_mutually_exclusive_group()
    one.add_argument("--check", type=Path, metavar=texts.FILE, help=words.CHECK)
    one.add_argument("--export", nargs=2, metavar=(texts.CODE, words.OUT), help=words.EXPORT)
    one.add_argument("--import", dest="load", type=Path, metavar=texts.FILE, help=words.IMPORT)
