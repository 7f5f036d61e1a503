"""merges, parts of a split submission, and the revision of a case that holds a submission's words"""

import sqlalchemy as sa
from alembic import op

revision = "0004_merges"
down_revision = "0003_circles"
branch_labels = None
depends_on = None

_COLUMNS = ("case_revision", "joins", "joins_revision", "part_of")


def upgrade() -> None:
    with op.batch_alter_table("submissions", schema=None) as batch_op:
        for column in _COLUMNS:
            batch_op.add_column(sa.Column(column, sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_submissions_part_of"), ["part_of"], unique=False)
    op.execute(sa.text("UPDATE submissions SET case_revision = 1 WHERE case_number IS NOT NULL"))


def downgrade() -> None:
    with op.batch_alter_table("submissions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_submissions_part_of"))
        for column in reversed(_COLUMNS):
            batch_op.drop_column(column)
