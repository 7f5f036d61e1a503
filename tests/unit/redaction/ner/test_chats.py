import random
from pathlib import Path

import pytest

from redaction.marked import MarkedText, unmark
from redaction.ner.chats import as_runs, cut, read_chats, without_sender, without_stamp
from redaction.ner.runs import LABELS, Run, lines_of, text_of

THREAD = """12/03/2024, 07:41 - [[Dana Whitfield|P1]]: [[jaylen|P2]] got out at [[riverside|S1]]
[3/12/24, 3:02:11 PM] [[~Tere|P3]]: [[will|K]] call [[555-0142|T1]] re [[bus 42|I1]] on [[1420 elm st|A1]], [[mvusd|D1]] knows
[[Dana Whitfield|P1]]: ok"""


def runs_of(body: str):
    text, marks = unmark(body)
    return as_runs(MarkedText("a", {}, text, marks))


def test_marks_become_labels():
    labels = {run.text: run.label for run in runs_of(THREAD) if run.entity}
    assert labels == {
        "Dana Whitfield": "PERSON", "jaylen": "PERSON", "riverside": "SCHOOL", "~Tere": "PERSON", "will": "O",
        "555-0142": "?", "bus 42": "ID", "1420 elm st": "LOCATION", "mvusd": "DISTRICT",
    }  # fmt: skip


def test_keep_words_and_patterns_stay_fixed_and_names_do_not():
    fixed = {run.text for run in runs_of(THREAD) if run.entity and run.fixed}
    assert fixed == {"will", "555-0142"}


def test_without_their_labels_ids_are_left_to_the_patterns_and_ages_are_plain_words():
    text, marks = unmark("[[jaylen|P1]], [[14|Y1]], [[bus 42|I1]]")
    runs = as_runs(MarkedText("a", {}, text, marks), LABELS[:5])
    assert [(run.text, run.label, run.fixed) for run in runs if run.entity] == [
        ("jaylen", "PERSON", False), ("14", "O", True), ("bus 42", "?", True),
    ]  # fmt: skip


def test_threads_are_left_out_by_name(tmp_path: Path):
    for slug in ("a3-one", "b4-two", "c6-three", "m-four"):
        (tmp_path / f"{slug}.marked.txt").write_text(f"# part: train\n\n{slug}", "utf-8")
    left = read_chats(tmp_path, ["[a-g][4-7]-*", "m-four"])
    assert [text_of(runs) for runs in left] == ["a3-one"]


@pytest.mark.parametrize("number", [0, 1])
def test_a_line_without_its_stamp_begins_with_the_sender(number):
    assert without_stamp(lines_of(runs_of(THREAD))[number])[0].label == "PERSON"


def test_a_line_without_a_stamp_stays():
    line = lines_of(runs_of(THREAD))[2]
    assert without_stamp(line) == line


def test_the_body_alone():
    assert text_of(without_sender(lines_of(runs_of(THREAD))[2])) == "ok"
    assert text_of(without_sender((Run("who: me"),))) == "who: me"


@pytest.mark.parametrize("seed", range(20))
def test_cuts_hold_the_bodies_of_all_lines(seed):
    parts = cut(runs_of(THREAD), random.Random(seed))
    together = "\n".join(text_of(part) for part in parts)
    assert "jaylen got out at riverside" in together
    assert together.endswith("ok")
    assert together.count("\n") == 2


def test_seeds_give_other_forms():
    forms = {text_of(cut(runs_of(THREAD), random.Random(seed))[0])[:6] for seed in range(40)}
    assert {"12/03/", "Dana W", "jaylen"} <= forms
