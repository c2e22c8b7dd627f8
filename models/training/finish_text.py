"""The text tower alone, against every photo of the training split at once.

The photo tower is finished, so all its vectors are known: each title is told from all of them and not from a batch.
What a title should find is its own photo, and for the most part what finish_photos.py found that it asks for: half of a
title's words cannot be seen, and learning them by heart finds no other photo. Titles that no product has
(made_up_titles.py) ask for something just as well, and there are as many as one likes.
"""
import math
import os
import time

import numpy as np
import torch
from torch import nn

import train_towers
from finished_towers import photo_embeddings
from contrastive import Average, found_loss
from texts import VARIANTS, drop_words
from train_towers import Training


class TextTraining(Training):
    def __init__(self, args, log):
        super().__init__(args, log)
        self.path = args.towers
        self.state = torch.load(self.path)
        self.vision.load_state_dict(self.state["vision"])
        self.text.load_state_dict(self.state["text"])
        self.asked, self.made_up = self.state["asked"], self.state["made_up"]
        # The likelihood's own scale is the length of a teacher's vector: it is as sharp as the cosine can be.
        length = self.asked[self.train_rows].float().norm(dim=1).mean().item()
        log(f"scale {length:.1f}")
        with torch.no_grad():
            self.scale.fill_(math.log(length))
        self.vision.eval()
        for p in self.vision.parameters():
            p.requires_grad_(False)
        log("vectors of the photos")
        seen = photo_embeddings(self.vision.heads, np.load(args.features, mmap_mode="r"))
        self.seen = [seen[self.train_rows, view].contiguous() for view in range(seen.shape[1])]
        self.same = torch.from_numpy(self.titles.same[self.train_rows])

    def step(self, places):
        """places: int [n], indices into the training rows."""
        a, n = self.args, len(places)
        rows = self.train_rows[places]
        photos = self.seen[self.rng.random() < 0.4]
        variant = self.rng.randrange(1 + VARIANTS)
        flip = self.np_rng.rand(n) < a.chinese
        read = lambda r, chinese: drop_words((self.titles.chinese[variant] if chinese else self.titles.english)[r], self.rng, 0.15)
        first = [read(r, f) for r, f in zip(rows, flip)]
        k = n // 4
        second = [read(r, not f) for r, f in zip(rows[:k], flip)]
        made = self.np_rng.choice(len(self.made_up["asked"]), a.made_up)
        invented = [self.made_up["chinese" if self.rng.random() < a.chinese else "english"][i] for i in made]
        chosen = [self.captions.choose(r) for r in rows[:a.captions]]
        said = self.tokenizer.batch([self.captions.phrase(x, "zh" if i % 2 else "en") for i, x in enumerate(chosen)])
        sets, translated = (self.words.choose(language, self.rng) for language in self.rng.sample(["en", "zh"], 2))
        words, foreign = ([x for _, lists in s for x in lists] for s in (sets, translated))
        texts = [first, second, invented, said, words, foreign]
        one, other, invented, captions, words, foreign = self.read(sum(texts, [])).split([len(x) for x in texts])
        same_label = (1 - (words * foreign).sum(1)).mean()
        losses = {"title": self.title_loss(one, places, photos), "made up": len(made) / n * self.made_up_loss(invented, made, photos),
                  "zh-en": a.agree * ((1 - (one[:k] * other).sum(1)).mean() + 4 * same_label),
                  **self.label_aims(chosen, captions, sets, words, photos)}
        return sum(losses.values()), losses

    def title_loss(self, titles, places, photos):
        """Titles against all photos: a share for each one's own photo, the rest for what it asks for."""
        share, rows = self.args.teacher, torch.arange(len(places))
        own = torch.from_numpy(places)
        alike = self.same[own][:, None] == self.same[None]
        alike[rows, own] = False
        log = torch.log_softmax((self.scale.exp() * titles @ photos.t()).masked_fill(alike, -1e4), 1)
        wanted = torch.softmax((self.asked[self.train_rows[places]].float() @ photos.t()).masked_fill(alike, -1e4), 1)
        return -(1 - share) * log[rows, own].mean() - share * (wanted * log).sum(1).mean()

    def made_up_loss(self, titles, made, photos):
        wanted = torch.softmax(self.made_up["asked"][made].float() @ photos.t(), 1)
        return -(wanted * torch.log_softmax(self.scale.exp() * titles @ photos.t(), 1)).sum(1).mean()

    def label_aims(self, chosen, captions, sets, words, photos):
        """Short descriptions and label words against the labels of some photos."""
        c = self.catalogue
        pick = self.np_rng.choice(len(self.train_rows), min(2048, len(self.train_rows)), replace=False)
        rows = self.train_rows[pick]
        keys = torch.from_numpy(np.stack([self.captions.key(x) for x in chosen]))
        match = ((keys[:, None] == -1) | (keys[:, None] == self.facts[rows][None])).all(2)
        labels = {f: torch.from_numpy(c.labels[f][rows]) for f in c.labels}
        labels["root"] = torch.where(labels["category"] >= 0, torch.from_numpy(c.root_of)[labels["category"].clamp(min=0)], -1)
        return {"captions": 0.3 * found_loss(captions, photos[pick], 0.5 * self.scale.exp(), match),
                "labels": self.args.labels * self.label_losses(sets, words, photos[pick], words[:0], labels)}

    def run(self):
        a = self.args
        if "text_finished" in self.state:
            return
        self.glance([self.vision.state_dict(), self.text.state_dict()])
        matrices = [p for p in self.text.parameters() if p.ndim > 1]
        plain = [p for p in self.text.parameters() if p.ndim == 1]
        optimiser = torch.optim.AdamW([{"params": matrices, "weight_decay": 0.05}, {"params": plain + [self.scale], "weight_decay": 0.0}],
                                      lr=a.rate, betas=(0.9, 0.98))
        average = Average([self.text], a.average)
        self.text.train()
        began, step, waiting, shown = time.time(), 0, [], []
        looked = began
        while (progress := (time.time() - began) / (60 * a.minutes)) < 1 and not (a.steps and step >= a.steps):
            for group in optimiser.param_groups:
                group["lr"] = a.rate * min(1, (step + 1) / a.warm_up) * max(0.01, 0.5 + 0.5 * math.cos(math.pi * progress))
            if len(waiting) < a.batch:
                waiting = self.np_rng.permutation(len(self.train_rows))
            places, waiting = waiting[:a.batch], waiting[a.batch:]
            loss, parts = self.step(places)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(self.text.parameters(), 5.0)
            optimiser.step()
            average.update(step)
            step += 1
            shown.append({k: v.item() for k, v in parts.items()})
            if step % a.every == 0:
                self.log(f"text {step} {progress:.3f} {time.time() - began:.0f} s scale {self.scale.exp().item():.1f} "
                         f"{ {k: round(sum(x[k] for x in shown) / len(shown), 3) for k in shown[0]} }")
                shown = []
            if time.time() - looked > a.look_every:
                self.glance([self.vision.state_dict(), average.kept[0]])
                looked = time.time()
        self.glance([self.vision.state_dict(), average.kept[0]])
        torch.save({**self.state, "text": average.kept[0], "scale": self.scale.detach(), "text_finished": step}, self.path + ".part")
        os.replace(self.path + ".part", self.path)


def arguments():
    parser = train_towers.arguments()
    parser.description = __doc__.split("\n")[0]
    parser.add_argument("--towers", required=True, help="checkpoint of finish_photos.py, whose text tower is replaced")
    parser.add_argument("--features", required=True, help="products' features of the photo tower, views: plain, altered")
    parser.add_argument("--made-up", type=int, default=384, help="titles of a batch that no product has")
    parser.add_argument("--labels", type=float, default=0.5, help="weight of the label words")
    parser.add_argument("--chinese", type=float, default=0.5, help="share of the titles that are Chinese")
    parser.add_argument("--agree", type=float, default=2.0, help="weight of a title's two languages having one vector")
    parser.set_defaults(teacher=0.7, rate=4e-4, minutes=10.0, batch=512, average=0.98, every=20, look_every=240, warm_up=20)
    return parser


if __name__ == "__main__":
    train_towers.start(TextTraining, arguments())
