"""Numbers as people write them: "1,204", "3.1k", "25 hundred", "forty-four", "quince"; what they count is not said."""

from functools import reduce

import regex

_ONES = dict(
    zip(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen""".split(),
        range(1, 20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SPANISH = dict(
    zip(
        """uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
        dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
        veintiocho veintinueve treinta""".split(),
        range(1, 31),
        strict=True,
    )
) | dict(zip("cuarenta cincuenta sesenta setenta ochenta noventa".split(), range(40, 100, 10), strict=True))
_UNACCENTED = {word.translate(str.maketrans("éó", "eo")): value for word, value in _SPANISH.items()}
_VALUES = _ONES | _TENS | {"dozen": 12} | _SPANISH | _UNACCENTED
_FACTORS = {"hundred": 100, "thousand": 1000}
_SCALES = {**_FACTORS, "k": 1000, "grand": 1000}
_ONE_WORD = "|".join([*_TENS, *sorted(_ONES, key=len, reverse=True)])
_FURTHER_WORD = rf"{_ONE_WORD}|hundred|thousand|and(?=\s(?:{_ONE_WORD})\b)"
WRITTEN = rf"(?>(?:{_ONE_WORD})(?>[-\s](?:{_FURTHER_WORD})\b){{0,3}}+)"
DIGITS = r"\d{1,3}(?:,\d{3}){1,2}|\d{1,5}"
"""Both as verbose expressions without a name."""


def number(surface: str) -> float:
    """The first number of `surface`, in digits or in words; 0 where it holds none."""
    found = regex.search(r"(\d[\d,]*(?:\.\d+)?)(?:\s?(k|hundred|thousand|grand)\b)?", surface.lower())
    if found:
        return float(found[1].replace(",", "")) * _SCALES.get(found[2], 1)
    said = [word for word in regex.findall(r"[a-zéó]+", surface.lower()) if word in _VALUES or word in _FACTORS]
    return float(reduce(_grown, said, 0))


def _grown(so_far: int, word: str) -> int:
    """As in two, two hundred, two hundred ten."""
    if word in _FACTORS:
        return max(1, so_far) * _FACTORS[word]
    return so_far + _VALUES[word]
