"""Principles: what makes a good case, as gentle checks of a draft. Hints beside fields; none of them stops anybody."""

import re

from corpus.model.case import NOT_SAID, Case
from corpus.model.taxonomy import Effect, Level, Outcome

FEWEST_FACTS = 3
_TITLE_WORDS = range(5, 17)

_BLAME: tuple[tuple[str, str], ...] = (
    (r"crazy|insane|psycho|hysterical|unhinged|nuts", "upset"),
    (r"liars?|lying", "said something that others did not confirm"),
    (r"trouble-?makers?|thugs?|punks?|bad (?:kid|apple)s?", "the student who did it"),
    (r"bull(?:y|ies)", "the student who did it"),
    (r"lazy|useless|incompetent|clueless", "did not do it in time"),
    (r"idiots?|stupid|dumb|morons?|ridiculous", "what they did, without the judgment"),
    (r"karens?|helicopter (?:parent|mom|dad)s?|entitled", "a parent who asked often"),
    (r"drama queens?|snowflakes?|over-?react(?:ed|ing|s)?", "reacted strongly"),
    (r"broken home|bad famil(?:y|ies)|dysfunctional", "what the school knew that mattered here"),
)
"""Words that say what somebody is, and a neutral phrasing that says what they did."""
_BLAMES = tuple((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), neutral) for words, neutral in _BLAME)


def hints(draft: Case) -> dict[str, str]:
    """Field of the case form to one sentence: who did what when, words that blame, an outcome that is missing."""
    found = {**_clear(draft), **_open(draft)}
    for field, text in _told(draft):
        if says := _respectful(text):
            found[field] = f"{found[field]} {says}" if field in found else says
    return found


def _clear(draft: Case) -> dict[str, str]:
    found: dict[str, str] = {}
    if draft.title not in NOT_SAID and len(draft.title.split()) not in _TITLE_WORDS:
        found["title"] = "Eight to twelve words are read fastest on a phone."
    if len(draft.situation) < FEWEST_FACTS:
        found["situation"] = "Three facts help a colleague see whether it is their situation."
    if draft.facets.level is Level.DISTRICT:
        found["level"] = "The whole district? Choose the level of the school where it happened, if it was one."
    if not draft.actions:
        found["actions"] = "Who did what, and when? That is what colleagues come for."
    elif unsaid := sum(action.who in NOT_SAID for action in draft.actions):
        found["actions"] = f"{_without_role(unsaid, len(draft.actions))} who did it. A role is enough."
    return found


def _without_role(unsaid: int, all_told: int) -> str:
    if unsaid < all_told:
        return f"{unsaid} of {all_told} actions {'does' if unsaid == 1 else 'do'} not say"
    return "The action does not say" if all_told == 1 else f"None of the {all_told} actions says"


def _open(draft: Case) -> dict[str, str]:
    found: dict[str, str] = {}
    if draft.outcome is Outcome.UNKNOWN:
        found["outcome"] = "How did it end? Still open is an answer as well."
    if draft.outcome_text in NOT_SAID:
        found["outcome_text"] = "A sentence on how it ended is worth more than all the rest."
    if not draft.backfired and not draft.do_over and all(a.effect is not Effect.BACKFIRED for a in draft.actions):
        found["backfired"] = "Did anything not help? Saying so spares a colleague the same."
    return found


def _told(draft: Case) -> list[tuple[str, str]]:
    return [
        ("title", draft.title),
        ("situation", " ".join(draft.situation)),
        ("actions", " ".join(f"{action.what} {action.why}" for action in draft.actions)),
        ("outcome_text", draft.outcome_text),
        ("backfired", " ".join(draft.backfired)),
        ("do_over", " ".join(draft.do_over)),
    ]


def _respectful(text: str) -> str:
    for pattern, neutral in _BLAMES:
        if found := pattern.search(text):
            return f'"{found.group()}" says what somebody is. Perhaps: {neutral}.'
    return ""
