"""Small stand-ins for the engines, held to the real ones by tests/verification."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.errors import RedactionIncomplete
from corpus.model.case import Change, PublishedCase
from corpus.model.case_map import CaseMap, Cluster, Place
from corpus.model.discussion import Discussion, Participant, plain_discussion
from corpus.model.redaction import Corrections, EntityKind, Mention, Redaction
from corpus.model.search import Answer, Band, Hit, PassageRole, Query, Segment


class FakeRedactor:
    """Hides a list of names and the participants; breaks when told to."""

    def __init__(self, names: Iterable[str] = ("Jaylen Okafor", "Jaylen", "Riverbend High")) -> None:
        self.names = list(names)
        self.broken = False

    def redact(
        self, discussion: Discussion, corrections: Corrections = Corrections(), earlier: Redaction | None = None
    ) -> Redaction:
        if self.broken:
            raise RedactionIncomplete("broken on purpose")
        people = [participant.name for participant in discussion.participants]
        names = [
            n
            for n in [*self.names, *people, *discussion.declared_names, *corrections.hide]
            if n not in corrections.keep
        ]
        roles = dict(corrections.roles)
        senders = {name: f"[{roles.get(name, 'Leader')} {number}]" for number, name in enumerate(people, start=1)}
        mentions: list[Mention] = []
        messages = []
        for index, message in enumerate(discussion.messages):
            text = message.text
            for number, name in enumerate(sorted(names, key=len, reverse=True), start=1):
                start = text.find(name)
                if start >= 0:
                    placeholder = senders.get(name, f"[{roles.get(name, 'Person')} {number}]")
                    mentions.append(
                        Mention(index, start, start + len(name), EntityKind.PERSON, f"P{number}", placeholder, "fake")
                    )
                text = text.replace(name, senders.get(name, f"[{roles.get(name, 'Person')} {number}]"))
            sender = senders.get(message.sender or "", message.sender)
            messages.append(replace(message, text=text, sender=sender, sent_at=None))
        shown = replace(
            discussion,
            messages=tuple(messages),
            participants=tuple(Participant(name) for name in senders.values()),
            declared_names=(),
        )
        return Redaction(discussion=shown, mentions=tuple(mentions), senders=senders)

    def redact_query(self, text: str, *, kept: bool = False) -> tuple[str, tuple[Mention, ...]]:
        redaction = self.redact(plain_discussion(text))
        return redaction.discussion.messages[0].text, redaction.mentions


@dataclass(frozen=True)
class FakeHealth:
    generation: str
    last_change: int
    vectors_ok: bool = True
    keywords_ok: bool = True


class FakeIndex:
    """Finds cases that share a word with the query; keeps everything in a dictionary."""

    def __init__(self) -> None:
        self.cases: dict[int, PublishedCase] = {}
        self.last_change = 0
        self.embedded: list[str] = []
        self.damaged: tuple[str, ...] = ()
        self._replaced: set[int] = set()

    @property
    def outdated(self) -> int:
        return len(self._replaced)

    def apply(self, changes: list[Change]) -> None:
        for change in changes:
            if change.case_number in self.cases:
                self._replaced.add(change.case_number)
            if change.published is None:
                self.cases.pop(change.case_number, None)
            else:
                self.cases[change.case_number] = change.published
                self.embedded.append(change.published.case.title)
            self.last_change = change.number

    def rebuild(
        self,
        published: Iterable[PublishedCase],
        upto: int,
        progress: Callable[[int, int], None] | None = None,
        *,
        words_only: bool = False,
    ) -> str:
        self.cases = {p.case.number: p for p in published}
        self.last_change = upto
        self._replaced.clear()
        return "fake"

    def search(self, query: Query) -> Answer:
        words = set(query.text.lower().split())
        if not query.words_only:
            self.embedded.append(query.text)
        hits = tuple(
            _hit(number, published.case.title)
            for number, published in self.cases.items()
            if published.audience in query.filters.audiences
            and words & set(" ".join([published.case.title, *published.case.situation]).lower().split())
        )
        return Answer(hits=hits[query.skip :][: query.limit], found=len(hits), counts={}, generation="fake")

    def similar(self, case_number: int, audiences: frozenset[str], limit: int = 5) -> tuple[Hit, ...]:
        others = [n for n, p in self.cases.items() if n != case_number and p.audience in audiences]
        return tuple(_hit(number, self.cases[number].case.title) for number in others[:limit])

    def case_map(self) -> CaseMap:
        """One cluster of everything, on a line."""
        places = tuple(Place(number, at * 10, at * 10) for at, number in enumerate(self.cases))
        return CaseMap((Cluster(1, ("bathroom", "dare"), places),) if places else ())

    def alike(self, texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """Texts with the same first word say the same."""
        found: dict[str, list[int]] = {}
        for position, text in enumerate(texts):
            self.embedded.append(text)
            found.setdefault(text.split()[0].lower(), []).append(position)
        return tuple(tuple(group) for group in sorted(found.values(), key=len, reverse=True))

    def close_to(self, queries: Sequence[Query], case_numbers: Iterable[int]) -> tuple[frozenset[int], ...]:
        """Close is what `search` finds; every case where nothing was asked."""
        wanted = set(case_numbers)
        return tuple(
            frozenset(
                number
                for number in wanted & set(self.cases)
                if self.cases[number].audience in query.filters.audiences
                and (
                    not query.text or number in {hit.case_number for hit in self.search(replace(query, limit=999)).hits}
                )
            )
            for query in queries
        )

    def health(self) -> FakeHealth:
        return FakeHealth(generation="fake", last_change=self.last_change)


def _hit(number: int, title: str) -> Hit:
    return Hit(number, Band.CLOSE, 0.9, PassageRole.TITLE, (Segment(title),))
