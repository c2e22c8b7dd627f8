"""Train the attention ranker on the finished towers (which stay as they are), and the patch projection with it.

Every step has one kind of query: a title, a caption of labels, a photo, a photo with a change ("this but in red",
换成长袖), or a wish with a history of liked garments; each in both languages. The pool of candidates holds the targets and hard
negatives: neighbours in the embedding, and garments of the same category and colour. Garments appear as pictures
alone or as pictures and title, and their tokens are rounded to bytes as the index stores them.
"""
import argparse
import json
import math
import os
import random
import time
from collections import defaultdict

import numpy as np
import torch
from torch import nn

import modality_balance
import photo_features
import published_weights
from catalogue import Captions, Catalogue, FACETS
from cross_attention import GarmentTokens, Ranker
from finished_towers import Towers, neighbours
from texts import Titles, load_tokenizer
from vision_tower import PATCHES

# There is also "described", a product's title beside an altered photo of it: the balance of the modalities is fitted on
# it, and training with it gained nothing.
KINDS = [("title", 0.4), ("caption", 0.16), ("photo", 0.06), ("change", 0.28), ("history", 0.1)]
MAX_HISTORY = 8

# The language of changes, after the FashionIQ captions ("is red", "has longer sleeves") and shoppers' chat.
CHANGE = {
    "colours": (["but in {w}", "in {w}", "is {w}", "the same in {w}", "this but {w}", "{w} instead", "make it {w}",
                 "I want it in {w}", "is {w} in color", "this one in {w} please", "{w}", "has a {w} colour"],
                ["换成{w}", "要{w}的", "同款{w}", "这个但是{w}的", "有{w}的吗", "改成{w}", "{w}的", "一样的但要{w}",
                 "这款有没有{w}", "这件但要{w}", "{w}"]),
    "sleeve": (["with {w}", "has {w}", "but {w}", "is {w}", "the same with {w}"],
               ["换成{w}", "要{w}的", "{w}的", "这个但是{w}", "有{w}的吗", "改成{w}款"]),
    "pattern": (["but {w}", "is {w}", "with {w}", "has a {w} pattern", "{w} instead", "more {w}"],
                ["换成{w}", "要{w}的", "{w}款", "这个但是{w}", "有{w}的吗"]),
    "audience": (["for {w}", "but for {w}", "the same for {w}", "{w} version"],
                 ["要{w}", "换成{w}", "有没有{w}", "{w}版", "同款{w}"]),
    "category": (["but a {w}", "as a {w}", "a {w} like this", "is a {w}", "{w} in the same colour", "matching {w}",
                  "{w} in that colour", "{w} of this colour please", "the same but {w}", "something like it, but {w}", "do you have {w} like it",
                  "this look but {w}", "{w} that look like this", "same style, {w}", "{w} to go with this colour", "{w} instead"],
                 ["换成{w}", "同样颜色的{w}", "这种风格的{w}", "要{w}", "类似的{w}", "一样颜色的{w}", "这种颜色的{w}", "同色的{w}有吗",
                  "跟这个颜色一样的{w}", "像这样的{w}", "有这种感觉的{w}吗", "不要这种，要{w}", "改成{w}"]),
    "seasons": (["for {w}", "but for {w}", "suitable for {w}"], ["{w}穿的", "适合{w}的", "换成{w}的"]),
    "occasions": (["for {w}", "but for {w}", "more {w}", "the same for {w}", "one that is more {w}", "like this but {w}"],
                  ["适合{w}的", "{w}穿的", "换成{w}的", "更{w}一点", "类似的，{w}穿的", "要{w}一点的"]),
}


class Queries:
    """Random queries of one kind, as tensors and as keys of what is right."""

    def __init__(self, catalogue, towers, tokenizer, titles, rows, seed):
        self.c, self.t, self.tokenizer, self.titles, self.rows = catalogue, towers, tokenizer, titles, rows
        self.rng = random.Random(seed)
        self.captions = Captions(catalogue, seed + 1)
        self.facts = catalogue.facet_matrix()
        self.by_kind = defaultdict(list)      # (category, colour) -> rows
        self.by_value = defaultdict(list)     # (facet, value) -> rows
        for r in rows:
            self.by_kind[(catalogue.labels["category"][r], catalogue.labels["colours"][r])].append(r)
            for facet in FACETS:
                if catalogue.labels[facet][r] >= 0:
                    self.by_value[(facet, catalogue.labels[facet][r])].append(r)
        self.by_change = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))

    def change(self, language=None, facet=None):
        """(reference row, target row, words, key): the target has everything the reference has, but one facet."""
        c, rng = self.c, self.rng
        while True:
            ref = rng.choice(self.rows)
            f = facet or rng.choices(list(CHANGE), [6, 1, 1.5, 1.5, 4, 0.5, 1.5])[0]
            keep = [g for g in ("category", "colours", "audience") if g != f]
            if any(c.labels[g][ref] < 0 for g in keep) or c.garment[ref] == 0:
                continue
            index = self.by_change[f]
            if not index:
                for r in self.rows:
                    if c.labels[f][r] >= 0 and c.garment[r]:
                        index[tuple(c.labels[g][r] for g in keep)][c.labels[f][r]].append(r)
            group = index.get(tuple(c.labels[g][ref] for g in keep), {})
            others = {value: rows for value, rows in group.items() if value != c.labels[f][ref]}
            if not others:
                continue
            # Half by how common a value is, half any value alike: the rare ones are asked for too.
            frequent = [len(rows) for rows in others.values()] if rng.random() < 0.5 else None
            target = rng.choice(rng.choices(list(others.values()), frequent)[0])
            key = np.full(len(FACETS) + 2, -1)
            for g in keep + [f]:
                key[FACETS.index(g)] = c.labels[g][target]
            return ref, target, self.change_words(f, c.ids[f][c.labels[f][target]], language), key

    def change_words(self, facet, value, language=None):
        language = language or self.rng.choice(["en", "zh"])
        form = self.rng.choice(CHANGE[facet][language == "zh"])
        return form.format(w=self.captions.word(facet, value, language))

    def batch(self, kind, size):
        """-> dict(rows, texts, photos, history, keys); absent modalities are None."""
        c, rng, n = self.c, self.rng, len(FACETS) + 2
        rows, texts, photos, history, keys = [], [], [], [], []
        for i in range(size):
            language = "zh" if i % 2 else "en"
            if kind == "change":
                ref, row, words, key = self.change(language)
                photos.append(ref)
                texts.append(self.tokenizer.encode(words))
            else:
                row = rng.choice(self.rows)
                key = np.full(n, -1)
            if kind in ("title", "photo", "described"):
                key[-1] = row
            if kind in ("title", "described"):
                texts.append(self.titles.english[row] if language == "en" else rng.choice(self.titles.chinese)[row])
            if kind in ("photo", "described"):
                photos.append(row)
            if kind == "caption":
                chosen = self.captions.choose(row)
                key = self.captions.key(chosen)
                texts.append(self.tokenizer.encode(self.captions.phrase(chosen, language)))
            if kind == "history":
                facet = rng.choice(["colours", "colours", "audience", "occasions", "pattern", "category"])
                while c.labels[facet][row] < 0 or len(self.by_value[(facet, c.labels[facet][row])]) < 9 or c.labels["category"][row] < 0:
                    row = rng.choice(self.rows)
                liked = rng.sample(self.by_value[(facet, c.labels[facet][row])], rng.randint(1, MAX_HISTORY))
                history.append([x for x in liked if x != row] or liked)
                chosen = {"category": c.ids["category"][c.labels["category"][row]]} if facet != "category" else \
                    {"colours": c.ids["colours"][c.labels["colours"][row]]} if c.labels["colours"][row] >= 0 else {}
                texts.append(self.tokenizer.encode(self.captions.phrase(chosen, language)))
                key = self.captions.key(chosen)
                key[FACETS.index(facet)] = c.labels[facet][row]
            rows.append(row)
            keys.append(key)
        return {"kind": kind, "rows": rows, "texts": texts or None, "photos": photos or None,
                "history": history or None, "keys": np.stack(keys)}


def listwise(scores, match):
    """Cross-entropy of the right candidates, each row's mean over them."""
    log = torch.log_softmax(scores, dim=1)
    return -((log * match).sum(1) / match.sum(1).clamp(min=1)).mean()


def hit(scores, match):
    return match[torch.arange(len(scores)), scores.argmax(1)].mean().item()


class RankerTraining:
    def __init__(self, args, log):
        self.args, self.log = args, log
        torch.manual_seed(args.seed)
        self.rng, self.np_rng = random.Random(args.seed), np.random.RandomState(args.seed)
        self.catalogue = Catalogue(args.data, args.cache)
        self.tokenizer = load_tokenizer(args, self.catalogue)
        self.titles = Titles(self.catalogue, self.tokenizer, args.seed)
        self.towers = Towers(args, self.catalogue, self.tokenizer, self.titles)
        self.rows = np.flatnonzero(self.catalogue.split == "train")
        self.queries = Queries(self.catalogue, self.towers, self.tokenizer, self.titles, self.rows, args.seed)
        self.facts = torch.from_numpy(self.catalogue.facet_matrix())
        kept = os.path.join(args.out, "near.npz")
        if not os.path.exists(kept) or os.path.getmtime(kept) < os.path.getmtime(args.features):
            log("neighbours")
            photo = self.towers.photo[:, 0]
            np.savez(kept, photo=neighbours(photo, photo, self.rows, 20),
                     title=neighbours((self.towers.title["en"] + self.towers.title["zh"]) / 2, photo, self.rows, 100))
        near = np.load(kept)
        self.near = dict(zip(self.rows.tolist(), near["photo"]))
        self.near_title = dict(zip(self.rows.tolist(), near["title"]))
        self.garment, self.ranker = GarmentTokens(), Ranker()
        self.patch = nn.Linear(1280, 128)
        self.patch.load_state_dict(self.towers.heads.patch.state_dict())

    def patches(self, rows, view):
        return self.patch(photo_features.as_float(self.towers.features[rows, view]))

    def pool(self, targets, kind):
        """Candidates of a step, each row once: the targets first, then for each of them what a title's vector finds,
        what looks alike, or what has its category and colour. All queries of the step share them."""
        out = list(targets)
        # A title is re-ranked among what its vector finds: that is what it has to be told from.
        count, share = (self.args.negatives, 0.85) if kind == "title" else (2, 0.3)
        for row in targets:
            for _ in range(count):
                chance = self.rng.random()
                if chance < share:
                    out.append(int(self.rng.choice(self.near_title[row])))
                elif chance < 0.93:
                    out.append(int(self.rng.choice(self.near[row])))
                else:
                    out.append(int(self.rng.choice(self.queries.by_kind[(self.catalogue.labels["category"][row], self.catalogue.labels["colours"][row])])))
        return np.array(list(dict.fromkeys(int(r) for r in out)))

    def garments(self, rows, with_text, altered=True, foreign=False):
        """Candidates -> tokens rounded to bytes (straight through), mask, vectors. A query that shows a photo shows the
        altered one, which must not stand among them; words alone find photos that lack `noise` of their features, as if never seen."""
        n = len(rows)
        language = self.rng.choice(["en", "zh"])
        has = torch.from_numpy(self.np_rng.rand(n) < with_text)
        embed, hidden, mask = self.towers.words[language].batch(rows)
        mask = mask * has[:, None].long()
        # The towers know these very photos; the altered ones are more like a garment they never saw.
        view = self.np_rng.randint(0, 2, n) * int(altered)
        features = photo_features.as_float(self.towers.features[rows, view])
        if foreign:
            features = features * nn.functional.dropout(features.new_ones(n, 1, features.shape[2]), self.args.noise)
        tokens, token_mask = self.garment(hidden, mask, self.patch(features), torch.ones(n, PATCHES, dtype=torch.int64))
        tokens = tokens + ((tokens * 127).round() / 127 - tokens).detach()
        with torch.no_grad():
            image = self.towers.heads.embedding(features) if foreign else self.towers.photo[rows, view]
        fused = self.args.fusion_image * image + self.args.fusion_text * embed * has[:, None].float()
        return tokens, token_mask, fused / fused.norm(dim=1, keepdim=True)

    def query_inputs(self, q, view=1, patches=True):
        """A batch from Queries -> the ranker's query side; an absent modality is one masked step. Without its patches a
        photo, as a talk remembers it, is its vector and one empty patch."""
        B = len(q["rows"])
        nothing = lambda d: (torch.zeros(B, 1, d), torch.zeros(B, 1, dtype=torch.int64), torch.zeros(B, 256))
        if q["texts"]:
            embed, hidden, mask = self.towers.read(q["texts"])
            text = (hidden, mask, embed)
        else:
            text = nothing(256)
        if q["photos"]:
            rows = np.array(q["photos"])
            seen = self.patches(rows, view) if patches else torch.zeros(B, 1, 128)
            image = (seen, torch.ones(seen.shape[:2], dtype=torch.int64), self.towers.photo[rows, view])
        else:
            image = nothing(128)
        if q["history"]:
            most = max(len(h) for h in q["history"])
            liked, mask = torch.zeros(B, most, 256), torch.zeros(B, most, dtype=torch.int64)
            for i, rows in enumerate(q["history"]):
                liked[i, :len(rows)] = self.towers.photo[rows, 0]
                mask[i, :len(rows)] = 1
            history = (liked, mask)
        else:
            history = nothing(256)[:2]
        return (*text, *image, *history)

    def step(self):
        a = self.args
        kind = self.rng.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0]
        # Photos and words have about nine tokens each, the history up to eight.
        size = a.batch if kind in ("title", "caption") else max(2, a.batch // 2)
        q = self.queries.batch(kind, size)
        pool = self.pool([int(r) for r in q["rows"]], kind)
        tokens, token_mask, vectors = self.garments(pool, 0.15 if kind == "title" else 0.5, altered=not q["photos"],
                                                    foreign=not q["photos"] and not q["history"])
        asked = self.ranker.query(*self.query_inputs(q))
        whole, detail = self.ranker.compare(asked, tokens, token_mask, vectors)
        w = self.ranker.weights(asked)[:, :, None]
        scores = {"both": ((whole + detail) * w).sum(1), "tokens": (detail * w).sum(1), "vectors": (whole * w).sum(1)}
        keys, facts = torch.from_numpy(q["keys"]), self.facts[pool]
        match = ((keys[:, None] == -1) | (keys[:, None] == facts[None])).all(2)
        apart = torch.zeros_like(match)
        if kind == "title":
            same = torch.from_numpy(self.titles.same)
            apart = (same[q["rows"]][:, None] == same[pool][None]) & ~match
        if kind == "change":
            # The photo itself is no answer to "this but …".
            apart = torch.from_numpy(np.array(q["photos"])[:, None] == pool[None])
        match = match.float()
        scores = {name: score.masked_fill(apart, -1e4) for name, score in scores.items()}
        losses = {name: listwise(score, match) for name, score in scores.items()}
        first = {name: hit(score, match) for name, score in scores.items()}
        # The tokens learn to judge by themselves, or the vectors would leave them nothing to learn.
        return kind, losses["both"] + 0.5 * losses["tokens"], first

    def run(self):
        a = self.args
        params = [p for m in (self.garment, self.ranker, self.patch) for p in m.parameters()]
        optimiser = torch.optim.AdamW(params, lr=a.rate, weight_decay=0.02, betas=(0.9, 0.98))
        start, path = 0, os.path.join(a.out, "ranker.pt")
        if os.path.exists(path):
            state = torch.load(path)
            self.garment.load_state_dict(state["garment"])
            self.ranker.load_state_dict(state["ranker"])
            self.patch.load_state_dict(state["patch"])
            optimiser.load_state_dict(state["optimiser"])
            start = state["step"]
            self.log(f"resumed {path} at step {start}")
        elif a.start:
            published_weights.load_ranker(a.start, self.garment, self.ranker, self.patch)
            self.patch.load_state_dict(self.towers.heads.patch.state_dict())
            self.ranker.trust_vectors(self.towers.scale)
        began = saved = time.time()
        shown = defaultdict(list)
        for step in range(start, a.steps):
            factor = min(1, (step + 1) / 40) * (0.5 + 0.5 * math.cos(math.pi * step / a.steps))
            for group in optimiser.param_groups:
                group["lr"] = a.rate * max(factor, 0.01)
            kind, loss, first = self.step()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(params, 2.0)
            optimiser.step()
            shown[kind].append((loss.item(), first["vectors"], first["tokens"], first["both"]))
            if (step + 1) % a.every == 0 or step + 1 == a.steps:
                said = {k: [round(float(x), 3) for x in np.mean(v, axis=0)] for k, v in sorted(shown.items())}
                self.log(f"ranker {step + 1}/{a.steps} {time.time() - began:.0f} s {json.dumps(said)}")
                shown.clear()
            if time.time() - saved > a.save_every or step + 1 == a.steps:
                state = {"garment": self.garment.state_dict(), "ranker": self.ranker.state_dict(),
                         "patch": self.patch.state_dict(), "optimiser": optimiser.state_dict(), "step": step + 1}
                torch.save(state, path + ".part")
                os.replace(path + ".part", path)
                saved = time.time()
        self.log(f"balance of the modalities, error of the logarithm: {modality_balance.fit(self)}")
        state = torch.load(path)
        torch.save({**state, "ranker": self.ranker.state_dict()}, path + ".part")
        os.replace(path + ".part", path)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--cache", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--towers", required=True, help="checkpoint of train_towers.py")
    parser.add_argument("--features", required=True, help="products' features of those towers, views: plain, augmented")
    parser.add_argument("--start", help="model folder whose ranker is the start (a further round)")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--noise", type=float, default=0.6, help="share of its features that a photo's vector lacks: the towers know "
                        "these photos by heart, and the ranker has to learn from vectors as good as those of photos they never saw")
    parser.add_argument("--negatives", type=int, default=10, help="hard negatives a title; all queries share them")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--fusion-image", type=float, default=0.8)
    parser.add_argument("--fusion-text", type=float, default=0.2)
    parser.add_argument("--every", type=int, default=50)
    parser.add_argument("--save-every", type=float, default=240)
    return parser


if __name__ == "__main__":
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    RankerTraining(arguments().parse_args(), lambda *x: print(*x, flush=True)).run()
