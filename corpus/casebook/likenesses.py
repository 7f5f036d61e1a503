"""What readers said about which cases are alike: pairs with two sums, and nothing about who said so."""

from collections.abc import Mapping

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from corpus.casebook.reader_tables import LikenessRow


class Likenesses:
    def __init__(self, session: Session) -> None:
        self._session = session

    def say(self, one: int, other: int, *, alike: bool) -> None:
        """Adds one reader's word about two different cases."""
        low, high = sorted((one, other))
        row = self._session.get(LikenessRow, (low, high))
        if row is None:
            row = LikenessRow(low=low, high=high, alike=0, unlike=0)
            self._session.add(row)
        if alike:
            row.alike += 1
        else:
            row.unlike += 1
        self._session.flush()

    def of(self, number: int) -> Mapping[int, int]:
        """Every case that readers compared with this one: how many more said alike than unlike."""
        chosen = select(LikenessRow).where(or_(LikenessRow.low == number, LikenessRow.high == number))
        rows = self._session.scalars(chosen)
        return {row.high if row.low == number else row.low: row.alike - row.unlike for row in rows}

    def forget_case(self, number: int) -> None:
        self._session.execute(delete(LikenessRow).where(or_(LikenessRow.low == number, LikenessRow.high == number)))
