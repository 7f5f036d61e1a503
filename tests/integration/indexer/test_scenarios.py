"""The situations that the archive was made for find their precedents among starter cases, in the band "close"."""

import pytest

from corpus.model.case import NATIONAL, PublishedCase
from corpus.model.search import Band, Query
from corpus.starter.loader import CASES_FOLDER, read_case
from indexer.embedder import build_embedder
from indexer.search_index import SearchIndex
from indexer.topics import CODES, topic_guide
from tests.integration.indexer.test_encoder import MODELS

SCENARIOS = {
    "TikTok bathroom vandalism": "2.1",
    "A video of a bathroom being vandalised, prompted by a TikTok dare; a second parent has a clip; "
    "a custodian reports a second bathroom.": "2.1",
    "Two parents in an elementary office: their sons were bullied for wearing masks at lunch, masks torn off, "
    "called names, coughed on.": "5.5",
    "A middle school pupil filmed her maths teacher calling preferred pronouns unnecessary; a parent posted it; "
    "comments blow up.": "10.1",
}
PLACES = {
    "fight on the bus": "2.2",
    "two boys throwing punches on the afternoon bus": "2.2",
    "the driver had been drinking before the bus route": "10.3",
    "a mom climbed onto the bus and shouted at its driver": "8.1",
}
"""Where the place stands beside what happened there, and the topic of the latter."""
OF_A_TOPIC = 6
EVERY = 14
"""Each fourteenth case of all topics is there to be mistaken for a precedent."""


@pytest.fixture(scope="module")
def cases():
    paths = sorted(CASES_FOLDER.rglob("*.toml"))
    asked = [
        path for topic in set(SCENARIOS.values()) for path in sorted((CASES_FOLDER / topic).iterdir())[:OF_A_TOPIC]
    ]
    return {case.number: case for case in (read_case(path).case for path in {*asked, *paths[::EVERY]})}


@pytest.fixture(scope="module")
def embedder():
    return build_embedder(cache=MODELS)


@pytest.fixture(scope="module")
def guide(embedder):
    return topic_guide(embedder)


@pytest.fixture(scope="module")
def index(cases, embedder, tmp_path_factory):
    opened = SearchIndex.open(tmp_path_factory.mktemp("scenarios"), embedder)
    ordered = sorted(cases.values(), key=lambda case: case.number)
    opened.rebuild([PublishedCase(case, NATIONAL, change) for change, case in enumerate(ordered, 1)], upto=len(ordered))
    yield opened
    opened.close()


@pytest.mark.parametrize(("text", "topic"), SCENARIOS.items())
def test_a_scenario_finds_its_precedent_close(index, cases, text, topic):
    best = index.search(Query(text)).hits[0]
    assert best.band is Band.CLOSE
    assert topic in cases[best.case_number].topics


@pytest.mark.parametrize(("text", "topic"), PLACES.items())
def test_what_happened_tells_the_topic_and_not_where(guide, embedder, text, topic):
    closeness, _ = guide.heard(embedder.encode([text])[0])
    assert CODES[int(closeness.argmax())] == topic


@pytest.mark.parametrize("text", ["chocolate chip cookie recipe", "my car will not start, battery dead"])
def test_what_no_case_is_about_has_no_close_precedent(index, text):
    assert not index.search(Query(text)).has_close
