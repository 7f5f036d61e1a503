"""The door of the engine: detect, link, put placeholders in place, and look again until nothing is found.

Fails closed: whatever did not finish raises RedactionIncomplete, and no message of an error holds text.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.errors import RedactionIncomplete
from corpus.model.discussion import Discussion, plain_discussion
from corpus.model.redaction import DIRECT_KINDS, Corrections, EntityKind, Mention, Redaction, Span
from redaction.app_words import app_words
from redaction.canonical import Joined
from redaction.draft import Draft, Found
from redaction.finding import Finding
from redaction.keep_list import KeepList, keep_list
from redaction.known_names import forms_of
from redaction.overlaps import resolve
from redaction.placeholders import PLACEHOLDER
from redaction.presidio_engine import Engine, Recognizer
from redaction.query import counts_in_a_kept_query, reworded, sure_in_a_query
from redaction.reading import reading
from redaction.recognizers.known_names import KnownNames
from redaction.recognizers.names import DOUBTS, NameFinder
from redaction.recognizers.registry import standing_recognizers
from redaction.recognizers.selected import Selected
from redaction.said_same import not_found, plainly
from redaction.second_opinion import SecondOpinion
from redaction.thread_names import named_words, thread_recognizers
from redaction.titles import whole_name, without_titles

Believed = Callable[[Finding, str], bool]
"""Whether a finding in a text counts at all."""

MOST_ROUNDS = 12
"""A chat with tabs between all its words took more than six. Each hides more, so that there is an end."""
SHIPPED_MODEL = Path(__file__).parent / "ner" / "weights"


class Redactor:
    """Redacts discussions, plain texts and queries; holds no state between calls and caches nothing."""

    def __init__(self, engine: Engine, kept: KeepList, *, reads_names: bool = False) -> None:
        """`reads_names`: the engine holds the name model."""
        self._engine = engine
        self._kept = kept
        self._reads_names = reads_names

    def redact(
        self, discussion: Discussion, corrections: Corrections = Corrections(), earlier: Redaction | None = None
    ) -> Redaction:
        """The redaction of a whole discussion; raises RedactionIncomplete rather than returning a part of it.

        `earlier`: a redaction of its first messages, to which the others were added: who was named in them keeps the
        placeholder, and so the added texts may speak of "[Parent 1]".
        """
        return self._redact(discussion, corrections, _every, earlier)

    def _redact(
        self,
        discussion: Discussion,
        corrections: Corrections,
        believed: Believed,
        earlier: Redaction | None = None,
    ) -> Redaction:
        known = [KnownNames(forms_of(_names(discussion, corrections))), Selected(corrections.hide)]
        keep = Selected(_undisputed(corrections))
        found: list[Found] = []
        with reading():
            for turn in range(MOST_ROUNDS):
                draft = Draft(discussion, found, corrections.same, earlier, corrections.roles)
                if turn == 1 and corrections.same:
                    known.append(Selected(not_found(corrections.same, draft.met)))
                more = self._look(draft, known, keep, believed)
                if not more and (turn or not corrections.same):
                    return draft.redaction()
                found += more
        raise RedactionIncomplete("The redaction did not settle; the text is held.")

    def spans(self, text: str) -> list[Span]:
        """What would be hidden in one plain text, on its own offsets, in order; the same detection as `redact`."""
        return [
            Span(mention.start, mention.end, mention.kind) for mention in self.redact(plain_discussion(text)).mentions
        ]

    def redact_query(self, text: str, *, kept: bool = False) -> tuple[str, tuple[Mention, ...]]:
        """A search without names, and what was removed from it.

        People become their role in lower case, schools and districts those words; the rest is dropped, so that no
        bracket or number disturbs the encoder. Counts, ages and amounts stay: they name nobody. In a text that is
        `kept` for others to read, what is only guessed to be a name goes too.
        """
        redaction = self._redact(
            plain_discussion(text), Corrections(), counts_in_a_kept_query if kept else sure_in_a_query
        )
        removed = tuple(
            m
            for m in redaction.mentions
            if m.kind in DIRECT_KINDS or m.kind in (EntityKind.TRACE, EntityKind.ORGANIZATION)
        )
        return reworded(text, removed), removed

    def _look(self, draft: Draft, known: Sequence[Recognizer], keep: Selected, believed: Believed) -> list[Found]:
        """What a pass over the draft's texts finds, as places of the original."""
        joined = Joined(draft.texts)
        every = self._engine.find(joined.text, known)
        opinion = SecondOpinion(every, len(joined.text)) if self._reads_names else None
        seen = [
            finding
            for finding in every
            if finding.recognizer != DOUBTS
            and believed(finding, joined.text)
            and not (opinion and opinion.rules_out(finding, joined.text))
        ]
        stays = keep.ranges(joined.text) + app_words(joined.text)
        first = self._hidden(seen, joined.text, stays)
        linked = self._engine.find_only(joined.text, thread_recognizers(first, joined.text))
        if opinion:
            linked = [finding for finding in linked if not opinion.rules_out(finding, joined.text)]
        findings = self._hidden([*seen, *linked], joined.text, stays, named_words(first, joined.text))
        return _apart(found for finding in findings for found in _placed(finding, joined, draft))

    def _hidden(
        self,
        findings: Sequence[Finding],
        text: str,
        stays: Sequence[tuple[int, int]],
        named: frozenset[str] | None = None,
    ) -> list[Finding]:
        """Findings that don't overlap each other or a placeholder, without what is to be kept and what lies within
        `stays`; `named`: words of names found elsewhere in the text.
        """
        wanted = [
            whole_name(without_titles(finding, text), text)
            for finding in findings
            if not self._kept.keeps(finding, text, named)
        ]
        hidden = resolve(wanted, text, [match.span() for match in PLACEHOLDER.finditer(text)])
        return [
            finding
            for finding in hidden
            if not any(first <= finding.start and finding.end <= last for first, last in stays)
        ]


def _every(_finding: Finding, _text: str) -> bool:
    return True


def _names(discussion: Discussion, corrections: Corrections) -> list[str]:
    people = [name for who in discussion.participants for name in (who.name, *who.aliases)]
    senders = [message.sender for message in discussion.messages if message.sender]
    every = dict.fromkeys([*people, *senders, *discussion.declared_names, *corrections.hide])
    return [name for name in every if not PLACEHOLDER.fullmatch(name)]


def _undisputed(corrections: Corrections) -> list[str]:
    """What is to stay, without what is also to be hidden or is said to be somebody: of two such words the one that
    hides holds.
    """
    disputed = set(map(plainly, (*corrections.hide, *(text for pair in corrections.same for text in pair))))
    return [text for text in corrections.keep if plainly(text) not in disputed]


def _placed(finding: Finding, joined: Joined, draft: Draft) -> list[Found]:
    part, start, end = joined.locate(finding.start, finding.end)
    return [
        Found(part, first, last, finding.kind, finding.score, finding.recognizer)
        for first, last in draft.original(part, start, end)
    ]


def _apart(found: Iterable[Found]) -> list[Found]:
    """In order, none reaching into the one before: two readings of a sign such as "\u2116" meet in the original."""
    apart: list[Found] = []
    for one in sorted(found, key=lambda one: (one.part, one.start)):
        before = apart[-1].end if apart and apart[-1].part == one.part else 0
        if max(one.start, before) < one.end:
            apart.append(replace(one, start=max(one.start, before)))
    return apart


def build_redactor(
    *, name_model: NameFinder | Path | None = SHIPPED_MODEL, spacy_pipeline: str | None = None
) -> Redactor:
    """A redactor with everything loaded.

    `name_model`: the folder of a model (its hash is verified: ModelMismatch), or a model already loaded; None runs
    without one, which is for tests of the patterns only. `spacy_pipeline`: path of a saved pipeline whose names are
    hidden too.
    """
    model = _load(name_model) if isinstance(name_model, Path) else name_model
    return Redactor(Engine(standing_recognizers(model), spacy_pipeline), keep_list(), reads_names=model is not None)


def _load(folder: Path) -> NameFinder:
    from redaction.ner.name_model import NameModel

    return NameModel.load(folder)
