import pytest

from redaction.ner.features import OPENS_LINE, Shape, piece_id, pieces_of, shape_of


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("denise", Shape.LOWER), ("Denise", Shape.TITLE), ("D", Shape.TITLE), ("LHS", Shape.UPPER),
        ("McKay", Shape.MIXED), ("eSchool", Shape.MIXED), ("42", Shape.OTHER), ("'", Shape.OTHER), ("李", Shape.OTHER),
        ("Émile", Shape.TITLE),
    ],
)  # fmt: skip
def test_shape_of_a_word(word, shape):
    assert shape_of(word) is shape


def test_every_piece_of_a_word_has_the_shape_of_the_whole_word(tokenizer):
    (pieces,) = pieces_of(tokenizer, ["ask Denise"])
    assert pieces.words == [0, 1, 1]
    assert pieces.offsets == [(0, 3), (4, 7), (7, 10)]
    assert pieces.shapes == [Shape.LOWER + OPENS_LINE, Shape.TITLE, Shape.TITLE]


def test_the_word_after_a_line_end_opens_a_line(tokenizer):
    (pieces,) = pieces_of(tokenizer, ["ask mom\nto call"])
    assert [shape >= OPENS_LINE for shape in pieces.shapes] == [True, False, True, False]


def test_a_text_without_words_has_no_pieces(tokenizer):
    assert [pieces.ids for pieces in pieces_of(tokenizer, ["", " \n "])] == [[], []]


def test_a_tokenizer_without_the_marks_is_refused(tokenizer):
    with pytest.raises(ValueError, match="not the name model's"):
        piece_id(tokenizer, "[NO SUCH PIECE]")
