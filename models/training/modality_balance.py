"""The ranker's `balance`: what makes a modality's weight the share of what it decides, found by least squares.

After training the ranker is asked queries of two modalities over products of the training split, once whole and once
without each of them. How much of the first `FIRST` a mask replaces is what that modality decided; the weights are to
stand to each other as these shares do. The balance that does so is a linear function of each modality's mean token
(ridge regression on the differences of logarithms). Orders stay as they were: see cross_attention.py.
"""
import numpy as np
import torch

FIRST = 50
# A shop in which the first are a fortieth, with some titles, and one in which they are a tenth, of photos alone.
SHOPS = ((2000, 0.3), (500, 0.0))
RIDGE = 10.0
# A mask that replaces nothing would have the logarithm of nothing.
LEAST = 0.02


def fit(training, batches=96, size=32):
    """Sets `training.ranker.balance` from a RankerTraining; returns the error of the logarithm of the weights' ratio."""
    ranker, rng = training.ranker, np.random.RandomState(training.args.seed + 1)
    features, wanted = [], []
    with torch.no_grad():
        shops = [training.garments(rng.permutation(training.rows)[:size], titles, altered=False) for size, titles in SHOPS]
        for at in range(batches):
            garments = shops[at // 4 % len(shops)]
            inputs = lambda query: training.query_inputs(query, patches=at // 8 % 2 == 0)
            q = training.queries.batch(("change", "change", "history", "described")[at % 4], size)
            asked = ranker.query(*inputs(q))
            whole = _first(ranker, asked, garments)
            here = [m for m in range(len(ranker.balance)) if asked.present[0, m] > 0]
            decided = {m: _replaced(whole, _first(ranker, ranker.query(*inputs(_without(q, m))), garments)) for m in here}
            a, b = here
            row = torch.zeros(len(q["rows"]), len(ranker.balance), asked.pooled.shape[2] + 1)
            row[:, a, :-1], row[:, a, -1] = asked.pooled[:, a], 1
            row[:, b, :-1], row[:, b, -1] = -asked.pooled[:, b], -1
            features.append(row.flatten(1))
            wanted.append((decided[a] / decided[b]).log() - (asked.gates[:, a] - asked.gates[:, b]))
        x, y = torch.cat(features), torch.cat(wanted)
        solution = torch.linalg.solve(x.t() @ x + RIDGE * torch.eye(x.shape[1]), x.t() @ y)
        for layer, part in zip(ranker.balance, solution.reshape(len(ranker.balance), -1)):
            layer.weight.copy_(part[None, :-1])
            layer.bias.copy_(part[-1:])
        return round(((x @ solution - y) ** 2).mean().sqrt().item(), 3)


def _without(q, modality):
    return {**q, ("texts", "photos", "history")[modality]: None}


def _first(ranker, asked, garments):
    """bool [B, n]: the first candidates by the total"""
    total = (sum(ranker.compare(asked, *garments)) * ranker.weights(asked)[:, :, None]).sum(1)
    best = total.topk(min(FIRST, total.shape[1]), dim=1).indices
    return torch.zeros_like(total, dtype=torch.bool).scatter_(1, best, True)


def _replaced(whole, masked):
    """Share of the first that a mask replaces -> [B]"""
    return (1 - (whole & masked).sum(1) / whole.sum(1)).clamp(min=LEAST)
