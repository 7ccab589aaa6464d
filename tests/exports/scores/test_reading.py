"""Files that are no score sheet, or no honest one, are refused before anything of them is read."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from db.rules.findings import Refused
from db.rules.scoring.chain import State
from db.rules.scoring.marks import APPRAISED, COLUMNS, SELF, Mark
from db.rules.scoring.reading import parse_rule_set
from db.rules.scoring.received_judging import judge
from db.rules.scoring.rule_sets import RuleSet
from db.rules.scoring.score_books import BookHead, RuleSetMark, ScoreBook
from db.services import content
from exports.record_templates import write_template
from exports.scores.reading import read_score_book
from exports.scores.workbook import write_score_book
from tests.exports.readers.made_files import changed as repacked
from tests.exports.readers.made_files import compound, far_cell, sheet_xml, workbook
from tests.helpers.answers import answer_at_random
from tests.helpers.score_books import TODAY
from db.sessions import Book
from db.services.imports import import_lists
