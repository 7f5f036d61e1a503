"""What the name model says becomes findings; a noun is no id, and a grade or a year is no age."""

from collections.abc import Sequence

import pytest

from redaction.ner.decoding import NameSpan
from redaction.recognizers.names import DOUBTS, Names


class Model:
    """Finds one span in every text."""

    def __init__(self, surface: str, label: str, *, doubtful: bool = False) -> None:
        self._surface, self._label, self._doubtful = surface, label, doubtful

    def spans(self, texts: Sequence[str], *, doubts: bool = False) -> list[list[NameSpan]]:
        starts = [text.rindex(self._surface) for text in texts]
        return [[NameSpan(at, at + len(self._surface), self._label, 0.9, self._doubtful)] for at in starts]


@pytest.mark.parametrize(
    ("text", "surface", "label", "found"),
    [
        ("ask denise", "denise", "PERSON", True),
        ("its the 0391 one", "0391", "ID", True),
        ("tag FC-22931", "FC-22931", "ID", True),
        ("the VIN ends in 4471", "VIN", "ID", False),
        ("poison ctrl 1-800-222-1222 is up", "1-800-222-1222", "ID", False),
        ("under 34 CFR 99.31 we may", "99.31", "ID", False),
        ("under 34 CFR 99.31 we may", "34", "ID", False),
        ("under 34 CFR 99.31 we may", "CFR 99", "ID", False),
        ("under 34 CFR part 99 we may", "99", "ID", False),
        ("policy 5131 covers it", "5131", "ID", False),
        ("the Windows 11 push", "11", "ID", False),
        ("they run code 3 now", "3", "ID", False),
        ("door code 4471 works", "4471", "ID", True),
        ("it is 91 degrees in 27", "91", "ID", False),
        ("he ran 101.5 degrees", "101", "ID", False),
        ("in 27 91 degrees", "27", "ID", True),
        ("BP 110 over 70 now", "70", "ID", False),
        ("0745 fight, 0750 SRO there, 0805 home", "0750", "ID", False),
        ("- 0745 fight\n- 0750 SRO there\n- 1310 home", "1310", "ID", False),
        ("0745 fight, 0750 SRO there", "0750", "ID", True),
        ("0745 fight, 0805 SRO there, 0750 home", "0750", "ID", True),
        ("codes: 0745, 0750, 0805", "0750", "ID", True),
        ("0745 fight, 0750 SRO there, 0805 home, unit 0750", "0750", "ID", True),
        ("the kid is 9", "9", "AGE", True),
        ("prince is six", "six", "AGE", True),
        ("tyll, grade 5", "5", "AGE", False),
        ("tran, gr. 2", "2", "AGE", False),
        ("pupils in K-8", "8", "AGE", False),
        ("he is in 9th", "9th", "AGE", False),
        ("hvac from 1974", "1974", "AGE", False),
        ("jaylen from 7th", "7th", "LOCATION", False),
        ("rode up 116th", "116th", "LOCATION", True),
        ("my SSA Ms. Price", "SSA Ms", "SCHOOL", False),
        ("from Rise MS. Price", "Rise MS", "SCHOOL", True),
        ("BIP: Y     504: N", "Y     504", "ID", False),
    ],
)
def test_what_becomes_a_finding(text: str, surface: str, label: str, found: bool) -> None:
    findings = list(Names(Model(surface, label)).find(text))
    assert [text[finding.start : finding.end] for finding in findings] == [surface] * found


def test_a_doubt_goes_by_its_own_name() -> None:
    (finding,) = Names(Model("denise", "PERSON", doubtful=True)).find("ask denise")
    assert finding.recognizer == DOUBTS
