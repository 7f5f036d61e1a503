"""The case as a form and back: which fields a person corrects, for contributors and reviewers alike."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import zip_longest
from typing import TypeVar

from corpus.errors import InvalidCase
from corpus.model.case import Action, Case, Facets, Missing, WordsUsed
from corpus.model.taxonomy import (
    TOPICS,
    UNKNOWN,
    Audience,
    Channel,
    Division,
    Effect,
    Hook,
    Involved,
    Level,
    Outcome,
    OutcomeLater,
    Phase,
    Season,
    Sector,
    Setting,
    SizeBand,
)
from web.forms import Form

BLANK_ACTIONS, BLANK_WORDS = 1, 1
"""Empty rows that follow what is there; more come with "Add another"."""
LONGEST_TEXT = 8_000
_MORE_TOPICS = 2

Choice = TypeVar("Choice", bound=StrEnum)

def said_or_blank(text: str) -> str:
    """What stands in a text box: nothing where nobody said."""
    return "" if text == UNKNOWN else text


def case_from_form(form: Form, base: Case) -> Case:
    """`base` with every field of the form in place; raises InvalidCase naming each field that can't be used.

    What the form doesn't show stays as it is in `base`.
    """
    problems: dict[str, str] = {}
    case = replace(
        base,
        title=_text(form, "title"),
        situation=form.lines("situation"),
        trigger=_text(form, "trigger"),
        spread=_text(form, "spread"),
        actions=_actions(form, problems),
        called_in=form.lines("called_in"),
        words_used=_words(form, problems),
        first_message_after=_text(form, "first_message_after"),
        outcome=_one(form, "outcome", Outcome, problems),
        outcome_text=_text(form, "outcome_text"),
        outcome_later=_one(form, "outcome_later", OutcomeLater, problems),
        outcome_later_text=_text(form, "outcome_later_text"),
        backfired=form.lines("backfired"),
        do_over=form.lines("do_over"),
        missing=_missing(form),
        doesnt_apply_if=form.lines("doesnt_apply_if"),
        facets=_facets(form, base.facets, problems),
    )
    problems |= {name: f"At most {LONGEST_TEXT:,} characters." for name in _too_long(form)}
    if problems:
        raise InvalidCase(problems)
    return case


def case_as_typed(form: Form, base: Case) -> Case:
    """Like `case_from_form`, but keeps what can be kept, so that a page with problems shows everything typed."""
    try:
        return case_from_form(form, base)
    except InvalidCase as error:
        sound = {name: form.several(name) for name in _FIELDS if name not in error.problems}
        return case_from_form(Form({**_blank(base), **sound}), base) if error.problems else base


def _facets(form: Form, base: Facets, problems: dict[str, str]) -> Facets:
    topics = [topic for topic in (form.text("topic"), *form.several("more_topics")) if topic]
    if unknown := [topic for topic in topics if topic not in TOPICS]:
        problems["topic"] = f"Choose from the list; {len(unknown)} choice(s) are not in it."
    return replace(
        base,
        topic=form.text("topic"),
        more_topics=tuple(dict.fromkeys(topics[1:]))[:_MORE_TOPICS] if form.text("topic") else (),
        level=_one(form, "level", Level, problems),
        setting=_one(form, "setting", Setting, problems),
        size=_one(form, "size", SizeBand, problems),
        division=_one(form, "division", Division, problems),
        school_year=_text(form, "school_year"),
        season=_one(form, "season", Season, problems),
        sector=_one(form, "sector", Sector, problems),
        channels=_some(form, "channels", Channel, problems),
        involved=_some(form, "involved", Involved, problems),
        hooks=_some(form, "hooks", Hook, problems),
    )


def _actions(form: Form, problems: dict[str, str]) -> tuple[Action, ...]:
    rows = _rows(form, "action_phase", "action_who", "action_what", "action_why", "action_effect")
    actions = []
    for phase, who, what, why, effect in rows:
        if what.strip():
            actions.append(
                Action(
                    phase=_value(phase, Phase, "action_phase", problems),
                    who=who.strip() or UNKNOWN,
                    what=what.strip(),
                    why=why.strip() or UNKNOWN,
                    effect=_value(effect or UNKNOWN, Effect, "action_effect", problems),
                )
            )
    return tuple(actions)


def _words(form: Form, problems: dict[str, str]) -> tuple[WordsUsed, ...]:
    rows = _rows(form, "words_audience", "words_text")
    return tuple(
        WordsUsed(audience=_value(audience, Audience, "words_audience", problems), text=text.strip())
        for audience, text in rows
        if text.strip()
    )


def _missing(form: Form) -> Missing:
    return Missing(
        resources=form.lines("missing_resources"),
        knowledge=form.lines("missing_knowledge"),
        skills=form.lines("missing_skills"),
        dispositions=form.lines("missing_dispositions"),
    )


def _rows(form: Form, *names: str) -> list[tuple[str, ...]]:
    return list(zip_longest(*(form.several(name) for name in names), fillvalue=""))


def _text(form: Form, name: str) -> str:
    return form.text(name).strip() or UNKNOWN


def _one(form: Form, name: str, kind: type[Choice], problems: dict[str, str]) -> Choice:
    return _value(form.text(name) or UNKNOWN, kind, name, problems)


def _some(form: Form, name: str, kind: type[Choice], problems: dict[str, str]) -> tuple[Choice, ...]:
    return tuple(_value(value, kind, name, problems) for value in form.several(name))


def _value(text: str, kind: type[Choice], name: str, problems: dict[str, str]) -> Choice:
    if text in {choice.value for choice in kind}:
        return kind(text)
    problems[name] = "Choose one of the values in the list."
    return next(iter(kind))


def _too_long(form: Form) -> list[str]:
    return [name for name in _FIELDS if any(len(text) > LONGEST_TEXT for text in form.several(name))]


def _blank(base: Case) -> dict[str, Sequence[str]]:
    return {"level": [base.facets.level]}


_FIELDS = (
    "title", "topic", "more_topics", "level", "setting", "size", "division", "school_year", "season", "sector",
    "channels", "involved", "hooks", "situation", "trigger", "spread", "action_phase", "action_who", "action_what",
    "action_why", "action_effect", "called_in", "words_audience", "words_text", "first_message_after", "outcome",
    "outcome_text", "outcome_later", "outcome_later_text", "backfired", "do_over", "missing_resources",
    "missing_knowledge", "missing_skills", "missing_dispositions", "doesnt_apply_if",
)  # fmt: skip
