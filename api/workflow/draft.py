"""Draft: fills a case from a redacted discussion by rules, without a language model; a person corrects it.

Sentences are sorted by what they say: something was done (action, with its phase from the clock and the words, and who
did it where the words or the sender's role say so), something was sent (words used: what stands after the colon),
something ended (outcome), something went wrong (backfired), somebody would do it differently (do over). Facts are what
whoever began tells besides, others only where that is next to nothing. Whatever asks, chats or advises is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from api.workflow.draft_actions import ROLE, is_short_action, own_actions, own_voices, tells_an_action
from api.workflow.draft_ends import ends, tells_an_end
from api.workflow.draft_sentences import QUOTED, asks, could_be_fact, could_be_heading, sentences
from corpus.model.case import Action, Case, Facets, WordsUsed
from corpus.model.discussion import Discussion, Message, MessageKind, Source
from corpus.model.redaction import Redaction
from corpus.model.taxonomy import UNKNOWN, Audience, Channel, Effect, Level, Outcome, Phase, Provenance

NO_CODE = "CASE-0000"
"""Stands in a draft until the casebook gives a number."""
_MOST_FACTS, _MOST_ACTIONS, _MOST_WORDS, _FEWEST_WORDS = 4, 12, 4, 4
_ENOUGH_FACTS = 2
_FEWEST_BESIDE = 3
"""Words beside placeholders."""
_BRACKETS = re.compile(r"\[[^\[\]]*\]")

_BACKFIRED = re.compile(
    r"\b(?:backfired|made (?:it|things) worse|big mistake|bad idea|blew up|regret)\b", re.IGNORECASE
)
_DO_OVER = re.compile(
    r"\b(?:next time|would (?:do|have)|wish (?:we|i) had|should(?:'ve| have)(?! (?:to|an?|the|no|any|some)\b)|"
    r"in hindsight|lessons? (?:learn\w+|for (?:me|us))|(?:my|our|one|biggest) lesson)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"^(?P<before>.*\b(?:sent|wrote|e-?mailed|texted|messaged|posted|told|message|letter|note|text|robocall)\b"
    r".{0,60}?\b(?P<to>famil(?:y|ies)|parents?|staff|teachers|students|kids|press|reporters?|media)\b"
    r"(?:(?!\b(?:would|should|could|will)\b)[^:\"\u201c]){0,20})"
    r"(?::\s+|,?\s+[\"\u201c])(?P<words>.{15,})$",
    re.IGNORECASE | re.DOTALL,
)
_TO = {
    "famil": Audience.FAMILIES,
    "parent": Audience.FAMILIES,
    "staff": Audience.STAFF,
    "teacher": Audience.STAFF,
    "student": Audience.STUDENTS,
    "kid": Audience.STUDENTS,
}
_SUBJECT = re.compile(rf"^(?:then |and )?(?:\[|the |our |my )(?P<role>{ROLE})\b", re.IGNORECASE)
_SENDER = re.compile(rf"\[(?P<role>{ROLE}) \d+\]", re.IGNORECASE)
_PHASES: tuple[tuple[Phase, re.Pattern[str]], ...] = (
    (
        Phase.FIRST_HOUR,
        re.compile(r"\b(?:right away|immediately|at once|within minutes|first thing we)\b", re.IGNORECASE),
    ),
    (Phase.NEXT_DAY, re.compile(r"\b(?:next (?:day|morning)|the day after)\b", re.IGNORECASE)),
    (Phase.LATER, re.compile(r"\b(?:weeks? later|next month|months? later|since then|at year end)\b", re.IGNORECASE)),
    (Phase.FIRST_WEEK, re.compile(r"\b(?:days later|that week|by friday|later (?:that|in the) week)\b", re.IGNORECASE)),
    (Phase.SAME_DAY, re.compile(r"\b(?:same day|that (?:afternoon|evening|night)|by dismissal)\b", re.IGNORECASE)),
)
_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (Level.ELEMENTARY, re.compile(r"\b(?:elementary|kinder\w*|[1-5](?:st|nd|rd|th) grade\w*)\b", re.IGNORECASE)),
    (Level.MIDDLE, re.compile(r"\b(?:middle school\w*|[678]th grade\w*|junior high)\b", re.IGNORECASE)),
    (Level.HIGH, re.compile(r"\b(?:high school\w*|9th|1[0-2]th|freshm[ae]n|sophomores?|seniors?)\b", re.IGNORECASE)),
)


@dataclass(frozen=True)
class _Said:
    text: str
    after: timedelta | None
    """Since the first message of the discussion."""
    sender: str = ""
    """The placeholder of who says it."""


def draft_case(redaction: Redaction, original: Discussion) -> Case:
    """A case as far as the thread tells; the title and the topic are the contributor's to choose.

    `original` gives the clock times, which a redacted discussion no longer has; no text is read from it.
    """
    said = _sentences(redaction.discussion, [message.sent_at for message in original.messages])
    voices = own_voices([(s.sender, s.text) for s in said])
    said = [s for s in said if s.sender in voices]
    taken: set[str] = set()
    do_over = _take(said, _DO_OVER, taken)
    backfired = _take(said, _BACKFIRED, taken)
    done = [s for s, is_ours in zip(said, own_actions([(s.sender, s.text) for s in said]), strict=True) if is_ours]
    ended = ends([s.text for s in said if s.text not in taken], {s.text for s in done})
    taken.update(ended)
    actions = tuple(
        Action(phase=_phase(s), who=_who(s), what=_sent(s.text)[0], effect=Effect.UNKNOWN)
        for s in done
        if s.text not in taken
    )[:_MOST_ACTIONS]
    taken |= {s.text for s in done}
    everything = redaction.text
    return Case(
        code=NO_CODE,
        title=UNKNOWN,
        situation=_facts(said, taken),
        facets=Facets(topic="", level=_level(everything), channels=_channels(everything)),
        provenance=Provenance.CONTRIBUTED,
        outcome=Outcome.UNKNOWN,
        outcome_text=" ".join(ended) or UNKNOWN,
        actions=actions,
        words_used=tuple(words for s in said if (words := _sent(s.text)[1]))[:_MOST_WORDS],
        backfired=backfired,
        do_over=do_over,
        redacted_discussion=everything,
    )


def _sentences(discussion: Discussion, times: list[datetime | None]) -> list[_Said]:
    start = next((time for time in times if time), None)
    said: list[_Said] = []
    untold = 1 if _opens_with_a_heading(discussion, times) else 0
    for message, time in list(zip(discussion.messages, times, strict=False))[untold:]:
        if message.kind is not MessageKind.TEXT:
            continue
        after = time - start if start and time and (time.tzinfo is None) == (start.tzinfo is None) else None
        said += [_Said(text, after, message.sender or "") for text in sentences(message.text) if _says_enough(text)]
    return said


def _opens_with_a_heading(discussion: Discussion, times: Sequence[datetime | None]) -> bool:
    """Whether the first message is the subject, which their reader sets before mails, or a line over a chat."""
    first, *others = discussion.messages or (Message(""),)
    if not could_be_heading(first.text):
        return False
    if discussion.source is not Source.EMAIL:
        return first.sender is None and any(message.sender for message in others)
    return any(
        (message.kind, message.sender, time) == (MessageKind.TEXT, first.sender, times[0])
        for message, time in zip(others, times[1:], strict=False)
    )


def _says_enough(text: str) -> bool:
    beside = len(re.findall(r"[^\W\d_]+", _BRACKETS.sub(" ", text)))
    if is_short_action(text) or (beside > 1 and tells_an_end(text)):
        return True
    return len(text.split()) >= _FEWEST_WORDS and (beside >= _FEWEST_BESIDE or tells_an_action(text))


def _facts(said: Sequence[_Said], taken: set[str]) -> tuple[str, ...]:
    """What whoever began tells besides; what the others do only where that is next to nothing."""
    facts = [s for s in said if s.text not in taken and could_be_fact(s.text)]
    own = [s for s in facts if s.sender == said[0].sender]
    return tuple(dict.fromkeys(s.text for s in (own if len(own) >= _ENOUGH_FACTS else facts)))[:_MOST_FACTS]


def _take(said: Sequence[_Said], pattern: re.Pattern[str], taken: set[str]) -> tuple[str, ...]:
    found = tuple(
        s.text for s in said if s.text not in taken and not asks(s.text) and pattern.search(QUOTED.sub("", s.text))
    )
    taken.update(found)
    return found


def _sent(text: str) -> tuple[str, WordsUsed | None]:
    """The sentence without the message that it tells word for word, and that message."""
    found = _SENT.match(text)
    if found is None:
        return text, None
    to = next((audience for start, audience in _TO.items() if found["to"].lower().startswith(start)), Audience.PRESS)
    return found["before"].rstrip() + ".", WordsUsed(audience=to, text=found["words"].strip('"\u201c\u201d '))


def _who(said: _Said) -> str:
    """The role that the sentence begins with, or its sender's where it begins with I."""
    found = _SUBJECT.match(said.text)
    if not found and re.match(r"i\b", said.text, re.IGNORECASE):
        found = _SENDER.match(said.sender)
    return found["role"].lower() if found else UNKNOWN


def _phase(said: _Said) -> Phase:
    for phase, pattern in _PHASES:
        if pattern.search(said.text):
            return phase
    if said.after is None:
        return Phase.SAME_DAY
    limits = (
        (timedelta(hours=1), Phase.FIRST_HOUR),
        (timedelta(hours=14), Phase.SAME_DAY),
        (timedelta(hours=38), Phase.NEXT_DAY),
        (timedelta(days=8), Phase.FIRST_WEEK),
    )
    return next((phase for limit, phase in limits if said.after <= limit), Phase.LATER)


def _level(text: str) -> Level:
    found = {level: len(pattern.findall(text)) for level, pattern in _LEVELS}
    best = max(found, key=lambda level: found[level])
    return best if found[best] else Level.DISTRICT


def _channels(text: str) -> tuple[Channel, ...]:
    named = (Channel.TIKTOK, Channel.SNAPCHAT, Channel.INSTAGRAM, Channel.FACEBOOK, Channel.YOUTUBE, Channel.GROUP_CHAT)
    lowered = text.lower()
    return tuple(channel for channel in named if channel.value.lower() in lowered)
