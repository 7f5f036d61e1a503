"""What chat apps write themselves stays readable, and the names in it are hidden: who came, who added whom, the group's name.

Forms of WhatsApp on both kinds of phone in English and Spanish, and of GroupMe, Slack, Teams and Messages as they are pasted.
"""

import pytest

from corpus.model.discussion import MessageKind, plain_discussion
from corpus.readers.reader import read_export
from redaction.redactor import Redactor, build_redactor

HEADS = {
    "Android, 12 hours": "3/{day}/24, 7:4{minute}\u202fAM - ",
    "Android, 24 hours": "{day}/03/2024, 07:4{minute} - ",
    "iOS, 12 hours": "[3/{day}/24, 7:4{minute}:09\u202fAM] ",
    "iOS, 24 hours": "[{day}.03.24, 07:4{minute}:09] ",
    "pasted": "",
}
TALK = ["Rosalind Okafor: second bathroom today", "Bo Therrien: call home first", "Rosalind Okafor: done"]
NAMES = ("Rosalind", "Okafor", "Therrien", "Kestrel", "Okonkwo", "Quillfeather", "010-0142", "Bo ")

ANDROID = [
    (
        "Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.",
        "end-to-end encrypted",
    ),
    (
        "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more",
        "end-to-end encrypted",
    ),
    ('Kestrel Okonkwo created group "Quillfeather Elementary Admins"', "created group"),
    ("Kestrel Okonkwo added you", "added you"),
    ("Kestrel Okonkwo added Bo Therrien", "added"),
    ("Kestrel Okonkwo added Bo Therrien and Rosalind Okafor", "added"),
    ("You added Kestrel Okonkwo", "You added"),
    ("Kestrel Okonkwo left", "left"),
    ("Kestrel Okonkwo removed Bo Therrien", "removed"),
    ("Kestrel Okonkwo joined using this group's invite link", "joined using this group's invite link"),
    ("+1 (555) 010-0142 joined using this group's invite link", "joined using this group's invite link"),
    ('Kestrel Okonkwo changed the subject from "Quillfeather Admins" to "Quillfeather Leads"', "changed the subject"),
    (
        'Kestrel Okonkwo changed the group name from "Quillfeather Admins" to "Quillfeather Leads"',
        "changed the group name",
    ),
    ('Kestrel Okonkwo changed the subject to "Quillfeather Elementary"', "changed the subject to"),
    ("Kestrel Okonkwo changed this group's icon", "changed this group's icon"),
    ("Kestrel Okonkwo changed the group description", "changed the group description"),
    ("Your security code with Kestrel Okonkwo changed. Tap to learn more.", "Your security code with"),
    ("Kestrel Okonkwo's security code changed. Tap to learn more.", "security code changed"),
    (
        "Kestrel Okonkwo changed their phone number. You're currently chatting with their new number. Tap to add it to your contacts.",
        "changed their phone number",
    ),
    ("Kestrel Okonkwo changed to +1 (555) 010-0142", "changed to"),
    ("Missed voice call", "Missed voice call"),
    ("Missed group video call", "Missed group video call"),
    (
        "Kestrel Okonkwo turned on disappearing messages. New messages will disappear from this chat 7 days after they're sent.",
        "turned on disappearing messages",
    ),
    ("Kestrel Okonkwo pinned a message", "pinned a message"),
    ("Kestrel Okonkwo is now an admin", "is now an admin"),
    ("Kestrel Okonkwo requested to join", "requested to join"),
    ("Kestrel Okonkwo was added", "was added"),
    ("Waiting for this message", "Waiting for this message"),
    ("Rosalind Okafor: <Media omitted>", "<Media omitted>"),
    ("Rosalind Okafor: This message was deleted", "This message was deleted"),
    ("Rosalind Okafor: You deleted this message", "You deleted this message"),
    ("Rosalind Okafor: null", "null"),
    ("Rosalind Okafor: Missed voice call", "Missed voice call"),
    ("Rosalind Okafor: IMG-20240312-WA0003.jpg (file attached)", "(file attached)"),
    ("Rosalind Okafor: Kestrel Okonkwo.vcf (file attached)", "(file attached)"),
    ("Rosalind Okafor: live location shared", "live location shared"),
    ("Rosalind Okafor: POLL:\nWho stays late?\nOPTION: Kestrel Okonkwo (2 votes)", "POLL:"),
    ("Rosalind Okafor: ok then <This message was edited>", "ok then"),
    (
        "Los mensajes y las llamadas están cifrados de extremo a extremo. Nadie fuera de este chat, ni siquiera WhatsApp, puede leerlos ni escucharlos.",
        "cifrados de extremo a extremo",
    ),
    ('Kestrel Okonkwo creó el grupo "Quillfeather Líderes"', "grupo"),
    ("Kestrel Okonkwo añadió a Bo Therrien", ""),
    ("Kestrel Okonkwo te añadió", ""),
    ("Kestrel Okonkwo salió del grupo", "salió del grupo"),
    ("Kestrel Okonkwo se unió usando el enlace de invitación de este grupo.", "se unió usando el enlace"),
    ('Kestrel Okonkwo cambió el asunto de "Quillfeather" a "Quillfeather Dos"', "cambió el asunto"),
    ("Kestrel Okonkwo eliminó a Bo Therrien", ""),
    ("Cambió tu código de seguridad con Kestrel Okonkwo. Toca para obtener más información.", "código de seguridad"),
    ("Rosalind Okafor: <Multimedia omitido>", "<Multimedia omitido>"),
    ("Rosalind Okafor: Eliminaste este mensaje", "Eliminaste este mensaje"),
    ("Rosalind Okafor: Se eliminó este mensaje", "Se eliminó este mensaje"),
    ("Rosalind Okafor: Este mensaje fue eliminado", "Este mensaje fue eliminado"),
    ("Rosalind Okafor: IMG-20240312-WA0003.jpg (archivo adjunto)", "(archivo adjunto)"),
]
IOS = [
    (
        "Quillfeather Elementary Admins: \u200eMessages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them.",
        "end-to-end encrypted",
    ),
    ("Quillfeather Admins: \u200eKestrel Okonkwo created this group", "created this group"),
    ("Quillfeather Admins: \u200eKestrel Okonkwo added you", "added you"),
    ("Kestrel Okonkwo: \u200eKestrel Okonkwo added Bo Therrien", "added"),
    ("Kestrel Okonkwo: \u200eKestrel Okonkwo left", "left"),
    ("Kestrel Okonkwo: \u200eKestrel Okonkwo changed the subject to “Quillfeather”", "changed the subject to"),
    ("Kestrel Okonkwo: \u200eKestrel Okonkwo changed this group's icon", "icon"),
    ("Kestrel Okonkwo: \u200eKestrel Okonkwo joined using this group's invite link", "joined using"),
    ("Kestrel Okonkwo: \u200eYour security code with Kestrel Okonkwo changed.", "security code"),
    ("\u200eRosalind Okafor: \u200eimage omitted", "image omitted"),
    ("Rosalind Okafor: \u200evideo omitted", "video omitted"),
    ("Rosalind Okafor: \u200eaudio omitted", "audio omitted"),
    ("Rosalind Okafor: \u200esticker omitted", "sticker omitted"),
    ("Rosalind Okafor: \u200eGIF omitted", "GIF omitted"),
    ("Rosalind Okafor: \u200edocument omitted", "document omitted"),
    ("Rosalind Okafor: Seating.pdf • \u200e3 pages \u200edocument omitted", "document omitted"),
    ("Rosalind Okafor: \u200eContact card omitted", "Contact card omitted"),
    ("Rosalind Okafor: \u200e<attached: 00000003-PHOTO-2024-03-12-07-41-09.jpg>", "<attached:"),
    ("Rosalind Okafor: \u200e<attached: Kestrel Okonkwo.vcf>", "<attached:"),
    ("Rosalind Okafor: \u200eThis message was deleted.", "This message was deleted"),
    ("Rosalind Okafor: \u200eYou deleted this message.", "You deleted this message"),
    ("Rosalind Okafor: \u200eMissed voice call", "Missed voice call"),
    ("Rosalind Okafor: \u200eMissed voice call, \u200eTap to call back", "Missed voice call"),
    ("Rosalind Okafor: \u200eNo answer", "No answer"),
    ("Rosalind Okafor: \u200eimagen omitida", "imagen omitida"),
    ("Rosalind Okafor: \u200e<adjunto: 00000003-PHOTO-2024-03-12-07-41-09.jpg>", "<adjunto:"),
    ("Rosalind Okafor: \u200eSe eliminó este mensaje.", "Se eliminó este mensaje"),
    ("Kestrel Okonkwo: \u200eKestrel Okonkwo salió del grupo", "salió"),
    ("Kestrel Okonkwo: \u200eKestrel Okonkwo añadió a Bo Therrien", ""),
    ("Quillfeather: \u200eLos mensajes y las llamadas están cifrados de extremo a extremo.", "cifrados"),
]
PASTED = [
    ("Kestrel Okonkwo added Bo Therrien to the group.", "to the group"),
    ("Kestrel Okonkwo has left the group.", "left the group"),
    ("Kestrel Okonkwo changed the group's name to Quillfeather Elementary", "changed the group's name to"),
    ("Kestrel Okonkwo has joined the group", "joined the group"),
    ("Kestrel Okonkwo changed name to K-Dog", "changed name to"),
    ("Kestrel Okonkwo removed Bo Therrien from the group.", "from the group"),
    ("Kestrel Okonkwo liked this message", "liked this message"),
    ("Kestrel Okonkwo has joined the channel", "joined the channel"),
    ("Kestrel Okonkwo set the channel topic: Quillfeather incident", "set the channel topic"),
    ('Kestrel Okonkwo has renamed the channel from "a" to "quillfeather"', "renamed the channel"),
    ('Kestrel Okonkwo named the conversation "Quillfeather Admins"', "named the conversation"),
    ("Kestrel Okonkwo added Bo Therrien to the conversation.", "to the conversation"),
    ("Kestrel Okonkwo left the conversation.", "left the conversation"),
    ("Kestrel Okonkwo unsent a message", "unsent a message"),
    ("Kestrel Okonkwo loved “call home first”", "call home first"),
    ("Kestrel Okonkwo laughed at an image", "laughed at an image"),
    ("Meeting started", "Meeting started"),
    ("Kestrel Okonkwo has renamed the group chat to Quillfeather.", "renamed the group chat"),
    ("This message has been deleted.", "This message has been deleted"),
    ("Kestrel Okonkwo added Bo Therrien to the chat and shared all chat history.", "shared all chat history"),
    ("<Media omitted>", "<Media omitted>"),
    ("image omitted", "image omitted"),
    ("<attached: 0003-PHOTO.jpg>", "<attached:"),
    ("[Photo]", "[Photo]"),
    ("Image attached", "Image attached"),
    ("1 Attachment", "1 Attachment"),
]
ROWS = [
    *((head, *row) for head in ("Android, 12 hours", "Android, 24 hours", "pasted") for row in ANDROID),
    *((head, *row) for head in ("iOS, 12 hours", "iOS, 24 hours", "pasted") for row in IOS),
    *(("pasted", *row) for row in PASTED),
]


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return build_redactor()


def _chat(head: str, line: str) -> str:
    lines = [TALK[0], line, *TALK[1:]]
    return "\n".join(HEADS[head].format(day=12 + at, minute=at) + said for at, said in enumerate(lines))


@pytest.mark.parametrize(("head", "line", "stays"), ROWS)
def test_names_go_and_the_apps_words_stay(redactor: Redactor, head: str, line: str, stays: str) -> None:
    chat = _chat(head, line)
    shown = redactor.redact(read_export(chat.encode())).text
    assert [name for name in NAMES if name in shown] == []
    assert stays in shown


@pytest.mark.parametrize("line", [line for line, _ in (*ANDROID, *IOS, *PASTED)])
def test_names_go_from_a_chat_that_no_reader_took_apart(redactor: Redactor, line: str) -> None:
    shown = redactor.redact(plain_discussion(_chat("pasted", line))).text
    assert [name for name in NAMES if name in shown] == []


@pytest.mark.parametrize(
    "line", ["<Media omitted>", "image omitted", "This message was deleted", "Eliminaste este mensaje"]
)
def test_what_an_app_wrote_behind_a_name_says_nothing_of_the_case(line: str) -> None:
    said = read_export(_chat("Android, 24 hours", f"Rosalind Okafor: {line}").encode()).messages
    assert said[1].kind is not MessageKind.TEXT
