"""How work on submissions and cases is said: states, decisions, removals, follow-ups, what changed."""

import re
from datetime import timedelta

from api.removal_words import joined, kind_words, recognizer, removed
from api.workflow.browse import code_of
from api.workflow.rename import ROLES
from corpus.model.follow_up import Verdict
from corpus.model.redaction import EntityKind
from corpus.model.submission import ANSWER, APPROVE, DECLINE, EDIT, RETURN, SubmissionState
from web.wording import sentence

__all__ = ["code_of", "joined", "recognizer", "removed"]

_STATES = {
    SubmissionState.HELD: "Held: waiting for redaction",
    SubmissionState.IN_REVIEW: "Waiting for a reviewer",
    SubmissionState.NEEDS_YOU: "A reviewer has a question for you",
    SubmissionState.APPROVED: "Approved, not yet published",
    SubmissionState.PUBLISHED: "Published",
    SubmissionState.DECLINED: "Declined",
    SubmissionState.WITHDRAWN: "Withdrawn",
    SubmissionState.EXPIRED: "Ended: nobody decided in time",
}
_DECISIONS = {
    APPROVE: "Approved",
    RETURN: "Returned with a question",
    DECLINE: "Declined",
    EDIT: "Changed",
    ANSWER: "Answered",
}
_VERDICTS = {
    Verdict.HELD: "It held",
    Verdict.WORSENED: "It got worse",
    Verdict.DIFFERENTLY: "We would do it differently",
}
_DAY_IS_LONG = timedelta(hours=48)


def state(of: SubmissionState) -> str:
    return _STATES[of]


def desk_state(of: SubmissionState) -> str:
    """As a reviewer reads it."""
    return "Waiting for the contributor's answer" if of is SubmissionState.NEEDS_YOU else _STATES[of]


def decision(of: str) -> str:
    """What a Review says, in the past."""
    return _DECISIONS[of]


def kind(of: EntityKind) -> str:
    return sentence(kind_words(of)[0])


def roles() -> tuple[str, ...]:
    """What a person can be called."""
    return ROLES


def step(name: str) -> str:
    """A step of generalising, as the words on its button."""
    return _STEPS.get(name, f"Leave out the {slot(name)}")


def slot(name: str) -> str:
    """A facet as it is read in a sentence."""
    return _SLOTS.get(name, name)


_STEPS = {
    "left over": "Say dates, numbers and amounts more coarsely",
    "rare event": "Tell the rare fact by its class only",
}
_SLOTS = {"size": "number of students", "division": "part of the country"}


def waiting(days: int) -> str:
    return {0: "today", 1: "since yesterday"}.get(days, f"for {days} days")


def age(time: timedelta) -> str:
    """Such as "3 hours" or "5 days"; "under an hour" below one."""
    hours = int(time / timedelta(hours=1))
    if hours < 1:
        return "under an hour"
    number, unit = (time.days, "day") if time >= _DAY_IS_LONG else (hours, "hour")
    return f"{number} {unit}{'s' if number != 1 else ''}"


def verdict(of: Verdict) -> str:
    return _VERDICTS[of]


def verdicts() -> list[tuple[str, str]]:
    """Value and wording, for a list to choose from."""
    return [(value.value, says) for value, says in _VERDICTS.items()]


def field(path: str) -> str:
    """A field of a case as a heading, such as "Actions 2, what" for "actions[1].what"."""
    name, number, part = _FIELD.match(path).groups()  # type: ignore[union-attr]
    facet = name.removeprefix("facets.")
    words = _FIELDS.get(name) or " ".join(slot(facet).replace(".", ", ").split("_")).capitalize()
    place = f" {int(number) + 1}" if number else ""
    return f"{words}{place}{', ' + part if part else ''}"


_FIELDS = {
    "situation": "What happened",
    "trigger": "How they heard",
    "spread": "How it spread",
    "outcome_text": "How it ended",
    "outcome_later_text": "How it aged",
    "backfired": "What backfired",
    "do_over": "What they would do differently",
    "doesnt_apply_if": "Would not apply if",
    "asked_as": "How a colleague would ask for it",
}
_FIELD = re.compile(r"([\w.]+?)(?:\[(\d+)\])?(?:\.(\w+))?$")
