"""What leaders type is read as they mean it."""

import pytest

from indexer.query_text import LONGEST_QUERY_TERMS, MOST_PHRASES, understand, vocabulary


def test_phone_forms_and_filler():
    read = understand("pls help!! kids wrecked bathrms, vid on fb, ppl angry, what do i do")
    assert "bathrooms" in read.meaning
    assert "video on facebook" in read.meaning
    assert "help" not in read.meaning
    assert "what do i do" not in read.meaning


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("my ap is out", "assistant principal"),
        ("ap exam leaked, scores void", "Advanced Placement"),
        ("co says no", "central office"),
        ("co alarm went off", "carbon monoxide"),
        ("SRO and OSS question", "out-of-school suspension"),
        ("504 mtg tmrw", "504 plan disability meeting tomorrow"),
    ],
)
def test_abbreviations_by_company(typed, meant):
    assert meant in understand(typed).meaning


def test_quoted_runs_are_phrases_and_still_carry_meaning():
    read = understand('students "soap dispensers" gone “no trespass letter”')
    assert read.phrases == ("soap dispensers", "no trespass letter")
    assert "soap dispensers" in read.meaning


@pytest.mark.parametrize(
    "typed",
    ['"Mr. " yelled', '"!!!" help', '"to the" gym', """a 5'10" boy with a 6" knife""", '"[Teacher 1]" said', '"" quit'],
)
def test_what_can_not_be_found_is_not_required(typed):
    assert understand(typed).phrases == ()


def test_of_many_phrases_the_first_are_required_each_once():
    typed = " ".join(f'"word{number // 2}"' for number in range(100))
    assert understand(typed).phrases == tuple(f"word{number}" for number in range(MOST_PHRASES))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("EL student suspended", "English learner student suspended"),
        ("quien puso el letrero", "quien puso el letrero"),
        ("odd behavior at lunch", "odd behavior at lunch"),
        ("kid OD'd in the bathroom", "kid overdosed in the bathroom"),
        ("student with ODD", "student with oppositional defiant disorder"),
        ("AI essay", "artificial intelligence essay"),
        ("AI pics of girls", "fake AI video or recording pictures of girls"),
        ("dv at home", "domestic violence at home"),
    ],
)
def test_abbreviations_that_are_words_too(typed, meant):
    assert understand(typed).meaning == meant


def test_synonyms_make_one_term():
    (term,) = understand("lavatory").terms
    assert {"lavatory", "bathroom", "restroom"} <= set(term.forms)
    assert len(understand("bathroom restroom lavatory").terms) == 1


def test_levels_and_channels_that_are_named():
    read = understand("7th grader posted it on tik tok")
    assert read.levels == {"middle"}
    assert read.channels == {"TikTok"}


def test_placeholders_of_a_redacted_query_are_not_searched():
    assert "Student" not in understand("[Student 1] hit [Teacher 2]").meaning


def test_a_query_of_nothing_but_filler_keeps_its_words():
    assert understand("please help").meaning == "please help"


def test_a_pasted_page_is_bounded():
    page = " ".join(f"incident{n}" for n in range(5000))
    assert len(understand(page).terms) <= LONGEST_QUERY_TERMS


def test_blank_is_empty():
    assert understand("  \n ").is_empty
    assert not understand('"soap"').is_empty


def test_misspelt_words_are_mended_by_the_given_speller():
    assert "swastika" in understand("a swatstika", lambda word: "swastika" if word == "swatstika" else word).meaning


@pytest.mark.parametrize(
    ("typed", "denied"),
    [
        ("kid fell, no injuries", {"injuries"}),
        ("not a fight, bullying", {"fight"}),
        ("w/o any police or parents", {"police", "parents"}),
        ("a fight, not the fight of Monday", set()),
        ("student not breathing", set()),
    ],
)
def test_what_was_not_so_is_known_as_denied(typed, denied):
    assert understand(typed).denied == denied


def test_a_denied_level_or_channel_is_not_named():
    read = understand("middle school, not a high school, no TikTok or Snapchat")
    assert read.channels == frozenset()
    assert read.levels == {"middle"}


@pytest.mark.parametrize(
    ("typed", "read", "kept"),
    [
        ("Deepfake of a coach", "fake AI video or recording of a coach", "deepfake"),
        ("sextorted sophomore", "blackmailed with nude pictures sophomore", "sextorted"),
        ("post on yik yak", "post on anonymous app", "yik"),
    ],
)
def test_words_newer_than_the_encoder_are_read_in_older_ones_and_searched_as_they_are(typed, read, kept):
    query = understand(typed, lambda word: "extorted" if word == "sextorted" else word)
    assert query.meaning == read
    assert any(kept in term.forms for term in query.terms)


def test_no_newer_word_is_read_in_a_newer_one():
    words = vocabulary().newer
    assert words
    assert not [older for older in words.values() if any(newer in older.lower().split() for newer in words)]
