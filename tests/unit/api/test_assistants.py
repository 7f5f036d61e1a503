"""The door of assistants, with the package's own client: the same answers as the JSON interface, as a visitor."""

import json
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import pytest
from fastapi.testclient import TestClient
from mcp import Client

from api.app import create_app
from api.archive import Archive
from api.dependencies import get_caller
from api.doors.assistant_door import AssistantDoor
from api.doors.assistants import TOOLS, assistant_server
from api.identity import OPERATOR, VISITOR, Right, member
from corpus.model.case import NATIONAL
from tests.factories import a_case

RPC = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}


@pytest.fixture(autouse=True)
def _cases(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience=NATIONAL, at=call.now)
        call.casebook.add(a_case(title="A dare of the circle"), audience="circle:7", at=call.now)


@pytest.fixture
def client(archive: Archive) -> Iterator[TestClient]:
    app = create_app(archive)
    app.dependency_overrides[get_caller] = lambda: member(VISITOR, frozenset({"circle:7"}))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def call(archive: Archive, name: str, arguments: dict[str, Any]) -> Any:
    async def asked() -> Any:
        async with Client(assistant_server(archive)) as client:
            return await client.call_tool(name, arguments)

    return _run(asked)


def _run(asked: Callable[[], Awaitable[Any]]) -> Any:
    """On a thread of its own: the browser tests leave a running loop on theirs."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, asked).result()


def test_the_tools_are_listed_with_what_they_take(archive: Archive) -> None:
    async def listed() -> Any:
        async with Client(assistant_server(archive)) as client:
            return await client.list_tools()

    tools = {tool.name: tool for tool in _run(listed).tools}
    assert set(tools) == set(TOOLS) == {"search", "case", "brief"}
    assert set(tools["search"].input_schema["properties"]) == {"text", "filters", "limit"}
    assert all(tool.description for tool in tools.values())


@pytest.mark.parametrize(
    ("name", "arguments", "path"),
    [
        ("search", {"text": "dare of Jaylen", "limit": 3}, "/api/v1/search"),
        ("brief", {"text": "dare of Jaylen"}, "/api/v1/brief"),
    ],
)
def test_an_assistant_gets_what_a_visitor_gets(archive: Archive, name: str, arguments: Any, path: str) -> None:
    with TestClient(create_app(archive)) as client:
        expected = client.post(path, json=arguments).json()
    told = call(archive, name, arguments)
    assert not told.is_error
    assert told.structured_content == json.loads(told.content[0].text) == expected
    assert "circle" not in told.content[0].text
    assert "Jaylen" not in told.content[0].text


def test_a_case_is_read_by_its_code_and_only_national_ones_are_there(archive: Archive) -> None:
    told = call(archive, "case", {"code": "case 1"})
    assert told.structured_content["code"] == "CASE-0001"
    for code in ("CASE-0002", "CASE-0099", "nonsense"):
        told = call(archive, "case", {"code": code})
        assert told.is_error
        assert told.structured_content is None


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("search", {"text": ["canary"]}),
        ("search", {"canary": "canary"}),
        ("search", {"text": "canary", "limit": 10**9}),
        ("search", {"text": "canary" * 9_000}),
        ("case", {"code": "canary" * 9}),
        ("case", {}),
        ("canary", {}),
    ],
)
def test_hostile_arguments_get_a_sentence_and_no_echo(
    archive: Archive, name: str, arguments: Any, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    told = call(archive, name, arguments)
    assert told.is_error
    assert "canary" not in told.content[0].text
    printed = capfd.readouterr()
    assert "canary" not in printed.out + printed.err + caplog.text


def test_what_breaks_inside_is_not_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("canary")

    monkeypatch.setattr(archive.index, "search", broken)
    told = call(archive, "search", {"text": "dare"})
    assert told.is_error
    assert "canary" not in told.content[0].text


def _rpc(client: TestClient, method: str, params: Any, **headers: str) -> Any:
    sent = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    return client.post("/mcp", json=sent, headers={**RPC, "MCP-Protocol-Version": "2025-06-18", **headers})


def test_over_http_even_a_member_reads_as_a_visitor(client: TestClient) -> None:
    answer = _rpc(client, "tools/call", {"name": "search", "arguments": {"text": "dare"}})
    assert answer.status_code == 200, answer.text
    found = answer.json()["result"]["structuredContent"]["precedents"]
    assert [precedent["code"] for precedent in found] == ["CASE-0001"]
    assert answer.headers["cache-control"] == "no-store"


def test_over_http_other_sites_and_impatient_callers_are_refused(client: TestClient, archive: Archive) -> None:
    params = {"name": "search", "arguments": {"text": "dare"}}
    assert _rpc(client, "tools/call", params, Origin="https://elsewhere.example").status_code == 403
    statuses = {_rpc(client, "ping", {}).status_code for _ in range(archive.settings.searches_a_minute + 2)}
    assert 429 in statuses


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"jsonrpc": "2.0"}', b"\xff", b"[" * 50_000])
def test_over_http_hostile_bodies_are_4xx(client: TestClient, body: bytes) -> None:
    assert 400 <= client.post("/mcp", content=body, headers=RPC).status_code < 500


def test_nothing_for_assistants_is_loaded_before_one_knocks(archive: Archive) -> None:
    assert AssistantDoor.right is Right.READ
    loaded = "import sys, web.app; print('mcp' in sys.modules, 'alembic' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]
