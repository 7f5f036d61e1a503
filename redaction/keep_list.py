"""The keep-list at work: which findings are words that carry the meaning and name nobody."""

from bisect import bisect_right
from collections.abc import Collection
from functools import cache
from pathlib import Path
from tomllib import loads

import regex

from corpus.model.redaction import EntityKind
from redaction.addressed import is_addressed
from redaction.everyday import everyday, follows_an_article, owes_its_capital
from redaction.finding import Finding
from redaction.lexicon import family_words, figures, is_spanish, national_names
from redaction.phrases import Phrases
from redaction.reading import once

_FILE = Path(__file__).parent / "keep_list.toml"
_NAMES = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.SCHOOL,
        EntityKind.DISTRICT,
        EntityKind.LOCATION,
        EntityKind.ORGANIZATION,
        EntityKind.TRACE,
        EntityKind.HANDLE,
        EntityKind.ID,
        EntityKind.URL,
    }
)
"""Kinds that a word can be mistaken for; an address of somebody's or a number is never kept."""
_WHOLE = frozenset({EntityKind.URL, EntityKind.HANDLE})
"""Of these what is kept as it stands on a list or not at all; never an account."""
_CUED = frozenset(
    {
        "NameCues",
        "Greetings",
        "Answers",
        "Headers",
        "SchoolNames",
        "DistrictNames",
        "KnownNames",
        "ThreadNames",
        "Streets",
        "Handles",
        "NameWords",
        "Prefixes",
        "Senders",
        "Initials",
        "SchoolForms",
        "ShortSchools",
    }
)
"""Recognisers that looked at the words beside the finding, so that an everyday word is a name there."""
_DECLARED = frozenset({"KnownNames", "Legends", "CalendarNames", "DistrictLetters", "SchoolLetters"})
"""Recognisers of what the discussion itself calls somebody, in so many words."""
_ECHOES = frozenset({"ThreadNames", "Senders"})
"""Of these the ones that only repeat what was found elsewhere; a law case next to its law stays a law case."""
_FORMS = frozenset({"Headers", "Prefixes", "Senders", "SchoolNames", "DistrictNames", "Streets", "ShortSchools"})
"""Recognisers of forms in which a figure's name is somebody else's: a sender's, a school's."""
_GUESSED = frozenset({EntityKind.PERSON, EntityKind.SCHOOL, EntityKind.DISTRICT, EntityKind.LOCATION})
"""Kinds for which the model takes everyday words, sentence openings above all."""
_PLACED = frozenset({EntityKind.SCHOOL, EntityKind.DISTRICT, EntityKind.LOCATION})
"""Kinds whose names are often made of a word that is kept elsewhere and an everyday one."""
_LEANING, _SURE, _CERTAIN = 0.2, 0.4, 0.95
"""Scores from which on the name model has read as a name, by what stands around it, a word that is often one, where
others are named; an everyday word; and the surname of a public figure, or an everyday word where nobody else is named.
"""
_LIKELY = 0.1
"""Score from which the name model's guess suffices for a word of a name that stands elsewhere in the discussion."""
_AND = frozenset({"and", "n", "at"})
_LONGEST = 40
_REACH = 60
_WORD = regex.compile(r"[^\W_]+(?:[.'+-][^\W_]+)*")


class KeepList:
    """The words of keep_list.toml and of the lexicon's lists of what is shared; says of a finding whether it stays."""

    def __init__(
        self,
        always: frozenset[str],
        in_capitals: frozenset[str],
        unless_cued: frozenset[str],
        in_context: tuple[tuple[frozenset[str], frozenset[str]], ...],
        figures: frozenset[str],
    ) -> None:
        self._always = always
        self._in_capitals = in_capitals
        self._phrases = Phrases(phrase for phrase in always if not phrase.isalnum())
        self._hashtags = frozenset(_joined(phrase) for phrase in always if " " in phrase)
        self._unless_cued = unless_cued
        self._in_context = in_context
        self._figures = Phrases(figures)

    def always_keeps(self, word: str) -> bool:
        """True for a single word that names nobody wherever it stands."""
        return word.lower() in self._always

    def keeps(self, finding: Finding, text: str, named: frozenset[str] | None = None) -> bool:
        """True for a finding that names nobody. A participant, declared or explained name is never kept, nor what the
        name model takes for somebody whose name, of the words `named`, stands elsewhere in the text (None: not known).
        """
        written = text[finding.start : finding.end]
        surface = _plain(written)
        if finding.kind not in _NAMES or finding.recognizer in _DECLARED or _is_of(finding, text, named or ()):
            return False
        addressed = is_addressed(finding, text)
        if not addressed and self._is_shared(written, surface):
            return True
        if finding.kind in _WHOLE:
            return False
        misread = finding.recognizer == "Names" and (
            _is_no_name(finding, text, named) or (not addressed and self._made_of_kept(finding, text))
        )
        if misread or (not addressed and self._within_a_phrase(finding, text)) or self._is_no_corner(finding, text):
            return True
        if (
            finding.kind is EntityKind.PERSON
            and finding.recognizer not in _FORMS
            and self._is_a_figure(finding, surface, text)
        ):
            return True
        sure = _LEANING if named else _SURE
        return self._kept_in_context(finding, surface, text, sure)

    def _is_shared(self, written: str, surface: str) -> bool:
        """True for what is kept whole wherever it stands; an account never is."""
        if written[0] == "@":
            return False
        tagged = written[0] == "#" and surface in self._hashtags
        return tagged or surface in self._always or (surface in self._in_capitals and written.isupper())

    def _kept_in_context(self, finding: Finding, surface: str, text: str, sure: float) -> bool:
        """`sure`: score of the model from which on a word that is often a name is one."""
        if surface in self._unless_cued and finding.recognizer not in _CUED:
            return not _read_as_a_name(finding, sure)
        wanted = 2 if _read_as_a_name(finding, _SURE) or finding.recognizer in _CUED - _ECHOES else 1
        written = text[finding.start : finding.end].lower()
        return any(
            (surface in words or written in words) and self._near(finding, text, near) >= wanted
            for words, near in self._in_context
        )

    def _within_a_phrase(self, finding: Finding, text: str) -> bool:
        """True for a part of "ruby bridges" or "title ix coordinator" that some recogniser took by itself, without the
        words beside the phrase: the "for" of "moms for liberty" is the phrase's own.
        """
        if finding.end - finding.start > _LONGEST:
            return False
        phrase = self._phrase_around(finding.start, finding.end, text)
        if phrase is None:
            return False
        longer = phrase[0] < finding.start or finding.end < phrase[1]
        cue_is_within = finding.recognizer == "NameCues" and phrase[0] < finding.start
        word_of_it = finding.recognizer == "NameWords" and longer
        return cue_is_within or word_of_it or finding.recognizer not in _CUED - _ECHOES

    def _made_of_kept(self, finding: Finding, text: str) -> bool:
        """True where the model took kept words with everyday ones around them: "red carhartt"."""
        kept = False
        for match in _WORD.finditer(text, finding.start, finding.end):
            alone = finding.kind not in _PLACED and self.always_keeps(match.group())
            if alone or self._phrase_around(match.start(), match.end(), text):
                kept = True
            elif not everyday(match.group(), finding.kind):
                return False
        return kept

    def _is_no_corner(self, finding: Finding, text: str) -> bool:
        """True for "Instagram and Snapchat"."""
        every = [match.group() for match in _WORD.finditer(text, finding.start, finding.end)]
        return finding.recognizer == "Corners" and all(word in _AND or self.always_keeps(word) for word in every)

    def _phrase_around(self, start: int, end: int, text: str) -> tuple[int, int] | None:
        """Where the kept phrase stands that holds this range whole."""
        spans = once("kept phrases", text, self._phrases.spans)
        position = bisect_right(spans, (start, len(text))) - 1
        return spans[position] if position >= 0 and end <= spans[position][1] else None

    def _is_a_figure(self, finding: Finding, surface: str, text: str) -> bool:
        """True within "Frederick Douglass", and for "Douglass" by itself in a text that has him in full, unless the
        model is certain of a person: "Mr. Frank, who teaches Anne Frank".
        """
        found = once("figures", text, self._figures.spans)
        within = [text[start:end] for start, end in found if start <= finding.start and finding.end <= end + 2]
        if finding.recognizer == "Names" and finding.score >= _CERTAIN:
            return any(" " in figure for figure in within)
        return bool(within) or surface in {text[start:end].lower().split()[-1] for start, end in found}

    @staticmethod
    def _near(finding: Finding, text: str, near: frozenset[str]) -> int:
        """How many of `near` stand within reach."""
        before = _WORD.findall(text[max(0, finding.start - _REACH) : finding.start].lower())[-6:]
        after = _WORD.findall(text[finding.end : finding.end + _REACH].lower())[:6]
        return len(near.intersection(before + after))


def _is_of(finding: Finding, text: str, named: Collection[str]) -> bool:
    """True where the model takes words of a name found elsewhere for a person."""
    return (
        finding.recognizer == "Names"
        and finding.kind is EntityKind.PERSON
        and finding.score >= _LIKELY
        and all(_plain(word) in named for word in text[finding.start : finding.end].split())
    )


def _read_as_a_name(finding: Finding, score: float) -> bool:
    return finding.recognizer == "Names" and finding.score >= score


def _is_no_name(finding: Finding, text: str, named: frozenset[str] | None) -> bool:
    """True where the model took everyday words for a name without being sure of it, or certain in a text that names
    nobody otherwise.
    """
    if finding.kind not in _GUESSED:
        return False
    written = text[finding.start : finding.end]
    spanish = finding.kind is EntityKind.PERSON and all(map(is_spanish, _plain(written).split()))
    sure = _CERTAIN if spanish or not (named is None or named) else _SURE
    return finding.score < sure and (
        everyday(written, finding.kind) or owes_its_capital(finding, text) or follows_an_article(finding, text)
    )


def _plain(surface: str) -> str:
    return " ".join(surface.lower().strip(" .,'\"#@").split()).removesuffix("'s")


def _joined(phrase: str) -> str:
    return "".join(letter for letter in phrase if letter.isalnum())


@cache
def keep_list() -> KeepList:
    """The keep-list as shipped."""
    table = loads(_FILE.read_text("utf-8"))
    contexts = tuple((frozenset(entry["words"]), frozenset(entry["near"])) for entry in table["in_context"])
    return KeepList(
        frozenset(table["always"]) | national_names() | family_words(),
        frozenset(table["in_capitals"]),
        frozenset(table["unless_cued"]),
        contexts,
        frozenset(table["figures"]) | figures(),
    )
