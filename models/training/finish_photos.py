"""The photo's embedding on finished features: how likely every word is to stand in the photo's title.

The towers saw each photo a few times with altered pixels; what turns features into the embedding needs many more
looks, which cached features make cheap: a minute brings what hours end to end would. Backbone, patches and attributes
stay as they are. Writes a checkpoint of its own, which finish_text.py goes on from.
"""
import argparse
import math
import os
import time

import numpy as np
import torch
import torch.nn.functional as F

import attribute_heads
import half_arithmetic
import photo_features
import title_words
from catalogue import Catalogue
from vision_tower import Vision, none_said


def pooled(heads, features):
    """uint8 [n, views, 9, 1280] -> float16 [n, views, 2560]"""
    out = []
    with torch.no_grad():
        for at in range(0, len(features), 512):
            part = features[at:at + 512]
            flat = heads.pooled(photo_features.as_float(part.reshape(-1, *part.shape[2:])))
            out.append(flat.reshape(part.shape[0], part.shape[1], -1).half())
    return torch.cat(out)


def unsaid(heads, rows):
    """Log-likelihood of no word [n] for pooled features [n, 2560]."""
    with torch.no_grad():
        return torch.cat([none_said(heads.likely(heads.look(part.float()))) for part in rows.split(2048)])


def train(heads, seen, said, rows, args, log):
    """seen float16 [n, views, 2560], said uint8 [n, WORDS], rows: those to learn from."""
    random = np.random.RandomState(args.seed)
    parameters = [p for part in (heads.words, heads.embed, heads.deepen) for p in part.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=args.rate, weight_decay=0.05)
    heads.train()
    began, shown = time.time(), []
    for step in range(args.steps):
        chosen = torch.from_numpy(random.choice(rows, min(args.batch, len(rows)), replace=False))
        view = torch.from_numpy(random.randint(0, seen.shape[1], len(chosen)))
        x = F.dropout(seen[chosen, view].float(), 0.2)
        with half_arithmetic.bfloat16():
            likely = heads.likely(heads.look(x))
        loss = F.binary_cross_entropy_with_logits(likely.float(), said[chosen].float(), reduction="sum") / len(chosen)
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1, (step + 1) / 30) * max(0.03, 0.5 + 0.5 * math.cos(math.pi * step / args.steps))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        shown.append(loss.item())
        if (step + 1) % args.every == 0 or step + 1 == args.steps:
            log(f"photos {step + 1}/{args.steps} {time.time() - began:.0f} s {sum(shown) / len(shown):.2f}")
            shown = []
    heads.eval()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--cache", required=True)
    parser.add_argument("--out", required=True, help="finished.pt is written there")
    parser.add_argument("--towers", required=True, help="checkpoint of train_towers.py")
    parser.add_argument("--features", required=True, help="products' features of those towers, views: plain, altered")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--every", type=int, default=100)
    return parser


def main(args, log):
    path = os.path.join(args.out, "finished.pt")
    if os.path.exists(path) and os.path.getmtime(path) > os.path.getmtime(args.towers):
        return
    torch.manual_seed(args.seed)
    state, catalogue = torch.load(args.towers), Catalogue(args.data, args.cache)
    vision = Vision(attribute_heads.size(attribute_heads.layout(catalogue)))
    vision.load_state_dict(state["vision"])
    heads = vision.eval().heads
    seen = pooled(heads, np.load(args.features, mmap_mode="r"))
    said = torch.from_numpy(title_words.matrix(catalogue.products))
    train(heads, seen, said, np.flatnonzero(catalogue.split == "train"), args, log)
    # Photos it never saw lie elsewhere than those it knows: theirs is the middle.
    common = unsaid(heads, seen[:, 0])
    with torch.no_grad():
        heads.common_mean.copy_(common[torch.from_numpy(np.flatnonzero(catalogue.split == "val"))].mean())
        heads.common_spread.copy_(common.std())
    torch.save({"vision": vision.state_dict(), "text": state["text"], "scale": state["scale"]}, path + ".part")
    os.replace(path + ".part", path)


if __name__ == "__main__":
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    torch.set_flush_denormal(True)
    main(arguments().parse_args(), lambda *x: print(*x, flush=True))
