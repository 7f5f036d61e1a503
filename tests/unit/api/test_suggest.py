"""What a draft is told while it is written: the topic of its nearest cases, lookalikes, gentle questions."""

from dataclasses import replace

import pytest

from api.archive import Archive
from api.identity import CONTRIBUTOR, VISITOR
from api.workflow.suggest import suggest, with_topic
from corpus.errors import AccessDenied
from corpus.model.case import Case
from tests.factories import a_case
from tests.unit.api.journeys import published, titled


def of_topic(topic: str, title: str) -> Case:
    case = titled(title)
    return replace(case, facets=replace(case.facets, topic=topic))


def blank(title: str) -> Case:
    return replace(of_topic("", title), situation=())


def test_the_topic_is_the_nearest_cases_and_never_overrides_a_choice(archive: Archive) -> None:
    code = published(archive, of_topic("3.1", "Rumors in a group chat about a teacher"))[1]
    draft = blank("Rumors in a group chat")
    found = suggest(archive, VISITOR, draft)
    assert found.topic == "3.1"
    assert [case.number for case in found.lookalikes] == [code]
    assert with_topic(draft, found).facets.topic == "3.1"
    assert with_topic(a_case(), found).facets.topic == a_case().facets.topic


def test_no_topic_where_the_nearest_disagree_or_are_not_there(archive: Archive) -> None:
    assert suggest(archive, VISITOR, blank("Rumors in a chat")).topic == ""
    published(archive, of_topic("3.1", "Rumors in a chat"))
    published(archive, of_topic("2.2", "Rumors in a hallway"))
    assert suggest(archive, VISITOR, blank("Rumors again")).topic == ""


def test_gentle_questions_come_with_it(archive: Archive) -> None:
    assert "situation" in suggest(archive, CONTRIBUTOR, blank("Rumors in a chat")).hints


def test_whoever_may_not_contribute_is_refused(archive: Archive) -> None:
    with pytest.raises(AccessDenied):
        suggest(archive, replace(VISITOR, rights=frozenset()), a_case())
