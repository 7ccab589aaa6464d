"""A report says where and what, and nothing that was typed: a secret is thrown in every way, and found nowhere."""

import json
import logging
import sqlite3
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from db.rules.findings import Unknown
from db.sessions import Book
from desktop.crash_report import error_lines, head, native_lines, place_of, report_of
from desktop.log import close_log, open_log

SECRET = "Vàng A Pó, 0912345678"
ASCII_SECRET = "covert_word_4711"
# However it may be written: as it is, escaped, in bytes, as a path.
PLACES: dict[str, int] = {}
PARTS = ("Vàng", "V\\xe0ng", "V\\u00e0ng", "0912345678", "4711", "covert")


class Telling(Exception):
    """An error whose every way to be written tells the secret."""

    def __str__(self) -> str:
        return SECRET

    def __repr__(self) -> str:
        return SECRET


class Broken(Exception):
    """An error that cannot even be written."""

    def __str__(self) -> str:
        raise ValueError(SECRET)


def with_note() -> None:
    error = ValueError("plain")
    error.add_note(SECRET)
    raise error


def with_cause() -> None:
    raise ValueError("plain") from KeyError(SECRET)


def with_context() -> None:
    try:
        int(SECRET)
    except ValueError:
        PLACES[SECRET]  # What is raised amid another error.


def in_a_group() -> None:
    raise ExceptionGroup(SECRET, [ValueError(SECRET), ExceptionGroup("inner", [KeyError(SECRET), Telling()])])


def by_sql_parameters() -> None:
    engine = create_engine("sqlite://")
    with Session(engine) as session:
        session.execute(text("SELECT * FROM missing WHERE name = :name"), {"name": SECRET})


def by_sql_constraint() -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute(f"CREATE TABLE {ASCII_SECRET} (x TEXT UNIQUE)")
        for _ in range(2):
            connection.execute(f"INSERT INTO {ASCII_SECRET} VALUES (?)", (SECRET,))


def by_decoding() -> None:
    (SECRET.encode() + b"\xff").decode()


def by_encoding() -> None:
    SECRET.encode("ascii")


def by_json() -> None:
    json.loads("{" + SECRET)


def by_toml() -> None:
    tomllib.loads(f"{ASCII_SECRET} = {SECRET}")


def by_attribute() -> None:
    getattr(SECRET, ASCII_SECRET)


def by_a_local_variable() -> None:
    typed = SECRET
    raise RuntimeError(typed)


def by_an_import() -> None:
    __import__(ASCII_SECRET)


def by_a_file_name() -> None:
    (Path("/home/Vàng A Pó") / ASCII_SECRET).read_bytes()


def by_a_source_line() -> None:
    raise RuntimeError("Vàng A Pó, 0912345678")


def by_the_name_of_a_source_file() -> None:
    code = compile("def run():\n    raise KeyError('x')\nrun()", f"/home/{SECRET}/{ASCII_SECRET}.py", "exec")
    exec(code, {})


def by_a_source_beside_the_program() -> None:
    exec(compile("1 / 0", f"{ASCII_SECRET}/{SECRET}.py", "exec"), {})


def by_the_name_of_a_class() -> None:
    raise type(ASCII_SECRET, (ValueError,), {"__module__": SECRET})


def by_a_class_that_claims_another_name() -> None:
    raise type("Claiming", (ValueError,), {"__qualname__": ASCII_SECRET, "__module__": "json"})


def by_a_number() -> None:
    error = OSError(4711, SECRET)
    raise error


def by_a_code_that_was_put_in() -> None:
    error = sqlite3.OperationalError(SECRET)
    error.sqlite_errorname = f"SQLITE_{ASCII_SECRET}"
    raise error


def by_a_parsed_value() -> None:
    date.fromisoformat(SECRET)
    Decimal(SECRET)


def by_writing_itself() -> None:
    raise Telling(SECRET) from Broken(SECRET)


def by_what_is_known() -> None:
    raise Unknown("unit", SECRET, [SECRET])


def deep() -> None:
    def down(left: int, typed: str) -> None:
        if left:
            down(left - 1, typed)
        raise KeyError(typed)

    down(200, SECRET)


WAYS = (
    with_note,
    with_cause,
    with_context,
    in_a_group,
    by_sql_parameters,
    by_sql_constraint,
    by_decoding,
    by_encoding,
    by_json,
    by_toml,
    by_attribute,
    by_a_local_variable,
    by_an_import,
    by_a_file_name,
    by_a_source_line,
    by_the_name_of_a_source_file,
    by_a_source_beside_the_program,
    by_the_name_of_a_class,
    by_a_class_that_claims_another_name,
    by_a_number,
    by_a_code_that_was_put_in,
    by_a_parsed_value,
    by_writing_itself,
    by_what_is_known,
    deep,
)


def thrown(way: Callable[[], None]) -> BaseException:
    """The error that a function throws, with its trace."""
    with pytest.raises(BaseException) as caught:
        way()
    return caught.value


def told(words: str) -> list[str]:
    """What of the secret is in these words."""
    return [part for part in PARTS if part in words]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_report_holds_nothing_of_a_secret(way: Callable[[], None]) -> None:
    error = thrown(way)
    report = report_of(error) + place_of(error)
    assert told(report) == []
    assert f" {way.__name__}" in report


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("name", ["pcmd.crash", "sqlalchemy.engine", "root"])
def test_the_log_holds_nothing_of_a_secret(tmp_path: Path, way: Callable[[], None], name: str) -> None:
    error = thrown(way)
    words = "uncaught" if name == "pcmd.crash" else f"failed with {SECRET}: %s"
    info = (type(error), error, error.__traceback__)
    arguments = () if name == "pcmd.crash" else (ASCII_SECRET,)
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, words, arguments, info, None, SECRET)
    # What another writer of log lines left in it must not be taken over.
    record.exc_text = SECRET
    written = logged(tmp_path / "so-pcmd.log", record)
    assert told(written) == []
    assert "tests/desktop/test_crash_report.py" in written


def logged(path: Path, record: logging.LogRecord) -> str:
    handler = open_log(path)
    handler.handle(record)
    close_log(handler)
    return path.read_text(encoding="utf-8")


def test_a_record_that_the_book_refuses_is_told_without_its_values(book: Book) -> None:
    def typed_twice() -> None:
        with book.writing(who=SECRET) as session:
            row = {"id": 1, "name": SECRET, "at": ASCII_SECRET}
            session.execute(text("INSERT INTO step (id, at, who, hash) VALUES (:id, :at, :name, '')"), row)
            session.execute(text("INSERT INTO step (id, at, who, hash) VALUES (:id, :at, :name, '')"), row)

    error = thrown(typed_twice)
    report = report_of(error)
    assert told(report) == told(str(error)) == []
    assert "sqlalchemy.exc.IntegrityError" in report
    assert "sqlite3.IntegrityError SQLITE_CONSTRAINT_PRIMARYKEY" in report


def test_a_report_says_which_program_what_and_where() -> None:
    report = report_of(thrown(with_context))
    line = with_context.__code__.co_firstlineno
    assert report.startswith(f"Sổ PCMD {version('pcmd')}, schema 00")
    assert "Python 3." in report and "SQLite 3." in report
    assert report.splitlines()[3:] == [
        "KeyError",
        *[at for at in error_lines(thrown(with_context)) if at.startswith("  ")][:2],
        "because of",
        "ValueError",
        f"  tests/desktop/test_crash_report.py:{line + 2} with_context",
    ]


def test_a_long_trace_is_told_by_its_beginning_and_its_end() -> None:
    lines = error_lines(thrown(deep))
    assert lines[9] == "  … 163 more"
    assert len(lines) == 42


def test_causes_that_go_in_a_circle_end() -> None:
    first, second = ValueError(SECRET), KeyError(SECRET)
    first.__cause__, second.__cause__ = second, first
    assert error_lines(first) == ["ValueError", "because of", "KeyError"]


def test_many_causes_and_many_errors_at_once_are_cut_short() -> None:
    error: BaseException = ValueError(SECRET)
    for _ in range(50):
        outer = ValueError(SECRET)
        outer.__cause__ = error
        error = outer
    assert error_lines(error)[-1] == "because of more"
    assert len(error_lines(ExceptionGroup("x", [ValueError(SECRET)] * 1_000))) < 20


def test_an_error_of_the_system_is_told_by_its_name() -> None:
    assert error_lines(thrown(by_a_file_name))[0] == "FileNotFoundError ENOENT"


NATIVE = f"""Fatal Python error: Segmentation fault

Current thread 0x00007f0b0c1fe740 [{SECRET}] (most recent call first):
  File "{Path(__file__).parents[2]}/ui/shell/window.py", line 12 in paintEvent
  File "/home/{SECRET}/{ASCII_SECRET}.py", line 1 in run
  File "C:\\Users\\Vàng A Pó\\x.py", line 1 in covert
{SECRET}
Extension modules: {ASCII_SECRET}
"""


def test_a_native_trace_is_told_without_the_folders_of_the_pc() -> None:
    lines = native_lines(NATIVE)
    assert told("\n".join(lines)) == []
    assert lines[0] == "Fatal Python error: Segmentation fault"
    assert "  ui/shell/window.py:12 paintEvent" in lines
    assert len(lines) == 5


def test_the_head_names_no_person_and_no_folder() -> None:
    assert str(Path.home()) not in "\n".join(head())
