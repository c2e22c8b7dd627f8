"""How far apart a modality's scores lie among good candidates: the ranker's `spread`, found by least squares.

After training the ranker is asked queries of every kind over products of the training split. The standard deviation
of s_m among the best `BEST` by the total is what a query's mean token of modality m has to tell; a ridge regression of
its logarithm gives weight and bias. Orders stay as they were: see the module's text of cross_attention.py.
"""
import numpy as np
import torch

BEST = 200
DOCUMENTS = 2000
RIDGE = 10.0


def fit(training, batches=60, size=32):
    """Sets `training.ranker.spread` from a RankerTraining; returns the error of each modality's logarithm."""
    rng = np.random.RandomState(training.args.seed + 1)
    rows = rng.permutation(training.rows)[:DOCUMENTS]
    seen = [([], []) for _ in training.ranker.spread]
    with torch.no_grad():
        garments = training.garments(rows, 0.5)
        for at in range(batches):
            kind = ("change", "history", "title", "change", "photo", "caption")[at % 6]
            asked = training.ranker.query(*training.query_inputs(training.queries.batch(kind, size)))
            scores = sum(training.ranker.compare(asked, *garments))
            best = (scores * training.ranker.weights(asked)[:, :, None]).sum(1).topk(min(BEST, len(rows)), dim=1).indices
            scores = torch.gather(scores, 2, best[:, None].expand(-1, scores.shape[1], -1))
            for m, (tokens, spreads) in enumerate(seen):
                here = asked.present[:, m] > 0
                if here.any():
                    tokens.append(asked.pooled[here, m])
                    spreads.append(scores[here, m].std(1).clamp(min=1e-3).log())
        errors = []
        for layer, (tokens, spreads) in zip(training.ranker.spread, seen):
            x, y = torch.cat(tokens), torch.cat(spreads)
            middle, mean = x.mean(0), y.mean()
            gram = (x - middle).t() @ (x - middle) + RIDGE * torch.eye(x.shape[1])
            weight = torch.linalg.solve(gram, (x - middle).t() @ (y - mean))
            layer.weight.copy_(weight[None])
            layer.bias.copy_((mean - middle @ weight)[None])
            errors.append(round(((layer(x)[:, 0] - y) ** 2).mean().sqrt().item(), 3))
    return errors
