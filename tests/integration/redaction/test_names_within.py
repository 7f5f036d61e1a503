"""A name that the discussion knows goes wherever it hides: in tags, file names, emoji, made-up words, between signs."""

import unicodedata

import pytest

from corpus.model.discussion import Discussion, Message, Participant, Source
from redaction.redactor import Redactor, build_redactor

HIDDEN = [
    "see #JusticeForKieran everywhere",
    "they post #FreeKieran and #prayforvosloo",
    "slack :kieran-vosloo-party: emoji",
    "slack :kvosloo: emoji",
    "file Kieran_Vosloo_statement.pdf attached",
    "file kieran-vosloo.docx attached",
    "IMG_kieran.jpg attached",
    "we call it Kieran-gate now",
    "it was Kierangate",
    "that Voslooesque stunt",
    "Vosloo/Therrien fight",
    "snap is kieranvosloo2009",
    "snap kieran.vosloo09",
    "@kvosloo posted",
    "link https://x.example/news/kieran-vosloo-suspended",
    "x[Person 1]Vosloo",
    "Dana[removed]Vosloo",
    "Whit[removed]Vosloo",
    "KIERAN!!!",
    "k.i.e.r.a.n.",
    "K-I-E-R-A-N",
    "kieeeran",
    "Kieran\U0001f985Vosloo",
    "\U0001f1f0\U0001f1ee\U0001f1ea\U0001f1f7\U0001f1e6\U0001f1f3 was there",
    "nareik is his tag",
    "Vosloo-Therrien custody",
    "TeamKieran shirts",
    "Kieran'd it",
    "the kierans",
    "KieranVosloo",
    "*Kieran*",
    "_Kieran_ did",
    "~~Vosloo~~",
    "`vosloo`",
    "**Vos**loo",
    "<b>Vos</b>loo came",
    "Vos\xadloo came",
    "V o s l o o came",
    "Vos-\nloo came",
    "mailto:kieran",
    "tel Kieran:5551234",
    '"Kieran":"yes"',
    "kieran=guilty",
    "KV did it",
    "K.V. did it",
    "Kieran V did it",
    "Mr V called",
    "the Vosloos called",
    "Vosloo's",
    "vosloos truck",
    "kier\xe1n",
    "K\xederan",
    "\u041aieran",
    "Kieran\u200bVosloo",
    "\u1d0b\u026a\u1d07\u0280\u1d00\u0274",
    "\U0001d4da\U0001d4f2\U0001d4ee\U0001d4fb\U0001d4ea\U0001d4f7",
    "Kie ran",
    "Ki3ran",
    "K1eran",
    "Vosl00",
]


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return build_redactor()


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKD", text).casefold()))


@pytest.mark.parametrize("known", [False, True], ids=["named elsewhere", "a participant"])
@pytest.mark.parametrize("said", HIDDEN)
def test_a_known_name_goes_from_within(redactor: Redactor, said: str, *, known: bool) -> None:
    first = Message("Kieran Vosloo filmed it and Kieran's dad Dirk Vosloo called.", "Rosalind Okafor")
    people = ("Rosalind Okafor", "Kieran Vosloo")[: 1 + known]
    discussion = Discussion(Source.PLAIN, (first, Message(said, "Rosalind Okafor")), tuple(map(Participant, people)))
    shown = redactor.redact(discussion).discussion.messages[-1].text
    assert shown != said
    assert "kieran" not in _letters(shown)
    assert "vosloo" not in _letters(shown)


@pytest.mark.parametrize("said", ["A clip went round on TikTok and YouTube", "PowerSchool and ClassDojo were down"])
def test_products_in_one_word_stay(redactor: Redactor, said: str) -> None:
    named = Message("Tik Tokarev and Dojo Vosloo called.")
    assert redactor.redact(Discussion(Source.PLAIN, (named, Message(said)))).discussion.messages[-1].text == said
