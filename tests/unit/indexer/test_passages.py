"""A case falls into passages by role, and nothing that nobody said becomes one."""

from corpus.model.search import PassageRole
from corpus.model.taxonomy import UNKNOWN
from indexer.passages import PASSAGE_WORDS, embedded_text, passages_of
from tests.factories import a_case


def test_roles_in_order_and_title_first():
    found = passages_of(a_case(7))
    assert [passage.role for passage in found][:3] == [PassageRole.TITLE, PassageRole.SITUATION, PassageRole.ACTION]
    assert found[0].text == a_case().title
    assert {passage.case_number for passage in found} == {7}


def test_each_thing_that_leaders_ask_is_a_passage_that_stands_for_itself():
    asked = ("vape smoke in the hallway", "who do i call when the alarm goes off")
    found = [p for p in passages_of(a_case(asked_as=asked)) if p.role is PassageRole.QUESTION]
    assert tuple(passage.text for passage in found) == asked
    assert [embedded_text("A title", passage) for passage in found] == list(asked)


def test_what_nobody_said_is_no_passage():
    case = a_case(outcome_text=UNKNOWN, words_used=())
    roles = {passage.role for passage in passages_of(case)}
    assert PassageRole.OUTCOME not in roles
    assert PassageRole.WORDS_USED not in roles
    assert not any(UNKNOWN in passage.text for passage in passages_of(case))


def test_a_long_discussion_is_cut_without_losing_a_word():
    told = " ".join(f"word{n}" for n in range(1000))
    pieces = [p for p in passages_of(a_case(redacted_discussion=told)) if p.role is PassageRole.DISCUSSION]
    assert [piece.position for piece in pieces] == list(range(len(pieces)))
    assert all(len(piece.text.split()) <= PASSAGE_WORDS for piece in pieces)
    assert " ".join(piece.text for piece in pieces) == told


def test_the_title_leads_what_is_embedded():
    title, situation = passages_of(a_case())[:2]
    assert embedded_text(title.text, title) == title.text
    assert embedded_text(title.text, situation) == f"{title.text}. {situation.text}"
