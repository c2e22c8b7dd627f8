"""Trained ways to make one query vector of words and a photo, each small: what the attention ranker is compared with.

Concatenation (early fusion), element-wise interaction (low-rank bilinear: Kim et al. 2017), hierarchical attention
(words and patches are pooled, then the two: Yang et al. 2016), additive attention over the two vectors (Bahdanau et
al. 2015). The service does not use them; `yida evaluate ablation` does.
"""
import torch
from torch import nn

from text_tower import DIM
from vision_tower import EMBEDDING, PATCH

NAMES = ["concatenation", "element-wise interaction", "hierarchical attention", "additive attention"]
INNER = 192


def unit(x):
    return x / x.norm(dim=-1, keepdim=True).clamp(min=1e-6)


class Pool(nn.Module):
    """Additive attention pooling of a sequence by a learned context vector."""

    def __init__(self, dim, out):
        super().__init__()
        self.see, self.judge, self.out = nn.Linear(dim, 96), nn.Linear(96, 1, bias=False), nn.Linear(dim, out)

    def forward(self, x, mask):
        score = self.judge(torch.tanh(self.see(x)))[:, :, 0] + (1 - mask.to(x.dtype)) * -10000.0
        return self.out((x * torch.softmax(score, dim=1)[:, :, None]).sum(1))


class Fusions(nn.Module):
    """text_hidden [n, L, 256], text_mask [n, L], text_embed [n, 256], image_hidden [n, 9, 128], image_embed [n, 256]
    -> unit vectors [n, 4, 256] in the order of NAMES"""

    def __init__(self):
        super().__init__()
        self.early = nn.Sequential(nn.Linear(2 * EMBEDDING, INNER), nn.GELU(), nn.Linear(INNER, EMBEDDING))
        self.text, self.image, self.product = nn.Linear(EMBEDDING, INNER), nn.Linear(EMBEDDING, INNER), nn.Linear(INNER, EMBEDDING)
        self.words, self.patches, self.both = Pool(DIM, EMBEDDING), Pool(PATCH, EMBEDDING), Pool(EMBEDDING, EMBEDDING)
        self.ask, self.asked, self.weight = nn.Linear(EMBEDDING, 96), nn.Linear(EMBEDDING, 96), nn.Linear(96, 2)

    def forward(self, text_hidden, text_mask, text_embed, image_hidden, image_embed):
        early = self.early(torch.cat([text_embed, image_embed], dim=1))
        product = self.product(torch.tanh(self.text(text_embed)) * torch.tanh(self.image(image_embed)))
        ones = torch.ones_like(image_hidden[:, :, 0]).to(torch.int64)
        two = torch.stack([self.words(text_hidden, text_mask), self.patches(image_hidden, ones)], dim=1)
        hierarchical = self.both(two, ones[:, :2])
        weight = torch.softmax(self.weight(torch.tanh(self.ask(text_embed) + self.asked(image_embed))), dim=1)
        additive = weight[:, :1] * text_embed + weight[:, 1:] * image_embed
        return torch.stack([unit(early), unit(product), unit(hierarchical), unit(additive)], dim=1)
