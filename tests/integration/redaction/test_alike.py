"""The shipped redactor, name model and all, on marked texts and starter cases: what is redacted again does not change,
and nobody's text is redacted otherwise because of what was read before it or is read beside it.
"""

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import redaction
from corpus.case_prose import prose
from corpus.model.discussion import Discussion, Message, Source
from corpus.model.redaction import Redaction
from corpus.starter.loader import starter_cases
from redaction.marked import read_folder
from redaction.placeholders import PLACEHOLDER
from redaction.redactor import Redactor, build_redactor

TUNE = Path(redaction.__file__).parent / "ner" / "threads" / "tune"
SAMPLED, CASES = 12, 4
"""Marked texts and starter cases: as many as make a quick run."""
SEED = 23


def _discussions() -> list[Discussion]:
    """Every other one a message a line, as chats come, the others a message in all, as narratives do."""
    drawn = random.Random(SEED)
    texts = [marked.text for marked in drawn.sample(read_folder(TUNE), SAMPLED)]
    texts += ["\n\n".join(text for _, text in prose(one.case)) for one in drawn.sample(list(starter_cases()), CASES)]
    return [
        Discussion(Source.PLAIN, tuple(map(Message, text.split("\n") if number % 2 else [text])))
        for number, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return build_redactor()


@pytest.fixture(scope="module")
def discussions() -> list[Discussion]:
    return _discussions()


@pytest.fixture(scope="module")
def one_by_one(redactor: Redactor, discussions: list[Discussion]) -> list[Redaction]:
    return [redactor.redact(discussion) for discussion in discussions]


def test_the_sample_has_names_to_hide_in_chats_and_in_narratives(one_by_one: list[Redaction]) -> None:
    assert sum(len(redaction.mentions) for redaction in one_by_one[::2]) > 50
    assert sum(len(redaction.mentions) for redaction in one_by_one[1::2]) > 50


def test_redacted_again_nothing_changes(redactor: Redactor, one_by_one: list[Redaction]) -> None:
    for number, once in enumerate(one_by_one):
        again = redactor.redact(once.discussion)
        assert again.mentions == (), number
        assert again.discussion == once.discussion, number


def test_a_second_look_at_the_plain_text_finds_nothing_either(redactor: Redactor, one_by_one: list[Redaction]) -> None:
    """As what was published is looked at: all messages in one, without who wrote them."""
    for number, once in enumerate(one_by_one[::2]):
        text = "\n".join(message.text for message in once.discussion.messages)
        assert [text[span.start : span.end] for span in redactor.spans(text)] == [], number


def test_every_placeholder_stands_where_its_mention_stood_and_nothing_else_changed(
    discussions: list[Discussion], one_by_one: list[Redaction]
) -> None:
    for discussion, once in zip(discussions, one_by_one, strict=True):
        texts = [message.text for message in discussion.messages]
        for mention in reversed(once.mentions):
            text = texts[mention.message]
            texts[mention.message] = text[: mention.start] + mention.placeholder + text[mention.end :]
        assert [message.text for message in once.discussion.messages] == texts
        assert all(PLACEHOLDER.fullmatch(mention.placeholder) for mention in once.mentions)


def test_in_another_order_everyone_s_text_is_redacted_alike(
    redactor: Redactor, discussions: list[Discussion], one_by_one: list[Redaction]
) -> None:
    assert [redactor.redact(discussion) for discussion in reversed(discussions)] == one_by_one[::-1]


def test_side_by_side_everyone_s_text_is_redacted_alike(
    redactor: Redactor, discussions: list[Discussion], one_by_one: list[Redaction]
) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(redactor.redact, discussions)) == one_by_one


def test_another_redactor_redacts_alike(discussions: list[Discussion], one_by_one: list[Redaction]) -> None:
    another = build_redactor()
    assert [another.redact(discussion) for discussion in discussions[:4]] == one_by_one[:4]
