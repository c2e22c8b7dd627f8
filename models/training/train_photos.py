"""Train the photo tower alone, end to end: which words of titles a photo lets one expect, and the attribute heads.

The words' likelihood is at once a generative aim (each word of the title or not) and a discriminative one (the title's
own photo before all others of the batch and of the memory, by that likelihood), so that words that tell products
apart weigh more than words that are merely frequent. Without the text tower a step takes two thirds of the time.
Labels are read from the embedding's direction too, since the words of labels have to find photos by it.

Goes on from a checkpoint of train_towers.py; writes photos.pt, resumes like it.
"""
import os

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import attribute_heads
import title_pairs
import train_towers
from catalogue import FACETS
from train_towers import Training
from vision_tower import COMMON_SHARE, EMBEDDING, LOOK, LOOK_SHARE, SHARP, none_said


class PhotoTraining(Training):
    FILE = "photos.pt"

    def __init__(self, args, log):
        super().__init__(args, log)
        for p in self.text.parameters():
            p.requires_grad_(False)
        self.scale.requires_grad_(False)
        args.pair = args.towers  # what they made of every photo and title
        self.pair_photos, self.pair_titles = title_pairs.vectors(args, self.catalogue, self.tokenizer)
        self.readouts = nn.ModuleDict({"facts": nn.Linear(LOOK, attribute_heads.size(self.plan)),
                                       "pair": nn.Linear(LOOK, EMBEDDING, bias=False)})
        with torch.no_grad():
            self.readouts["pair"].weight.copy_(torch.eye(EMBEDDING)[:, :LOOK] * LOOK_SHARE)

    def begin(self):
        state = torch.load(self.args.towers)
        self.vision.load_state_dict(state["vision"])
        self.text.load_state_dict(state["text"])
        with torch.no_grad():
            self.scale.copy_(state["scale"])
        self.log(f"starts from {self.args.towers}")

    def step(self, rows, step):
        c, a, n = self.catalogue, self.args, len(rows)
        worn = self.np_rng.choice(self.worn_rows, a.worn)
        negatives = self.np_rng.choice(self.negative_rows, a.negatives)
        drawn = None if self.drawn is None else self.np_rng.choice(len(self.drawn.photos), a.drawings)
        heads = self.vision.heads
        pooled = heads.pooled(self.features(self.pixels(rows, worn, negatives, drawn)))
        look, logits = heads.look(F.dropout(pooled, a.drop)), heads.attribute(pooled)
        likely = heads.likely(look[:n])
        nothing = none_said(likely)
        with torch.no_grad():
            spread, mean = torch.std_mean(nothing)
            heads.common_mean.lerp_(mean, 0.02)
            heads.common_spread.lerp_(spread, 0.02)
        said = torch.from_numpy(self.said[rows]).float()
        # A photo's vector times this is the likelihood of the title's words, but for what all photos share.
        query = torch.cat([SHARP / LOOK_SHARE * said @ heads.words.weight,
                           (heads.common_spread / COMMON_SHARE).expand(n, 1), torch.zeros(n, 1)], 1)
        photos, same = heads.whole(look[:n], nothing), torch.from_numpy(self.titles.same[rows])
        alike = (same[:, None] == same[None]) & ~torch.eye(n, dtype=torch.bool)
        score = query @ photos.t()
        if self.memory.held is not None:
            old, _, old_same = self.memory.held
            score = torch.cat([score, query @ old.t()], 1)
            alike = torch.cat([alike, same[:, None] == old_same[None]], 1)
        find = F.cross_entropy(score.masked_fill(alike, -1e4), torch.arange(n))
        self.memory.add(photos, photos, same)
        paired = self.readouts["pair"](look[:n])
        pair = F.cross_entropy(a.pair_scale * (self.pair_titles[rows] @ paired.t()).masked_fill(alike[:, :n], -1), torch.arange(n)) \
            + 10 * ((paired - self.pair_photos[rows]) ** 2).sum(1).mean()
        unknown = np.full(len(negatives), -1)
        extra = lambda f: [] if drawn is None else [self.drawn.labels[f][drawn]]
        labels = {f: torch.from_numpy(np.concatenate([c.labels[f][rows], c.worn[f][worn], unknown, *extra(f)])) for f in FACETS}
        rest = 0 if drawn is None else len(drawn)
        garment = torch.from_numpy(np.concatenate([c.garment[rows], c.worn_garment[worn], unknown * 0, np.ones(rest)])).float()
        family = torch.from_numpy(np.concatenate([np.full(n, -1), c.family[worn], unknown, np.full(rest, -1)]))
        facts = lambda x: attribute_heads.loss(x, self.plan, labels, garment, family, torch.from_numpy(c.category_sets))
        losses = {"said": a.said * F.binary_cross_entropy_with_logits(likely, said, reduction="sum") / n, "find": a.find * find,
                  "heads": 0.5 * facts(logits), "look": 0.3 * facts(self.readouts["facts"](SHARP * look)), "pair": a.pair_weight * pair}
        return sum(losses.values()), losses


def arguments():
    parser = train_towers.arguments()
    parser.description = __doc__.split("\n")[0]
    parser.add_argument("--towers", required=True, help="checkpoint of train_towers.py, whose photo tower goes on")
    parser.add_argument("--find", type=float, default=1.0, help="weight of finding the title's own photo")
    parser.add_argument("--pair-weight", type=float, default=0.5, help="weight of finding it by the towers' own vectors")
    parser.add_argument("--pair-scale", type=float, default=49.0, help="the towers' own scale of a cosine")
    parser.add_argument("--drop", type=float, default=0.1, help="share of the pooled features left out")
    parser.set_defaults(rate=6e-4, backbone_rate=3e-4, memory=12288, worn=64, negatives=24, drawings=16, warm_up=40)
    return parser


if __name__ == "__main__":
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    torch.set_flush_denormal(True)
    options = arguments().parse_args()
    os.makedirs(options.out, exist_ok=True)
    PhotoTraining(options, lambda *x: print(*x, flush=True)).run()
