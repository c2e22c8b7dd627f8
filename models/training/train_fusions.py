"""Train the fusions of fusions.py on finished towers: a title and an altered photo have to find the product's photo."""
import argparse
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import photo_features
from catalogue import Catalogue
from fusions import NAMES, Fusions
from finished_towers import Towers
from texts import Titles, load_tokenizer

SCALE = 25.0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--cache", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--towers", required=True)
    parser.add_argument("--ranker", required=True, help="checkpoint with the patch projection")
    parser.add_argument("--features", required=True)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--batch", type=int, default=256)
    args = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    torch.manual_seed(args.seed)
    rng, np_rng = random.Random(args.seed), np.random.RandomState(args.seed)
    catalogue = Catalogue(args.data, args.cache)
    tokenizer = load_tokenizer(args, catalogue)
    titles = Titles(catalogue, tokenizer, args.seed)
    towers = Towers(args, catalogue, tokenizer, titles)
    patch = nn.Linear(1280, 128)
    patch.load_state_dict(torch.load(args.ranker)["patch"])
    for p in patch.parameters():
        p.requires_grad_(False)
    fusions = Fusions()
    optimiser = torch.optim.AdamW(fusions.parameters(), lr=1e-3, weight_decay=0.02)
    rows, started = np.flatnonzero(catalogue.split == "train"), time.time()
    for step in range(args.steps):
        for group in optimiser.param_groups:
            group["lr"] = 1e-3 * min(1, (step + 1) / 20) * (1 - step / args.steps)
        batch = np_rng.choice(rows, min(args.batch, len(rows)), replace=False)
        embed, hidden, mask = towers.words[rng.choice(["en", "zh"])].batch(batch)
        patches = patch(photo_features.as_float(towers.features[batch, 1]))
        fused = fusions(hidden, mask, embed, patches, towers.photo[batch, 1])
        score = SCALE * torch.einsum("nfd,md->fnm", fused, towers.photo[batch, 0])
        losses = [F.cross_entropy(s, torch.arange(len(batch))) for s in score]
        optimiser.zero_grad(set_to_none=True)
        sum(losses).backward()
        optimiser.step()
        if (step + 1) % 50 == 0 or step + 1 == args.steps:
            print(f"fusions {step + 1}/{args.steps} {time.time() - started:.0f} s "
                  + ", ".join(f"{n} {x.item():.3f}" for n, x in zip(NAMES, losses)), flush=True)
    torch.save(fusions.state_dict(), os.path.join(args.out, "fusions.pt"))


if __name__ == "__main__":
    main()
