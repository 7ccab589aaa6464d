"""`pcmd scores rules`: the rule sets of the book; one checked, written to a file, taken in as a draft."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from db.rules.formats import day_text, number_text, plain_number
from db.rules.scoring.documents import read_document
from db.rules.scoring.files import RULE_SET_FILES
from db.rules.scoring.soundness import Judgement
from db.rules.sealed_toml import lined
from db.services import content
from db.services.scoring import rule_set_files, rule_set_lists
from db.services.scoring.rule_set_lists import SetInfo
from db.sessions import Session
from desktop.cli import score_rule_texts as texts
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from desktop.cli.sealed_sets import finding_values, named_set, taken_in, told, written
from exports.sealed_toml import read_sealed
from ui.common.finding_texts import finding_line
from ui.common.rule_set_places import place_words


def rules(arguments: Namespace) -> Outcome:
    """List all sets, or do what is asked with one."""
    if arguments.check is not None:
        return _check(arguments)
    if arguments.export is not None:
        return _export(arguments)
    return _list(arguments) if arguments.load is None else _load(arguments)


def _list(arguments: Namespace) -> Outcome:
    with open_book(arguments) as book, book.reading() as session:
        infos = rule_set_lists.listed(session, on=date.today())
        found = [_values(session, info) for info in infos]
    lines = [line for info, values in zip(infos, found, strict=True) for line in _lines(info, values)]
    return Outcome(found, lines or [texts.NONE])


def _values(session: Session, info: SetInfo) -> dict[str, Any]:
    document = rule_set_lists.document_of(content.by_id(session, info.id))
    judgement = rule_set_lists.judged(session, document)
    return {
        "id": info.id,
        "code": info.code,
        "title": info.title,
        "citation": info.citation,
        "state": info.state.value,
        "valid_from": info.valid_from.isoformat(),
        "valid_to": info.valid_to.isoformat() if info.valid_to else None,
        "sha256": info.sha256,
        "sheets": {str(year): count for year, count in sorted(info.sheets.items())},
        **_judged(judgement),
        "findings": [
            finding_values(judgement, item, place_words(document.rule_set, item.place))
            for item in judgement.findings
        ],
    }


def _judged(judgement: Judgement) -> dict[str, Any]:
    return {
        "sound": judgement.is_sound,
        "total": plain_number(judgement.total),
        "groups": {code: plain_number(points) for code, points in judgement.groups.items()},
    }


def _lines(info: SetInfo, values: dict[str, Any]) -> Iterator[str]:
    validity = texts.FROM.format(first=day_text(info.valid_from))
    if info.valid_to:
        validity = texts.FROM_TO.format(first=day_text(info.valid_from), last=day_text(info.valid_to))
    yield texts.SET.format(code=info.code, title=info.title)
    yield texts.STATE.format(
        state=texts.STATES[info.state.value],
        validity=validity,
        total=number_text(values["total"]),
        sheets=sum(info.sheets.values()),
    )
    yield texts.SHA.format(sha256=info.sha256)
    for finding in values["findings"]:
        yield texts.FINDING.format(weight=texts.WEIGHTS[finding["weight"]], **_named(finding))


def _named(finding: dict[str, str]) -> dict[str, str]:
    return {"where": finding["where"], "message": finding["message"]}


def _check(arguments: Namespace) -> Outcome:
    read = read_sealed(arguments.check, RULE_SET_FILES, needs_seal=False)
    with open_book(arguments) as book, book.reading() as session:
        judgement = rule_set_lists.judged(session, read_document(read.body))
    source = arguments.check.name
    # What a finding says stands in the set, its line in the file: both are told.
    shown = [
        finding_values(judgement, item, place_words(read_document(read.body).rule_set, item.place))
        | {"line": read.line_of(item.place)}
        for item in judgement.findings
    ]
    values = {"file": str(arguments.check), **_judged(judgement), "findings": shown}
    warnings = [finding_line(item, source) for item in lined(read, judgement.warnings)]
    total = texts.TOTAL.format(total=number_text(judgement.total), groups=_groups(judgement))
    lines = [total, *warnings, *([texts.SOUND] if judgement.is_sound else [])]
    return Outcome(values, lines, [finding_line(item, source) for item in lined(read, judgement.errors)])


def _groups(judgement: Judgement) -> str:
    return ", ".join(f"{code}: {number_text(points)}" for code, points in judgement.groups.items())


def _export(arguments: Namespace) -> Outcome:
    code, out = arguments.export[0], Path(arguments.export[1])
    with open_book(arguments) as book, book.reading() as session:
        info = named_set(rule_set_lists.listed(session, on=date.today()), code, "rule_set")
        _, text = rule_set_files.exported(session, info.id)
    return written(info, text, out)


def _load(arguments: Namespace) -> Outcome:
    read = read_sealed(arguments.load, RULE_SET_FILES)
    with open_book(arguments, lock=True) as book, book.writing(who=officer_of(book)) as session:
        taken = taken_in(lambda: rule_set_files.take_in(session, read), arguments.load.name)
    return told(taken, arguments.load.name)
