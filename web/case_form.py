"""The case as a form and back: which fields a person corrects, for contributors and reviewers alike."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest
from typing import TypeVar

from corpus.errors import InvalidCase
from corpus.model.case import Action, Case, Facets, Missing, WordsUsed
from corpus.model.taxonomy import (
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
from corpus.model.topics import TOPICS
from web.forms import Form

LONGEST_TEXT = 8_000
_TOO_LONG = f"At most {LONGEST_TEXT:,} characters."
_MORE_TOPICS = 2

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True)
class TypedCase:
    """A case as somebody typed it: whatever can stand in a case, and what can't, by field."""

    case: Case
    problems: dict[str, str]

    def sound(self) -> Case:
        """Raises InvalidCase naming each field with a problem."""
        if self.problems:
            raise InvalidCase(self.problems)
        return self.case


def case_from_form(form: Form, base: Case) -> TypedCase:
    """`base` with every field of the form in place; what the form doesn't show stays as it is in `base`."""
    problems = dict.fromkeys(_too_long(form), _TOO_LONG)
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
        asked_as=form.lines("asked_as"),
        facets=_facets(form, base.facets, problems),
    )
    return TypedCase(case, problems)


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
    actions: list[Action] = []
    for phase, who, what, why, effect in _rows(
        form, "action_phase", "action_who", "action_what", "action_why", "action_effect"
    ):
        if not what.strip():
            continue
        number = len(actions) + 1
        _check_lengths(problems, number, action_who=who, action_what=what, action_why=why)
        actions.append(
            Action(
                phase=_value(phase, Phase, f"action_phase_{number}", problems),
                who=who.strip() or UNKNOWN,
                what=what.strip(),
                why=why.strip() or UNKNOWN,
                effect=_value(effect or UNKNOWN, Effect, f"action_effect_{number}", problems),
            )
        )
    return tuple(actions)


def _words(form: Form, problems: dict[str, str]) -> tuple[WordsUsed, ...]:
    used: list[WordsUsed] = []
    for audience, text in _rows(form, "words_audience", "words_text"):
        if text.strip():
            number = len(used) + 1
            _check_lengths(problems, number, words_text=text)
            to = _value(audience, Audience, f"words_audience_{number}", problems)
            used.append(WordsUsed(audience=to, text=text.strip()))
    return tuple(used)


def _check_lengths(problems: dict[str, str], number: int, **texts: str) -> None:
    """Names the row of each text that is too long."""
    problems.update({f"{name}_{number}": _TOO_LONG for name, text in texts.items() if len(text) > LONGEST_TEXT})


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
    return [name for name in _LONG_FIELDS if any(len(text) > LONGEST_TEXT for text in form.several(name))]


_LONG_FIELDS = (
    "title", "school_year", "situation", "trigger", "spread", "called_in", "first_message_after",
    "outcome_text", "outcome_later_text", "backfired", "do_over",
    "missing_resources", "missing_knowledge", "missing_skills", "missing_dispositions", "doesnt_apply_if",
    "asked_as",
)  # fmt: skip
