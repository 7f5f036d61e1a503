"""The door of assistants: an MCP server with search, case and brief over the same verbs and the same serializer.

Everybody who comes this way reads as a visitor does. Errors say what the JSON interface says; what was sent is never
echoed and never logged. The only file that imports `mcp`; its address over HTTP is `assistant_door`.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import anyio
import mcp_types as types
import structlog
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from pydantic import BaseModel, Field, ValidationError
from starlette.types import Receive, Scope, Send

from api.archive import Archive
from api.brief_schemas import BriefIn, brief_out
from api.errors import BROKEN
from api.identity import VISITOR
from api.logs import place_of
from api.schemas import SearchIn, Strict, case_out, filters_from, search_out
from api.workflow.brief import brief
from api.workflow.exports import LICENCE
from api.workflow.search import read_or_follow, search
from corpus.casebook.case_codes import number_of
from corpus.errors import ArchiveError, BadInput

log = structlog.get_logger()

INSTRUCTIONS = f"""Precedent is an archive of what school leaders did when it happened to them.

Give situations in plain words, without names: whatever names there are is removed before the search. Bands are
absolute: where `close` is false, say that there is no close precedent. Name the code of each case that you tell of.
Counts are rounded down and are not a rate. It is no legal advice. Cases: {LICENCE}
"""


class CaseIn(Strict):
    code: str = Field(max_length=20, description="Such as CASE-0417")


@dataclass(frozen=True)
class Tool:
    """A verb as assistants see it."""

    says: str
    takes: type[BaseModel]
    answer: Callable[[Archive, Any], dict[str, Any]]


def _search(archive: Archive, asked: SearchIn) -> dict[str, Any]:
    found = search(archive, VISITOR, asked.text, filters_from(asked.filters), asked.limit)
    return search_out(found).model_dump(mode="json")


def _case(archive: Archive, asked: CaseIn) -> dict[str, Any]:
    return case_out(read_or_follow(archive, VISITOR, number_of(asked.code)))


def _brief(archive: Archive, asked: BriefIn) -> dict[str, Any]:
    return brief_out(brief(archive, VISITOR, asked.text, asked.taps)).model_dump(mode="json")


TOOLS = {
    "search": Tool("Precedents for a situation, by band, each with the passage that matched.", SearchIn, _search),
    "case": Tool("One case in full.", CaseIn, _case),
    "brief": Tool("What the closest cases did in the first hour, the same day, the first week.", BriefIn, _brief),
}


def assistant_server(archive: Archive) -> Server[Any]:
    """A server over one archive, for any transport."""

    async def list_tools(_: ServerRequestContext[Any], _page: Any) -> types.ListToolsResult:
        return types.ListToolsResult(
            tools=[
                types.Tool(
                    name=name,
                    description=tool.says,
                    input_schema=tool.takes.model_json_schema(),
                    annotations=types.ToolAnnotations(read_only_hint=True, open_world_hint=False),
                )
                for name, tool in TOOLS.items()
            ]
        )

    async def call_tool(_: ServerRequestContext[Any], asked: types.CallToolRequestParams) -> types.CallToolResult:
        return await anyio.to_thread.run_sync(partial(answer, archive, asked.name, asked.arguments or {}))

    return Server(
        "precedent",
        version="1",
        title="Precedent",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def answer(archive: Archive, name: str, arguments: dict[str, Any]) -> types.CallToolResult:
    """What a tool gives, or one sentence that says why not."""
    try:
        tool = _tool(name)
        told = tool.answer(archive, tool.takes.model_validate(arguments))
    except ValidationError:
        return _refused(f"{name} takes: {', '.join(TOOLS[name].takes.model_fields)}.")
    except ArchiveError as error:
        return _refused(str(error))
    except Exception as error:  # noqa: BLE001  # the message of a foreign error may hold what was asked
        log.error("unexpected_error", kind=type(error).__name__, where=place_of(error.__traceback__))
        return _refused(BROKEN)
    return types.CallToolResult(content=[_text(json.dumps(told, ensure_ascii=False))], structured_content=told)


async def serve_stdio(archive: Archive) -> None:
    """Answers on standard input and output until they close."""
    server = assistant_server(archive)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


async def answer_over_http(archive: Archive, scope: Scope, receive: Receive, send: Send) -> None:
    """One request over HTTP; nothing of it outlives the answer."""
    manager = StreamableHTTPSessionManager(app=assistant_server(archive), json_response=True, stateless=True)
    async with manager.run():
        await manager.handle_request(scope, receive, send)


def _tool(name: str) -> Tool:
    """Raises BadInput."""
    if name not in TOOLS:
        raise BadInput(f"There are {len(TOOLS)} tools: {', '.join(TOOLS)}.")
    return TOOLS[name]


def _refused(says: str) -> types.CallToolResult:
    return types.CallToolResult(content=[_text(says)], is_error=True)


def _text(text: str) -> types.TextContent:
    return types.TextContent(type="text", text=text)
