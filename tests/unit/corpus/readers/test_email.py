"""Mail to messages: bodies, quotations and who is named in headers."""

from datetime import timedelta
from email.message import EmailMessage

import pytest

from corpus.model.discussion import Discussion, Message, MessageKind
from corpus.readers.email import read_email
from corpus.readers.quotations import take_apart
from corpus.readers.reader import read_export

HEADERS = (
    "From: Ann Lee <ann@x.example>\nTo: Bo <bo@x.example>\nDate: Tue, 12 Mar 2024 19:41:03 -0500\nSubject: the bus\n"
)


def read(content: str | bytes) -> Discussion:
    found = read_email(content.encode() if isinstance(content, str) else content)
    assert found is not None
    return found


def said(found: Discussion) -> list[tuple[str | None, str]]:
    return [(message.sender, message.text) for message in found.messages]


REPLIES = {
    "gmail": "Yes.\n\nOn Tue, Mar 12, 2024 at 5:02 PM Bo <bo@x.example> wrote:\n\n> Did it come?\n",
    "wrapped": "Yes.\n\nOn Tue, Mar 12, 2024 at 5:02 PM Bo <bo@x.example>\nwrote:\n> Did it come?\n",
    "apple": "Yes.\n\nOn Mar 12, 2024, at 5:02 PM, Bo <bo@x.example> wrote:\n\n> Did it come?\n",
    "outlook": "Yes.\n\n-----Original Message-----\nFrom: Bo <bo@x.example>\nSent: Tuesday, March 12, 2024 5:02 PM\nTo: Ann Lee\n\nDid it come?\n",
    "outlook line": "Yes.\n________________________________\nFrom: Bo <bo@x.example>\nSent: Tuesday, March 12, 2024 5:02 PM\nTo: Ann Lee\n\nDid it come?\n",
    "outlook mailto": "Yes.\n\nFrom: Bo [mailto:bo@x.example]\nSent: Tuesday, March 12, 2024 5:02 PM\nTo: Ann Lee\n\nDid it come?\n",
    "outlook stars": "Yes.\n\n*From:* Bo <bo@x.example>\n*Sent:* Tuesday, March 12, 2024 5:02 PM\n*To:* Ann Lee\n\nDid it come?\n",
    "telephone": "Yes.\n\n> On Mar 12, 2024, at 5:02 PM, Bo <bo@x.example> wrote:\n> \n> Did it come?\n",
    "telephone, forwarded": "Yes.\n\n> From: Bo <bo@x.example>\n> Date: March 12, 2024 at 5:02:09 PM CDT\n> To: Ann Lee\n> \n> Did it come?\n",
    "yahoo": "Yes.\n\n  On Tuesday, March 12, 2024 at 05:02:09 PM EDT, Bo <bo@x.example> wrote:  \n \n Did it come?\n",
    "wrapped at the address": "Yes.\n\nOn Tue, Mar 12, 2024 at 5:02 PM Bo <\nbo@x.example> wrote:\n> Did it come?\n",
    "samsung": "Yes.\n\n-------- Original message --------\nFrom: Bo <bo@x.example>\nDate: 3/12/24 5:02 PM (GMT-06:00)\nTo: Ann Lee\n\nDid it come?\n",
    "outlook folded": "Yes.\n\nFrom: Bo <bo@x.example>\nSent: Tuesday, March 12, 2024 5:02 PM\nTo: Ann Lee;\n Cy Fox\n\nDid it come?\n",
    "forwarded": "Yes.\n\n---------- Forwarded message ---------\nFrom: Bo <bo@x.example>\nDate: Tue, Mar 12, 2024 at 5:02 PM\nTo: Ann Lee\n\nDid it come?\n",
}


@pytest.mark.parametrize("form", REPLIES)
def test_a_quoted_reply_is_its_authors_message(form: str) -> None:
    found = read(HEADERS + "\n" + REPLIES[form])
    assert said(found) == [("Ann Lee", "the bus"), ("Bo", "Did it come?"), ("Ann Lee", "Yes.")]
    assert found.messages[1].sent_at is not None
    assert (found.messages[1].sent_at.hour, found.messages[1].sent_at.day) == (17, 12)
    assert found.participants[1].aliases == ("bo@x.example",)


@pytest.mark.parametrize("form", REPLIES)
def test_a_reply_pasted_without_headers_is_taken_apart_too(form: str) -> None:
    assert said(read_export(REPLIES[form].encode())) == [("Bo", "Did it come?"), (None, "Yes.")]


@pytest.mark.parametrize("reply", [
    "El mar, 12 mar 2024 a las 17:02, Bo (<bo@x.example>) escribió:\n\n> ¿Llegó?\n",
    "De: Bo <bo@x.example>\nEnviado: martes, 12 de marzo de 2024 17:02\nPara: Ann Lee\n\n¿Llegó?\n",
])  # fmt: skip
def test_a_spanish_reply_is_taken_apart(reply: str) -> None:
    assert said(read(f"{HEADERS}\nSí.\n\n{reply}"))[1:] == [("Bo", "¿Llegó?"), ("Ann Lee", "Sí.")]


@pytest.mark.parametrize(("zone", "hours"), [("EST", -5), ("EDT", -4), ("PST", -8), ("(GMT-06:00)", -6), ("UTC", 0)])
def test_zones_are_told_apart(zone: str, hours: int) -> None:
    sent = (
        read(HEADERS.replace("Tue, 12 Mar 2024 19:41:03 -0500", f"March 12, 2024 at 5:02 PM {zone}"))
        .messages[0]
        .sent_at
    )
    assert sent is not None
    assert (sent.hour, sent.utcoffset()) == (17, timedelta(hours=hours))


def test_a_year_before_any_mail_is_none() -> None:
    assert read(HEADERS.replace("2024", "-024")).messages[0].sent_at is None


def test_a_name_shown_last_name_first_is_the_same_person() -> None:
    found = read(HEADERS + "\nYes.\n\nFrom: Lee, Ann\nSent: Tuesday, March 12, 2024 5:02 PM\nTo: Bo\n\nDid it come?\n")
    assert said(found)[1] == ("Ann Lee", "Did it come?")
    assert "Lee, Ann" in found.participants[0].aliases


@pytest.mark.parametrize("line", ["> On we go\n", "To: Ann;\n"])
def test_lines_that_might_open_a_quotation_are_one_text(line: str) -> None:
    body = line * 20_000
    assert [part.text for part in take_apart(body)] == [body.strip()]


def test_quotations_within_quotations_come_oldest_first() -> None:
    body = "c\n\nOn 12 Mar 2024, at 5:02, Bo wrote:\n> b\n>\n> On 11 Mar 2024, at 5:02, Cy wrote:\n>> a\n"
    assert [(part.sender, part.text) for part in take_apart(body)] == [("Cy", "a"), ("Bo", "b"), (None, "c")]


def test_answers_between_quoted_lines_keep_their_place() -> None:
    body = "On 12 Mar 2024, at 5:02, Bo wrote:\n> one?\n\nyes\n\n> two?\n\nno\n"
    assert [(part.sender, part.text) for part in take_apart(body)] == [("Bo", "one?"), (None, "yes\n\n> two?\n\nno")]


@pytest.mark.parametrize(
    "body",
    [
        "> who said this",
        "On Monday we wrote:\nnothing",
        "From: the office\nno date here",
        "--\nAnn\nprincipal",
        "-----\nplain rule",
    ],
)
def test_what_is_not_certain_stays_text(body: str) -> None:
    assert [(part.own, part.text) for part in take_apart(body)] == [(True, body)]


def test_a_quotation_of_an_earlier_mail_is_not_told_twice() -> None:
    box = f"From a Tue Mar 12 17:02:00 2024\n{HEADERS}\nDid it\ncome?\n\nFrom b Tue Mar 12 18:02:00 2024\nFrom: Bo <bo@x.example>\nDate: x\nSubject: RE: the bus\n\nYes.\n\nOn 12 Mar 2024, at 5:02, Ann Lee wrote:\n> Did it come?\n"
    assert said(read(box)) == [("Ann Lee", "the bus"), ("Ann Lee", "Did it\ncome?"), ("Bo", "Yes.")]


def test_escaped_from_lines_are_restored() -> None:
    box = f"From a Tue Mar 12 17:02:00 2024\n{HEADERS}\nhello\n\n>From now on\n"
    assert said(read(box))[1] == ("Ann Lee", "hello\n\nFrom now on")


def mail(**headers: str) -> EmailMessage:
    built = EmailMessage()
    for name, value in (
        {"From": "Ann Lee <ann@x.example>", "To": "bo@x.example", "Subject": "s", "Date": "x"} | headers
    ).items():
        built[name] = value
    return built


def test_html_alone_is_read_as_text() -> None:
    built = mail()
    built.set_content(
        "<html><style>p{}</style><body><p>One &amp; two</p><div>three<br>four</div></body></html>", subtype="html"
    )
    assert said(read(built.as_bytes()))[1] == ("Ann Lee", "One & two\nthree\nfour")


def test_of_two_forms_the_plain_one_is_read_and_of_a_blank_plain_the_other() -> None:
    for plain, expected in (("plain words", "plain words"), (" \n", "rich words")):
        built = mail()
        built.set_content(plain)
        built.add_alternative("<p>rich words</p>", subtype="html")
        assert said(read(built.as_bytes()))[1:] == [("Ann Lee", expected)]


def test_text_attachments_are_kept_others_counted() -> None:
    built = mail()
    built.set_content("see below")
    built.add_attachment("notes of the call", filename="a.txt")
    built.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="secret-name.png")
    found = read(built.as_bytes())
    assert [each.text for each in found.messages[1:]] == ["see below", "notes of the call", "[1 file(s) omitted]"]
    assert found.messages[-1].kind is MessageKind.MEDIA_OMITTED


def test_an_enclosed_mail_keeps_its_own_sender() -> None:
    inner = mail(From="Cy <cy@x.example>", Subject="inner")
    inner.set_content("from within")
    outer = mail()
    outer.set_content("look")
    outer.add_attachment(inner)
    assert said(read(outer.as_bytes())) == [
        ("Ann Lee", "s"),
        ("Ann Lee", "look"),
        ("Cy", "inner"),
        ("Cy", "from within"),
    ]


@pytest.mark.parametrize(("content", "text"), [
    (b"Content-Type: text/plain; charset=windows-1252\n\ncaf\xe9", "café"),
    (b"Content-Type: text/plain; charset=no-such\n\ncaf\xc3\xa9", "café"),
    (b"Content-Type: text/plain; charset*=bad'en'%ff\n\ncaf\xc3\xa9", "café"),
    (b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nY2Fmw6k=", "café"),
    (b"Content-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9 =\nbar", "café bar"),
    (b"Content-Type: multipart/mixed; boundary=q\n\nno such boundary", "no such boundary"),
])  # fmt: skip
def test_encodings_of_a_body(content: bytes, text: str) -> None:
    assert read(HEADERS.encode() + content).messages[1].text.strip() == text


def test_addressees_are_participants_and_encoded_names_are_read() -> None:
    found = read(
        'From: =?utf-8?q?Jos=C3=A9?= <j@x.example>\nTo: "Ray, Bo" <bo@x.example>, cy@x.example\nCc: Dee\nSubject: x\n\nhi'
    )
    assert [(each.name, each.aliases) for each in found.participants] == [
        ("José", ("j@x.example",)), ("Ray, Bo", ("bo@x.example",)), ("cy@x.example", ()), ("Dee", ())]  # fmt: skip


@pytest.mark.parametrize("text", ["hello", "From: me\nno header", "Subject: x\nFrom here on", "Dear Ann,\n\nFrom: x"])
def test_other_text_is_no_mail(text: str) -> None:
    assert read_email(text.encode()) is None


def test_the_subject_is_told_once() -> None:
    assert said(read(HEADERS + "\nhi"))[0] == ("Ann Lee", "the bus")
    assert isinstance(read(HEADERS + "\nhi").messages[0], Message)
