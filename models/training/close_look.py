"""The close look: a second set of attribute heads for photos seen at 200 x 160.

The kind of a garment in a photo somebody took, on a bed or in a mirror, is told better from a larger picture. The
encoder stays as it is and is asked twice: at 120 x 96 for the vector and the patches, and, where the picture has the
pixels, at 200 x 160 for its tags. Its pooled features are cached (uint8 would be too coarse for means: float16), and
one linear layer is trained on them, standardised: photos people took, the product photos that exist at 120 x 160,
drawings, and pictures that show no garment.
"""
import argparse
import os
import time

import numpy as np
import torch
from torch import nn

import attribute_heads
import photo_augmentation as augmentation
from catalogue import FACETS, Catalogue
from drawn_photos import Drawn
from vision_tower import FEATURES, Vision

SIZE = (200, 160)
# Longer edge of a photo from which it is seen so: the product photos it was trained with have 160.
LEAST_EDGE = 150
# Altered views of a photo beside the plain one.
VIEWS = {"clothing": 4, "sharp": 1, "negatives": 2, "drawn": 1}


def pooled(vision, photos, views, seed, batch=64):
    """uint8 photos -> float16 [n, 1 + views, 2560], the first plain."""
    generator, out = torch.Generator().manual_seed(seed), []
    with torch.no_grad():
        for at in range(0, len(photos), batch):
            part = torch.from_numpy(np.ascontiguousarray(photos[at:at + batch]))
            seen = [augmentation.plain(part, SIZE)]
            seen += [augmentation.augmented(part, generator, 1.0, 0.1, size=SIZE) for _ in range(views)]
            out.append(np.stack([vision.heads.pooled(vision.features(x)).half().numpy() for x in seen], axis=1))
    return np.concatenate(out)


def cached(vision, photos, views, seed, path, log):
    if not os.path.exists(path):
        started = time.time()
        np.save(path, pooled(vision, photos, views, seed))
        log(f"{os.path.basename(path)}: {len(photos)} photos, {time.time() - started:.0f} s")
    return np.load(path, mmap_mode="r")


def load(path, attributes):
    """The trained heads, in evaluation mode."""
    head = nn.Linear(2 * FEATURES, attributes)
    head.load_state_dict(torch.load(path))
    return head.eval().requires_grad_(False)


class Examples:
    """Photos of every set with their labels: rows of (views [v, 2560], labels, garment, family)."""

    def __init__(self, args, catalogue, vision, log):
        c, self.parts = catalogue, []
        load = lambda name: np.load(os.path.join(args.cache, f"{name}.npy"), mmap_mode="r")[:args.limit]
        target = lambda name: os.path.join(args.out, f"close_{name}.npy")
        nothing = lambda n: {f: np.full(n, -1) for f in FACETS}
        worn = np.flatnonzero(c.worn_split[:args.limit] == "train")
        self._add(cached(vision, load("clothing")[worn], VIEWS["clothing"], 1, target("clothing"), log),
                  {f: c.worn[f][worn] for f in FACETS}, c.worn_garment[worn], c.family[worn])
        sharp = load("sharp_rows")
        train = np.flatnonzero(c.split[sharp] == "train")
        rows = sharp[train]
        self._add(cached(vision, load("sharp")[train], VIEWS["sharp"], 2, target("sharp"), log),
                  {f: c.labels[f][rows] for f in FACETS}, c.garment[rows], np.full(len(rows), -1))
        pictures = load("negatives")
        train = np.flatnonzero(np.arange(len(pictures)) % 10 != 0)
        self._add(cached(vision, pictures[train], VIEWS["negatives"], 3, target("negatives"), log),
                  nothing(len(train)), np.zeros(len(train)), np.full(len(train), -1))
        if args.drawn:
            drawn = Drawn(args.drawn, c)
            n = len(drawn.photos[:args.limit])
            self._add(cached(vision, drawn.photos[:n], VIEWS["drawn"], 4, target("drawn"), log),
                      {f: drawn.labels[f][:n] for f in FACETS}, np.ones(n), np.full(n, -1))

    def _add(self, *part):
        self.parts.append(part)

    def standard(self):
        """Mean and standard deviation of the plain views, [2560] each."""
        plain = torch.from_numpy(np.concatenate([p[0][:, 0] for p in self.parts]).astype(np.float32))
        return plain.mean(0), plain.std(0) + 0.02

    def batch(self, rng, sizes):
        """-> features [n, 2560], labels, garment, family"""
        chosen = [rng.randint(0, len(p[0]), size) for p, size in zip(self.parts, sizes)]
        x = np.concatenate([p[0][r, rng.randint(0, p[0].shape[1], len(r))] for p, r in zip(self.parts, chosen)])
        labels = {f: torch.from_numpy(np.concatenate([p[1][f][r] for p, r in zip(self.parts, chosen)])) for f in FACETS}
        garment, family = (torch.from_numpy(np.concatenate([p[k][r] for p, r in zip(self.parts, chosen)])) for k in (2, 3))
        return torch.from_numpy(x).float(), labels, garment.float(), family


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--cache", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--towers", required=True)
    parser.add_argument("--drawn")
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--limit", type=int, help="photos of each set, for the smoke variant")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--batch", type=int, nargs=4, default=[512, 128, 32, 32],
                        help="photos people took, products, pictures without garments, drawings")
    args = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    torch.manual_seed(args.seed)
    log = lambda *x: print(*x, flush=True)
    catalogue = Catalogue(args.data, args.cache)
    plan = attribute_heads.layout(catalogue)
    vision = Vision(attribute_heads.size(plan))
    vision.load_state_dict(torch.load(args.towers)["vision"])
    vision.eval()
    examples = Examples(args, catalogue, vision, log)
    sets = torch.from_numpy(catalogue.category_sets)
    head = nn.Linear(2 * FEATURES, attribute_heads.size(plan))
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    mean, deviation = examples.standard()
    optimiser = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.3)
    rng = np.random.RandomState(args.seed)
    for step in range(args.steps):
        for group in optimiser.param_groups:
            group["lr"] = 1e-3 * min(1, (step + 1) / 50) * (1 - step / args.steps)
        x, labels, garment, family = examples.batch(rng, args.batch)
        logits = head(nn.functional.dropout((x - mean) / deviation, 0.3))
        loss = attribute_heads.loss(logits, plan, labels, garment, family, sets)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        if (step + 1) % 250 == 0 or step + 1 == args.steps:
            log(f"close look {step + 1}/{args.steps} loss {loss.item():.3f}")
    with torch.no_grad():
        head.bias -= head.weight @ (mean / deviation)
        head.weight /= deviation
    torch.save(head.state_dict(), os.path.join(args.out, "close_look.pt"))


if __name__ == "__main__":
    main()
