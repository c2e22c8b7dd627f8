"""Train the photo tower alone, end to end: which words of titles a photo lets one expect, and the attribute heads.

The words' likelihood is at once a generative aim (each word of the title or not) and a discriminative one (the title's
own photo before all others of the batch and of the memory, by that likelihood), so that words that tell products
apart weigh more than words that are merely frequent. Without the text tower a step takes two thirds of the time.
Labels are read from the embedding's direction too, since the words of labels have to find photos by it.

Goes on from a checkpoint of train_towers.py or from a round of its own; writes photos.pt, resumes like it.
"""
import torch
import torch.nn.functional as F
from torch import nn

import attribute_heads
import title_pairs
import train_towers
from train_towers import Training
from vision_tower import EMBEDDING, LOOK, LOOK_SHARE, SHARP, none_said


class PhotoTraining(Training):
    FILE = "photos.pt"

    def __init__(self, args, log):
        super().__init__(args, log)
        for p in self.text.parameters():
            p.requires_grad_(False)
        self.scale.requires_grad_(False)
        args.pair = args.pair or args.towers
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
        if state.get("readouts"):
            self.readouts.load_state_dict(state["readouts"])
        self.log(f"starts from {self.args.towers}")

    def step(self, rows, step):
        a, n, heads, others = self.args, len(rows), self.vision.heads, self.others()
        pooled = heads.pooled(self.features(self.pixels(rows, *others)))
        look, logits = heads.look(F.dropout(pooled, a.drop)), heads.attribute(pooled)
        likely = heads.likely(look[:n])
        nothing = none_said(likely)
        heads.settle_common(nothing.detach())
        said = torch.from_numpy(self.said[rows]).float()
        query = heads.asked(said)
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
        _, facts = self.targets(rows, others)
        losses = {"said": a.said * F.binary_cross_entropy_with_logits(likely, said, reduction="sum") / n, "find": a.find * find,
                  "heads": 0.5 * facts(logits), "look": 0.3 * facts(self.readouts["facts"](SHARP * look)), "pair": a.pair_weight * pair}
        return sum(losses.values()), losses


def arguments():
    parser = train_towers.arguments()
    parser.description = __doc__.split("\n")[0]
    parser.add_argument("--towers", required=True, help="checkpoint of train_towers.py, or of an earlier round of this, whose photo tower goes on")
    parser.add_argument("--pair", help="checkpoint of train_towers.py whose vectors of photos and titles are an aim; --towers by default")
    parser.add_argument("--find", type=float, default=1.0, help="weight of finding the title's own photo")
    parser.add_argument("--pair-weight", type=float, default=0.5, help="weight of finding it by the towers' own vectors")
    parser.add_argument("--pair-scale", type=float, default=49.0, help="the towers' own scale of a cosine")
    parser.add_argument("--drop", type=float, default=0.1, help="share of the pooled features left out")
    parser.set_defaults(rate=6e-4, backbone_rate=3e-4, memory=12288, worn=64, negatives=24, drawings=16, warm_up=40)
    return parser


if __name__ == "__main__":
    train_towers.start(PhotoTraining, arguments())
