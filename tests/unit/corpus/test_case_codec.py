import pytest

from corpus.case_codec import case_from_json, case_from_mapping, case_from_record, case_to_json, case_to_mapping
from corpus.case_prose import map_prose, prose
from corpus.errors import InvalidCase
from corpus.model.taxonomy import REMOVED, UNKNOWN
from corpus.starter.loader import starter_cases
from tests.factories import a_case


def test_every_starter_case_survives_the_way_to_json_and_back() -> None:
    for starter in starter_cases():
        assert case_from_json(case_to_json(starter.case)) == starter.case
        assert case_from_mapping(case_to_mapping(starter.case)) == starter.case
        assert case_from_record(case_to_json(starter.case)) == starter.case


def test_a_record_is_shown_without_what_is_not_known_and_refused_where_a_value_is_wrong() -> None:
    written = case_to_json(a_case())
    assert case_from_record(written.replace("{", '{"shoe_size": 44, ', 1)) == a_case()
    with pytest.raises(InvalidCase) as caught:
        case_from_record(written.replace('"level": "', '"level": "Jaylen at ', 1))
    assert "Jaylen" not in str(caught.value)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"facets": {"topic": "2.1", "level": "Jaylen's school"}}, "facets.level"),
        ({"facets": {"topic": "99.9", "level": "high"}}, "facets.topic"),
        ({"facets": {"topic": "2.1", "level": "high", "more_topics": ["2.2", "2.3", "2.4"]}}, "facets.more_topics"),
        ({"Jaylen at Riverbend": 44}, "case"),
        ({"facets": {"topic": "2.1", "level": "high", "Jaylen": 1}}, "facets"),
        ({"actions": [{"phase": "first hour", "what": "Called home.", "Jaylen": 1}]}, "actions[0]"),
        ({"outcome": "Jaylen was expelled"}, "outcome"),
    ],
)
def test_a_wrong_field_is_named_and_its_value_is_not(change: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidCase) as caught:
        case_from_mapping({**case_to_mapping(a_case()), **change})
    assert any(field in named for named in caught.value.problems)
    assert "Jaylen" not in str(caught.value)


def test_a_missing_field_is_named() -> None:
    mapping = case_to_mapping(a_case())
    del mapping["title"]
    with pytest.raises(InvalidCase, match="title"):
        case_from_mapping(mapping)


def test_prose_is_changed_in_the_order_in_which_it_is_listed_and_marks_stay() -> None:
    case = a_case(trigger=UNKNOWN, spread=REMOVED)
    listed = [text for _, text in prose(case) if text not in {UNKNOWN, REMOVED}]
    seen: list[str] = []
    changed = map_prose(case, lambda text: seen.append(text) or text.upper())
    assert seen == listed
    assert [text for _, text in prose(changed) if text not in {UNKNOWN, REMOVED}] == [t.upper() for t in listed]
    assert (changed.trigger, changed.spread) == (UNKNOWN, REMOVED)
