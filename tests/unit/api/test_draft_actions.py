"""Sentences as leaders type them, like those of the tune threads: which tell what their own school did."""

import pytest

from api.workflow.draft import draft_case
from api.workflow.draft_actions import own_actions, tells_an_action
from tests.factories import a_discussion
from tests.fakes import FakeRedactor


@pytest.mark.parametrize(
    "text",
    [
        "We called the families the same day.",
        "Called home.",
        "wrote to ask them to blur the locker number",
        "Here's what we did: called home.",
        "Called 911.",
        "also pulled cameras, it was two 8th graders",
        "called the two loudest, both came for coffee.",
        "Sent by ParentSquare + robocall.",
        "I turned off [removed] at once.",
        "Deputy [Officer 1] ([removed]) walked him out, and wrote incident [removed].",
        "[Person 3] moved kindergarten into the chapel.",
        "staff of [School 1] all told in person.",
        "Timeline so far: coordinator notified [1 day later], parents called that night.",
        "What helped: we all sat down and talked it through.",
        "We called home but did not call the police.",
        "I called Mr. [Person 4] at the district, who didn't answer.",
    ],
)
def test_it_was_done(text: str) -> None:
    assert tells_an_action(text)


@pytest.mark.parametrize(
    "text",
    [
        "We did not call the police.",
        "we never called the police on him",
        "We didn't tell the board.",
        "Nobody called home until Monday.",
        "It'd be a different story if I had called that Monday.",
        "I ought to have looked for a grant first.",
        "we should have called home first",
        "I called nobody that night.",
        "Did we call home first or the police?",
        "call the girls families before the boys.",
        "Put it in bold",
        "At [School 2] we went with hallway lockers last year.",
        "We had the same in 2019 and called everybody in.",
        "i did that in 21 and i slept better.",
        "[Parent 1] called me in tears.",
        "[Person 5] called me and asked who on earth he was.",
        "A teacher told second block to be quiet.",
        "i know i had that class in grad school.",
        "she took it down",
        "pulled up.",
        "sent 7:48.",
        "I want to say I walked right over.",
        "Here's what we changed.",
        "just handed it to me.",
        "Dr. [Person 4] called.",
        "[Person 5] called to say he would have believed me.",
        "started on a Discord, then [removed]",
        "[Student 1] says: held down in the back of the bus.",
    ],
)
def test_it_was_not_done_or_not_by_us(text: str) -> None:
    assert not tells_an_action(text)


def test_what_a_colleague_tells_of_another_school_is_no_action_of_this_one() -> None:
    asked = [("[Person 1]", "Anyone had a dare in the bathrooms?"), ("[Person 1]", "We locked two of them.")]
    answered = [
        ("[Person 2]", "We had the same last year."),
        ("[Person 2]", "We posted staff at every door."),
        ("[Person 3]", "At [School 2] we closed them all."),
    ]
    assert own_actions([*asked, *answered]) == [False, True, False, False, False]


def test_whoever_answers_is_heard_where_the_first_only_asks() -> None:
    said = [("[Person 1]", "Anyone had a dare in the bathrooms?"), ("[Person 2]", "We posted staff at every door.")]
    assert own_actions(said) == [False, True]


def test_a_team_of_one_school_speaks_of_it_together() -> None:
    said = [("[Person 1]", "I locked the gate."), ("[Person 2]", "I called his mom."), ("[Person 3]", "Checked buses.")]
    assert own_actions(said) == [True, True, True]


def test_short_sentences_without_a_subject_become_actions() -> None:
    discussion = a_discussion(
        "Two boys filmed it at dismissal. Called home. Pulled cameras. We did not call the police."
    )
    draft = draft_case(FakeRedactor().redact(discussion), discussion)
    assert [action.what for action in draft.actions] == ["Called home.", "Pulled cameras."]
    assert draft.situation == ("Two boys filmed it at dismissal.", "We did not call the police.")


def test_a_title_ends_no_sentence_and_a_lesson_in_class_is_no_regret() -> None:
    discussion = a_discussion("I called Mr. Okonkwo at the district. I told the chair the lesson was paused.")
    draft = draft_case(FakeRedactor().redact(discussion), discussion)
    assert len(draft.actions) == 2
    assert draft.do_over == ()


def test_what_a_colleague_adds_of_their_own_school_is_no_fact_and_no_regret_of_this_case() -> None:
    discussion = a_discussion(
        "Anyone had a dare in the bathrooms? Two boys filmed it at noon. We locked two restrooms.",
        "Had that last year. Closing them backfired for us, kids were late.",
    )
    draft = draft_case(FakeRedactor().redact(discussion), discussion)
    assert draft.situation == ("Two boys filmed it at noon.",)
    assert draft.backfired == ()
