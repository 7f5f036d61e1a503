"""What readers say about a case: like it or not like it, used it, and what came of that. No account, no name."""

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive, Call
from api.dependencies import Contributor, Reviewer, TheArchive, get_address, get_limits
from api.errors import headers_of, status_of
from api.identity import Caller
from api.workflow import uses as verbs
from api.workflow.browse import code_of, number_of
from api.workflow.likeness import say_alike
from corpus.errors import ArchiveError, BadInput, NotAllowed, NotFound, Unready
from corpus.model.use import Use
from web.contexts import FormPage, Page
from web.forms import Form, TheForm
from web.rendering import render
from web.routing import Number, PageRouter
from web.steps import answer, problems, refusal

router = PageRouter()


@dataclass(frozen=True, kw_only=True)
class ThanksPage(Page):
    code: str
    says: str


@dataclass(frozen=True, kw_only=True)
class ReminderPage(Page):
    code: str
    reminder: str
    weeks: int = verbs.WEEKS_LATER


@dataclass(frozen=True, kw_only=True)
class UsedPage(FormPage):
    reminder: str = ""
    insight: str = ""
    use: Use | None = None
    """What belongs to the code, once one was given."""
    told: bool = False


@dataclass(frozen=True, kw_only=True)
class InsightsPage(FormPage):
    waiting: tuple[Use, ...]
    typed: Form
    about: int = 0


@router.form("/cases/{code}/alike")
def alike(request: Request, code: str, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    """One reader's word on two cases; a second one from the same address on the same day changes nothing."""
    number, other = number_of(code), number_of(form.text("other"))
    counts = get_limits(request).count_likeness(get_address(request), number, other)
    if counts:
        with archive.writing(caller) as call:
            say_alike(call, number, other, alike="unlike" not in form)
    says = "Once enough readers say the same, the list of similar cases follows them."
    page = ThanksPage(title="Thank you", caller=caller, code=code_of(number), says=says)
    return render(request, "pages/thanks.html", page)


@router.form("/cases/{code}/used")
def used(request: Request, code: str, archive: TheArchive, caller: Contributor) -> Response:
    """Gives the reminder code, once."""
    get_limits(request).count_submission(get_address(request))
    number = number_of(code)
    with archive.writing(caller) as call:
        reminder = verbs.use_case(call, number)
    page = ReminderPage(title="Your reminder code", caller=caller, code=code_of(number), reminder=reminder)
    return render(request, "pages/reminder.html", page)


@router.page("/used")
def come_back(request: Request, caller: Contributor) -> Response:
    return render(request, "pages/used.html", UsedPage(title="You used a case", caller=caller))


@router.form("/used")
def tell(request: Request, form: TheForm, archive: TheArchive, caller: Contributor) -> Response:
    """With a code alone its case; with an insight as well, what came of it."""
    get_limits(request).count_submission(get_address(request))
    reminder, insight, use = form.text("reminder"), form.text("insight"), None
    try:
        with archive.reading(caller) as look:
            use = verbs.use_of(look, reminder)
        if "insight" in form:
            with archive.writing(caller) as call:
                use = verbs.tell_use(call, reminder, insight)
    except NotFound as error:
        return _used(request, caller, {"reminder": str(error)}, error, reminder=reminder)
    except (BadInput, NotAllowed, Unready) as error:
        return _used(request, caller, problems(error, "insight"), error, reminder=reminder, insight=insight, use=use)
    page = UsedPage(
        title="You used a case", caller=caller, reminder=reminder, insight=use.insight, use=use, told="insight" in form
    )
    return render(request, "pages/used.html", page)


@router.page("/review/insights")
def insights(request: Request, archive: TheArchive, caller: Reviewer) -> Response:
    return _insights(request, archive, caller, Form({}))


@router.form("/review/insights/{use_id}/let-in")
def let_in(request: Request, use_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    def act(call: Call) -> None:
        verbs.let_insight_in(call, use_id, form.text("insight"))

    return _look(request, archive, caller, form, about=use_id, act=act)


@router.form("/review/insights/{use_id}/leave-out")
def leave_out(request: Request, use_id: Number, form: TheForm, archive: TheArchive, caller: Reviewer) -> Response:
    return _look(request, archive, caller, form, about=use_id, act=lambda call: verbs.leave_insight_out(call, use_id))


def _look(
    request: Request, archive: Archive, caller: Caller, form: Form, *, about: int, act: Callable[[Call], None]
) -> Response:
    if refused := refusal(archive, caller, act):
        return _insights(request, archive, caller, form, about=about, refused=refused)
    return RedirectResponse("/review/insights", 303)


def _insights(
    request: Request,
    archive: Archive,
    caller: Caller,
    form: Form,
    *,
    about: int = 0,
    refused: ArchiveError | None = None,
) -> Response:
    with archive.reading(caller) as call:
        waiting = tuple(verbs.waiting_insights(call))
    page = InsightsPage(
        title="Insights from leaders who used a case",
        caller=caller,
        problems=problems(refused, "insight"),
        waiting=waiting,
        typed=form,
        about=about,
    )
    return answer(request, "pages/insights.html", page, refused)


def _used(
    request: Request,
    caller: Caller,
    problems: dict[str, str],
    error: ArchiveError,
    *,
    reminder: str,
    insight: str = "",
    use: Use | None = None,
) -> Response:
    page = UsedPage(
        title="You used a case", caller=caller, problems=problems, reminder=reminder, insight=insight, use=use
    )
    return render(request, "pages/used.html", page, status_of(error), headers_of(error))
