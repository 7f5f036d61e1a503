import random

import torch

from redaction.ner.batches import MOST_PIECES, batches_of, examples_of
from redaction.ner.network import CLASSES
from redaction.ner.runs import IGNORED, Run


def classes_of_text(tokenizer, *runs: Run) -> list[str]:
    (example,) = examples_of(tokenizer, [runs])
    return ["-" if number == -100 else CLASSES[number] for number in example.classes[1:-1]]


def test_the_first_piece_begins_a_name_and_the_others_go_on(tokenizer):
    runs = (Run("ask "), Run("Denise Marcus", "PERSON"), Run("'s mom"))
    assert classes_of_text(tokenizer, *runs) == ["O", "B-PERSON", "I-PERSON", "I-PERSON", "I-PERSON", "O", "O", "O"]


def test_neighbouring_names_each_begin(tokenizer):
    runs = (Run("Denise", "PERSON"), Run(" "), Run("Marcus", "PERSON"))
    assert classes_of_text(tokenizer, *runs) == ["B-PERSON", "I-PERSON", "B-PERSON", "I-PERSON"]


def test_ignored_runs_teach_nothing(tokenizer):
    assert classes_of_text(tokenizer, Run("call "), Run("lincoln", IGNORED)) == ["O", "-"]


def test_a_long_text_goes_on_as_another_example(tokenizer):
    examples = examples_of(tokenizer, [(Run("call " * (MOST_PIECES + 5)),)])
    assert [len(example.ids) for example in examples] == [MOST_PIECES + 2, 7]


def test_batches_hold_every_example_once_and_are_padded(tokenizer):
    examples = examples_of(tokenizer, [(Run("call " * length),) for length in (3, 30, 4, 28, 2, 60)])
    batches = list(batches_of(examples, 64, random.Random(1)))
    assert sum(len(batch.ids) for batch in batches) == 6
    assert sum(int(batch.mask.sum()) for batch in batches) == sum(len(example.ids) for example in examples)
    for batch in batches:
        assert batch.ids.shape == batch.shapes.shape == batch.mask.shape == batch.classes.shape
        assert torch.all(batch.classes[batch.mask == 0] == -100)
        assert batch.ids.numel() <= 64 or len(batch.ids) == 1
