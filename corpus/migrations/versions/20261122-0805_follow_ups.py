"""follow-ups, and addresses to be reminded at"""

import sqlalchemy as sa
from alembic import op

from corpus.database import UtcDateTime

revision = "0002_follow_ups"
down_revision = "0001_first_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "follow_ups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_number", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("due", sa.String(length=30), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("reminded_at", UtcDateTime(), nullable=True),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.Column("verdict", sa.String(length=30), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("looked_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_ups")),
        sqlite_autoincrement=True,
    )
    for column in ("case_number", "submission_id", "due_at"):
        op.create_index(op.f(f"ix_follow_ups_{column}"), "follow_ups", [column], unique=False)
    with op.batch_alter_table("submissions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("address_key", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("address_box", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("submissions", schema=None) as batch_op:
        batch_op.drop_column("address_box")
        batch_op.drop_column("address_key")
    for column in ("due_at", "submission_id", "case_number"):
        op.drop_index(op.f(f"ix_follow_ups_{column}"), table_name="follow_ups")
    op.drop_table("follow_ups")
