"""What single lines of a WhatsApp export become."""

from datetime import datetime

import pytest

from corpus.model.discussion import Discussion, Message, MessageKind
from corpus.readers.whatsapp import read_whatsapp

SYSTEM, MEDIA, TEXT = MessageKind.SYSTEM, MessageKind.MEDIA_OMITTED, MessageKind.TEXT
ANDROID = "13/03/2024, 07:41 - "
IOS = "[13/03/2024, 07:41:00] "


def read(text: str) -> Discussion:
    discussion = read_whatsapp(text)
    assert discussion is not None
    return discussion


@pytest.mark.parametrize(("line", "sender", "text", "kind"), [
    ("Ann: hi", "Ann", "hi", TEXT),
    ("Ann: a: b", "Ann", "a: b", TEXT),
    ("Ann:", "Ann", "", TEXT),
    ("~ Ann Lee: hi", "Ann Lee", "hi", TEXT),
    ("\u202a+1\u00a0(555)\u00a0010\u20110142\u202c: hi", "+1 (555) 010-0142", "hi", TEXT),
    ("Ann: I joined using the old form", "Ann", "I joined using the old form", TEXT),
    ("Ann: she left", "Ann", "she left", TEXT),
    ("Ann: 9:30 it is", "Ann", "9:30 it is", TEXT),
    ("Ann: <Media omitted>", "Ann", "<Media omitted>", MEDIA),
    ("Ann: \u200eGIF omitted", "Ann", "GIF omitted", MEDIA),
    ("Ann: IMG-20240313-WA0003.jpg (file attached)", "Ann", "media (file attached)", MEDIA),
    ("Ann: IMG-20240313-WA0003.jpg (file attached)\nthe door", "Ann", "media (file attached)\nthe door", TEXT),
    ("Ann: letter home.pdf (file attached)", "Ann", "letter home.pdf (file attached)", MEDIA),
    ("Ann: <Medien ausgeschlossen>", "Ann", "<Medien ausgeschlossen>", MEDIA),
    ("Ann: ok \u200e<This message was edited>", "Ann", "ok", TEXT),
    ("Ann: ok <Se editó este mensaje.>", "Ann", "ok", TEXT),
    ("Ann: ok \u200e<Diese Nachricht wurde bearbeitet.>", "Ann", "ok", TEXT),
    ("Ann: ok <Mensagem editada>", "Ann", "ok", TEXT),
    ("Ann: no answer", "Ann", "no answer", TEXT),
    ("Ann: You deleted this message", None, "Ann: You deleted this message", SYSTEM),
    ("Ann: \u200eSe eliminó este mensaje.", None, "Ann: Se eliminó este mensaje.", SYSTEM),
    ("Ann: This message was deleted by admin Bo", None, "Ann: This message was deleted by admin Bo", SYSTEM),
    ("Ann: Mensagem apagada", None, "Ann: Mensagem apagada", SYSTEM),
    ("Ann: \u200eDiese Nachricht wurde gelöscht.", None, "Ann: Diese Nachricht wurde gelöscht.", SYSTEM),
    ("Ann: Ce message a été supprimé", None, "Ann: Ce message a été supprimé", SYSTEM),
    ("Ann: تم حذف هذه الرسالة", None, "Ann: تم حذف هذه الرسالة", SYSTEM),
    ("Lk: \u200eNachrichten sind Ende-zu-Ende-verschlüsselt.", None, "Lk: Nachrichten sind Ende-zu-Ende-verschlüsselt.", SYSTEM),
    ("Ann left", None, "Ann left", SYSTEM),
    ("You were added", None, "You were added", SYSTEM),
    ('Ann changed the subject from "A: b" to "C: d"', None, 'Ann changed the subject from "A: b" to "C: d"', SYSTEM),
    ("Ann changed the group description", None, "Ann changed the group description", SYSTEM),
    ("Leads: \u200eAnn added Bo", None, "Leads: Ann added Bo", SYSTEM),
    ("Leads: \u200eMessages and calls are end-to-end encrypted.", None, "Leads: Messages and calls are end-to-end encrypted.", SYSTEM),
])  # fmt: skip
@pytest.mark.parametrize("head", [ANDROID, IOS])
def test_a_line_becomes_a_message(head: str, line: str, sender: str | None, text: str, kind: MessageKind) -> None:
    found = read(f"{head}Ann: first\n{head}{line}\n{head}Ann: last")
    assert found.messages[1] == Message(text, sender, datetime(2024, 3, 13, 7, 41), kind)  # noqa: DTZ001
    assert [message.text for message in found.messages[::2]] == ["first", "last"]


@pytest.mark.parametrize(("line", "names"), [
    ("Ann Lee added Bo Ray, Cy and Dee Fox", ["Ann Lee", "Bo Ray", "Cy", "Dee Fox"]),
    ("You added Bo Ray", ["Bo Ray"]),
    ("Bo Ray left", ["Bo Ray"]),
    ("Bo Ray salió del grupo", ["Bo Ray"]),
    ("Ann Lee añadió a Bo Ray y Cy", ["Ann Lee", "Bo Ray", "Cy"]),
    ("+1 555 010 0142 joined using this group's invite link", ["+1 555 010 0142"]),
    ("Ann Lee removed Bo Ray.", ["Ann Lee", "Bo Ray"]),
])  # fmt: skip
def test_people_of_system_lines_are_participants(line: str, names: list[str]) -> None:
    found = read(f"{ANDROID}{line}\n{ANDROID}Zed: hi")
    assert [participant.name for participant in found.participants] == [*names, "Zed"]


def test_a_phone_number_is_also_known_by_its_digits() -> None:
    assert read(f"{ANDROID}+1 (555) 010-0142: hi").participants[0].aliases == ("15550100142",)


def test_what_stands_before_the_first_stamp_is_kept() -> None:
    assert read(f"copied from the group:\n{ANDROID}Ann: hi").messages[0] == Message("copied from the group:")


@pytest.mark.parametrize(
    "line", ["99/99/9999, 07:41 - Ann: hi", "13/13/2024, 07:41 - Ann: hi", "12/03/2024, 27:41 - Ann: hi"]
)
def test_a_date_that_is_none_opens_no_message(line: str) -> None:
    assert read(f"{ANDROID}Bo: one\n{line}").messages[0].text == f"one\n{line}"


@pytest.mark.parametrize(("first", "second", "days"), [
    ("3/4/24, 7:00 AM", "3/14/24, 7:00 AM", [(3, 4), (3, 14)]),
    ("3/4/24, 7:00", "14/4/24, 7:00", [(4, 3), (4, 14)]),
    ("3/4/24, 7:00 AM", "3/5/24, 7:00 AM", [(3, 4), (3, 5)]),
    ("3/4/24, 7:00 AM", "4/4/24, 7:00 AM", [(4, 3), (4, 4)]),
    ("1/12/24, 7:00 AM", "2/11/24, 7:00 AM", [(1, 12), (2, 11)]),
    ("03/04/24, 07:00", "03/04/24, 08:00", [(4, 3), (4, 3)]),
    ("3.4.24, 07:00", "3.4.24, 08:00", [(4, 3), (4, 3)]),
    ("3/4/24, 7:00 AM", "3/4/24, 8:00 AM", [(3, 4), (3, 4)]),
    ("2024-03-04, 7:00 a.m.", "2024-03-05, 7:00 a.m.", [(3, 4), (3, 5)]),
])  # fmt: skip
def test_the_order_of_day_and_month_is_decided_per_file(first: str, second: str, days: list[tuple[int, int]]) -> None:
    found = read(f"{first} - Ann: a\n{second} - Bo: b").messages
    assert [(each.sent_at.month, each.sent_at.day) for each in found if each.sent_at] == days


def test_an_undecidable_order_is_told() -> None:
    assert "day first" in read("03/04/24, 07:00 - Ann: a").warnings[0]
    assert not read("2024-03-04, 07:00 - Ann: a").warnings


def test_what_is_copied_in_a_browser_has_the_clock_before_the_day() -> None:
    found = read("[7:41 PM, 3/13/2024] Ann: hi\n[7:42 PM, 3/13/2024] +1 555-010-0142: yo\nmore")
    assert [(each.sender, each.text) for each in found.messages] == [("Ann", "hi"), ("+1 555-010-0142", "yo\nmore")]
    assert found.messages[0].sent_at == datetime(2024, 3, 13, 19, 41)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["hello", "Ann: hi\nBo: yo", "3/4/24 the day it broke: pipes", "7:41 - Ann: hi"])
def test_other_text_is_left_to_others(text: str) -> None:
    assert read_whatsapp(text) is None
