"""Train both towers: contrastive photo-text in two languages, Chinese-English alignment, captions, attribute heads.

Stage `frozen`: only projections, heads and text tower, on cached feature maps of the ImageNet backbone (minutes).
Stage `tuned`: from the frozen stage's weights, the backbone too. Its first steps stay frozen; what they make of every
photo, plain and augmented, is computed once.

A checkpoint (weights, optimiser, step) is written every few minutes; a killed run goes on from it.
"""
import argparse
import json
import math
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import attribute_heads
import photo_features
import word_pieces
from catalogue import Captions, Catalogue, FACETS, chinese_title, pad
from text_tower import Text
from vision_tower import Vision

VARIANTS = 4  # Chinese forms of a title with varied synonyms, beside the display one


class Titles:
    """Tokenised titles: english [n], chinese [1 + VARIANTS][n] lists of ids (0 is the display form)."""

    def __init__(self, catalogue, tokenizer, seed):
        rng = random.Random(seed)
        self.english = tokenizer.batch([r["title"] for r in catalogue.products])
        self.chinese = [tokenizer.batch([chinese_title(s, catalogue.vocabulary) for s in catalogue.segments])]
        for _ in range(VARIANTS):
            self.chinese.append(tokenizer.batch(
                [chinese_title(s, catalogue.vocabulary, rng, 0.08) for s in catalogue.segments]))
        names = {}
        self.same = np.array([names.setdefault(r["title"].lower(), len(names)) for r in catalogue.products])


def drop_words(ids, rng, share=0.1):
    """Leave out some pieces of a title, never all."""
    if len(ids) < 6 or rng.random() < 0.5:
        return ids
    return [ids[0]] + [i for i in ids[1:-1] if rng.random() > share] + [ids[-1]]


def contrast(a, b, scale, same):
    """Symmetric InfoNCE; pairs with the same title are no negatives. a, b [n, 256], same int [n]."""
    logits = scale * a @ b.t()
    alike = (same[:, None] == same[None]) & ~torch.eye(len(same), dtype=torch.bool)
    logits = logits.masked_fill(alike, -1e4)
    target = torch.arange(len(a))
    return (F.cross_entropy(logits, target) + F.cross_entropy(logits.t(), target)) / 2


def caption_loss(texts, photos, scale, keys, facts):
    """Captions against photos: every photo that has what the caption says is right. keys [m, F] with -1 = unsaid."""
    match = ((keys[:, None] == -1) | (keys[:, None] == facts[None])).all(2).float()
    log = torch.log_softmax(scale * texts @ photos.t(), dim=1)
    return -((log * match).sum(1) / match.sum(1).clamp(min=1)).mean()


class Average:
    """Exponential moving average of the weights, used for export and evaluation."""

    def __init__(self, modules, decay):
        self.modules, self.decay = modules, decay
        self.kept = [{k: v.detach().clone() for k, v in m.state_dict().items()} for m in modules]

    def update(self, step):
        decay = min(self.decay, (1 + step) / (10 + step))
        for module, kept in zip(self.modules, self.kept):
            for k, v in module.state_dict().items():
                kept[k].lerp_(v, 1 - decay) if v.dtype.is_floating_point else kept[k].copy_(v)


class Training:
    def __init__(self, args, log):
        self.args, self.log = args, log
        torch.manual_seed(args.seed)
        self.rng, self.np_rng = random.Random(args.seed), np.random.RandomState(args.seed)
        self.generator = torch.Generator().manual_seed(args.seed)
        self.catalogue = Catalogue(args.data, args.cache)
        self.tokenizer = load_tokenizer(args, self.catalogue)
        self.titles = Titles(self.catalogue, self.tokenizer, args.seed)
        self.captions = Captions(self.catalogue, args.seed)
        self.plan = attribute_heads.layout(self.catalogue)
        self.facts = torch.from_numpy(self.catalogue.facet_matrix())
        self.train_rows = np.flatnonzero(self.catalogue.split == "train")
        self.worn_rows = np.flatnonzero(self.catalogue.worn_split == "train")
        self.vision = Vision(attribute_heads.size(self.plan)).to(memory_format=torch.channels_last)
        self.text = Text(len(self.tokenizer.vocabulary))
        self.scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))
        self.vision.backbone.load_imagenet(os.path.join(args.data, "init", "mobilenet_v2_imagenet.npz"))
        load = lambda name: np.load(os.path.join(args.cache, name), mmap_mode="r")
        if args.stage == "frozen":
            self.f_products, self.f_clothing, self.f_negatives = (
                np.load(os.path.join(args.cache, f"f_{n}.npy")) for n in ("products", "clothing", "negatives"))
        else:
            steps = self.vision.backbone.part(0, args.freeze).eval()
            maps = lambda name, photos, views, seed, strength, ground: photo_features.middle(
                steps, photos, os.path.join(args.cache, f"m_{name}.npy"), views, seed, strength, ground, log)
            self.products = maps("products", load("products.npy"), args.views, 2, 0.8, 0.12)
            self.worn = maps("clothing", load("clothing.npy"), 2, 1, 1.4, 0.0)
            self.negatives = maps("negatives", load("negatives.npy"), 1, 3, 1.0, 0.0)
            self.drawn = None
            if args.drawn and os.path.exists(os.path.join(args.drawn, "drawn.npy")):
                self.drawn = Drawn(args.drawn, self.catalogue)
                self.drawn_maps = maps("drawn", self.drawn.photos, 1, 4, 0.8, 0.1)
        total = len(load("negatives.npy"))
        self.negative_rows = np.flatnonzero(np.arange(total) % 10 != 0)  # every tenth is kept for measuring

    def vision_inputs(self, rows, worn, negatives):
        """Frozen stage: stored features of random views. Tuned: augmented pixels through the backbone."""
        if self.args.stage == "frozen":
            pick = lambda f, r: f[r, self.np_rng.randint(0, f.shape[1], len(r))]
            parts = [pick(self.f_products, rows), pick(self.f_clothing, worn), pick(self.f_negatives, negatives)]
            return photo_features.as_float(np.concatenate(parts))
        any_view = lambda m, r: m.rows(r, self.np_rng.randint(0, m.values.shape[1], len(r)), torch.rand(len(r), generator=self.generator) < 0.5)
        parts = [any_view(self.products, rows), any_view(self.worn, worn), any_view(self.negatives, negatives)]
        if self.drawn is not None:
            parts.append(any_view(self.drawn_maps, self.drawn_rows))
        with torch.cpu.amp.autocast(dtype=torch.bfloat16):
            x = self.vision.backbone.part(self.args.freeze, None)(torch.cat(parts).contiguous(memory_format=torch.channels_last))
        return x.float().flatten(2).transpose(1, 2)

    def read(self, lists):
        """Id lists -> embeddings, in groups of like length: most titles are far shorter than the longest."""
        order = np.argsort([len(x) for x in lists], kind="stable")
        out = []
        for group in np.array_split(order, 5):
            ids, mask = pad([lists[i] for i in group])
            with torch.cpu.amp.autocast(dtype=torch.bfloat16):
                embedding, _ = self.text(torch.from_numpy(ids), torch.from_numpy(mask))
            out.append(embedding.float())
        return torch.cat(out)[torch.from_numpy(np.argsort(order, kind="stable"))]

    def step(self, rows):
        c, a = self.catalogue, self.args
        worn = self.np_rng.choice(self.worn_rows, a.worn)
        negatives = self.np_rng.choice(self.negative_rows, a.negatives)
        if getattr(self, "drawn", None) is not None:
            self.drawn_rows = self.np_rng.choice(len(self.drawn.photos), a.drawings)
        features = self.vision_inputs(rows, worn, negatives)
        photos, _, logits = self.vision.heads(features)
        n = len(rows)
        labels = {f: torch.from_numpy(np.concatenate(
            [c.labels[f][rows], c.worn[f][worn], np.full(len(negatives), -1)])) for f in FACETS}
        garment = torch.from_numpy(np.concatenate(
            [c.garment[rows], c.worn_garment[worn], np.zeros(len(negatives))])).float()
        family = torch.from_numpy(np.concatenate([np.full(n, -1), c.family[worn], np.full(len(negatives), -1)]))
        if getattr(self, "drawn", None) is not None:
            extra = self.drawn_rows
            labels = {f: torch.cat([labels[f], torch.from_numpy(self.drawn.labels[f][extra])]) for f in FACETS}
            garment = torch.cat([garment, torch.ones(len(extra))])
            family = torch.cat([family, torch.full((len(extra),), -1)])
        heads = attribute_heads.loss(logits, self.plan, labels, garment, family, torch.from_numpy(c.category_sets))
        variant = self.rng.randrange(1 + VARIANTS)
        english = lambda r: drop_words(self.titles.english[r], self.rng)
        chinese = lambda r: drop_words(self.titles.chinese[variant][r], self.rng)
        # Each title in one of the two languages, and some in the other one too, so that both say the same.
        flip = self.np_rng.rand(n) < 0.5
        first = [chinese(r) if f else english(r) for r, f in zip(rows, flip)]
        k = n if a.stage == "frozen" else n // 3
        second = [english(r) if f else chinese(r) for r, f in zip(rows[:k], flip)]
        m = a.captions
        chosen = [self.captions.choose(r) for r in rows[:m]]
        p, facts = photos[:n], self.facts[rows]
        if getattr(self, "drawn", None) is not None:
            extra = self.drawn_rows
            chosen += [self.captions.choose(r, self.drawn.labels) for r in extra]
            p, facts = torch.cat([p, photos[-len(extra):]]), torch.cat([facts, self.drawn.facts[extra]])
        said = [self.captions.phrase(x, "zh" if i % 2 else "en") for i, x in enumerate(chosen)]
        keys = torch.from_numpy(np.stack([self.captions.key(x) for x in chosen]))
        pairs = self.captions.pairs_of_words(a.pairs)
        texts = first + second + self.tokenizer.batch(said + [x[0] for x in pairs] + [x[1] for x in pairs])
        one, other, captions, zh_words, en_words = self.read(texts).split([n, k, len(said), a.pairs, a.pairs])
        scale, same = self.scale.exp().clamp(max=100), torch.from_numpy(self.titles.same[rows])
        losses = {"title": contrast(p[:n], one, scale, same), "other": k / n * contrast(p[:k], other, scale, same[:k]),
                  "zh-en": 0.3 * contrast(one[:k], other, scale, same[:k]),
                  "captions": 0.5 * caption_loss(captions, p, scale, keys, facts),
                  "words": 0.3 * contrast(zh_words, en_words, scale, torch.arange(a.pairs)), "heads": heads}
        return sum(losses.values()), losses

    def order(self, epoch):
        """The training rows of one epoch. With --groups, rows that look and read alike stand together in a batch:
        neighbours are the negatives that retrieval over a whole shop has to tell apart."""
        random_state = np.random.RandomState(self.args.seed + epoch)
        shuffled = random_state.permutation(self.train_rows)
        if self.alike is None:
            return shuffled
        position = {int(r): i for i, r in enumerate(self.train_rows)}
        taken, groups = np.zeros(len(self.train_rows), dtype=bool), []
        for row in shuffled:
            i = position[int(row)]
            if taken[i]:
                continue
            near = [j for j in self.alike[i] if not taken[j] and j != i][:self.args.groups - 1]
            group = [i, *near]
            taken[group] = True
            groups.append(self.train_rows[group])
        random_state.shuffle(groups)
        return np.concatenate(groups)

    def find_alike(self):
        """int [train rows, 24]: neighbours by title and photo together, as the starting weights see them."""
        from train_ranker import photo_embeddings, title_embeddings
        self.text.eval()
        photo = photo_embeddings(self.vision.heads, np.load(os.path.join(self.args.cache, "f_products.npy"), mmap_mode="r")[:, :1])[:, 0]
        title = title_embeddings(self.text, self.titles.english)
        self.text.train()
        own = F.normalize(photo + title, dim=1)[self.train_rows]
        return np.concatenate([(own[at:at + 512] @ own.t()).topk(25, dim=1).indices[:, 1:].numpy() for at in range(0, len(own), 512)])

    def groups(self):
        """Parameter groups: matrices with decay; the backbone, when tuned, at its own rate."""
        decay, plain, slow = [], [self.scale], []
        for module in (self.vision.heads, self.text):
            for p in module.parameters():
                (decay if p.ndim > 1 else plain).append(p)
        out = [{"params": decay, "weight_decay": 0.05, "peak": self.args.rate},
               {"params": plain, "weight_decay": 0.0, "peak": self.args.rate}]
        if self.args.stage == "tuned":
            for p in self.vision.backbone.part(self.args.freeze, None).parameters():
                slow.append(p)
            out.append({"params": slow, "weight_decay": 0.01, "peak": self.args.backbone_rate})
        return out

    def run(self):
        a = self.args
        modules = [self.vision, self.text]
        start = 0
        path = os.path.join(a.out, f"towers-{a.stage}.pt")
        if a.stage == "tuned" and not os.path.exists(path):
            state = torch.load(a.start or os.path.join(a.out, "towers-frozen.pt"))
            self.vision.load_state_dict(state["vision"])
            self.text.load_state_dict(state["text"])
            with torch.no_grad():
                self.scale.copy_(state["scale"])
        self.alike = None
        if a.groups > 1:
            found = os.path.join(a.out, "alike.npy")
            if not os.path.exists(found):
                np.save(found, self.find_alike())
            self.alike = np.load(found)
        average = Average(modules, a.average)
        groups = self.groups()
        optimiser = torch.optim.AdamW(groups, lr=a.rate, betas=(0.9, 0.98))
        if os.path.exists(path):
            state = torch.load(path)
            self.vision.load_state_dict(state["vision_raw"])
            self.text.load_state_dict(state["text_raw"])
            with torch.no_grad():
                self.scale.copy_(state["scale"])
            average.kept = [state["vision"], state["text"]]
            optimiser.load_state_dict(state["optimiser"])
            start = state["step"]
            self.log(f"resumed {path} at step {start}")
        per_epoch = max(1, len(self.train_rows) // a.batch)
        steps = a.steps or int(per_epoch * a.epochs)
        frozen = self.vision.backbone if a.stage == "frozen" else self.vision.backbone.part(0, a.freeze)
        for p in frozen.parameters():
            p.requires_grad_(False)
        self.vision.train()
        self.text.train()
        began = saved = time.time()
        spent = state["spent"] if start else 0.0
        order, shown = None, []
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
            loss, parts = self.step(order[at:at + a.batch])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([p for g in optimiser.param_groups for p in g["params"]], 5.0)
            optimiser.step()
            average.update(step)
            shown.append({k: v.item() for k, v in parts.items()})
            if (step + 1) % a.every == 0 or step + 1 == steps:
                mean = {k: round(sum(x[k] for x in shown) / len(shown), 3) for k in shown[0]}
                self.log(f"{a.stage} {step + 1}/{steps} {time.time() - began:.0f} s scale {self.scale.exp().item():.1f} {json.dumps(mean)}")
                shown = []
            if time.time() - saved > a.save_every or step + 1 == steps:
                self.save(path, optimiser, average, step + 1, spent + time.time() - began)
                saved = time.time()
        else:
            return
        self.save(path, optimiser, average, step, spent + time.time() - began)

    def save(self, path, optimiser, average, step, spent):
        state = {"vision": average.kept[0], "text": average.kept[1], "scale": self.scale.detach(),
                 "vision_raw": self.vision.state_dict(), "text_raw": self.text.state_dict(),
                 "optimiser": optimiser.state_dict(), "step": step, "spent": spent, "stage": self.args.stage}
        torch.save(state, path + ".part")
        os.replace(path + ".part", path)


class Drawn:
    """The project's own drawn garments (drawn.npy uint8 [n, 200, 160, 3], drawn.json: facets), a supplement only."""

    def __init__(self, folder, catalogue):
        self.photos = np.load(os.path.join(folder, "drawn.npy"))
        with open(os.path.join(folder, "drawn.json"), encoding="utf-8") as f:
            rows = json.load(f)
        first = lambda v: (v[0] if v else None) if isinstance(v, list) else v
        self.labels = {f: np.array([catalogue.ids[f].index(first(r.get(f))) if first(r.get(f)) in catalogue.ids[f] else -1
                                    for r in rows]) for f in FACETS}
        # Seasons and styles of a drawing are chosen, not seen.
        for facet in ("seasons", "occasions", "styles", "audience"):
            self.labels[facet][:] = -1
        kind = self.labels["category"]
        root = np.where(kind >= 0, catalogue.root_of[np.maximum(kind, 0)], -1)
        self.facts = torch.from_numpy(np.stack([self.labels[f] for f in FACETS] + [root, np.full(len(rows), -2)], 1))


def load_tokenizer(args, catalogue):
    """The tokenizer of this run, trained on first use and kept in the output folder."""
    path = os.path.join(args.out, "tokenizer.json")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            return word_pieces.from_json(json.load(f))
    titles = [r["title"] for r in catalogue.products if r["split"] == "train"]
    tokenizer = word_pieces.Tokenizer(word_pieces.train(word_pieces.corpus(args.data, catalogue.vocabulary, titles), 4500))
    with open(path, "w", encoding="utf-8") as f:
        json.dump(tokenizer.to_json(), f, ensure_ascii=False)
    return tokenizer


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--cache", required=True, help="arrays written by photographs.py and photo_features.py")
    parser.add_argument("--out", required=True, help="checkpoints")
    parser.add_argument("--stage", choices=["frozen", "tuned"], default="frozen")
    parser.add_argument("--start", help="checkpoint that the tuned stage begins with")
    parser.add_argument("--drawn", help="folder with drawn.npy and drawn.json")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epochs", type=float, default=10, help="an upper bound when --minutes is given")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--worn", type=int, default=96)
    parser.add_argument("--negatives", type=int, default=48)
    parser.add_argument("--drawings", type=int, default=40)
    parser.add_argument("--captions", type=int, default=192)
    parser.add_argument("--pairs", type=int, default=96)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--backbone-rate", type=float, default=2e-4)
    parser.add_argument("--minutes", type=float, help="run by the clock: the schedule ends then, whatever the step")
    parser.add_argument("--freeze", type=int, default=11, help="first steps of the backbone that stay as they are")
    parser.add_argument("--views", type=int, default=2, help="cached views of a product: the plain one, augmented ones")
    parser.add_argument("--groups", type=int, default=1, help="like rows that stand together in a batch")
    parser.add_argument("--warm-up", type=int, default=60)
    parser.add_argument("--average", type=float, default=0.99)
    parser.add_argument("--every", type=int, default=20)
    parser.add_argument("--save-every", type=float, default=240)
    return parser


if __name__ == "__main__":
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    options = arguments().parse_args()
    os.makedirs(options.out, exist_ok=True)
    Training(options, lambda *x: print(*x, flush=True)).run()
