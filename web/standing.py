"""Where a submission stands, as its contributor sees it: the page that every step with a receipt answers with."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request
from starlette.responses import Response

from api.archive import Archive, Call
from api.errors import status_of
from api.identity import Caller
from api.workflow.browse import code_of
from api.workflow.follow_up import MOST_UNASKED
from api.workflow.receipts import Standing, standing
from corpus.errors import ArchiveError, ReceiptNotFound
from corpus.model.case import NOT_SAID
from corpus.model.follow_up import Due, FollowUp
from corpus.model.submission import ENDED, Submission, SubmissionState
from web.contexts import FormPage
from web.forms import Form
from web.rendering import render
from web.steps import answer, problems

TITLE = "Your submission"


@dataclass(frozen=True, kw_only=True)
class ReceiptFormPage(FormPage):
    typed: str = ""


@dataclass(frozen=True, kw_only=True)
class StandingPage(FormPage):
    receipt: str
    standing: Standing
    typed: Form
    """Holds the receipt alone after a step that succeeded."""
    quiet_hours: int
    sends_mail: bool
    done: str = ""
    """What the step did that led here; empty without one."""

    @property
    def everything(self) -> tuple[Submission, ...]:
        """The submission and what was split from it."""
        return (self.standing.submission, *self.standing.parts)

    @property
    def cases(self) -> tuple[str, ...]:
        """Codes of the cases that stand on it."""
        published = (part for part in self.everything if part.state is SubmissionState.PUBLISHED)
        return tuple(dict.fromkeys(code_of(part.case_number) for part in published if part.case_number))

    @property
    def case_choices(self) -> list[tuple[str, str]]:
        titles = {code_of(number): title for number, title in self.standing.titles.items()}
        return [(code, f"{code}: {titles[code]}" if code in titles else code) for code in self.cases]

    def name_of(self, part: Submission) -> str:
        """Its title as drafted, or of the case that it became; empty where there is neither."""
        drafted = part.draft.title if part.draft and part.draft.title not in NOT_SAID else ""
        return drafted or self.standing.titles.get(part.case_number or 0, "")

    @property
    def told(self) -> tuple[FollowUp, ...]:
        return tuple(follow_up for follow_up in self.standing.follow_ups if follow_up.told_at)

    @property
    def asked_next(self) -> datetime | None:
        """When something is asked again; None where nothing is due later."""
        waiting = (follow_up.due_at for follow_up in self.standing.follow_ups if not follow_up.told_at)
        return min(waiting, default=None)

    @property
    def may_tell(self) -> bool:
        """Whether an answer would be taken now."""
        unasked = Counter(told.submission_id for told in self.standing.follow_ups if told.due is Due.UNASKED)
        published = (part for part in self.everything if part.state is SubmissionState.PUBLISHED)
        return bool(self.standing.asked) or any(unasked[part.id] < MOST_UNASKED for part in published)

    @property
    def may_be_reminded(self) -> bool:
        over = {SubmissionState.DECLINED, SubmissionState.WITHDRAWN, SubmissionState.EXPIRED}
        return self.sends_mail and any(part.state not in over for part in self.everything)

    @property
    def recalled(self) -> bool:
        """Whether it is under review again from its redacted text."""
        return not self.standing.can_change and any(part.state not in ENDED for part in self.everything)

    @property
    def can_withdraw(self) -> bool:
        return any(part.state not in ENDED or part.state is SubmissionState.PUBLISHED for part in self.everything)

    @property
    def days_to_wait(self) -> int:
        """The true median, in days and at least one; 0 while it isn't known."""
        wait = self.standing.median_wait
        return max(1, wait.days) if wait else 0


def take_step(
    request: Request,
    form: Form,
    archive: Archive,
    caller: Caller,
    act: Callable[[Call], object],
    *,
    done: str = "",
    after: Callable[[], object] | None = None,
) -> Response:
    """One step in its own transaction, then where the submission stands; what was refused is said beside its field.

    `after` runs once the step is on the disk; `done` says to the contributor what it did.
    """
    try:
        with archive.writing(caller) as call:
            act(call)
    except ArchiveError as error:
        return show_standing(request, form, archive, caller, error)
    if after:
        after()
    return show_standing(request, Form({"receipt": form.several("receipt")}), archive, caller, done=done)


def show_standing(
    request: Request,
    form: Form,
    archive: Archive,
    caller: Caller,
    refused: ArchiveError | None = None,
    *,
    done: str = "",
) -> Response:
    receipt = form.text("receipt")
    try:
        with archive.reading(caller) as call:
            found = standing(call, receipt)
    except ReceiptNotFound as error:
        page = ReceiptFormPage(title=TITLE, caller=caller, typed=receipt, problems={"receipt": str(error)})
        return render(request, "pages/receipt.html", page, status_of(error))
    shown = StandingPage(
        title=TITLE,
        caller=caller,
        problems=problems(refused, "form"),
        receipt=receipt,
        standing=found,
        typed=form,
        quiet_hours=archive.settings.quiet_hours,
        sends_mail=archive.post is not None,
        done=done,
    )
    return answer(request, "pages/standing.html", shown, refused)
