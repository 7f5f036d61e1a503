"""Turns a Case into Passages by role: what is embedded and searched piece by piece. No ranking here."""

from collections.abc import Iterable, Iterator

from corpus.model.case import NOT_SAID, Action, Case
from corpus.model.search import Passage, PassageRole

PASSAGE_WORDS = 110
"""Longest passage in words: about 150 word pieces, well inside the encoder's 256 with the title in front."""


_WHOLE = frozenset({PassageRole.TITLE, PassageRole.QUESTION})


def passages_of(case: Case) -> tuple[Passage, ...]:
    """Every passage of `case`, title first; a role that the case says nothing about has none."""
    return tuple(
        Passage(case.number, role, position, text)
        for role, texts in _texts_by_role(case)
        for position, text in enumerate(texts)
    )


def embedded_text(title: str, passage: Passage) -> str:
    """What the encoder reads: the passage led by its case's title, without which an action says too little.

    A title and what leaders ask stand for themselves.
    """
    return passage.text if passage.role in _WHOLE else f"{title}. {passage.text}"


def _texts_by_role(case: Case) -> Iterator[tuple[PassageRole, list[str]]]:
    yield PassageRole.TITLE, [case.title]
    yield PassageRole.QUESTION, list(_said(case.asked_as))
    yield PassageRole.SITUATION, _packed(_said((*case.situation, case.trigger, case.spread)))
    yield PassageRole.ACTION, _packed(_told(action) for action in case.actions)
    yield PassageRole.OUTCOME, _packed(_said((case.outcome_text, case.outcome_later_text, *case.backfired)))
    yield PassageRole.LESSON, _packed(_said((*case.do_over, *case.peers_might_take, *case.doesnt_apply_if)))
    yield PassageRole.WORDS_USED, [piece for words in case.words_used for piece in _packed([words.text])]
    yield PassageRole.DISCUSSION, _packed(case.redacted_discussion.splitlines())


def _said(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text and text not in NOT_SAID)


def _told(action: Action) -> str:
    who = action.who[:1].upper() + action.who[1:]
    told = f"{who}: {action.what}"
    return told if action.why in NOT_SAID else f"{told} {action.why}"


def _packed(texts: Iterable[str]) -> list[str]:
    """Neighbouring texts joined up to PASSAGE_WORDS; a longer text is cut between words."""
    packed: list[list[str]] = []
    for text in texts:
        words = text.split()
        for start in range(0, len(words), PASSAGE_WORDS):
            piece = words[start : start + PASSAGE_WORDS]
            if packed and len(packed[-1]) + len(piece) <= PASSAGE_WORDS:
                packed[-1].extend(piece)
            else:
                packed.append(piece)
    return [" ".join(words) for words in packed]
