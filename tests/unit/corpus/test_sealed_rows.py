"""What is sealed in a row opens in its own place only: whoever can write to the database can't swap one for another."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from api.archive import Archive
from api.identity import OPERATOR
from corpus.errors import KeyUnavailable
from corpus.model.search import Filters
from corpus.questions.saved_searches import LetterBox
from tests.factories import NOON
from tests.unit.api.journeys import hand_in

ADDRESS = "dana@riverbend.example"


def test_no_text_opens_as_another_submissions_nor_as_an_address(archive: Archive) -> None:
    one, other = hand_in(archive).submission_id, hand_in(archive).submission_id
    with archive.writing(OPERATOR) as call:
        call.addresses.keep(one, ADDRESS)
        assert call.addresses.address(one) == ADDRESS
        call.session.execute(
            text(
                "update submissions set wrapped_key = (select wrapped_key from submissions where id = :one), "
                "sealed_text = (select sealed_text from submissions where id = :one) where id = :other"
            ),
            {"one": one, "other": other},
        )
        call.session.execute(
            text("update submissions set address_key = wrapped_key, address_box = sealed_text where id = :one"),
            {"one": one},
        )
        call.session.expire_all()
        assert call.intake.raw(one)
        with pytest.raises(KeyUnavailable):
            call.intake.raw(other)
        with pytest.raises(KeyUnavailable):
            call.addresses.address(one)


def test_no_address_of_an_alert_opens_as_another_ones(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        one, other = (
            call.saved_searches.save(
                "dare", Filters(), code_digest=f"c{n}", own_digest=f"o{n}", since=0, at=NOON + timedelta(hours=n)
            ).id
            for n in range(2)
        )
        call.saved_searches.keep_address(one, LetterBox(ADDRESS, "code"), letter_digest="d", at=NOON)
        call.session.execute(
            text(
                "update saved_searches set letter_key = (select letter_key from saved_searches where id = :one), "
                "letter_box = (select letter_box from saved_searches where id = :one) where id = :other"
            ),
            {"one": one, "other": other},
        )
        call.session.expire_all()
        assert call.saved_searches.letter_box(one) == LetterBox(ADDRESS, "code")
        with pytest.raises(KeyUnavailable):
            call.saved_searches.letter_box(other)
