"""What stands before a colon in a plain text is nobody, also where the line stands in the thread and in a draft of it;
who speaks in a pasted chat is hidden."""

import pytest

from corpus.model.discussion import Discussion, Message, Source, plain_discussion
from redaction.redactor import Redactor, build_redactor

STARTS = """letter we sent|Update|What we did|Wrote to families|Plan it with them|Count something besides alerts|Say both halves aloud
|The pouches themselves|Ask your custodian today|Called his mother|Victim or offender|Two voices|Nerves were raw|The boy did well
|Lead with hygiene|One employee acted alone|Negative meal balance|Insurance deductible|Interview one|What comes next|Found safe|Issue 1
|Mistake one|hallway|order i'd go|Reported by|Narrative|Nurse note|Bottled water|they did|If you do this|First thing|her advice
|kid's side|Letter draft|Prepared by|staff mtg|Still to do|Others on the bus|message to staff|robocall text|Our note home|Do over
|Advice|Voicemail|Lo que hicimos|Resumen|Mensaje|Asunto|Situación|Acciones|Resultado|Pregunta|Respuesta|Lección|Actualización
|Maestra|Directora|Familias""".replace("\n", "").split("|")
FIRST, SECOND = "we told them the truth and asked for calm.", "nobody came the next day, and that was fine."


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return build_redactor()


@pytest.mark.parametrize("start", STARTS)
def test_the_start_of_a_line_in_a_plain_text_stays(redactor: Redactor, start: str) -> None:
    thread = Message(f"It went on.\n{start}: {FIRST}\n{start}: {SECOND}", "Rosalind Okafor")
    draft = Message(f"{start}: {FIRST}")
    redaction = redactor.redact(Discussion(Source.PLAIN, (thread, draft)))
    assert [message.text for message in redaction.discussion.messages] == [thread.text, draft.text]


@pytest.mark.parametrize(
    "chat",
    [
        "Rosalind: anyone up?\nTherrien: yes\nRosalind: good",
        "Big Bird: anyone up?\nDusty Rose: yes\nBig Bird: we wait\nDusty Rose: ok",
        "mike from 3rd: anyone up?\nno\nmike from 3rd: please",
        "I pasted what they wrote.\nbear cub: on my way\ntall tree: same\nbear cub: here\ntall tree: me too",
        "> ponce admin: on my way\nfine\n> ponce admin: here",
    ],
)
def test_who_speaks_in_a_pasted_chat_is_hidden(redactor: Redactor, chat: str) -> None:
    text = redactor.redact(plain_discussion(chat)).text.casefold()
    for name in ("rosalind", "therrien", "big bird", "dusty rose", "mike", "bear cub", "tall tree", "ponce"):
        assert name not in text
