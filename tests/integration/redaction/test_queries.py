"""What a search loses and what it keeps, with the shipped name model."""

import tomllib

import pytest

from indexer.query_text import VOCABULARY_FILE
from redaction.redactor import Redactor, build_redactor


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return build_redactor()


@pytest.mark.parametrize(
    "text",
    [
        "the trainer used a defibrillator on a player",
        "all our computers are encrypted ransome note on every screen",
        "phone ban pouches rollout",
        "tiktok kids stealing smoke detecters from bathrms",
        "zoom recording has tchr cussing",
        "TikTok bathroom vandalism",
        "504 plan and a 9 day suspension, 10 days over",
        "kid w/ gun whos in bathrm NEED NOW",
        "SI after a breakup, parents refuse hosp",
        "BOE wants a statement",
        "DV at home, mom asked us not to tell dad",
        "SRO tased a student",
        "FIGHT IN THE CAFETERIA ON VIDEO",
    ],
)
def test_what_a_search_is_about_stays(redactor: Redactor, text: str):
    assert redactor.redact_query(text) == (text, ())


@pytest.mark.parametrize("frame", ["{} at school", "student with {} what do we do", "{} said no"])
def test_forms_that_leaders_search_with_stay_however_they_are_written(redactor: Redactor, frame: str):
    known = tomllib.loads(VOCABULARY_FILE.read_text("utf-8"))
    forms = {*known["phone_forms"], *known["abbreviations"], *known["ambiguous"]}
    written = [way for form in sorted(forms) for way in (form, form.upper(), form.capitalize())]
    assert [form for form in written if redactor.redact_query(frame.format(form))[1]] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("secretary gave ritalin to the wrong emma", "emma"),
        ("mr delgado was filmed shouting at a kid", "delgado"),
        ("Keisha Brooks wants her son's referral gone", "Keisha Brooks"),
        ("fight at lincoln middle school on video", "lincoln"),
        ("Mrs. Shepherd said no", "Shepherd"),
        ("coach garcia tased", "garcia"),
    ],
)
def test_names_go(redactor: Redactor, text: str, name: str):
    asked, removed = redactor.redact_query(text)
    assert name not in asked
    assert removed


def test_a_search_that_is_kept_keeps_what_it_is_about(redactor: Redactor):
    text = "kids filmed in our boys bathroom"
    assert redactor.redact_query(text, kept=True) == (text, ())


def test_a_search_that_is_kept_loses_guesses_too(redactor: Redactor):
    text = "two girls and shanaelly fought over a phone"
    assert "shanaelly" not in redactor.redact_query(text, kept=True)[0]
