"""Alembic's entry: runs on the connection that `corpus.migrations` hands over."""

from alembic import context

import corpus.accounts.tables
import corpus.audit
import corpus.casebook.reader_tables
import corpus.casebook.tables
import corpus.circles.tables
import corpus.intake.tables
import corpus.questions.tables  # noqa: F401
from corpus.database import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
)
context.run_migrations()
