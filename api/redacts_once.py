"""A redactor for one call: what it was asked before it answers at once.

A redaction takes seconds, and whoever writes has the database to themselves. So a verb has its texts redacted ahead of
its transaction (`Call.ahead`) and asks again within it: the answer is there unless something changed between.
"""

from api.parts import RedactsDiscussions
from corpus.errors import RedactionIncomplete
from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections, Redaction

_Asked = tuple[Discussion, Corrections, Redaction | None]


class RedactsOnce:
    """Lives as long as its call and keeps nothing longer."""

    def __init__(self, redactor: RedactsDiscussions) -> None:
        self._redactor = redactor
        self._answers: list[tuple[_Asked, Redaction | RedactionIncomplete]] = []

    def redact(
        self, discussion: Discussion, corrections: Corrections = Corrections(), earlier: Redaction | None = None, /
    ) -> Redaction:
        """See RedactsDiscussions; what did not finish once does not finish again."""
        asked = discussion, corrections, earlier
        answer = next((answer for before, answer in self._answers if before == asked), None)
        if answer is None:
            answer = self._answered(asked)
            self._answers.append((asked, answer))
        if isinstance(answer, RedactionIncomplete):
            raise RedactionIncomplete(str(answer))
        return answer

    def _answered(self, asked: _Asked) -> Redaction | RedactionIncomplete:
        try:
            return self._redactor.redact(*asked)
        except RedactionIncomplete as error:
            return error
