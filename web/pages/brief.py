"""The brief: a pasted situation as one printable page, with eight taps that re-rank it."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import PlainTextResponse, Response

from api.dependencies import Reader, TheArchive, get_address, get_limits
from api.errors import headers_of, status_of
from api.routes.brief import csv_answer
from api.workflow.brief import Brief, Column, Step, brief
from api.workflow.differences import NO, VALUES, YES, Difference, Tap
from api.workflow.exports import BRIEF_HEADS, brief_rows, brief_text, csv_text
from corpus.errors import ArchiveError, InvalidQuery, TooMany
from web import casework_wording, wording
from web.contexts import FormPage
from web.forms import Form, TheForm
from web.rendering import render
from web.routing import PageRouter
from web.way_back import way_back

router = PageRouter()
_STEPS_SHOWN = 5
_QUESTIONS = {
    Tap.FILMED: "Filmed or photographed?",
    Tap.PUBLIC: "Public already?",
    Tap.POLICE: "Police involved?",
    Tap.STAFF: "Staff involved?",
    Tap.INJURY: "Somebody hurt?",
    Tap.NOW: "Happening now?",
    Tap.LEVEL: "Level",
    Tap.SETTING: "Setting",
}
_ANSWERS = {YES: "Yes", NO: "No"}


@dataclass(frozen=True)
class Answer:
    """One button of a tap; pressing the chosen one takes the answer back."""

    key: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class GridLine:
    question: str
    answers: tuple[Answer, ...]
    difference: Difference

    @property
    def yours(self) -> str:
        return next((answer.label for answer in self.answers if answer.chosen), "Not said")


@dataclass(frozen=True)
class ColumnShown:
    column: Column
    first: tuple[Step, ...]
    more: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True)
class AskPage(FormPage):
    typed: str = ""


@dataclass(frozen=True, kw_only=True)
class BriefPage(FormPage):
    typed: str
    """What the next tap sends again: the redacted situation, or the words that could not be redacted."""
    taps: tuple[str, ...]
    """Answers that were tapped, as "police:yes"."""
    removed: str
    brief: Brief
    grid: tuple[GridLine, ...]
    columns: tuple[ColumnShown, ...]


@router.page("/brief")
def ask(request: Request, caller: Reader) -> Response:
    return render(request, "pages/brief_ask.html", AskPage(title="A brief for your situation", caller=caller))


@router.form("/brief")
def show(request: Request, form: TheForm, archive: TheArchive, caller: Reader) -> Response:
    try:
        found = _brief(request, form, archive, caller)
    except (InvalidQuery, TooMany) as error:
        return _again(request, form, caller, error)
    taps = _taps(form)
    page = BriefPage(
        title="Brief",
        caller=caller,
        typed=found.asked or form.text("text"),
        taps=tuple(f"{tap}:{value}" for tap, value in taps.items()),
        removed=casework_wording.removed(found.removed),
        brief=found,
        grid=tuple(_grid_line(difference) for difference in found.differences),
        columns=tuple(ColumnShown(c, c.steps[:_STEPS_SHOWN], c.steps[_STEPS_SHOWN:]) for c in found.columns),
    )
    return render(request, "pages/brief.html", page, headers=way_back(caller, redacted=bool(found.asked)))


@router.form("/brief.txt")
def as_text(request: Request, form: TheForm, archive: TheArchive, caller: Reader) -> Response:
    return PlainTextResponse(brief_text(_brief(request, form, archive, caller), archive.settings.public_url))


@router.form("/brief.csv")
def as_table(request: Request, form: TheForm, archive: TheArchive, caller: Reader) -> Response:
    found = _brief(request, form, archive, caller)
    return csv_answer("brief", csv_text(BRIEF_HEADS, brief_rows(found, archive.settings.public_url)))


def _brief(request: Request, form: Form, archive: TheArchive, caller: Reader) -> Brief:
    typed = form.text("text").strip()
    if not typed:
        raise InvalidQuery("Describe what happened; three words are enough.")
    get_limits(request).count_search(get_address(request))
    return brief(archive, caller, typed, _taps(form))


def _again(request: Request, form: Form, caller: Reader, error: ArchiveError) -> Response:
    page = AskPage(
        title="A brief for your situation", caller=caller, typed=form.text("text"), problems={"text": str(error)}
    )
    return render(request, "pages/brief_ask.html", page, status_of(error), headers_of(error))


def _taps(form: Form) -> Mapping[Tap, str]:
    """Answers so far, and the one that was just tapped; whatever no tap takes is left aside."""
    taps: dict[Tap, str] = {}
    for key in (*form.several("tap"), *form.several("set")):
        name, _, value = key.partition(":")
        if name in set(Tap) and (not value or value in VALUES[Tap(name)]):
            taps[Tap(name)] = value
    return taps


def _grid_line(difference: Difference) -> GridLine:
    tap = difference.tap
    answers = tuple(
        Answer(
            key=f"{tap}:{'' if value == difference.yours else value}",
            label=_ANSWERS.get(value) or (wording.level(value) if tap is Tap.LEVEL else wording.sentence(value)),
            chosen=value == difference.yours,
        )
        for value in VALUES[tap]
    )
    return GridLine(_QUESTIONS[tap], answers, difference)
