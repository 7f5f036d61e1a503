"""what readers asked to be kept: saved searches, their alerts, wanted cases"""

import sqlalchemy as sa
from alembic import op

from corpus.database import UtcDateTime

revision = "0006_questions"
down_revision = "0005_readers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code_digest", sa.String(length=64), nullable=False),
        sa.Column("own_digest", sa.String(length=64), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("filters", sa.Text(), nullable=False),
        sa.Column("saved_at", UtcDateTime(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("letter_digest", sa.String(length=64), nullable=True),
        sa.Column("letter_key", sa.LargeBinary(), nullable=True),
        sa.Column("letter_box", sa.LargeBinary(), nullable=True),
        sa.Column("letters_asked_at", UtcDateTime(), nullable=True),
        sa.Column("letters_offered_at", UtcDateTime(), nullable=True),
        sa.Column("letters_agreed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_searches")),
        sa.UniqueConstraint("code_digest", name=op.f("uq_saved_searches_code_digest")),
        sa.UniqueConstraint("own_digest", name=op.f("uq_saved_searches_own_digest")),
        sa.UniqueConstraint("letter_digest", name=op.f("uq_saved_searches_letter_digest")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_saved_searches_seen"), "saved_searches", ["seen"], unique=False)
    op.create_table(
        "alert_matches",
        sa.Column("saved_search_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("case_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("saved_search_id", "case_number", name=op.f("pk_alert_matches")),
    )
    op.create_table(
        "wanted_cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("wished", sa.Integer(), nullable=False),
        sa.Column("wished_at", UtcDateTime(), nullable=False),
        sa.Column("looked_at", UtcDateTime(), nullable=True),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("case_number", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wanted_cases")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_wanted_cases_state"), "wanted_cases", ["state"], unique=False)
    op.create_index(op.f("ix_wanted_cases_case_number"), "wanted_cases", ["case_number"], unique=False)


def downgrade() -> None:
    op.drop_table("wanted_cases")
    op.drop_table("alert_matches")
    op.drop_table("saved_searches")
