import re
import shlex
import sys
from pathlib import Path

import pytest
import torch
from transformers import BertConfig

from redaction.ner import network as networks
from redaction.ner import train
from redaction.ner.batches import Batch
from redaction.ner.chats import read_chats
from redaction.ner.network import NameNetwork
from redaction.ner.recipe import STAGES, Stage
from redaction.ner.runs import LABELS
from redaction.ner.serving import ServingNetwork
from redaction.ner.train import FLOOR, WARM_UP, arguments_of, hide_pieces, optimizer_for, rate_at

STAGE = Stage({}, thread_share=0.0, sentences=0, epochs=1, rate=1e-4)


@pytest.fixture
def network() -> NameNetwork:
    torch.manual_seed(1)
    config = BertConfig(vocab_size=30, hidden_size=8, num_hidden_layers=3, num_attention_heads=2, intermediate_size=16)
    return NameNetwork(config).eval()


def test_the_rate_rises_and_falls():
    assert rate_at(0.0) == 0.0
    assert rate_at(WARM_UP) == pytest.approx(1.0)
    assert rate_at(1.0) == pytest.approx(FLOOR)


def test_the_word_embeddings_rest(network):
    optimizer_for(network, STAGE)
    assert not network.encoder.embeddings.word_embeddings.weight.requires_grad
    assert network.shape.weight.requires_grad


def test_resting_layers_learn_no_more(network):
    optimizer_for(network, Stage({}, 0.0, 0, 1, 1e-4, resting_layers=2))
    learning = [any(weight.requires_grad for weight in layer.parameters()) for layer in network.encoder.encoder.layer]
    assert learning == [False, False, True]
    assert not network.shape.weight.requires_grad


def test_lower_layers_learn_slower(network):
    rates = [group["lr"] for group in optimizer_for(network, STAGE).param_groups]
    assert rates == sorted(rates)
    assert rates[-2] == STAGE.rate


def test_names_are_hidden_oftener_than_other_words():
    classes = torch.zeros((100, 100), dtype=torch.int64)
    classes[:, 50:] = 1
    classes[:, 99] = -100
    ids = torch.full_like(classes, 7)
    hidden = hide_pieces(Batch(ids, ids, ids, classes), 1, torch.Generator().manual_seed(1)) == 1
    assert 100 < hidden[:, :50].sum() < hidden[:, 50:].sum() / 2
    assert not hidden[:, 99].any()


def test_the_serving_network_gives_the_same_numbers(network):
    generator = torch.Generator().manual_seed(2)
    ids = torch.randint(0, 30, (3, 10), generator=generator)
    shapes = torch.randint(0, 12, (3, 10), generator=generator)
    mask = torch.ones_like(ids)
    mask[1, 6:] = 0
    with torch.no_grad():
        one, other = network(ids, shapes, mask), ServingNetwork(network)(ids, shapes, mask)
    assert torch.allclose(one[mask == 1], other[mask == 1], atol=1e-5)


def test_several_checkpoints_are_averaged_by_their_shares(tmp_path, monkeypatch, network):
    monkeypatch.setattr(networks, "_config", lambda _folder: network.encoder.config)
    paths = [tmp_path / "one.pt", tmp_path / "two.pt"]
    for path, value in zip(paths, (1.0, 4.0), strict=True):
        torch.save({name: torch.full_like(weights, value) for name, weights in network.state_dict().items()}, path)
    mean = networks.from_checkpoints(paths, [2.0, 1.0], tmp_path)
    assert torch.allclose(mean.head.bias, torch.full_like(mean.head.bias, 2.0))
    with pytest.raises(ValueError, match="shorter"):
        networks.from_checkpoints(paths, [1.0], tmp_path)


def test_a_checkpoint_from_before_a_label_leaves_it_to_those_that_know_it(tmp_path, monkeypatch, network):
    monkeypatch.setattr(networks, "_config", lambda _folder: network.encoder.config)
    every = {name: torch.ones_like(weights) for name, weights in network.state_dict().items()}
    before = {name: 4 * (weights[:-2] if name.startswith("head.") else weights) for name, weights in every.items()}
    torch.save(every, tmp_path / "now.pt")
    torch.save(before, tmp_path / "before.pt")
    both = networks.from_checkpoints([tmp_path / "before.pt", tmp_path / "now.pt"], [1.0, 1.0], tmp_path)
    assert torch.allclose(both.head.weight[:-2], torch.tensor(2.5))
    assert torch.allclose(both.head.weight[-2:], torch.tensor(1.0))
    alone = networks.from_checkpoint(tmp_path / "before.pt", tmp_path)
    assert (alone.head.bias[-2:] < 0).all()
    assert not alone.head.weight[-2:].any()


def test_a_network_of_the_first_labels_has_no_row_for_the_others(tmp_path, monkeypatch, network):
    monkeypatch.setattr(networks, "_config", lambda _folder: network.encoder.config)
    of_names = NameNetwork(network.encoder.config, LABELS[:5])
    torch.save(of_names.state_dict(), tmp_path / "names.pt")
    assert len(of_names.head.bias) == len(networks.CLASSES) - 4
    again = networks.from_checkpoint(tmp_path / "names.pt", tmp_path, LABELS[:5])
    assert torch.equal(again.head.bias, of_names.head.bias)


def test_labels_are_the_first_ones_of_all(capsys):
    words = ["--data", "x", "--stage", "chats", "--out", "y", "--labels"]
    assert arguments_of([*words, *LABELS[:5]]).labels == list(LABELS[:5])
    with pytest.raises(SystemExit):
        arguments_of([*words, "SCHOOL"])
    assert "must be the first ones" in capsys.readouterr().err


def test_a_stage_that_stops_early_writes_those_epochs_alone(tmp_path, monkeypatch, network):
    class ThreeEpochs:
        def __init__(self, *_):
            self.network = network

        def epochs(self):
            yield from range(3)

    monkeypatch.setattr(train, "Trainer", ThreeEpochs)
    monkeypatch.setattr(train, "from_pretrained", lambda _folder, _labels: network)
    monkeypatch.setattr(train, "pretrained_folder", lambda: tmp_path)
    monkeypatch.setattr(train, "read_sources", lambda *_: None)
    words = f"train --data x --stage chats --seed 7 --epochs 2 --out {tmp_path}"
    monkeypatch.setattr(sys, "argv", words.split())
    train.main()
    assert sorted(path.name for path in tmp_path.glob("*.pt")) == ["chats-7-0.pt", "chats-7-1.pt"]


NER = Path(train.__file__).parent


def _commands() -> list[tuple[list[str], int | None]]:
    """The words of each stage in the README, and how many threads it says that the stage reads."""
    text = (NER / "README.md").read_text("utf-8")
    for name, words in re.findall(r'^    ([A-Z]+)="(.+)"$', text, re.MULTILINE):
        text = text.replace(f"${name}", words)
    lines = re.findall(r"^    train (--stage .+?)(?: *# (\d+)(?: threads)?)?$", text, re.MULTILINE)
    return [(shlex.split(words), int(threads) if threads else None) for words, threads in lines]


def test_the_shipped_weights_recipe_can_be_typed_as_the_readme_has_it():
    """Each stage starts from what an earlier one wrote and reads as many threads as is said there."""
    written: set[str] = set()
    for words, threads in _commands():
        chosen = arguments_of([*words, "--data", "x", "--out", "var/name_model"])
        assert chosen.start is None or str(chosen.start) in written
        read = len(read_chats(NER / "threads" / "train", chosen.without)) if chosen.stage != "general" else None
        assert read == threads
        epochs = chosen.epochs or STAGES[chosen.stage].epochs
        written |= {f"var/name_model/{chosen.stage}-{chosen.seed}-{epoch}.pt" for epoch in range(epochs)}
    assert len(_commands()) == 10
    export = re.search(r"--checkpoint (.+?) \\", (NER / "README.md").read_text("utf-8"))
    assert export
    assert set(export[1].split()) <= written
