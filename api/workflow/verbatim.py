"""Verbatim: which sentences of a draft stand in its discussion word for word, where nobody is to be quoted."""

import re
from dataclasses import dataclass

from corpus.case_prose import prose
from corpus.model.case import NOT_SAID, Case
from corpus.model.discussion import Discussion

_FEWEST_WORDS = 5
"""Shorter ones, such as "Called home.", are how anybody would say it."""
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True)
class Verbatim:
    """One field of a case: its path, such as "actions[1].what", and its sentences that somebody wrote in the chat."""

    field: str
    sentences: tuple[str, ...]


def verbatim(draft: Case, redacted: Discussion) -> tuple[Verbatim, ...]:
    """Compared by words alone: signs, capitals and blanks make no paraphrase."""
    messages = [_words(message.text) for message in redacted.messages]
    found = []
    for field, text in prose(draft):
        sentences = [] if text in NOT_SAID else _SENTENCE.split(text)
        if copied := tuple(sentence for sentence in sentences if _stands_in(sentence, messages)):
            found.append(Verbatim(field, copied))
    return tuple(found)


def _stands_in(sentence: str, messages: list[str]) -> bool:
    words = _words(sentence)
    return len(words.split()) >= _FEWEST_WORDS and any(words in message for message in messages)


def _words(text: str) -> str:
    """With a blank at both ends, so that no word is found within another."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
