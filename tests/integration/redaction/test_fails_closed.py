"""P4: 200 injected failures (exception, timeout, skipped, partial, over-long, broken spans), 200 held; no text leaks."""

import pytest

from corpus.errors import ModelMismatch, RedactionIncomplete
from corpus.model.discussion import Discussion, Message, Source, plain_discussion
from corpus.model.redaction import EntityKind
from redaction import deadline, presidio_engine
from redaction.finding import Finding
from redaction.keep_list import keep_list
from redaction.presidio_engine import Engine, Recognizer
from redaction.recognizers.emails import Emails
from redaction.recognizers.names import Names
from redaction.recognizers.registry import standing_recognizers
from redaction.redactor import Redactor, build_redactor

CANARY = "Zyxwanda"
TEXTS = [f"{CANARY} said {n} things to bob{n}@school.local" for n in range(25)]


class Raises(Recognizer):
    kinds = (EntityKind.PERSON,)

    def find(self, text):
        raise ValueError(text)


class TimesOut(Raises):
    def find(self, text):
        raise TimeoutError(text)


class StopsHalfWay(Raises):
    def find(self, text):
        yield Finding(0, 3, EntityKind.PERSON, 0.9, self.name)
        raise RuntimeError(text)


class PointsOutside(Raises):
    def find(self, text):
        yield Finding(0, len(text) + 5, EntityKind.PERSON, 0.9, self.name)


class IsSkipped(Raises):
    def analyze(self, text, entities, nlp_artifacts=None):
        return []


class ReadsLess(Raises):
    def find(self, text):
        return []

    def analyze(self, text, entities, nlp_artifacts=None):
        return super().analyze(text[:5], entities, nlp_artifacts)


class ForgetfulModel:
    def spans(self, texts, *, doubts=False):
        return []


class CrashingModel:
    def spans(self, texts, *, doubts=False):
        raise MemoryError(texts)


BROKEN = [Raises, TimesOut, StopsHalfWay, PointsOutside, IsSkipped, ReadsLess]


@pytest.mark.parametrize(
    "recognizer",
    [*(broken() for broken in BROKEN), Names(ForgetfulModel()), Names(CrashingModel())],
    ids=lambda r: r.name,
)
def test_a_recogniser_that_did_not_finish_holds_every_text(recognizer: Recognizer) -> None:
    redactor = Redactor(Engine([Emails(), recognizer]), keep_list())
    for text in TEXTS:
        with pytest.raises(RedactionIncomplete) as held:
            redactor.redact(plain_discussion(text))
        assert CANARY not in "".join(map(str, (held.value, held.value.__cause__, held.value.__context__)))


def test_a_text_that_is_too_long_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presidio_engine, "MOST_CHARACTERS", 100)
    with pytest.raises(RedactionIncomplete):
        Redactor(Engine([Emails()]), keep_list()).redact(plain_discussion("x" * 101))


def test_a_pattern_that_runs_out_of_time_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redaction.recognizers.patterns.SECONDS", 1e-9)
    with pytest.raises(RedactionIncomplete):
        Redactor(Engine([Emails()]), keep_list()).redact(plain_discussion("bob@school.local " * 5000))


def test_a_model_that_takes_too_long_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    class FindsNothing:
        def spans(self, texts, *, doubts=False):
            return [[] for _ in texts]

    monkeypatch.setattr(deadline, "SECONDS", -1.0)
    monkeypatch.setattr(deadline, "SECONDS_A_CHARACTER", 0.0)
    with pytest.raises(RedactionIncomplete):
        Redactor(Engine([Names(FindsNothing())]), keep_list()).redact(plain_discussion(TEXTS[0]))


def test_a_model_that_finds_nothing_slowly_is_stopped_before_its_next_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    read = []

    class Slow:
        def spans(self, texts, *, doubts=False):
            read.extend(texts)
            clock[0] += 2 * deadline.SECONDS
            return [[] for _ in texts]

    monkeypatch.setattr(deadline, "monotonic", lambda: clock[0])
    with pytest.raises(RedactionIncomplete):
        Redactor(Engine([Names(Slow())]), keep_list()).redact(plain_discussion("\n".join(TEXTS)))
    assert len(read) == 1


def test_a_message_is_read_once_however_many_rounds_and_repeats_there_are() -> None:
    read = []

    class Remembers(Recognizer):
        kinds = (EntityKind.TRACE,)

        def find(self, text):
            read.append(text)
            start = text.find("bob")
            return [Finding(start, start + 3, EntityKind.TRACE, 0.9, self.name)] if start >= 0 else []

    messages = tuple(Message(text) for text in ("ask bob", "fine", "ask bob"))
    redaction = Redactor(Engine([Remembers()]), keep_list()).redact(Discussion(Source.PLAIN, messages))
    assert [mention.message for mention in redaction.mentions] == [0, 2]
    assert read == ["ask bob", "fine", "ask [removed]"]


def test_presidios_own_pattern_recognizer_is_refused() -> None:
    from presidio_analyzer import Pattern, PatternRecognizer

    fails_open = PatternRecognizer("PERSON", patterns=[Pattern("x", "x", 0.5)])
    with pytest.raises(TypeError):
        Engine([fails_open])


def test_a_missing_or_altered_model_does_not_load(tmp_path) -> None:
    with pytest.raises(ModelMismatch):
        build_redactor(name_model=tmp_path)


def test_a_redaction_that_does_not_settle_is_held() -> None:
    class FindsSomethingNewEachTime(Recognizer):
        kinds = (EntityKind.TRACE,)

        def find(self, text):
            start = next((n for n, character in enumerate(text) if character == "x"), None)
            return [] if start is None else [Finding(start, start + 1, EntityKind.TRACE, 0.9, self.name)]

    with pytest.raises(RedactionIncomplete):
        Redactor(Engine([FindsSomethingNewEachTime()]), keep_list()).redact(plain_discussion("x y " * 20))


def test_what_only_a_look_at_the_output_shows_is_hidden_too() -> None:
    class FindsOneAfterTheOther(Recognizer):
        kinds = (EntityKind.TRACE,)

        def find(self, text):
            word = "later" if "sooner" not in text else "sooner"
            start = text.find(word)
            return [] if start < 0 else [Finding(start, start + len(word), EntityKind.TRACE, 0.9, self.name)]

    redaction = Redactor(Engine([FindsOneAfterTheOther()]), keep_list()).redact(plain_discussion("sooner or later"))
    assert [one.start for one in redaction.mentions] == [0, 10]
    assert "later" not in redaction.text


def test_serial_batch_and_parallel_agree() -> None:
    from concurrent.futures import ThreadPoolExecutor

    redactor = Redactor(Engine(standing_recognizers(None)), keep_list())
    discussions = [Discussion(Source.PLAIN, (Message(text, "Tom Vang"),)) for text in TEXTS[:8]]
    serial = [redactor.redact(discussion) for discussion in discussions]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(redactor.redact, discussions)) == serial
