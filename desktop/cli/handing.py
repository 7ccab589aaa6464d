"""`pcmd office hand-on` and `take-in`: a book that goes to other hands."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from db.migrations.store import SCHEMA
from db.rules.backups import Why
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.handing.document import HandedBook
from db.services import units
from db.services.handing import comparing, guards, handing_on, sharing, taking_in
from db.services.handing.collecting import Collected, collect
from db.services.handing.comparing import Answers, Question, State, TakingPlan
from db.services.handing.sharing import ARCHIVE, Decisions, Shares
from db.services.handing.tables import KINDS
from db.sessions import Session
from desktop.cli import handing_texts as texts
from desktop.cli.books import keep_before_step, officer_of, open_book
from desktop.cli.outcome import Outcome
from desktop.cli.texts import RECORD_COUNTS
from exports.handed_books import handed_name, write_handed
from exports.readers.handed_books import read_handed
from ui.common.finding_texts import finding_line, finding_text
from ui.handing.field_words import field_word
from ui.handing.texts import FILES_LEFT

_ARCHIVE_WORD = "archive"


def hand_on(arguments: Namespace) -> Outcome:
    """Write the whole book to a file, and with `--split` one for each new commune; `--dry-run` only tells."""
    with open_book(arguments) as book, book.reading() as session:
        whole = handing_on.whole(session, handed_on=date.today(), schema=SCHEMA)
        if not arguments.split:
            return _written(arguments, [whole], *_personal(collect(session)))
        day = handing_on.day_after(session)
        decisions = _decisions(session, arguments, day)
        shares = sharing.share(session, day=day, decisions=decisions)
        personal, told = _personal(shares.collected)
        lines, values = [*_share_lines(shares), *told], {**_share_values(shares), **personal}
        if arguments.dry_run:
            undecided = [finding_line(finding) for finding in sharing.undecided(shares)]
            return Outcome({**values, "undecided": undecided}, [*lines, *undecided])
        parts = handing_on.split(session, shares, handed_on=date.today(), day=day, schema=SCHEMA)
        return _written(arguments, [*parts, whole], values, lines)


def take_in(arguments: Namespace) -> Outcome:
    """Take handed books in, all of them or none; `--dry-run` only tells what each would bring."""
    handed = [(path, read_handed(path, SCHEMA)) for path in arguments.files]
    answers = Answers(frozenset(arguments.accept), arguments.leave_out_personal)
    if arguments.dry_run:
        with open_book(arguments) as book, book.reading() as session:
            plans = [comparing.plan(session, item, answers=answers) for _, item in handed]
        return _told(arguments.files, plans, texts.WOULD_TAKE)
    with open_book(arguments, lock=True) as book:
        keep_before_step(book, Why.TAKE_IN)
        with book.writing(who=officer_of(book)) as session:
            plans = [_taken(session, path, item, answers) for path, item in handed]
    return _told(arguments.files, plans, texts.TAKEN)


def _taken(session: Session, path: Path, handed: HandedBook, answers: Answers) -> TakingPlan:
    planned = comparing.plan(session, handed, answers=answers)
    taking_in.store(session, planned, file_name=path.name)
    return planned


def _written(
    arguments: Namespace, books: Iterable[HandedBook], values: Mapping[str, Any], lines: list[str]
) -> Outcome:
    if arguments.dry_run:
        return Outcome(values, lines)
    arguments.out.mkdir(parents=True, exist_ok=True)
    written = []
    for item in books:
        target = arguments.out / handed_name(item)
        write_handed(item, target)
        written.append({"file": str(target), "to": item.head.to_code or None, "rows": item.head.rows})
    told = [texts.WRITTEN.format(**item) for item in written]
    return Outcome({**values, "files": written}, [*lines, *told])


def _decisions(session: Session, arguments: Namespace, day: date) -> Decisions:
    groups: dict[tuple[int, str], int] = {}
    # What is said of one kind counts more than what is said of all.
    for text in sorted(arguments.decide, key=lambda text: ":" in text):
        old, _, new = text.partition("=")
        code, _, kind = old.partition(":")
        if not new or (kind and kind not in KINDS):
            raise Refused([Finding("handed_decision", "decide", text, {"kinds": ", ".join(KINDS)})])
        unit = units.find(session, code, day - timedelta(days=1)).id
        place = _place(session, new, day)
        groups |= {(unit, each): place for each in ([kind] if kind else KINDS)}
    return Decisions(groups, _place(session, arguments.own, day) if arguments.own else ARCHIVE)


def _place(session: Session, code: str, day: date) -> int:
    return ARCHIVE if code == _ARCHIVE_WORD else units.find(session, code, day).id


def _personal(collected: Collected) -> tuple[dict[str, Any], list[str]]:
    """Return what looks like traces of people, as a value and as lines: whoever gets the book will refuse it."""
    findings = guards.personal_in(collected)
    lines = [finding_line(finding) for finding in findings]
    head = [texts.PERSONAL.format(count=len(findings))] if findings else []
    return {"personal": lines}, [*head, *lines]


def _share_values(shares: Shares) -> dict[str, Any]:
    communes = [{"code": shares.codes[unit], "records": shares.counts(unit)} for unit in shares.communes]
    return {"communes": communes, "archive_only": shares.counts(ARCHIVE), "drafts": shares.drafts}


def _share_lines(shares: Shares) -> Iterator[str]:
    for unit in shares.communes:
        yield texts.TO_COMMUNE.format(name=shares.names[unit], code=shares.codes[unit])
        yield from _count_lines(shares.counts(unit))
    if shares.counts(ARCHIVE):
        yield texts.LEFT_IN_ARCHIVE
        yield from _count_lines(shares.counts(ARCHIVE))
    yield texts.STAYS.format(drafts=shares.drafts)


def _count_lines(counts: Mapping[str, int]) -> Iterator[str]:
    for kind, count in counts.items():
        yield texts.SHARE_LINE.format(count=count, kind=RECORD_COUNTS[kind])


def _told(paths: Iterable[Path], plans: list[TakingPlan], words: str) -> Outcome:
    values, lines, complaints = [], [], []
    for path, planned in zip(paths, plans, strict=True):
        head = planned.book.head
        said = {"source": path.name, "office": head.office_name, "day": day_text(head.handed_on)}
        lines += [words.format(**said), *_plan_lines(planned)]
        complaints += [finding_line(finding, path.name) for finding in planned.refused]
        values.append({**said, "records": _counts(planned), "questions": _questions(planned)})
    findings = [finding_text(finding) for planned in plans for finding in planned.refused]
    return Outcome({"books": values, "findings": findings}, lines, complaints)


def _plan_lines(planned: TakingPlan) -> Iterator[str]:
    if not planned.has_news:
        yield texts.NOTHING_NEW
    for kind, counts in _counts(planned).items():
        yield texts.COUNTS_LINE.format(kind=RECORD_COUNTS.get(kind, texts.PARTS), **counts)
    if planned.files_left_behind:
        yield FILES_LEFT.format(count=planned.files_left_behind)
    for question in planned.questions:
        words = texts.ASKED[question.asked]
        said = {"key": question.key, "words": question.words, "ours": question.our_words}
        yield words.format(**said, changes=_changes(question) or texts.NOTHING_DIFFERS)


def _changes(question: Question) -> str:
    return "; ".join(
        texts.CHANGE.format(
            column=field_word(question.table, key), ours=ours or texts.EMPTY, theirs=theirs or texts.EMPTY
        )
        for key, ours, theirs in question.changes
    )


def _counts(planned: TakingPlan) -> dict[str, dict[str, int]]:
    return {
        kind: {str(state): counts.get(state, 0) for state in State} for kind, counts in planned.counts.items()
    }


def _questions(planned: TakingPlan) -> list[dict[str, Any]]:
    return [
        {
            "key": question.key,
            "asked": str(question.asked),
            "words": question.words,
            "ours": question.our_words,
            "changes": [list(change) for change in question.changes],
        }
        for question in planned.questions
    ]
