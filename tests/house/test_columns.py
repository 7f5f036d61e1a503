"""Prevents: a new column that holds raw text without anybody having thought about it."""

import pytest
from sqlalchemy import LargeBinary

import corpus.accounts.tables
import corpus.audit
import corpus.casebook.reader_tables
import corpus.casebook.tables
import corpus.circles.tables
import corpus.intake.tables
import corpus.questions.tables  # noqa: F401
from corpus.database import Table

COLUMNS = [(table.name, column) for table in Table.metadata.sorted_tables for column in table.columns]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[f"{table}.{column.name}" for table, column in COLUMNS])
def test_every_column_says_what_it_holds(table: str, column: object) -> None:
    assert column.info.get("holds") in {"safe", "sealed"}


def test_raw_text_has_exactly_one_column_and_it_takes_bytes_only() -> None:
    sealed = {f"{table}.{column.name}": column for table, column in COLUMNS if "sealed_text" in column.name}
    assert list(sealed) == ["submissions.sealed_text"]
    assert isinstance(sealed["submissions.sealed_text"].type, LargeBinary)
