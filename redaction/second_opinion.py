"""What the name model makes of the words that other recognisers only guess to be people.

A cue beside a word, a name found elsewhere, a sender's word in a sentence: each is right most of the time where the
model sees at least a hint of a name, and hardly ever where it sees none.
"""

from collections.abc import Iterable

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.lexicon import is_common, is_rarer_homograph
from redaction.recognizers.names import DOUBTS, NUMBERS

_ECHO = "ThreadNames"
_GUESSING = frozenset({_ECHO, "Senders", "NameWords", "NameCues", "Answers", "FirstNames", "UnknownWords"})
_HINT, _NAME = 1, 2


class SecondOpinion:
    """The model's reading of one text, asked about findings of others; only where the model has read the text."""

    def __init__(self, findings: Iterable[Finding], length: int) -> None:
        self._read = bytearray(length)
        for finding in findings:
            if finding.recognizer in (DOUBTS, "Names") and finding.kind not in NUMBERS:
                mark = _HINT if finding.recognizer == DOUBTS else _NAME
                self._read[finding.start : finding.end] = bytes([mark]) * (finding.end - finding.start)

    def rules_out(self, finding: Finding, text: str) -> bool:
        """True for a guess at a person, or for the word of a school named elsewhere, where the model sees no hint of a
        name; and for an everyday word that is one elsewhere in the discussion where it sees none here: the "bill" of
        the board beside Bill.
        """
        guessed = finding.recognizer in _GUESSING and finding.kind is EntityKind.PERSON
        if not guessed and (finding.recognizer != _ECHO or finding.kind is not EntityKind.SCHOOL):
            return False
        needed = _NAME if _echoes_a_word(finding, text) else _HINT
        return max(self._read[finding.start : finding.end]) < needed


def _echoes_a_word(finding: Finding, text: str) -> bool:
    word = text[finding.start : finding.end].lower()
    return finding.recognizer == _ECHO and " " not in word and (is_common(word) or is_rarer_homograph(word))
