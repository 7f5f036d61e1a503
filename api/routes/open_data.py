"""Open data: every public list as JSON, as a table and as a feed, and the whole national archive as a snapshot."""

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from api.dependencies import Address, Reader, TheArchive, TheLimits
from api.feed import MEDIA_TYPE, feed
from api.open_route import OpenRoute
from api.routes.brief import csv_answer
from api.schemas import SearchIn, ShelfOut, TopicOut, case_out, filters_from, shelf_out, topics_out
from api.workflow import open_data as verbs
from api.workflow.exports import CASE_HEADS, case_row, csv_text
from api.workflow.search import Precedents, search
from corpus.model.topics import TOPIC_GROUPS, TOPICS

router = APIRouter(prefix="/api/v1", tags=["open data"], route_class=OpenRoute)


@router.get("/topics", summary="Every topic and about how many cases it has")
def topics(archive: TheArchive, caller: Reader) -> list[TopicOut]:
    return topics_out(search(archive, caller, "", limit=1))


@router.get("/topics.csv", summary="The topics as a table", response_class=Response)
def topics_as_table(archive: TheArchive, caller: Reader) -> Response:
    rows = [(topic.code, topic.name, str(topic.cases)) for topic in topics_out(search(archive, caller, "", limit=1))]
    return csv_answer("topics", csv_text(("code", "name", "cases, rounded down to fives"), rows))


@router.get("/topics/{code}", summary="The newest cases of a topic")
def on_topic(code: str, archive: TheArchive, caller: Reader) -> ShelfOut:
    return shelf_out(code, verbs.on_topic(archive, caller, code))


@router.get("/topics/{code}/cases.csv", summary="The newest cases of a topic as a table", response_class=Response)
def topic_as_table(code: str, archive: TheArchive, caller: Reader) -> Response:
    return _table(f"topic-{code}", verbs.on_topic(archive, caller, code), archive.settings.public_url)


@router.get("/topics/{code}/feed.atom", summary="The newest cases of a topic as a feed", response_class=Response)
def topic_as_feed(code: str, archive: TheArchive, caller: Reader) -> Response:
    found = verbs.on_topic(archive, caller, code)
    name = TOPICS.get(code) or TOPIC_GROUPS[code]
    cases = [precedent.case for precedent in found.precedents]
    return Response(
        feed(name, f"/api/v1/topics/{code}/feed.atom", cases, archive.settings.public_url), media_type=MEDIA_TYPE
    )


@router.post("/search.csv", summary="The precedents for a situation as a table", response_class=Response)
def search_as_table(
    asked: SearchIn, archive: TheArchive, caller: Reader, limits: TheLimits, address: Address
) -> Response:
    limits.count_search(address)
    found = search(archive, caller, asked.text, filters_from(asked.filters), asked.limit)
    return _table("search", found, archive.settings.public_url)


@router.get("/snapshot.jsonl", summary="Every national case and tombstone, one to a line, sealed by the last line")
def snapshot(archive: TheArchive, caller: Reader, limits: TheLimits, address: Address) -> StreamingResponse:
    """What a visitor may read, whoever asks."""
    limits.count_search(address)
    saved = {"Content-Disposition": 'attachment; filename="precedent-snapshot.jsonl"'}
    return StreamingResponse(verbs.snapshot(archive, case_out), media_type="application/jsonl", headers=saved)


def _table(name: str, found: Precedents, public_url: str) -> Response:
    return csv_answer(name, csv_text(CASE_HEADS, [case_row(one.case, public_url) for one in found.precedents]))
