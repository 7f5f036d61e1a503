"""Case to and from plain mappings and JSON: the one place that knows how a case is written down."""

from collections.abc import Mapping
from typing import Any

import msgspec
from cattrs import ClassValidationError, transform_error
from cattrs.errors import BaseValidationError
from cattrs.preconf.json import make_converter

from corpus.errors import InvalidCase
from corpus.model.case import Case
from corpus.model.topics import TOPICS

MOST_MORE_TOPICS = 2
_converter = make_converter(forbid_extra_keys=True, omit_if_default=True)
_quick = msgspec.json.Decoder(Case)


def case_to_json(case: Case) -> str:
    """JSON with defaults left out, so that a new optional field needs no migration."""
    return str(_converter.dumps(case, ensure_ascii=False, sort_keys=True))


def case_from_json(text: str) -> Case:
    """The case that `case_to_json` wrote, a draft or a finished one; raises InvalidCase."""
    return _structured(_converter.loads(text, dict[str, Any]))


def case_from_record(text: str) -> Case:
    """As `case_from_json` at a fifth of its time, for cases that are only shown: fields that it does not know are
    passed over. Raises InvalidCase.
    """
    try:
        return _quick.decode(text)
    except msgspec.DecodeError:
        return case_from_json(text)


def case_to_mapping(case: Case) -> dict[str, Any]:
    """Plain dicts, lists and strings, every field present."""
    return dict(_full.unstructure(case))


def case_from_mapping(mapping: Mapping[str, Any]) -> Case:
    """A finished case from plain values; raises InvalidCase naming every field that is wrong, never its text."""
    case = _structured(mapping)
    wrong = [topic for topic in case.topics if topic not in TOPICS]
    if wrong:
        raise InvalidCase({"facets.topic": f"{len(wrong)} topic code(s) are not in the taxonomy"})
    if len(case.facets.more_topics) > MOST_MORE_TOPICS:
        raise InvalidCase({"facets.more_topics": "at most two more topics"})
    return case


def draft_from_mapping(mapping: Mapping[str, Any]) -> Case:
    """A case that is still being written: as `case_from_mapping`, but its topic may not be chosen yet."""
    facets = mapping.get("facets")
    unchosen = isinstance(facets, Mapping) and not facets.get("topic", "")
    return _structured(mapping) if unchosen else case_from_mapping(mapping)


def _structured(mapping: Mapping[str, Any]) -> Case:
    try:
        return _converter.structure(dict(mapping), Case)
    except (ClassValidationError, BaseValidationError) as error:
        raise InvalidCase(_problems(error)) from None


def _problems(error: BaseException) -> dict[str, str]:
    problems: dict[str, str] = {}
    for line in transform_error(error):
        reason, _, path = line.partition(" @ $")
        problems[path.lstrip(".") or "case"] = _safe(reason)
    return problems


def _safe(reason: str) -> str:
    """In our own words: a reason may quote a value, or a key that the caller made up."""
    if reason.startswith("required field"):
        return "required field missing"
    if reason.startswith("extra fields"):
        return "it has a field that is not one of a case's"
    return "not one of the values that this field takes"


_full = make_converter()
