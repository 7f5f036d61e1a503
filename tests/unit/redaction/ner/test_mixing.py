import torch

from redaction.ner.mixing import mixed


def test_weights_are_the_mean_by_share_and_counts_come_from_the_first():
    one = {"weight": torch.tensor([1.0, 2.0]), "count": torch.tensor([3])}
    other = {"weight": torch.tensor([5.0, 2.0]), "count": torch.tensor([4])}
    made = mixed([(one, 3.0), (other, 1.0)])
    assert made["weight"].tolist() == [2.0, 2.0]
    assert made["count"].tolist() == [3]
