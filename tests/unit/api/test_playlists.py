"""Playlists, inquiries and packs: what comes with the archive is whole, and a case out of sight leaves its place."""

import pytest

from api.archive import Archive
from api.identity import OPERATOR, VISITOR
from api.workflow.playlists import PACKED, PROTOCOL, inquiry, pack_of_topic, playlist, playlists, unlike
from corpus.errors import CaseNotFound, PlaylistNotFound
from corpus.model.case import NATIONAL
from corpus.model.taxonomy import Outcome
from corpus.starter.loader import starter_cases
from corpus.starter.reading_lists import inquiries as shipped_inquiries
from corpus.starter.reading_lists import playlists as shipped_playlists
from tests.factories import a_case


def test_what_comes_along_names_cases_that_come_along_each_once() -> None:
    codes = {starter.case.code for starter in starter_cases()}
    shipped = [*shipped_playlists().values(), *shipped_inquiries().values()]
    assert len(shipped_playlists()) >= 4
    assert len(shipped_inquiries()) >= 3
    for found in shipped:
        stops = [stop.code for stop in found.stops]
        assert len(stops) >= PACKED, found.slug
        assert len(set(stops)) == len(stops), found.slug
        assert set(stops) <= codes, found.slug
        assert all(stop.minutes > 0 and stop.ask.endswith("?") for stop in found.stops), found.slug
    assert all(found.title.startswith("How might we ") for found in shipped_inquiries().values())
    assert all(found.still_open for found in shipped_inquiries().values())


def test_a_meeting_takes_forty_five_minutes() -> None:
    assert sum(part.minutes for part in PROTOCOL) == 45


def test_only_cases_in_sight_stand_in_a_playlist(archive: Archive) -> None:
    wanted = [stop.code for stop in shipped_playlists()["the-first-message"].stops]
    with archive.writing(OPERATOR) as call:
        for code in wanted[:2]:
            case = a_case(int(code[-4:]))
            call.casebook.put_starter(case, audience=NATIONAL, digest=code, at=call.now)
        call.casebook.hide(int(wanted[0][-4:]), at=call.now)
    _, steps = playlist(archive, VISITOR, "the-first-message")
    assert [step.case.code for step in steps] == [wanted[1]]
    assert any(found.slug == "the-first-message" for found, _ in playlists(archive, VISITOR))


def test_an_address_that_is_none(archive: Archive) -> None:
    for look in (playlist, inquiry):
        with pytest.raises(PlaylistNotFound):
            look(archive, VISITOR, "no-such")
    with pytest.raises(CaseNotFound):
        pack_of_topic(archive, VISITOR, "99")


def test_a_pack_takes_cases_that_ended_differently() -> None:
    settled, again = a_case(1), a_case(2)
    escalated = a_case(3, outcome=Outcome.ESCALATED, actions=())
    assert [case.number for case in unlike([settled, again, escalated])] == [2, 3, 1]
