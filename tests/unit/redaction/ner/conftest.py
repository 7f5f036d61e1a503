"""A tokenizer of a few words, so that nothing here needs the shipped one."""

import pytest
from tokenizers import Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import WordPiece

WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "ask",
    "den",
    "##ise",
    "mar",
    "##cus",
    "to",
    "call",
    "'",
    "s",
    "mom",
    ":",
    "at",
    "lincoln",
    "hs",
    ".",
]


@pytest.fixture
def tokenizer() -> Tokenizer:
    made = Tokenizer(WordPiece({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made
