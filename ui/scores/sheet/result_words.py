"""What a column of a sheet adds up to, in one line."""

from db.rules.formats import number_text
from db.services.scoring.sheets import Sheet
from ui.scores.sheet import texts


def result_words(sheet: Sheet, column: str) -> str:
    """Write what a column adds up to in one line."""
    found = sheet.result(column)
    title = sheet.rule_set.class_title(found.class_code) or texts.NO_CLASS
    return texts.RESULT_WORDS.format(points=number_text(found.points), title=title)
