"""Circles: read the charter and join by invitation, see the circle's cases, leave; a steward makes, invites, closes.

An invitation is sent in a form's body and stands in no address that is logged; a link may carry it in its fragment.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.archive import Archive, Call
from api.dependencies import Belongs, MemberToken, SignsIn, Steward, TheArchive, keep_member, lose_member
from api.errors import status_of
from api.identity import Caller, Right
from api.workflow import circles as verbs
from api.workflow.browse import newest
from corpus.errors import ArchiveError, InvitationNotFound
from corpus.model.case import Case
from corpus.model.circle import Circle, Member
from web.contexts import FormPage
from web.forms import Form, TheForm
from web.rendering import render
from web.routing import Number, PageRouter
from web.steps import answer, problems, refusal

router = PageRouter()
_NEWEST = 20


@dataclass(frozen=True, kw_only=True)
class JoinPage(FormPage):
    invitation: str = ""
    circle: Circle | None = None
    """Read before joining; None until an invitation was given."""


@dataclass(frozen=True, kw_only=True)
class CirclesPage(FormPage):
    circles: tuple[Circle, ...]
    typed: Form

    @property
    def is_steward(self) -> bool:
        return Right.STEWARD in self.caller.rights


@dataclass(frozen=True, kw_only=True)
class CirclePage(FormPage):
    circle: Circle
    cases: tuple[Case, ...]
    members: tuple[Member, ...]
    """For a steward; nothing but numbers and dates is known of them."""
    invitation: str
    """Fresh, and shown only now."""
    link: str
    """The same as a link: what stands after the # is never sent to a server."""
    typed: Form

    @property
    def is_steward(self) -> bool:
        return Right.STEWARD in self.caller.rights

    @property
    def is_own(self) -> bool:
        """Whether this caller reads the circle's cases; a steward need not."""
        return self.circle.audience in self.caller.audiences


@router.page("/join")
def ask(request: Request, caller: SignsIn) -> Response:
    return render(request, "pages/join.html", JoinPage(title="Join a circle", caller=caller))


@router.form("/join")
def join(request: Request, form: TheForm, archive: TheArchive, caller: SignsIn, token: MemberToken = None) -> Response:
    """Shows the charter first; the invitation is used up by agreeing to it."""
    invitation = form.text("invitation").strip()
    try:
        if "agree" not in form:
            with archive.reading(caller) as call:
                circle = verbs.invited_to(call, invitation)
            page = JoinPage(title=f"Join {circle.name}", caller=caller, invitation=invitation, circle=circle)
            return render(request, "pages/join.html", page)
        with archive.writing(caller) as call:
            joined = verbs.join(call, invitation, token)
    except InvitationNotFound as error:
        problems = {"invitation": str(error)}
        page = JoinPage(title="Join a circle", caller=caller, invitation=invitation, problems=problems)
        return render(request, "pages/join.html", page, status_of(error))
    answer = RedirectResponse(f"/circles/{joined.circle.id}", 303)
    keep_member(answer, archive, joined.token)
    return answer


@router.page("/circles")
def circles(request: Request, archive: TheArchive, caller: Belongs) -> Response:
    return _all(request, archive, caller, Form({}))


@router.form("/circles")
def create(request: Request, form: TheForm, archive: TheArchive, caller: Steward) -> Response:
    try:
        with archive.writing(caller) as call:
            circle = verbs.create(call, form.text("name"), form.text("charter"))
    except ArchiveError as error:
        return _all(request, archive, caller, form, error)
    return RedirectResponse(f"/circles/{circle.id}", 303)


@router.form("/circles/leave")
def leave(request: Request, form: TheForm, archive: TheArchive, caller: Belongs, token: MemberToken = None) -> Response:
    """Asked once more before; a new invitation is needed to come back."""
    if "sure" not in form:
        return _all(request, archive, caller, form)
    with archive.writing(caller) as call:
        verbs.leave(call, token or "")
    answer = RedirectResponse("/", 303)
    lose_member(answer)
    return answer


@router.page("/circles/{circle_id:int}")
def circle(request: Request, circle_id: Number, archive: TheArchive, caller: Belongs) -> Response:
    return _one(request, archive, caller, circle_id, form=Form({}))


@router.form("/circles/{circle_id:int}/charter")
def rewrite(request: Request, circle_id: Number, form: TheForm, archive: TheArchive, caller: Steward) -> Response:
    charter = form.text("charter")
    return _act(
        request, archive, caller, circle_id, form=form, act=lambda call: verbs.rewrite_charter(call, circle_id, charter)
    )


@router.form("/circles/{circle_id:int}/invite")
def invite(request: Request, circle_id: Number, archive: TheArchive, caller: Steward) -> Response:
    """Drawn at once: the invitation is shown only now."""
    with archive.writing(caller) as call:
        invitation = verbs.invite(call, circle_id)
    return _one(request, archive, caller, circle_id, form=Form({}), invitation=invitation)


@router.page("/circles/{circle_id:int}/invite")
def invited(circle_id: Number, caller: Steward) -> Response:
    """A page with an invitation that is reloaded by its address alone shows none."""
    return RedirectResponse(f"/circles/{circle_id}", 303)


@router.form("/circles/{circle_id:int}/members/{member_id:int}/remove")
def remove(request: Request, circle_id: Number, member_id: Number, archive: TheArchive, caller: Steward) -> Response:
    return _act(
        request,
        archive,
        caller,
        circle_id,
        form=Form({}),
        act=lambda call: verbs.remove(call, circle_id, member_id),
    )


def _act(
    request: Request,
    archive: Archive,
    caller: Caller,
    circle_id: int,
    *,
    form: Form,
    act: Callable[[Call], object],
) -> Response:
    if refused := refusal(archive, caller, act):
        return _one(request, archive, caller, circle_id, form=form, refused=refused)
    return RedirectResponse(f"/circles/{circle_id}", 303)


def _all(
    request: Request, archive: Archive, caller: Caller, form: Form, refused: ArchiveError | None = None
) -> Response:
    with archive.reading(caller) as call:
        found = tuple(verbs.circles(call))
    page = CirclesPage(title="Circles", caller=caller, problems=problems(refused, "form"), circles=found, typed=form)
    return answer(request, "pages/circles.html", page, refused)


def _one(
    request: Request,
    archive: Archive,
    caller: Caller,
    circle_id: int,
    *,
    form: Form,
    invitation: str = "",
    refused: ArchiveError | None = None,
) -> Response:
    with archive.reading(caller) as call:
        found = verbs.circle(call, circle_id)
        members = tuple(verbs.members(call, circle_id)) if Right.STEWARD in caller.rights else ()
    own = replace(caller, audiences=caller.audiences & {found.audience})
    page = CirclePage(
        title=found.name,
        caller=caller,
        problems=problems(refused, "form"),
        circle=found,
        cases=tuple(newest(archive, own, _NEWEST)),
        members=members,
        invitation=invitation,
        link=f"{archive.settings.public_url}/join#{invitation}",
        typed=form,
    )
    return answer(request, "pages/circle.html", page, refused)
