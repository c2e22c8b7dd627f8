"""
Trains the attention model over outfits and writes models/outfits/kinds.json.

    python3 models/training/outfits/train_kinds.py --data ../shared/data/outfits

The loss is the cross-entropy of the kind in the blank, given a random part of the other pieces. Against
candidates drawn from the catalogue at large the best score is then log p(kind | others) - log p(kind), which
is what the service uses. Seeded; a few minutes on two cores.
"""

import argparse
import base64
import collections
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch

from outfit_sets import part_of, read_outfits
from set_attention import SetAttention


def blanks(outfits, kinds, rng, partial):
    """One (tokens, target) a piece: the blank, then the others, some of them left out where `partial`."""
    rows, targets = [], []
    for items in outfits:
        for at, target in enumerate(items):
            others = items[:at] + items[at + 1 :]
            if partial and len(others) > 1 and rng.random() < 0.5:
                others = rng.sample(others, rng.randint(1, len(others)))
            rows.append([kinds, *others])
            targets.append(target)
    return rows, targets


def padded(rows, padding):
    length = max(len(row) for row in rows)
    return torch.tensor([row + [padding] * (length - len(row)) for row in rows])


def log_odds(model, rows, log_share, batch=4096):
    model.eval()
    with torch.no_grad():
        parts = [model(padded(rows[at : at + batch], model.kinds + 1)).log_softmax(-1) for at in range(0, len(rows), batch)]
    return torch.cat(parts) - log_share


def fill_in(outfits, pool, scores_of, rng, questions=4000):
    """Accuracy over blanks with the true piece and three of other outfits; ties count by their share."""
    right = 0.0
    chosen = [outfits[rng.randrange(len(outfits))] for _ in range(questions)]
    blank_at = [rng.randrange(len(items)) for items in chosen]
    rows = [items[:at] + items[at + 1 :] for items, at in zip(chosen, blank_at)]
    scores = scores_of(rows)
    for row, items, at in zip(scores, chosen, blank_at):
        candidates = [items[at]] + [pool[rng.randrange(len(pool))] for _ in range(3)]
        values = [float(row[kind]) for kind in candidates]
        best = max(values)
        if values[0] >= best - 1e-9:
            right += 1 / sum(value >= best - 1e-9 for value in values)
    return right / questions


def auc(positive, negative):
    values = np.concatenate([positive, negative])
    order = values.argsort(kind="mergesort")
    ranks = np.empty(len(values))
    ranks[order] = np.arange(1, len(values) + 1)
    for value in np.unique(values):
        same = values == value
        if same.sum() > 1:
            ranks[same] = ranks[same].mean()
    n = len(positive)
    return (ranks[:n].sum() - n * (n + 1) / 2) / (n * len(negative))


def set_scores(model, outfits, log_share):
    rows, targets = blanks(outfits, model.kinds, random.Random(0), False)
    odds = log_odds(model, rows, log_share)[torch.arange(len(rows)), torch.tensor(targets)].numpy()
    scores, at = [], 0
    for items in outfits:
        scores.append(odds[at : at + len(items)].mean())
        at += len(items)
    return np.array(scores)


def random_outfits(outfits, pool, rng):
    """As many pieces as each real one, drawn at random, no kind twice (as in the real ones)."""
    fakes = []
    for items in outfits:
        fake = []
        while len(fake) < len(items):
            kind = pool[rng.randrange(len(pool))]
            if kind not in fake:
                fake.append(kind)
        fakes.append(fake)
    return fakes


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--data", default="../shared/data/outfits")
    options.add_argument("--out", default="models/outfits/kinds.json")
    options.add_argument("--epochs", type=int, default=24)
    options.add_argument("--dim", type=int, default=48)
    options.add_argument("--layers", type=int, default=2)
    options.add_argument("--dropout", type=float, default=0.25)
    options.add_argument("--seed", type=int, default=11)
    args = options.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    torch.set_num_threads(1)  # matrices this small lose more to a second thread than they gain
    started = time.time()

    outfits, names = read_outfits(args.data)
    kinds = sorted({kind for _, items in outfits for kind in items})
    number = {kind: at for at, kind in enumerate(kinds)}
    parts = collections.defaultdict(list)
    for set_id, items in outfits:
        parts[part_of(set_id)].append([number[kind] for kind in items])
    counts = collections.Counter(kind for items in parts["train"] for kind in items)
    share = torch.tensor([counts[kind] + 0.5 for kind in range(len(kinds))])
    log_share = (share / share.sum()).log()
    print({part: len(rows) for part, rows in parts.items()}, len(kinds), "kinds")

    model = SetAttention(len(kinds), dim=args.dim, hidden=2 * args.dim, layers=args.layers, dropout=args.dropout)
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.02)
    steps = args.epochs * (sum(len(items) for items in parts["train"]) // 512 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps, pct_start=0.1)
    valid_rows, valid_targets = blanks(parts["valid"], len(kinds), rng, False)
    valid_targets = torch.tensor(valid_targets)
    best, best_state = math.inf, None
    for epoch in range(args.epochs):
        rows, targets = blanks(parts["train"], len(kinds), rng, True)
        order = list(range(len(rows)))
        rng.shuffle(order)
        model.train()
        total = 0.0
        for at in range(0, len(order), 512):
            picked = order[at : at + 512]
            logits = model(padded([rows[i] for i in picked], len(kinds) + 1))
            loss = torch.nn.functional.cross_entropy(logits, torch.tensor([targets[i] for i in picked]))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += float(loss) * len(picked)
        odds = log_odds(model, valid_rows, log_share) + log_share
        valid = float(-odds[torch.arange(len(valid_rows)), valid_targets].mean())
        print(f"epoch {epoch + 1} train {total / len(order):.4f} valid {valid:.4f} {time.time() - started:.0f} s", flush=True)
        if valid < best:
            best, best_state = valid, {key: value.clone() for key, value in model.state_dict().items()}
    model.load_state_dict(best_state)

    together = np.zeros((len(kinds), len(kinds)), dtype=np.int64)
    for items in parts["train"]:
        for a in items:
            for b in items:
                if a != b:
                    together[a, b] += 1
    figures = measure(model, parts, log_share, together, counts)
    print(figures)
    write(Path(args.out), model, kinds, counts, together, calibration(model, parts["valid"], log_share, rng), names, figures, args)


def measure(model, parts, log_share, together, counts):
    test = parts["test"]
    pool = [kind for items in test for kind in items]
    learned = lambda rows: log_odds(model, [[model.kinds, *row] for row in rows], log_share)
    total = sum(counts.values())
    pairs = together.sum()
    alone = np.array([counts[kind] + 1 for kind in range(model.kinds)]) / (total + model.kinds)
    pmi = np.log((together + 0.5) / (pairs + 0.5 * model.kinds**2)) - np.log(alone)[:, None] - np.log(alone)[None, :]
    cooccurring = lambda rows: np.stack([pmi[row].mean(0) for row in rows])
    fakes = random_outfits(test, pool, random.Random(5))
    pair_mean = lambda rows: np.array([np.mean([pmi[a, b] for a in items for b in items if a != b]) for items in rows])
    return {
        "fitb": {"attention": fill_in(test, pool, learned, random.Random(7)), "cooccurrence": fill_in(test, pool, cooccurring, random.Random(7))},
        "auc": {
            "attention": float(auc(set_scores(model, test, log_share), set_scores(model, fakes, log_share))),
            "cooccurrence": float(auc(pair_mean(test), pair_mean(fakes))),
        },
    }


def calibration(model, valid, log_share, rng):
    """Turns the mean log odds into a probability that the outfit is a real one: logistic regression on valid."""
    pool = [kind for items in valid for kind in items]
    # Sets of two to four pieces, as the composer makes them.
    small = [rng.sample(items, rng.randint(2, min(4, len(items)))) for items in valid for _ in range(4)]
    fakes = random_outfits(small, pool, rng)
    x = np.concatenate([set_scores(model, small, log_share), set_scores(model, fakes, log_share)])
    y = np.concatenate([np.ones(len(small)), np.zeros(len(fakes))])
    slope, offset = 1.0, 0.0
    for _ in range(3000):
        p = 1 / (1 + np.exp(-(slope * x + offset)))
        slope -= 0.5 * ((p - y) * x).mean()
        offset -= 0.5 * (p - y).mean()
    return {"slope": float(slope), "offset": float(offset)}


def check(model):
    """One answer of the trained model, for readers in other languages to compare themselves with."""
    beside = [0, model.kinds // 3, model.kinds // 2]
    model.eval()
    with torch.no_grad():
        likely = model(torch.tensor([[model.kinds, *beside]])).softmax(-1)[0]
    return {"beside": beside, "likely": [round(float(value), 7) for value in likely]}


def write(path, model, kinds, counts, together, calibrated, names, figures, args):
    state = {key: value.numpy().astype("<f4") for key, value in model.state_dict().items()}
    packed = {key: {"shape": list(value.shape), "float32": base64.b64encode(value.tobytes()).decode()} for key, value in state.items()}
    upper = together[np.triu_indices(len(kinds), 1)].astype("<u2")
    document = {
        "version": 1,
        "source": "Polyvore outfits (research data, no licence stated); see README.md beside this file",
        "recipe": {"seed": args.seed, "epochs": args.epochs, "dim": args.dim, "layers": args.layers, "dropout": args.dropout},
        "figures": figures,
        "kinds": kinds,
        "kindOfCategoryId": {str(number): name for number, name in names.items() if name in set(kinds)},
        "counts": [counts[kind] for kind in range(len(kinds))],
        "together": base64.b64encode(upper.tobytes()).decode(),
        "calibration": calibrated,
        "check": check(model),
        "heads": model.heads,
        "weights": packed,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document) + "\n", encoding="utf-8")
    print(path, path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
