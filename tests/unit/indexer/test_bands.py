"""The probability is absolute, grows with every feature, and the bands lie in order."""

from dataclasses import fields, replace

from corpus.model.search import Band
from indexer.bands import Features, calibration

NOTHING = Features(cosine=0.0, coverage=0.0, topical=0.0, off_topic=-0.5)
EVERYTHING = Features(cosine=1.0, coverage=1.0, topical=1.0, off_topic=0.0)


def test_nothing_shared_is_no_hit_and_everything_shared_is_close():
    judge = calibration()
    assert judge.band(judge.probability(NOTHING)) is None
    assert judge.band(judge.probability(EVERYTHING)) is Band.CLOSE


def test_no_feature_lowers_the_probability():
    judge = calibration()
    for field in fields(Features):
        more = replace(NOTHING, **{field.name: getattr(NOTHING, field.name) + 0.5})
        assert judge.probability(more) >= judge.probability(NOTHING)


def test_bands_lie_in_order():
    judge = calibration()
    assert 0 < judge.floor < judge.related < judge.close < 1
    assert judge.band(judge.floor) is Band.WEAK
    assert judge.band(judge.related) is Band.RELATED


def test_words_alone_can_be_close():
    judge = calibration()
    full, none = (judge.probability(replace(NOTHING, coverage=c), with_meaning=False) for c in (1.0, 0.0))
    assert judge.band(full) is Band.CLOSE
    assert none < judge.related
