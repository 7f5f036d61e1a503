"""Counts of the starter corpus by topic, level, setting and outcome: `python -m corpus.starter.counts [--sample N]`.

These are counts of what was written down, not rates of what happens.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from corpus.model.case import Case
from corpus.model.topics import TOPICS
from corpus.starter.loader import starter_cases


def _has(case: Case) -> list[str]:
    there = {
        "words used": case.words_used,
        "what backfired": case.backfired,
        "what they would do over": case.do_over,
        "what peers might take": case.peers_might_take,
        "what was missing": any(vars(case.missing).values()),
    }
    return [name for name, value in there.items() if value]


FACETS: tuple[tuple[str, Callable[[Case], Iterable[str]]], ...] = (
    ("Provenance", lambda case: [case.provenance.value]),
    ("Level", lambda case: [case.facets.level.value]),
    ("Setting", lambda case: [case.facets.setting.value]),
    ("Outcome", lambda case: [case.outcome.value]),
    ("Sector", lambda case: [case.facets.sector.value]),
    ("Has", _has),
    ("Topic", lambda case: [f"{case.facets.topic} {TOPICS[case.facets.topic]}"]),
)


def count_lines(cases: Sequence[Case]) -> Iterable[str]:
    """A line a value, grouped by facet."""
    for name, values in FACETS:
        yield f"\n{name}"
        counted = Counter(value for case in cases for value in values(case))
        by_count = [value for value, _ in counted.most_common()]
        ordered = sorted(counted, key=_topic_order) if name == "Topic" else by_count
        yield from (f"  {counted[value]:>4}  {value}" for value in ordered)


def _topic_order(label: str) -> tuple[int, int]:
    group, sub = label.split(maxsplit=1)[0].split(".")
    return int(group), int(sub)


def case_lines(case: Case) -> Iterable[str]:
    """One case as plain text, as a reader of the corpus wants to see it."""
    facets = case.facets
    yield f"\n{case.code}  {case.title}"
    yield f"  {facets.topic} {TOPICS[facets.topic]}; {facets.level}; {facets.setting}"
    yield f"  {case.provenance}; {case.outcome}"
    yield from (f"  - {fact}" for fact in case.situation)
    yield from (f"  {action.phase}: {action.who}: {action.what} [{action.effect}]" for action in case.actions)
    yield f"  Ended: {case.outcome_text}"
    yield from (f"  To {words.audience}: {words.text}" for words in case.words_used)
    yield from (f"  Peers might take: {lesson}" for lesson in case.peers_might_take)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="print so many cases drawn at random")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    cases = [starter.case for starter in starter_cases()]
    print(f"{len(cases)} cases")
    for line in count_lines(cases):
        print(line)
    for case in random.Random(asked.seed).sample(cases, asked.sample):
        for line in case_lines(case):
            print(line)


if __name__ == "__main__":
    main()
