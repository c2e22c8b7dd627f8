"""The photo's embedding on finished features: how likely every word is to stand in the photo's title, and what the
towers as a pair make of the photo.

The towers saw each photo a few times with altered pixels; what turns features into the embedding needs many more
looks, which cached features make cheap: minutes bring what hours end to end would. Backbone, patches and attributes
stay as they are. One direction answers three questions, each through a readout of its own: which words the title has
(each word or not, and the title before all others by the sum of its words), where the pair of towers put the photo,
and which labels it has. A title's own vector, which finish_text.py teaches the text tower, is the sum of its words'
readouts and of the pair's title vector read the same way.
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
import made_up_titles
import photo_features
import title_pairs
import title_words
from catalogue import Catalogue, FACETS
from contrastive import Average
from texts import load_tokenizer
from torch import nn
from vision_tower import EMBEDDING, LOOK, LOOK_SHARE, SHARP, Vision, none_said


def pooled(heads, features):
    """uint8 [n, views, 9, 1280] -> float16 [n, views, 2560]"""
    out = []
    with torch.no_grad():
        for at in range(0, len(features), 512):
            part = features[at:at + 512]
            flat = heads.pooled(photo_features.as_float(part.reshape(-1, *part.shape[2:])))
            out.append(flat.reshape(part.shape[0], part.shape[1], -1).half())
    return torch.cat(out)


def found(score, truth):
    """Share of rows whose own place is among the first ten; score [q, n], truth [q]."""
    own = score[torch.arange(len(truth)), truth][:, None]
    return ((score >= own).sum(1) <= 10).float().mean().item()


class Finish:
    """readouts: those of train_photos.py; seen float16 [n, views, 2560]; said uint8 [n, WORDS]; pair: photos and titles [n, 256]; rows: those to learn from."""

    def __init__(self, heads, readouts, catalogue, seen, said, pair, args, log):
        self.heads, self.args, self.log = heads, args, log
        self.seen, self.said, (self.photos, self.titles) = seen, said, pair
        self.train, self.val = (np.flatnonzero(catalogue.split == x) for x in ("train", "val"))
        self.plan = attribute_heads.layout(catalogue)
        self.labels = {f: torch.from_numpy(catalogue.labels[f]) for f in FACETS}
        self.garment = torch.from_numpy(catalogue.garment).float()
        self.pair, self.facts = nn.Linear(LOOK, EMBEDDING, bias=False), nn.Linear(LOOK, attribute_heads.size(self.plan))
        self.pair.load_state_dict({"weight": readouts["pair.weight"]})
        self.facts.load_state_dict({k: readouts[f"facts.{k}"] for k in ("weight", "bias")})

    def losses(self, rows, view):
        a, heads, n = self.args, self.heads, len(rows)
        look = heads.look(F.dropout(self.seen[rows, view].float(), a.drop))
        with half_arithmetic.bfloat16():
            likely = heads.likely(look)
        likely, said = likely.float(), self.said[rows].float()
        paired, own = self.pair(look), torch.arange(n)
        labels = {f: x[rows] for f, x in self.labels.items()}
        return {"said": F.binary_cross_entropy_with_logits(likely, said, reduction="sum") / n,
                "find": a.find * F.cross_entropy(said @ likely.t() + none_said(likely)[None], own),
                "pair": a.pair_weight * ((paired - self.photos[rows, :]) ** 2).sum(1).mean(),
                "title": a.title * F.cross_entropy(a.pair_scale * self.titles[rows] @ paired.t(), own),
                "labels": 0.3 * attribute_heads.loss(self.facts(SHARP * look), self.plan, labels, self.garment[rows])}

    def asked(self, said, titles):
        """What titles ask of an embedding, [n, 256] (not of unit length: the score is a likelihood); said [n, WORDS],
        titles [n, 256]: the pair's vectors of them."""
        heads, a = self.heads, self.args
        with torch.no_grad():
            asked = heads.asked(said.float())
            asked[:, :LOOK] += a.pair_share * a.pair_scale / LOOK_SHARE * titles @ self.pair.weight
            return asked

    def look_at(self):
        """Recall of val's titles for the log, by words alone, by the pair alone and by both; sets what is common."""
        heads = self.heads
        heads.eval()
        with torch.no_grad():
            look = torch.cat([heads.look(x.float()) for x in self.seen[:, 0].split(2048)])
            nothing = torch.cat([none_said(heads.likely(x)) for x in look.split(2048)])
            # Photos it never saw lie elsewhere than those it knows: theirs is the middle.
            heads.common_mean.copy_(nothing[torch.from_numpy(self.val)].mean())
            heads.common_spread.copy_(nothing.std())
            truth = torch.from_numpy(self.val)
            words = SHARP * self.said[self.val].float() @ heads.words.weight @ look.t() + nothing[None]
            pair = self.titles[self.val] @ self.pair(look).t()
            both = self.asked(self.said[self.val], self.titles[self.val]) @ heads.whole(look, nothing).t()
            loss = F.binary_cross_entropy_with_logits(heads.likely(look[truth]), self.said[self.val].float(), reduction="sum") / len(truth)
            self.log(f"val {loss:.2f}, R@10 words {found(words, truth):.4f}, pair {found(pair, truth):.4f}, both {found(both, truth):.4f}, "
                     f"among val {found(both[:, truth], torch.arange(len(truth))):.4f}, shares {[round(found(words + k * self.args.pair_scale * pair, truth), 4) for k in (0.5, 1, 2, 3)]}")
        heads.train()

    def run(self):
        a, heads = self.args, self.heads
        random = np.random.RandomState(a.seed)
        parts = nn.ModuleList([heads.words, heads.embed, heads.deepen, self.pair, self.facts])
        average = Average([parts], a.average)
        optimiser = torch.optim.AdamW(parts.parameters(), lr=a.rate, weight_decay=0.05)
        heads.train()
        began, shown = time.time(), []
        for step in range(a.steps):
            rows = torch.from_numpy(random.choice(self.train, min(a.batch, len(self.train)), replace=False))
            losses = self.losses(rows, torch.from_numpy(random.randint(0, self.seen.shape[1], len(rows))))
            for group in optimiser.param_groups:
                group["lr"] = a.rate * min(1, (step + 1) / 30) * max(0.03, 0.5 + 0.5 * math.cos(math.pi * step / a.steps))
            optimiser.zero_grad(set_to_none=True)
            sum(losses.values()).backward()
            optimiser.step()
            average.update(step)
            shown.append({k: v.item() for k, v in losses.items()})
            if (step + 1) % a.every == 0 or step + 1 == a.steps:
                self.log(f"photos {step + 1}/{a.steps} {time.time() - began:.0f} s { {k: round(sum(x[k] for x in shown) / len(shown), 3) for k in shown[0]} }")
                shown = []
                raw = {k: v.clone() for k, v in parts.state_dict().items()}
                parts.load_state_dict(average.kept[0])
                self.look_at()
                if step + 1 < a.steps:
                    parts.load_state_dict(raw)
        heads.eval()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--cache", required=True)
    parser.add_argument("--out", required=True, help="finished.pt is written there")
    parser.add_argument("--towers", required=True, help="checkpoint of train_photos.py")
    parser.add_argument("--pair", required=True, help="checkpoint of train_towers.py")
    parser.add_argument("--features", required=True, help="products' features of --towers, views: plain, altered")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--drop", type=float, default=0.2, help="share of the features left out")
    parser.add_argument("--find", type=float, default=4.0, help="weight of a title finding its photo by its words")
    parser.add_argument("--title", type=float, default=2.0, help="weight of a title finding its photo by the pair's vectors")
    parser.add_argument("--pair-weight", type=float, default=20.0, help="weight of lying where the pair put the photo")
    parser.add_argument("--pair-scale", type=float, default=49.0, help="the towers' own scale of a cosine")
    parser.add_argument("--pair-share", type=float, default=2.0, help="the pair's part in a title's vector, against the words'")
    parser.add_argument("--average", type=float, default=0.98)
    parser.add_argument("--made-up", type=int, default=60000, help="titles that no product has, for finish_text.py")
    parser.add_argument("--every", type=int, default=100)
    return parser


def made_up(finish, catalogue, tokenizer, args):
    """Titles that no product has, with what they ask of an embedding."""
    titles, chinese = made_up_titles.make(catalogue, args.made_up, args.seed)
    english, chinese = tokenizer.batch(titles), tokenizer.batch(chinese)
    said = torch.from_numpy(title_words.marks(titles, title_words.columns(catalogue.products)))
    asked = finish.asked(said, title_pairs.title_vectors(args.pair, tokenizer, english, chinese))
    return {"english": english, "chinese": chinese, "asked": asked.half()}


def main(args, log):
    path = os.path.join(args.out, "finished.pt")
    # Without made-up titles it is of an earlier version.
    if os.path.exists(path) and os.path.getmtime(path) > os.path.getmtime(args.towers) and "made_up" in torch.load(path):
        return
    torch.manual_seed(args.seed)
    state, catalogue = torch.load(args.towers), Catalogue(args.data, args.cache)
    vision = Vision(attribute_heads.size(attribute_heads.layout(catalogue)))
    vision.load_state_dict(state["vision"])
    heads = vision.eval().heads
    tokenizer = load_tokenizer(args, catalogue)
    pair = title_pairs.vectors(args, catalogue, tokenizer)
    seen = pooled(heads, np.load(args.features, mmap_mode="r"))
    finish = Finish(heads, state["readouts"], catalogue, seen, torch.from_numpy(title_words.matrix(catalogue.products)), pair, args, log)
    finish.run()
    torch.save({"vision": vision.state_dict(), "text": state["text"], "scale": state["scale"],
                "asked": finish.asked(finish.said, finish.titles).half(),
                "made_up": made_up(finish, catalogue, tokenizer, args)}, path + ".part")
    os.replace(path + ".part", path)


if __name__ == "__main__":
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    torch.set_flush_denormal(True)
    main(arguments().parse_args(), lambda *x: print(*x, flush=True))
