"""What the JSON interface takes and gives for a brief; cases and precedents in it go through `api.schemas`."""

from pydantic import BaseModel, Field

from api.schemas import PrecedentOut, Strict, precedent_out
from api.workflow.brief import Brief, Column, Line
from api.workflow.differences import Tap
from api.workflow.exports import LICENCE
from corpus.model.case import NOT_SAID


class BriefIn(Strict):
    text: str = Field(max_length=20_000, description="Your situation in any words; names are removed before searching")
    taps: dict[Tap, str] = Field({}, description="What the words do not say: yes or no, a level, a setting")


class LineOut(BaseModel):
    case: str
    text: str


class TellingOut(LineOut):
    who: str
    effect: str


class StepOut(BaseModel):
    text: str
    cases: list[str] = Field(description="Each of them tells this step in `tellings`")
    tellings: list[TellingOut]


class ColumnOut(BaseModel):
    name: str
    cases: list[str] = Field(description="Cases that tell anything of this time")
    steps: list[StepOut]


class DifferenceOut(BaseModel):
    tap: str
    yours: str
    matching: list[str]
    differing: list[str]
    silent: list[str]


class WordsOut(LineOut):
    audience: str


class BriefOut(BaseModel):
    asked: str = Field(description="The situation as it was searched, names removed")
    removed: int
    close: bool = Field(description="False means: no close precedent yet")
    without_meaning: bool
    precedents: list[PrecedentOut]
    differences: list[DifferenceOut]
    columns: list[ColumnOut]
    settled: list[LineOut]
    escalated: list[LineOut]
    still_open: list[LineOut]
    backfired: list[LineOut]
    words: list[WordsOut]
    licence: str = LICENCE


def brief_out(brief: Brief) -> BriefOut:
    return BriefOut(
        asked=brief.asked,
        removed=len(brief.removed),
        close=brief.has_close,
        without_meaning=brief.without_meaning,
        precedents=[precedent_out(precedent) for precedent in brief.precedents],
        differences=[
            DifferenceOut(
                tap=line.tap,
                yours=line.yours,
                matching=list(line.matching),
                differing=list(line.differing),
                silent=list(line.silent),
            )
            for line in brief.differences
        ],
        columns=[_column(column) for column in brief.columns],
        settled=_lines(brief.settled),
        escalated=_lines(brief.escalated),
        still_open=_lines(brief.open_ended),
        backfired=_lines(brief.backfired),
        words=[WordsOut(case=used.code, text=used.text, audience=used.audience) for used in brief.words],
    )


def _column(column: Column) -> ColumnOut:
    return ColumnOut(
        name=column.name,
        cases=list(column.codes),
        steps=[
            StepOut(
                text=step.text,
                cases=list(step.codes),
                tellings=[
                    TellingOut(
                        case=told.code,
                        text=told.text,
                        who="" if told.who in NOT_SAID else told.who,
                        effect="" if told.effect in NOT_SAID else told.effect,
                    )
                    for told in step.tellings
                ],
            )
            for step in column.steps
        ],
    )


def _lines(lines: tuple[Line, ...]) -> list[LineOut]:
    return [LineOut(case=line.code, text=line.text) for line in lines]
