"""Train both towers end to end: contrastive photo-text in two languages, Chinese-English alignment, captions, label
words, attribute heads.

The backbone starts from ImageNet, its first steps stay as they are. Photos are augmented anew every time. Batches are
made of groups of like products, and the embeddings of the last batches stay as further negatives (cross-batch memory,
Wang et al. 2020), since a whole shop is searched in the end.

A checkpoint (weights, optimiser, step) is written every few minutes; a killed run goes on from it.
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
import torch.nn.functional as F
from torch import nn

import attribute_heads
import first_look
import half_arithmetic
import photo_augmentation as augmentation
import published_weights
import title_words
from catalogue import Captions, Catalogue, FACETS, pad
from contrastive import Average, Memory, contrast, found_loss
from drawn_photos import Drawn
from texts import VARIANTS, LabelWords, Titles, drop_words, load_tokenizer
from text_tower import Text
from vision_tower import Vision, none_said

LABEL_SCALE = 20.0  # labels are noisier than titles, so their softmax stays flatter


class Training:
    FILE = "towers.pt"  # the checkpoint's name

    def __init__(self, args, log):
        self.args, self.log = args, log
        torch.manual_seed(args.seed)
        self.rng, self.np_rng = random.Random(args.seed), np.random.RandomState(args.seed)
        self.generator = torch.Generator().manual_seed(args.seed)
        self.catalogue = Catalogue(args.data, args.cache)
        self.tokenizer = load_tokenizer(args, self.catalogue)
        self.titles = Titles(self.catalogue, self.tokenizer, args.seed)
        self.captions = Captions(self.catalogue, args.seed)
        self.words = LabelWords(self.catalogue, self.tokenizer)
        self.plan = attribute_heads.layout(self.catalogue)
        self.facts = torch.from_numpy(self.catalogue.facet_matrix())
        self.said = title_words.matrix(self.catalogue.products)
        self.train_rows = np.flatnonzero(self.catalogue.split == "train")
        self.worn_rows = np.flatnonzero(self.catalogue.worn_split == "train")
        self.vision = Vision(attribute_heads.size(self.plan)).to(memory_format=torch.channels_last)
        self.text = Text(len(self.tokenizer.vocabulary))
        self.scale = nn.Parameter(torch.tensor(math.log(args.scale)))
        self.vision.backbone.load_imagenet(os.path.join(args.data, "init", "mobilenet_v2_imagenet.npz"))
        load = lambda name: np.load(os.path.join(args.cache, name), mmap_mode="r")
        self.products, self.sharp, self.worn, self.negatives = (
            load(n) for n in ("products.npy", "sharp.npy", "clothing.npy", "negatives.npy"))
        self.sharp_at = {int(r): i for i, r in enumerate(load("sharp_rows.npy"))}
        self.drawn = Drawn(args.drawn, self.catalogue) if args.drawn and os.path.exists(os.path.join(args.drawn, "drawn.npy")) else None
        self.negative_rows = np.flatnonzero(np.arange(len(self.negatives)) % 10 != 0)  # every tenth is kept for measuring
        self.memory = Memory(args.memory)
        self.readouts = nn.ModuleDict()  # trained beside the towers, never exported

    def see(self, photos, strength, ground, small=False):
        """uint8 photos -> augmented ones at the network's size; `small` ones are enlarged smoothly."""
        mode = "bicubic" if small else "bilinear"
        parts = torch.from_numpy(np.ascontiguousarray(photos)).split(32)
        return torch.cat([augmentation.augmented(x, self.generator, strength, ground, mode) for x in parts])

    def pixels(self, rows, worn, negatives, drawn):
        """Augmented photos of all sets, in the order products, worn, negatives, drawn; a third of the products that
        have a sharper photo show that."""
        fine = [i for i, r in enumerate(rows) if int(r) in self.sharp_at and self.rng.random() < 0.33]
        x = self.see(self.products[rows], 0.8, 0.12, True)
        if fine:
            x[fine] = self.see(self.sharp[[self.sharp_at[int(rows[i])] for i in fine]], 0.8, 0.12)
        parts = [x, self.see(self.worn[worn], 1.3, 0.0), self.see(self.negatives[negatives], 1.0, 0.0)]
        if drawn is not None:
            parts.append(self.see(self.drawn.photos[drawn], 0.8, 0.1))
        return torch.cat(parts)

    def features(self, pixels):
        """Float [n, 3, h, w] -> [n, patches, 1280], a few photos at a time: their maps then stay in the cache."""
        low, high = self.vision.backbone.part(0, self.args.freeze), self.vision.backbone.part(self.args.freeze, None)
        out = []
        with half_arithmetic.bfloat16():
            for part in pixels.split(32):
                with torch.no_grad():
                    x = low(part.contiguous(memory_format=torch.channels_last))
                out.append(high(x).float().flatten(2).transpose(1, 2))
        return torch.cat(out)

    def read(self, lists):
        """Id lists -> embeddings, in groups of like length: most titles are far shorter than the longest."""
        order = np.argsort([len(x) for x in lists], kind="stable")
        out = []
        for group in np.array_split(order, 6):
            ids, mask = pad([lists[i] for i in group])
            with half_arithmetic.bfloat16():
                embedding, _ = self.text(torch.from_numpy(ids), torch.from_numpy(mask))
            out.append(embedding.float())
        return torch.cat(out)[torch.from_numpy(np.argsort(order, kind="stable"))]

    def label_losses(self, sets, embeddings, photos, titles, labels):
        """Label words as a classifier of photos and titles, and as queries for photos; labels {facet: int64 [photos]}."""
        total, at = photos.new_zeros(()), 0
        for facet, lists in sets:
            words = embeddings[at:at + len(lists)]
            at += len(lists)
            truth = labels[facet]
            known = truth >= 0
            share = attribute_heads.WEIGHT.get(facet, 0.4) * min(1.0, known.float().mean().item() * 4)
            if share == 0:
                continue
            see = F.cross_entropy(LABEL_SCALE * photos[known] @ words.t(), truth[known], label_smoothing=0.05)
            find = found_loss(words, photos[known], LABEL_SCALE, truth[known][None] == torch.arange(len(lists))[:, None])
            total = total + share * (see + find)
            own = truth[:len(titles)]
            if (own >= 0).any():
                total = total + 0.5 * share * F.cross_entropy(LABEL_SCALE * titles[own >= 0] @ words.t(), own[own >= 0], label_smoothing=0.05)
        return total

    def others(self):
        """What a batch sees beside its products: rows of photos people took, of pictures without garments, of drawings or None."""
        a = self.args
        return (self.np_rng.choice(self.worn_rows, a.worn), self.np_rng.choice(self.negative_rows, a.negatives),
                None if self.drawn is None else self.np_rng.choice(len(self.drawn.photos), a.drawings))

    def targets(self, rows, others):
        """Labels of a batch in the order of `pixels`, {facet: int64 [photos]}, and the loss of logits [photos, A] against them."""
        c, (worn, negatives, drawn) = self.catalogue, others
        unknown, rest = np.full(len(negatives), -1), 0 if drawn is None else len(drawn)
        extra = lambda f: [] if drawn is None else [self.drawn.labels[f][drawn]]
        labels = {f: torch.from_numpy(np.concatenate([c.labels[f][rows], c.worn[f][worn], unknown, *extra(f)])) for f in FACETS}
        garment = torch.from_numpy(np.concatenate([c.garment[rows], c.worn_garment[worn], unknown * 0, np.ones(rest)])).float()
        family = torch.from_numpy(np.concatenate([np.full(len(rows), -1), c.family[worn], unknown, np.full(rest, -1)]))
        sets = torch.from_numpy(c.category_sets)
        return labels, lambda logits: attribute_heads.loss(logits, self.plan, labels, garment, family, sets)

    def step(self, rows, step):
        c, a, n = self.catalogue, self.args, len(rows)
        heads, others = self.vision.heads, self.others()
        pooled = heads.pooled(self.features(self.pixels(rows, *others)))
        look, logits = heads.look(pooled), heads.attribute(pooled)
        likely = heads.likely(look)
        unsaid = none_said(likely.detach())
        if self.vision.training:
            heads.settle_common(unsaid[:n])
        photos = heads.whole(look, unsaid)
        said_words = torch.from_numpy(self.said[rows]).float()
        words_loss = F.binary_cross_entropy_with_logits(likely[:n], said_words, reduction="sum") / n
        with torch.no_grad():
            teacher = heads.asked(said_words)
        labels, facts_loss = self.targets(rows, others)
        head_loss = facts_loss(logits)
        drawn, rest = others[2], 0 if others[2] is None else len(others[2])
        labels["root"] = torch.where(labels["category"] >= 0, torch.from_numpy(c.root_of)[labels["category"].clamp(min=0)], -1)
        variant = self.rng.randrange(1 + VARIANTS)
        english = lambda r: drop_words(self.titles.english[r], self.rng)
        chinese = lambda r: drop_words(self.titles.chinese[variant][r], self.rng)
        # Each title in one of the two languages, and some in the other one too, so that both say the same.
        flip = self.np_rng.rand(n) < 0.5
        first = [chinese(r) if f else english(r) for r, f in zip(rows, flip)]
        k = n // 3
        second = [english(r) if f else chinese(r) for r, f in zip(rows[:k], flip)]
        chosen = [self.captions.choose(r) for r in rows[:a.captions]]
        seen, facts = photos[:n], self.facts[rows]
        if drawn is not None:
            chosen += [self.captions.choose(r, self.drawn.labels) for r in drawn]
            seen, facts = torch.cat([seen, photos[-rest:]]), torch.cat([facts, self.drawn.facts[drawn]])
        said = [self.captions.phrase(x, "zh" if i % 2 else "en") for i, x in enumerate(chosen)]
        keys = torch.from_numpy(np.stack([self.captions.key(x) for x in chosen]))
        pairs = self.captions.pairs_of_words(a.pairs)
        sets = self.words.choose(self.rng.choice(["en", "zh"]), self.rng)
        words = [x for _, lists in sets for x in lists]
        texts = first + second + self.tokenizer.batch(said + [x[0] for x in pairs] + [x[1] for x in pairs]) + words
        one, other, captions, zh_words, en_words, words = self.read(texts).split(
            [n, k, len(said), a.pairs, a.pairs, len(words)])
        scale, same = self.scale.exp().clamp(max=100), torch.from_numpy(self.titles.same[rows])
        match = ((keys[:, None] == -1) | (keys[:, None] == facts[None])).all(2)
        share = a.teacher if step >= a.warm_up else 0.0
        losses = {"title": contrast(photos[:n], one, scale, same, self.memory.held, teacher, share),
                  "other": k / n * contrast(photos[:k], other, scale, same[:k], None, teacher[:k], share),
                  "said": a.said * words_loss,
                  "zh-en": 0.3 * contrast(one[:k], other, scale, same[:k]),
                  "captions": 0.3 * found_loss(captions, seen, scale, match),
                  "words": 0.2 * contrast(zh_words, en_words, scale, torch.arange(a.pairs)),
                  "labels": 0.2 * self.label_losses(sets, words, photos, one, labels), "heads": 0.7 * head_loss}
        if self.args.memory:
            self.memory.add(photos[:n], one, same)
        return sum(losses.values()), losses

    def order(self, epoch):
        """The training rows of one epoch: groups of --groups products of one kind, audience and colour stand together,
        since those are the negatives that retrieval over a whole shop has to tell apart."""
        random_state = np.random.RandomState(self.args.seed + epoch)
        shuffled = random_state.permutation(self.train_rows)
        if self.args.groups < 2:
            return shuffled
        labels, alike = self.catalogue.labels, defaultdict(list)
        for row in shuffled:
            alike[tuple(int(labels[f][row]) for f in ("category", "audience", "colours"))].append(row)
        groups = [rows[at:at + self.args.groups] for rows in alike.values() for at in range(0, len(rows), self.args.groups)]
        random_state.shuffle(groups)
        return np.concatenate(groups)

    def groups(self):
        """Parameter groups: matrices with decay; the backbone at its own rate."""
        decay, plain = [], []
        for module in (self.vision.heads, self.text):
            for p in module.parameters():
                (decay if p.ndim > 1 else plain).append(p)
        slow = list(self.vision.backbone.part(self.args.freeze, None).parameters())
        # The scale is one number whose gradient Adam makes as small as any weight's; it has far to go.
        return [{"params": [self.scale], "weight_decay": 0.0, "peak": 4 * self.args.rate},
                {"params": decay, "weight_decay": 0.05, "peak": self.args.rate},
                {"params": plain, "weight_decay": 0.0, "peak": self.args.rate},
                {"params": slow, "weight_decay": 0.01, "peak": self.args.backbone_rate},
                {"params": list(self.readouts.parameters()), "weight_decay": 0.05, "peak": self.args.rate}]

    def glance(self, kept):
        self.log(first_look.glance(self, kept))

    def begin(self):
        if self.args.start:
            published_weights.load(self.args.start, self.vision, self.text)
            self.log(f"starts from the weights of {self.args.start}")
            self.glance([self.vision.state_dict(), self.text.state_dict()])

    def run(self):
        a = self.args
        modules = [self.vision, self.text]
        start, spent = 0, 0.0
        path = os.path.join(a.out, self.FILE)
        average = Average(modules, a.average)
        optimiser = torch.optim.AdamW(self.groups(), lr=a.rate, betas=(0.9, 0.98))
        if not os.path.exists(path):
            self.begin()
            average = Average(modules, a.average)
        if os.path.exists(path):
            state = torch.load(path)
            self.vision.load_state_dict(state["vision_raw"])
            self.text.load_state_dict(state["text_raw"])
            with torch.no_grad():
                self.scale.copy_(state["scale"])
            self.readouts.load_state_dict(state["readouts"])
            average.kept = [state["vision"], state["text"]]
            if state["optimiser"]:
                optimiser.load_state_dict(state["optimiser"])
            start, spent = state["step"], state["spent"]
            self.log(f"resumed {path} at step {start}")
        per_epoch = max(1, len(self.train_rows) // a.batch)
        steps = a.steps or int(per_epoch * a.epochs)
        for p in self.vision.backbone.part(0, a.freeze).parameters():
            p.requires_grad_(False)
        self.vision.train()
        self.text.train()
        began = saved = looked = time.time()
        order, shown, step = None, [], start
        for step in range(start, steps):
            if order is None or step % per_epoch == 0:
                order = self.order(step // per_epoch)
            at = (step % per_epoch) * a.batch
            progress = step / steps
            if a.minutes:
                progress = (spent + time.time() - began) / (60 * a.minutes)
                if progress >= 1:
                    break
            factor = min(1, (step + 1) / a.warm_up) * (0.5 + 0.5 * math.cos(math.pi * progress))
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * max(factor, 0.01)
            loss, parts = self.step(order[at:at + a.batch], step)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([p for g in optimiser.param_groups for p in g["params"]], 5.0)
            optimiser.step()
            average.update(step)
            shown.append({k: v.item() for k, v in parts.items()})
            if (step + 1) % a.every == 0 or step + 1 == steps:
                mean = {k: round(sum(x[k] for x in shown) / len(shown), 3) for k in shown[0]}
                self.log(f"towers {step + 1}/{steps} {progress:.3f} {time.time() - began:.0f} s scale {self.scale.exp().item():.1f} {json.dumps(mean)}")
                shown = []
            if time.time() - saved > a.save_every or step + 1 == steps:
                self.save(path, optimiser, average, step + 1, spent + time.time() - began)
                saved = time.time()
            if time.time() - looked > a.look_every or step + 1 == steps:
                self.glance(average.kept)
                looked = time.time()
        else:
            return
        self.save(path, optimiser, average, step, spent + time.time() - began)
        self.glance(average.kept)

    def save(self, path, optimiser, average, step, spent):
        state = {"vision": average.kept[0], "text": average.kept[1], "scale": self.scale.detach(),
                 "vision_raw": self.vision.state_dict(), "text_raw": self.text.state_dict(),
                 "readouts": self.readouts.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "spent": spent}
        torch.save(state, path + ".part")
        os.replace(path + ".part", path)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--cache", required=True, help="arrays written by photographs.py")
    parser.add_argument("--out", required=True, help="checkpoints")
    parser.add_argument("--drawn", help="folder with drawn.npy and drawn.json")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epochs", type=float, default=15, help="an upper bound when --minutes is given")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--worn", type=int, default=80)
    parser.add_argument("--negatives", type=int, default=32)
    parser.add_argument("--drawings", type=int, default=24)
    parser.add_argument("--captions", type=int, default=128)
    parser.add_argument("--pairs", type=int, default=64)
    parser.add_argument("--memory", type=int, default=4096, help="embeddings of earlier batches kept as negatives")
    parser.add_argument("--teacher", type=float, default=0.5, help="share of the title words' likelihood in what a title should find")
    parser.add_argument("--said", type=float, default=0.25, help="weight of the title words")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--backbone-rate", type=float, default=2.5e-4)
    parser.add_argument("--start", help="model folder of an earlier round, whose weights and tokenizer are the start")
    parser.add_argument("--scale", type=float, default=1 / 0.07, help="starting logit scale")
    parser.add_argument("--minutes", type=float, help="run by the clock: the schedule ends then, whatever the step")
    parser.add_argument("--freeze", type=int, default=4, help="first steps of the backbone that stay as they are")
    parser.add_argument("--groups", type=int, default=6, help="like products that stand together in a batch")
    parser.add_argument("--warm-up", type=int, default=150)
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--every", type=int, default=20)
    parser.add_argument("--save-every", type=float, default=300)
    parser.add_argument("--look-every", type=float, default=600)
    return parser


def start(training, parser):
    """Run a kind of training from the command line."""
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    torch.set_flush_denormal(True)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    training(options, lambda *x: print(*x, flush=True)).run()


if __name__ == "__main__":
    start(Training, arguments())
