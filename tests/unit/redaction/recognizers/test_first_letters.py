"""People found in full are known by their first letters; what mostly stands for something else is left."""

import pytest

from redaction.recognizers.first_letters import FirstLetters

NAMES = (
    "Joanna Barros",
    "Hannah M. Reed",
    "Pete Evans",
    "Mr. Anton Cole",
    "Omar Kassem",
    "Nora Hale",
    "Perla Lugo",
    "Tess Yoon",
    "Denise",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("typed by JB, sorry for gaps", ["JB"]),
        ("(JB: good. say when)", ["JB"]),
        ("thanks\n-jb\n", ["jb"]),
        ("jb: on my way", ["jb"]),
        ("per HMR and JB", ["HMR", "JB"]),
        ("asked NH and HR, JB, AC", ["NH", "JB"]),
        ("a jb of a job", []),
        ("JB-12 and 4 JB and JB/HMR and @JB", []),
        ("PE and HR are out, the AC is broken, OK? ok", []),
        ("Salem, NH", []),
        ("NH said so", ["NH"]),
        ("hold her w PL", ["PL"]),
        ("TY said no\nty\n", ["TY"]),
        ("DE is no one here, D is not enough", []),
    ],
)
def test_first_letters(text: str, found: list[str]) -> None:
    findings = FirstLetters(NAMES).find(text)
    assert [text[finding.start : finding.end] for finding in findings] == found


def test_nobody_in_full_is_nobody_in_letters() -> None:
    assert not list(FirstLetters(["Denise", "Coach"]).find("D and JB"))
