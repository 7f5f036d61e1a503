"""what readers say: which cases are alike, and what came of using one"""

import sqlalchemy as sa
from alembic import op

from corpus.database import UtcDateTime

revision = "0005_readers"
down_revision = "0005_recovery_codes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "likenesses",
        sa.Column("low", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("high", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("alike", sa.Integer(), nullable=False),
        sa.Column("unlike", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("low", "high", name=op.f("pk_likenesses")),
    )
    op.create_table(
        "uses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_number", sa.Integer(), nullable=False),
        sa.Column("code_digest", sa.String(length=64), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.Column("insight", sa.Text(), nullable=False),
        sa.Column("looked_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uses")),
        sa.UniqueConstraint("code_digest", name=op.f("uq_uses_code_digest")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_uses_case_number"), "uses", ["case_number"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_uses_case_number"), table_name="uses")
    op.drop_table("uses")
    op.drop_table("likenesses")
