"""Promise B3: WhatsApp exports of many phones and places, written here from known messages, are read back.

A message counts as read only where sender, text, kind and time all agree.
"""

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from corpus.model.discussion import MessageKind
from corpus.readers.reader import read_export

NAMES = [
    "Marisol Quente",
    "Ted B.",
    "Dr. Anneke van Dool",
    "coach mike",
    "O'Brady, Sheila",
    "Zoë 🦉",
    "J-P Nord",
    "AP Fenn",
]
PHONES = ["\u202a+1\u00a0(555)\u00a0010\u20110142\u202c", "+44 7700 900123", "+1 555-010-0177"]
PHONES_READ = {PHONES[0]: "+1 (555) 010-0142"}
TEXTS = [
    "Two parents are in the office about the video.",
    "Plan: call home first, then the SRO",
    "9:30 - assembly moved",
    "3/12 was worse, honestly",
    "[urgent] second bathroom",
    "https://example.org/a:b?c=d",
    "first line\nsecond line: with a colon\n\nand a fourth after a gap",
    "ok 👍🏽",
    'He said: "she left" and I said: no',
    "שלום to the family",
    "- bullet one\n- bullet two",
    "Who joined the call at 7:41 PM?",
    "Ms. Ray left at 3. Custodian found a second one.",
    "We posted nothing. Parents posted everything.",
    "Reminder (again): hold the statement until 15:00",
    "<3 thank you all",
    "@15550100142 can you step in?",
]  # fmt: skip
MEDIA = {"ios": ["\u200eimage omitted", "\u200evideo omitted", "\u200eaudio omitted"], "android": ["<Media omitted>"]}
SYSTEM = ["{a} added {b}", "{a} left", "{a} joined using this group's invite link", '{a} changed the subject from "A: one" to "B"',
          "Messages and calls are end-to-end encrypted. No one outside of this chat can read them."]  # fmt: skip


def half(when: datetime, morning: str, evening: str) -> str:
    return morning if when.hour < 12 else evening


def h12(when: datetime) -> int:
    return when.hour % 12 or 12


Head = Callable[[datetime], str]
IOS: dict[str, Head] = {
    "ios us": lambda w: f"[{w.month}/{w.day}/{w:%y}, {h12(w)}:{w:%M:%S}\u202f{half(w, 'AM', 'PM')}] ",
    "ios us old": lambda w: f"[{w.month}/{w.day}/{w:%y}, {h12(w)}:{w:%M:%S} {half(w, 'AM', 'PM')}] ",
    "ios uk": lambda w: f"[{w:%d/%m/%Y, %H:%M:%S}] ",
    "ios india": lambda w: f"[{w:%d/%m/%y}, {h12(w)}:{w:%M:%S}\u202f{half(w, 'AM', 'PM')}] ",
    "ios australia": lambda w: f"[{w.day}/{w.month}/{w.year}, {h12(w)}:{w:%M:%S}\u202f{half(w, 'am', 'pm')}] ",
    "ios germany": lambda w: f"[{w:%d.%m.%y, %H:%M:%S}] ",
    "ios spain": lambda w: f"[{w.day}/{w.month}/{w:%y}, {w.hour}:{w:%M:%S}] ",
    "ios sweden": lambda w: f"[{w:%Y-%m-%d, %H:%M:%S}] ",
    "ios south africa": lambda w: f"[{w:%Y/%m/%d, %H:%M:%S}] ",
    "ios brazil": lambda w: f"[{w:%d/%m/%Y %H:%M:%S}] ",
    "ios mexico": lambda w: f"[{w:%d/%m/%y}, {h12(w)}:{w:%M:%S} {half(w, 'a.', 'p.')}\u00a0m.] ",
    "ios netherlands": lambda w: f"[{w:%d-%m-%Y %H:%M:%S}] ",
    "ios finland": lambda w: f"[{w.day}.{w.month}.{w.year} klo {w.hour}.{w:%M.%S}] ",
    "ios arabic": lambda w: f"[{w.day}\u200f/{w.month}\u200f/{w.year}، {h12(w)}:{w:%M:%S} {half(w, 'ص', 'م')}] ",
    "ios korea": lambda w: f"[{w.year}. {w.month}. {w.day}. {half(w, '오전', '오후')} {h12(w)}:{w:%M:%S}] ",
}
ANDROID: dict[str, Head] = {
    "android us": lambda w: f"{w.month}/{w.day}/{w:%y}, {h12(w)}:{w:%M}\u202f{half(w, 'AM', 'PM')} - ",
    "android us old": lambda w: f"{w.month}/{w.day}/{w:%y}, {h12(w)}:{w:%M} {half(w, 'AM', 'PM')} - ",
    "android us 24": lambda w: f"{w.month}/{w.day}/{w:%y, %H:%M} - ",
    "android uk": lambda w: f"{w:%d/%m/%Y, %H:%M} - ",
    "android uk 12": lambda w: f"{w:%d/%m/%Y}, {h12(w)}:{w:%M} {half(w, 'am', 'pm')} - ",
    "android germany": lambda w: f"{w:%d.%m.%y, %H:%M} - ",
    "android canada": lambda w: f"{w:%Y-%m-%d}, {h12(w)}:{w:%M} {half(w, 'a.m.', 'p.m.')} - ",
    "android france": lambda w: f"{w:%d/%m/%Y à %H:%M} - ",
    "android south africa": lambda w: f"{w:%Y/%m/%d, %H:%M} - ",
    "android netherlands": lambda w: f"{w:%d-%m-%Y %H:%M} - ",
    "android vietnam": lambda w: f"{w:%d/%m/%Y}, {h12(w)}:{w:%M} {half(w, 'SA', 'CH')} - ",
    "android somali": lambda w: f"{w:%d/%m/%y}, {h12(w)}:{w:%M} {half(w, 'GH', 'GD')} - ",
    "android nepali": lambda w: f"{w:%Y/%m/%d}, {h12(w)}:{w:%M} {half(w, 'पूर्वाह्न', 'अपराह्न')} - ",
    "android japan": lambda w: f"{w:%Y/%m/%d} {half(w, '午前', '午後')}{h12(w)}:{w:%M} - ",
}
DRESS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "bom and crlf": lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "zip": lambda text: zipped({"_chat.txt": text, "00000012-PHOTO.jpg": "\xff\xd8"}),
}
VARIANTS = [
    (head, dress) for n, head in enumerate((*IOS, *ANDROID)) for k, dress in enumerate(DRESS) if (n + k) % 4 != 3
]


def zipped(files: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return held.getvalue()


@dataclass(frozen=True)
class Truth:
    sender: str | None
    text: str
    kind: MessageKind
    sent_at: datetime


def conversation(head: str, seed: int) -> tuple[str, list[Truth]]:
    """An export in that layout and what it says; half of the seeds span three days, half some months."""
    rng = random.Random(f"{head} {seed}")
    ios = head in IOS
    write = (IOS | ANDROID)[head]
    when = datetime(2024, 1, 1) + timedelta(days=rng.randrange(500), minutes=rng.randrange(1440))  # noqa: DTZ001
    stride = rng.choice([30, 3000])
    names = rng.sample(NAMES, 5) + rng.sample(PHONES, 1)
    lines: list[str] = []
    truth: list[Truth] = []
    for _ in range(80):
        when += timedelta(minutes=rng.randrange(1, stride), seconds=rng.randrange(60))
        told = when if ios else when.replace(second=0)
        sender, roll = rng.choice(names), rng.random()
        shown = f"~\u202f{sender}" if roll > 0.9 and sender in NAMES else sender
        read = PHONES_READ.get(sender, sender)
        if roll < 0.06:
            said = rng.choice(SYSTEM).format(a=rng.choice(NAMES), b=rng.choice(NAMES))
            lines.append(write(when) + said)
            truth.append(Truth(None, said, MessageKind.SYSTEM, told))
        elif roll < 0.14:
            said = rng.choice(MEDIA["ios" if ios else "android"])
            lines.append(("\u200e" if ios else "") + write(when) + f"{shown}: {said}")
            truth.append(Truth(read, said.strip("\u200e"), MessageKind.MEDIA_OMITTED, told))
        else:
            said = rng.choice(TEXTS)
            edited = " \u200e<This message was edited>" if roll > 0.96 else ""
            lines.append(write(when) + f"{shown}: {said}{edited}")
            truth.append(Truth(read, said, MessageKind.TEXT, told))
    return "\n".join(lines) + "\n", truth


def agreement(head: str, dress: str, seed: int) -> tuple[int, int]:
    """How many messages agree with the truth, of how many."""
    text, truth = conversation(head, seed)
    found = read_export(DRESS[dress](text)).messages
    read = [Truth(message.sender, message.text, message.kind, message.sent_at) for message in found]  # type: ignore[arg-type]
    return sum(a == b for a, b in zip(truth, read, strict=False)) if len(read) == len(truth) else 0, len(truth)


def test_there_are_sixty_variants() -> None:
    assert len(VARIANTS) >= 60


@pytest.mark.parametrize("seed", [1, 2])
def test_messages_of_all_variants_are_read(seed: int) -> None:
    counted = {variant: agreement(*variant, seed=seed) for variant in VARIANTS}
    right, total = sum(each[0] for each in counted.values()), sum(each[1] for each in counted.values())
    assert right / total >= 0.995, {variant: each for variant, each in counted.items() if each[0] < each[1]}
