"""Drill: a case unfolds stage by stage, and the reader says first what they would do. Forms only; nothing is kept.

What the reader writes travels in hidden fields of the same form and is shown beside what the school did at the end.
"""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import Reader, TheArchive
from api.workflow.browse import code_of, number_of
from api.workflow.open_data import random_case
from api.workflow.search import read_case
from corpus.model.case import Case
from corpus.model.taxonomy import Phase
from web.case_parts import PhaseOfActions, phases
from web.contexts import Page
from web.forms import Form, TheForm
from web.rendering import render
from web.routing import PageRouter

router = PageRouter()
_TRIED = 12
"""Cases drawn until one has two phases to unfold."""
LONGEST_ANSWER = 2_000


@dataclass(frozen=True)
class Stage:
    """What the reader is told of one phase, after having answered."""

    done: PhaseOfActions
    answer: str
    """What the reader would have done; empty where they said nothing."""


@dataclass(frozen=True, kw_only=True)
class DrillPage(Page):
    case: Case
    told: tuple[Stage, ...]
    """The stages that are over."""
    asked: Phase | None
    """The phase that the reader thinks about now; None when only the outcome is left to tell."""
    stages: int

    @property
    def number(self) -> int:
        """Of the stage that is shown, from 1; the outcome is the last."""
        return len(self.told) + 1


@dataclass(frozen=True, kw_only=True)
class DrillsPage(Page):
    pass


@router.page("/drill")
def drills(request: Request, caller: Reader) -> Response:
    return render(request, "pages/drills.html", DrillsPage(title="Drill", caller=caller))


@router.page("/drill/any")
def any_drill(archive: TheArchive, caller: Reader) -> Response:
    """A case drawn by lot that has more than one phase to unfold, if one is soon found."""
    drawn = [random_case(archive, caller) for _ in range(_TRIED)]
    chosen = next((case for case in drawn if len({action.phase for action in case.actions}) > 1), drawn[0])
    return RedirectResponse(f"/drill/{chosen.code}", 303)


@router.page("/drill/{code}")
def begin(request: Request, code: str, archive: TheArchive, caller: Reader) -> Response:
    number = number_of(code)
    if code != code_of(number):
        return RedirectResponse(f"/drill/{code_of(number)}", 308)
    return _stage(request, archive, caller, number, Form({}))


@router.form("/drill/{code}")
def go_on(request: Request, code: str, form: TheForm, archive: TheArchive, caller: Reader) -> Response:
    return _stage(request, archive, caller, number_of(code), form)


def _stage(request: Request, archive: TheArchive, caller: Reader, number: int, form: Form) -> Response:
    case = read_case(archive, caller, number)
    stages = phases(case)
    answers = [answer[:LONGEST_ANSWER] for answer in form.several("answer")][: len(stages)]
    told = tuple(Stage(done, answer.strip()) for done, answer in zip(stages, answers, strict=False))
    asked = stages[len(told)].phase if len(told) < len(stages) else None
    page = DrillPage(
        title=f"Drill: {case.title}", caller=caller, case=case, told=told, asked=asked, stages=len(stages) + 1
    )
    return render(request, "pages/drill.html", page)
