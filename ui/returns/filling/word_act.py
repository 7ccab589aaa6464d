"""Asks for a word on warnings and keeps it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from db.rules.findings import Refused
from db.rules.returns.check_findings import CheckFinding, Severity, finding_of
from db.services.returns.works import word_key
from ui.common.finding_texts import finding_line
from ui.returns.filling import work_texts as texts
from ui.returns.filling.deeds import ReturnDeeds
from ui.returns.filling.presenter import FillingPresenter
from ui.returns.filling.word_dialog import WordDialog


def ask_word(
    owner: QWidget, presenter: FillingPresenter, deeds: ReturnDeeds, found: Sequence[CheckFinding]
) -> None:
    """Ask for a word on the warnings among these, or on all of their kind; errors have to be mended."""
    standing, warnings = presenter.standing, [item for item in found if item.severity is Severity.WARNING]
    if standing is None or presenter.busy:
        return
    if not warnings:
        presenter.workplace.say(texts.ERRORS_NEED_MENDING)
        return
    words = standing.hand.work.words if standing.hand.work else {}
    codes, chosen = {item.code for item in warnings}, {item.key for item in warnings}
    alike = [item for item in standing.open if item.code in codes and item.key not in chosen]
    about = finding_line(finding_of(warnings[0], standing.hand.filled.sheets))
    about = about if len(warnings) == 1 else texts.WORD_ABOUT.format(count=len(warnings))
    word = words.get(word_key(warnings[0].key), "")
    answer = WordDialog.ask(about, word, len(alike), owner, presenter.aside())
    if answer is None:
        return
    word, is_for_all = answer
    try:
        deeds.say([*warnings, *(alike if is_for_all else [])], word)
    except Refused as refused:
        presenter.workplace.fail(refused)
