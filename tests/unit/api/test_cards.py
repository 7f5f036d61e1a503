"""The card for a chat never grows past its length and always says where the rest is."""

from api.cards import LENGTH, plain_card
from corpus.model.case import Action
from corpus.model.taxonomy import Effect, Phase
from tests.factories import a_case

ADDRESS = "https://precedent.example/cases/CASE-0001"


def test_card_holds_code_actions_outcome_and_address() -> None:
    card = plain_card(a_case(), ADDRESS)
    assert card.startswith("CASE-0001: Bathroom damage")
    assert "Same day: Wrote to all families" in card
    assert "Ended: The damage stopped" in card
    assert card.endswith(f"{ADDRESS} (contributed)")


def test_long_lines_are_left_out_whole() -> None:
    actions = tuple(Action(Phase.LATER, "principal", "word " * 60, effect=Effect.HELPED) for _ in range(4))
    card = plain_card(a_case(actions=actions), ADDRESS)
    assert len(card) <= LENGTH
    assert card.endswith("(contributed)")
    assert card.count("(helped)") == card.count("Later: ")
