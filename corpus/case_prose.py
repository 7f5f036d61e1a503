"""The free text of a case, field by field: what is redacted, checked and assessed wherever a person typed it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from corpus.model.case import Case, Missing
from corpus.model.taxonomy import REMOVED, UNKNOWN

_SINGLE = ("title", "trigger", "spread", "first_message_after", "outcome_text", "outcome_later_text")
_SEVERAL = (
    "situation", "called_in", "backfired", "do_over", "asked_as", "peers_might_take", "doesnt_apply_if", "follow_ups",
)  # fmt: skip
_BUCKETS = ("resources", "knowledge", "skills", "dispositions")


def prose(case: Case) -> Iterator[tuple[str, str]]:
    """Path and text of every field that holds words of a person, such as ("actions[1].what", "...")."""
    for name in _SINGLE:
        yield name, getattr(case, name)
    for name in _SEVERAL:
        for position, text in enumerate(getattr(case, name)):
            yield f"{name}[{position}]", text
    for position, action in enumerate(case.actions):
        yield f"actions[{position}].who", action.who
        yield f"actions[{position}].what", action.what
        yield f"actions[{position}].why", action.why
    for position, words in enumerate(case.words_used):
        yield f"words_used[{position}].text", words.text
    for bucket in _BUCKETS:
        for position, text in enumerate(getattr(case.missing, bucket)):
            yield f"missing.{bucket}[{position}]", text


def map_prose(case: Case, change: Callable[[str], str]) -> Case:
    """The case with `change` applied to each text of `prose`, in that order; "[unknown]" and "[removed]" stay."""

    def changed(text: str) -> str:
        return text if text in {UNKNOWN, REMOVED} else change(text)

    def each(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(changed(text) for text in texts)

    return replace(
        case,
        title=changed(case.title),
        trigger=changed(case.trigger),
        spread=changed(case.spread),
        first_message_after=changed(case.first_message_after),
        outcome_text=changed(case.outcome_text),
        outcome_later_text=changed(case.outcome_later_text),
        situation=each(case.situation),
        called_in=each(case.called_in),
        backfired=each(case.backfired),
        do_over=each(case.do_over),
        asked_as=each(case.asked_as),
        peers_might_take=each(case.peers_might_take),
        doesnt_apply_if=each(case.doesnt_apply_if),
        follow_ups=each(case.follow_ups),
        actions=tuple(
            replace(action, who=changed(action.who), what=changed(action.what), why=changed(action.why))
            for action in case.actions
        ),
        words_used=tuple(replace(words, text=changed(words.text)) for words in case.words_used),
        missing=Missing(
            resources=each(case.missing.resources),
            knowledge=each(case.missing.knowledge),
            skills=each(case.missing.skills),
            dispositions=each(case.missing.dispositions),
        ),
    )
