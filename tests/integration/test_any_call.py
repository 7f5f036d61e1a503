"""F1 of the promises: calls made up from the site's own OpenAPI schema, 10,000 in the long run; none ends in a 5xx."""

import os
import random
from collections import Counter
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.core.result import Ok

from api.archive import Archive
from api.dependencies import get_caller
from api.identity import VISITOR, Caller, steward
from corpus.casebook.case_codes import code_of
from tests.unit.api.journeys import finish, hand_in, published
from web.app import create_site

CALLS = 10_000 if os.environ.get("PRECEDENT_LONG_TESTS") else 350
A_ROUND = 3
"""Calls of one operation before the next has its turn: what one leaves behind, the others meet."""
OFTEN = 0.5
"""Share of the calls that name what is there; made-up numbers end at the first question."""

OEMBED = "/api/v1/oembed"
"""Its standard asks for 501 where the format is another."""


@pytest.fixture(params=[steward(1), VISITOR], ids=["steward", "visitor"])
def site(archive: Archive, request: pytest.FixtureRequest) -> FastAPI:
    caller: Caller = request.param
    archive.settings = replace(archive.settings, searches_a_minute=1_000_000, submissions_an_hour=1_000_000)
    for _ in range(3):
        published(archive)
        hand_in(archive)
        finish(archive, hand_in(archive).submission_id)
    app = create_site(archive)
    app.dependency_overrides[get_caller] = lambda: caller
    return app


def test_no_call_that_the_schema_allows_breaks_the_server(site: FastAPI) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", site)
    described = list(schema.get_all_operations())
    operations = [operation.ok() for operation in described if isinstance(operation, Ok)]
    assert len(operations) == len(described) > 0
    chance, met = random.Random(7), Counter[int]()
    for turn in range(CALLS):
        for operation in operations:
            _call(operation, turn, chance, met)
        if met.total() >= CALLS:
            break
    assert met[HTTPStatus.OK] > CALLS / 20, met


def _call(operation: Any, turn: int, chance: random.Random, met: Counter[int]) -> None:
    @seed(turn)
    @settings(
        max_examples=A_ROUND,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def call(case: schemathesis.Case) -> None:
        if chance.random() < OFTEN:
            case.path_parameters = {name: _there(name, value, chance) for name, value in case.path_parameters.items()}
        status = case.call().status_code
        met[status] += 1
        meant = status == HTTPStatus.NOT_IMPLEMENTED and case.path == OEMBED
        assert status < HTTPStatus.INTERNAL_SERVER_ERROR or meant, f"{status}: {case.method} {case.path}"

    call()


def _there(name: str, value: Any, chance: random.Random) -> Any:
    if name == "code":
        return code_of(chance.randint(1, 3))
    return chance.randint(1, 9) if name.endswith("_id") or name == "number" else value
