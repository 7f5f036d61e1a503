"""Pasted conversations: `imessage` where heads hold times, `plain` where they hold names alone, text otherwise."""

from datetime import datetime

import pytest

from corpus.model.discussion import MessageKind, Source
from corpus.readers.reader import read_export

MOMENT = datetime(2024, 3, 13, 19, 41)  # noqa: DTZ001
PAIR = [("Ann Lee", "hello: there\nsecond line"), ("Bo", "see you at 9:30")]
LAYOUTS = {
    "name, clock": "Ann Lee, 9:41 AM\n{0}\n\nBo, 9:42 AM\n{1}",
    "name, date": "Ann Lee, 3/13/24, 7:41 PM\n{0}\nBo, 3/13/24, 7:41 PM\n{1}",
    "discord": "Ann Lee — Today at 9:41 AM\n{0}\nBo — Yesterday at 9:42 AM\n{1}",
    "two spaces": "Ann Lee  9:41 AM\n{0}\nBo  9:42 AM\n{1}",
    "teams": "Ann Lee  Wednesday 9:41 AM\n{0}\nBo  Wednesday 9:42 AM\n{1}",
    "brackets, own line": "Ann Lee [9:41 AM]\n{0}\nBo [9:42 AM]\n{1}",
    "brackets, inline": "[9:41 AM] Ann Lee: {0}\n[9:42 AM] Bo: {1}",
    "date, inline": "[2024-03-13 19:41] Ann Lee: {0}\n[2024-03-13 19:41] Bo: {1}",
    "name first, inline": "Ann Lee (9:41 AM): {0}\nBo (9:42 AM): {1}",
    "name first, square": "Ann Lee [13 Mar 2024, 19:41]: {0}\nBo [13 Mar 2024, 19:41]: {1}",
    "video call": "09:41:03 From Ann Lee to Everyone: {0}\n09:42:03 From Bo to Everyone: {1}",
    "video call, tabs": "09:41:03\t Ann Lee:\t{0}\n09:42:03\t Bo:\t{1}",
    "telegram": "Ann Lee, [13.03.2024 19:41]\n{0}\n\nBo, [13.03.2024 19:41]\n{1}",
    "telegram mac": "Ann Lee, [Mar 13, 2024 at 7:41:00 PM]:\n{0}\n\nBo, [Mar 13, 2024 at 7:41:00 PM]:\n{1}",
    "stamp above name": "Mar 13, 2024  7:41:00 PM\nAnn Lee\n{0}\n\nMar 13, 2024  7:41:00 PM (Read by you)\nBo\n{1}",
    "teams window": "Ann Lee\n3/13/2024 7:41 PM\n{0}\nBo\n3/13/2024 7:41 PM\n{1}",
    "teams, copied": "[3/13/2024 7:41 PM] Ann Lee\n{0}\n[3/13/2024 7:41 PM] Bo\n{1}",
    "gmail window": "Ann Lee <ann@x.example>\nMar 13, 2024, 7:41 PM\n{0}\n\nBo <bo@x.example>\nMar 13, 2024, 7:41 PM\n{1}",
    "from and to": "2024-03-13 19:41:00 from Ann Lee (+15550100142)\n\n{0}\n---------------\n2024-03-13 19:41:00 to Bo\n\n{1}",
    "dash": "3/13/2024 7:41 PM - Ann Lee: {0}\n3/13/2024 7:41 PM - Bo: {1}",
    "no dash": "3/13/2024 7:41 PM Ann Lee: {0}\n3/13/2024 7:41 PM Bo: {1}",
    "name and date": "Ann Lee March 13, 2024 at 7:41 PM\n{0}\nBo March 13, 2024 at 7:41 PM\n{1}",
    "weekday": "Ann Lee: Wed, 13 Mar 2024 19:41\n{0}\nBo: Wed, 13 Mar 2024 19:41\n{1}",
    "iso": "2024-03-13T19:41:00 Ann Lee: {0}\n2024-03-13T19:41:00 Bo: {1}",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_taken_apart(layout: str) -> None:
    found = read_export(LAYOUTS[layout].format(*(text for _, text in PAIR)).encode())
    assert [(message.sender, message.text) for message in found.messages] == PAIR
    dated = any(mark in LAYOUTS[layout] for mark in ("2024", "/24"))
    assert {message.sent_at for message in found.messages} == {MOMENT if dated else None}


def test_a_clock_below_a_name_that_comes_back_heads_a_message() -> None:
    found = read_export(b"Ann Lee\n  7:02 PM\nhi\nBo\n  7:05 PM\nyo\nAnn Lee\n  7:09 PM\nbye")
    assert [(each.sender, each.text) for each in found.messages] == [
        ("Ann Lee", "hi"),
        ("Bo", "yo"),
        ("Ann Lee", "bye"),
    ]


def test_lines_that_are_names_and_come_back_head_messages() -> None:
    found = read_export(
        b"Hi-line ADs\nAnn Lee\nanybody at the game\nBo McRay\nno. why\nAnn Lee\nthe ref\nheard it\nBo McRay\nYes\nCy\nYes\nCy Fox\nme too\nCy\nok"
    )
    assert [(each.sender, each.text) for each in found.messages] == [
        (None, "Hi-line ADs"), ("Ann Lee", "anybody at the game"), ("Bo McRay", "no. why"),
        ("Ann Lee", "the ref\nheard it"), ("Bo McRay", "Yes"),
        ("Cy", "Yes"), ("Cy Fox", "me too"), ("Cy", "ok")]  # fmt: skip


def test_what_is_called_beside_the_name_is_an_alias() -> None:
    found = read_export(LAYOUTS["from and to"].encode())
    assert [(each.name, each.aliases) for each in found.participants] == [("Ann Lee", ("+15550100142",)), ("Bo", ())]


def test_a_day_between_messages_is_the_apps_own_line() -> None:
    found = read_export(b"Ann, 9:41 AM\nhi\nYesterday 9:50 AM\nBo, 9:42 AM\nyo")
    assert [(each.sender, each.text, each.kind) for each in found.messages][1] == (
        None,
        "Yesterday 9:50 AM",
        MessageKind.SYSTEM,
    )


@pytest.mark.parametrize("text", [
    "Dismissal 3:15 PM\nBuses 3:25 PM\nGym 3:30 PM",
    "Note: call home\nUpdate: called\nNote: done\nUpdate: all of it",
    "Lunch\n11:30\nRecess\n12:10 PM\nBuses\n3:25 PM",
    "1:12p Office, early release\n1:20p subs: none\n1:41p Bus 2, two schools\n2:06p slid at the creek\n2:51p wrecker for 40: 2 hrs",
    "Yes\nwe did\nNo\nnot yet\nYes\nthat too\nNo\nnever",
    "Call Home\nAnn Lee\nBo Ray\nCall Police\nAnn Lee\nBo Ray",
    "We met at 9:41 AM\nand again at 10:15 AM",
    "Dear all: the plan\nis this: wait",
    "one: a\ntwo: b\nthree: c\nfour: d",
    "https://a.example/x\nhttps://b.example/y\nhttps://a.example/z",
    "Just one paragraph about a fight in the gym.",
    "Who: me\nWhat: this\nWho: you\nWhat: that",
    "What we did: a\nWhat happened: b\nWhat we did: c\nWhat happened: d",
])  # fmt: skip
def test_what_only_looks_like_a_conversation_stays_one_text(text: str) -> None:
    found = read_export(text.encode())
    assert (found.source, [message.text for message in found.messages], found.participants) == (
        Source.PLAIN,
        [text],
        (),
    )


@pytest.mark.parametrize(
    "names", [("Ann", "Bo Ray"), ("coach mike", "Dr. Lee"), ("+1 555 010 0142", "Ann"), ("~ Ann", "ann@x.example")]
)
def test_names_that_come_back_make_a_conversation(names: tuple[str, str]) -> None:
    first, second = names
    found = read_export(f"{first}: hi\n{second}: yo: yes\nmore of it\n{first}: ok".encode())
    assert [(each.sender, each.text) for each in found.messages] == [
        (first.removeprefix("~ "), "hi"), (second, "yo: yes\nmore of it"), (first.removeprefix("~ "), "ok")]  # fmt: skip
