"""The probability is absolute, grows with every feature, and the bands lie in order."""

import numpy as np

from corpus.model.search import Band
from indexer.bands import Features, calibration

NOTHING = {"cosine": 0.0, "coverage": 0.0, "lead_coverage": 0.0, "agreement": 0.0, "off_topic": -0.2}
EVERYTHING = {"cosine": 1.0, "coverage": 1.0, "lead_coverage": 1.0, "agreement": 1.0, "off_topic": 0.0}


def chance(with_meaning=True, **features):
    columns = Features(**{name: np.array([value]) for name, value in features.items()})
    return float(calibration().probability(columns, with_meaning=with_meaning)[0])


def test_nothing_shared_is_no_hit_and_everything_shared_is_close():
    judge = calibration()
    assert judge.band(chance(**NOTHING)) is None
    assert judge.band(chance(**EVERYTHING)) is Band.CLOSE


def test_no_feature_lowers_the_probability():
    for name, value in NOTHING.items():
        assert chance(**NOTHING | {name: value + 0.1}) >= chance(**NOTHING)


def test_bands_lie_in_order():
    judge = calibration()
    assert 0 < judge.floor < judge.related < judge.close < 1
    assert judge.band(judge.floor) is Band.WEAK
    assert judge.band(judge.related) is Band.RELATED
    assert judge.band(judge.close) is Band.CLOSE
    assert judge.band(np.nextafter(judge.floor, 0)) is None


def test_meaning_counts_only_where_it_was_compared():
    near = NOTHING | {"cosine": 0.9}
    assert chance(**near) > chance(**NOTHING)
    assert chance(**near, with_meaning=False) == chance(**NOTHING, with_meaning=False)


def test_words_alone_can_be_close():
    full, none = (
        chance(**NOTHING | {"coverage": held, "lead_coverage": held}, with_meaning=False) for held in (1.0, 0.0)
    )
    assert calibration().band(full) is Band.CLOSE
    assert none < calibration().related
