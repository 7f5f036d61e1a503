"""Messages as they come from mails and phones, placeholders in place: which sentences a draft hears in them."""

import pytest

from api.workflow.draft_sentences import asks, could_be_fact, sentences

WRAPPED = """We had a fight in the lunch line on [spring] and two students of
[Teacher 1] were hurt. The nurse saw both of them right away, and
their families came before the last bell.
- one went home
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("> On [1 day earlier], [Parent 1] wrote:\n> I was never called.\nWe called her.", ["We called her."]),
        ("On [spring] at 5:02 PM [Person 1] <[removed]>\nwrote:\n\nWe called her.", ["We called her."]),
        ("From: [Person 1]\nTo: [Person 2]\nSubject: RE: the bus\n\nWe called her.", ["We called her."]),
        ("Re: the bus\nRe: the bus, we called her.", ["Re: the bus, we called her."]),
        ("re: [Student 1], gr 9, a threat in a post", ["re: [Student 1], gr 9, a threat in a post"]),
        ('We called her.\n\nWarm regards,\n[Person 1]\nPrincipal\n"Every Tide Lifts"', ["We called her."]),
        ("We called her.\n--\n[Person 1] | Principal\n\nFrom: [Person 2]\nI met him.", ["We called her.", "I met him."]),
        ("We called her.\n\nSent from my iPhone", ["We called her."]),
        ("[Person 1] added [Person 2] and [Person 3]\nWe called her.", ["We called her."]),
        ("[Person 1] left the group\n[Person 2] joined using this group's invite link\nHe left.", ["He left."]),
        ("Liked \u201cDont close all the restrooms.\u201d\nWe called her.", ["We called her."]),
        ("[Person 2] - two boys ran. dr. [Person 1]: he fell.", ["two boys ran.", "he fell."]),
        ("A: He fell.", ["He fell."]),
        ("Good morning all, two boys ran. Hi [Person 2], he fell.", ["two boys ran.", "he fell."]),
        ("Headaches all morning, two went home.", ["Headaches all morning, two went home."]),
        ('We wrote: "We know. We look into it." He fell.', ['We wrote: "We know. We look into it."', "He fell."]),
        ("We wrote \u201cWe know. We act.\u201d to all. He fell.", ["We wrote \u201cWe know. We act.\u201d to all.", "He fell."]),
        ("Supt. [Person 1] came at 6 a.m. with Dr. [Person 2]. He fell.",
         ["Supt. [Person 1] came at 6 a.m. with Dr. [Person 2].", "He fell."]),
        (WRAPPED, ["We had a fight in the lunch line on [spring] and two students of [Teacher 1] were hurt.",
                   "The nurse saw both of them right away, and their families came before the last bell.",
                   "one went home"]),
        ("two boys ran out of the gym and into the road\nThe older one drove the little one there in her own car\nNo one saw",
         ["two boys ran out of the gym and into the road", "The older one drove the little one there in her own car",
          "No one saw"]),
    ],
)  # fmt: skip
def test_what_is_told_and_in_which_pieces(text: str, told: list[str]) -> None:
    assert list(sentences(text)) == told


NOTES = "Heat plan review, [School 1]\nThe chiller failed at noon. It was 96 inside.\nWe sent two grades home.\nOne boy fainted."


def test_a_heading_is_no_sentence_and_a_phones_first_line_is_no_heading() -> None:
    assert next(sentences(NOTES)) == "The chiller failed at noon."
    assert list(sentences("HEALTH OFFICE DAY SHEET - Nurse [Nurse 1] - [winter]\n7:55 stomach, no breakfast")) == [
        "7:55 stomach, no breakfast"
    ]
    assert next(sentences("FIRE AGAIN\nTHIRD TIME")) == "FIRE AGAIN"
    assert next(sentences("brown water since monday\nkids vomiting. is it the water")) == "brown water since monday"


def test_a_signature_ends_after_its_lines() -> None:
    assert list(sentences("--\n" + "a\n" * 5 + "We called her.")) == ["We called her."]


@pytest.mark.parametrize("text", [
    "what do i tell ppl", "what do i do its live", "Yall getting hit in the bathrooms too or just us", "anyone else had this", "anybody ever have a kinder fall asleep",
    "can anyone send me a letter", "anybody at the game tonight", "was their admin there", "was it the same kiddo", "Who here has dealt with a teacher TikTok", "So how did you word it",
])  # fmt: skip
def test_a_question_needs_no_mark(text: str) -> None:
    assert asks(text)
    assert not could_be_fact(text)


@pytest.mark.parametrize("text", [
    "Don't recall the message.", "GET OUT NOW.", "You call it in.", "then keep the visitors in", "I'd fight that part.",
    "thanks all for this", "[Person 2], see below.", "Yes and yes, same thing.", "please keep it in the group.", "Present: me, [Person 1]", "What I did, and what helped:",
    "[Person 2], good morning, drink the coffee first.", "may i ask for a sanity check.", "my guess is [Person 4]", "I'm sorry you need this.", "Here's where we stand.", "Post it tonight.",
    "call the girls' families before the boys'.", "Mahalo for not saying anything kind.", "no we had [Person 3].", "bring the red bag", "[Person 1] i am sorry.",
    "I have been asked to put down how it went.", "That's the official reason.", "(initials only on this copy)", "okay siri start note so this is for us",
    "I'm writing because the phone goes to the machine.", "Names are real, keep them here.", "Absent: [Person 3], with regrets", "A lot of you were texting so here is one mail.",
    "Hey y'all this is [Person 1], I'm walking so excuse the breathing.", "Okay memo for the Tuesday group.", "This is for the heads' group, and I ask that it stay here.",
    "If the team wants it, [Person 5] can ride up front.",
])  # fmt: skip
def test_advice_and_chat_are_no_facts(text: str) -> None:
    assert not could_be_fact(text)


@pytest.mark.parametrize("text", [
    "Call came in at nine from the front office.", "What the camera showed was two boys.", "No one has seen anything more.",
    "You've all seen what came of that.", "I'd been there since six.", "A parent asked us to pull the book.",
    "Who filmed it was clear by noon.", "This is [Student 1]'s third time.", "This is for a teacher with asthma.", "The calls home took two hours.",
])  # fmt: skip
def test_what_happened_is_a_fact(text: str) -> None:
    assert could_be_fact(text)
