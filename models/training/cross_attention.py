"""The cross-modal attention ranker, in two networks.

`GarmentTokens` turns a garment's hidden states (title words, patches of any number of pictures) into 16 tokens of 64
in [-1, 1]: 6 read the words, 10 the pictures, each by a learned query; they are stored as bytes, round(127 x).

`Ranker` scores candidates for one query. Words, photo patches and liked garments become query tokens; one layer of
self-attention lets them see each other (so that "but in red" can silence the photo's colour); then every query token
attends over the garment's tokens (multi-head scaled dot-product). Each modality's tokens give that modality's score,
and score = sum of w_m * s_m, with w a masked softmax inside the network. An absent modality has weight exactly 0.

A weight says little where one modality's scores lie further apart than another's. So every s_m is divided by a factor
that depends on the query alone, its balance, whose logarithm joins the gate of w: the sum is the same but for one
factor a query, so that no order changes. The balance is chosen so that the weights stand to each other as what the
modalities decide, measured by masking them (modality_balance.py).
"""
from typing import NamedTuple


import torch
from torch import nn

from text_tower import Attention, DIM, Layer
from vision_tower import EMBEDDING, PATCH

TOKENS, WIDTH, WORD_TOKENS = 16, 64, 6
HEADS, HIDDEN = 4, 64
MODALITIES = 3  # text, image, history


class GarmentTokens(nn.Module):
    """text_hidden [n, Lt, 256], text_mask [n, Lt], image_hidden [n, Lp, 128], image_mask [n, Lp]
    -> tokens [n, 16, 64] in [-1, 1], token_mask int64 [n, 16]"""

    def __init__(self):
        super().__init__()
        self.text_in, self.image_in = nn.Linear(DIM, 128), nn.Linear(PATCH, 128)
        self.text_norm, self.image_norm = nn.LayerNorm(128), nn.LayerNorm(128)
        self.queries = nn.Parameter(torch.randn(TOKENS, 128) * 0.5)
        self.read_text, self.read_image = Attention(128, HEADS), Attention(128, HEADS)
        self.norm = nn.LayerNorm(128)
        self.inner = nn.Sequential(nn.Linear(128, 256), nn.GELU(), nn.Linear(256, 128))
        self.out = nn.Linear(128, WIDTH)

    def forward(self, text_hidden, text_mask, image_hidden, image_mask):
        n = text_hidden.shape[0]
        words = self.text_norm(self.text_in(text_hidden))
        patches = self.image_norm(self.image_in(image_hidden))
        q = self.queries[None].expand(n, -1, -1)
        a = self.read_text(q[:, :WORD_TOKENS], words, text_mask)
        b = self.read_image(q[:, WORD_TOKENS:], patches, image_mask)
        x = q + torch.cat([a, b], dim=1)
        x = x + self.inner(self.norm(x))
        has_text = (text_mask.sum(1, keepdim=True) > 0).to(torch.int64).expand(-1, WORD_TOKENS)
        has_image = (image_mask.sum(1, keepdim=True) > 0).to(torch.int64).expand(-1, TOKENS - WORD_TOKENS)
        mask = torch.cat([has_text, has_image], dim=1)
        return torch.tanh(self.out(x)) * mask[:, :, None].to(x.dtype), mask


class Asked(NamedTuple):
    """B queries of Q tokens, read: what `Ranker.compare` holds against garments."""

    x: torch.Tensor         # [B, Q, 128] tokens that have seen each other
    share: torch.Tensor     # [B, Q] of each token in its modality's score
    sizes: list             # tokens of each modality
    wishes: torch.Tensor    # [B, 3, 256] what each modality asks of a garment's vector
    pooled: torch.Tensor    # [B, 3, 128] mean token of each modality
    gates: torch.Tensor     # [B, 3] before the softmax
    present: torch.Tensor   # [B, 3] 1 or 0


def by_modality(asked, likes):
    """What each query token says of each candidate, [B, Q, n], by its share of its modality -> [B, 3, n]"""
    first, second = asked.sizes[0], asked.sizes[0] + asked.sizes[1]
    likes = likes * asked.share[:, :, None]
    return torch.stack([likes[:, :first].sum(1), likes[:, first:second].sum(1), likes[:, second:].sum(1)], dim=1)


class Ranker(nn.Module):
    """One query against n candidates; shapes as in the module's text and in models/training/README.md."""

    def __init__(self):
        super().__init__()
        self.inputs = nn.ModuleList([nn.Linear(DIM, HIDDEN * 2), nn.Linear(PATCH, HIDDEN * 2), nn.Linear(EMBEDDING, HIDDEN * 2)])
        self.whole = nn.ModuleList([nn.Linear(EMBEDDING, HIDDEN * 2) for _ in range(2)])
        self.kind = nn.Parameter(torch.randn(MODALITIES, HIDDEN * 2) * 0.1)
        self.together = Layer(HIDDEN * 2, HEADS, HIDDEN * 4)
        self.norm = nn.LayerNorm(HIDDEN * 2)
        # Query tokens -> garment tokens: where a token looks (ask, key), and how much it likes what it sees there
        # (want, value).
        self.ask, self.want = nn.Linear(HIDDEN * 2, HIDDEN), nn.Linear(HIDDEN * 2, HIDDEN)
        self.key, self.value = nn.Linear(WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN)
        self.importance = nn.Linear(HIDDEN * 2, 1)
        # What a modality asks of the garment's vector, starting from its own vector
        self.turn = nn.ModuleList([nn.Linear(HIDDEN * 2, EMBEDDING) for _ in range(MODALITIES)])
        self.sharpness = nn.Parameter(torch.zeros(MODALITIES))
        self.trust_vectors()
        self.gate = nn.Linear(HIDDEN * 2, 1)
        # Logarithm of a modality's balance; found by least squares after training.
        self.balance = nn.ModuleList([nn.Linear(HIDDEN * 2, 1) for _ in range(MODALITIES)])
        for layer in self.balance:
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def trust_vectors(self, words=90.0):
        """Each modality asks for its own vector, as sharply as the towers mean their cosines (`words`: the scale of the
        text tower): the start, also of a ranker that was trained on vectors of another space."""
        with torch.no_grad():
            for layer in self.turn:
                nn.init.zeros_(layer.weight)
                nn.init.zeros_(layer.bias)
            self.sharpness.copy_(torch.tensor([words, 20.0, 10.0]))

    def query(self, text_hidden, text_mask, text_embed, image_hidden, image_mask, image_embed, history_embeds, history_mask):
        """B queries at once; shapes as `forward` takes them."""
        history_weight = history_mask[:, :, None].to(history_embeds.dtype)
        history_embed = (history_embeds * history_weight).sum(1) / history_weight.sum(1).clamp(min=1)
        masks = [text_mask, image_mask, history_mask]
        streams = [self.inputs[0](text_hidden) + self.whole[0](text_embed)[:, None],
                   self.inputs[1](image_hidden) + self.whole[1](image_embed)[:, None], self.inputs[2](history_embeds)]
        x = torch.cat([s + self.kind[m] for m, s in enumerate(streams)], dim=1)
        mask = torch.cat(masks, dim=1)
        x = self.norm(self.together(x, mask))
        sizes = [s.shape[1] for s in streams]
        parts = [x[:, :sizes[0]], x[:, sizes[0]:sizes[0] + sizes[1]], x[:, sizes[0] + sizes[1]:]]
        pooled, present = [], []
        for part, m in zip(parts, masks):
            weight = m[:, :, None].to(part.dtype)
            pooled.append((part * weight).sum(1) / weight.sum(1).clamp(min=1))
            present.append((m.sum(1) > 0).to(part.dtype))
        present = torch.stack(present, dim=1)
        # Words alone ask for their own vector, which the towers made for that; beside a photo they say what differs.
        beside = (present.sum(1, keepdim=True) > 1.5).to(text_embed.dtype)
        wishes = []
        for m, (own, p) in enumerate(zip([text_embed, image_embed, history_embed], pooled)):
            wish = own + self.turn[m](p) * (beside if m == 0 else 1.0)
            wishes.append(wish / wish.norm(dim=1, keepdim=True).clamp(min=1e-6))
        gates = torch.cat([self.gate(p) for p in pooled], dim=1)
        share = []
        for part, m in zip(parts, masks):
            s = self.importance(part)[:, :, 0] + (1 - m.to(part.dtype)) * -10000.0
            share.append(torch.softmax(s, dim=1) * m.to(part.dtype))
        return Asked(x, torch.cat(share, dim=1), sizes, torch.stack(wishes, dim=1), torch.stack(pooled, dim=1), gates, present)

    def weights(self, asked, log_balance=0.0):
        """Masked softmax over the modalities present -> [B, 3]; without a balance, of the scores as they come."""
        exp = torch.softmax(asked.gates + log_balance + (1 - asked.present) * -10000.0, dim=1) * asked.present
        return exp / exp.sum(1, keepdim=True).clamp(min=1e-6)

    def log_balance(self, asked):
        """[B, 3], natural logarithm"""
        return torch.cat([layer(asked.pooled[:, m]) for m, layer in enumerate(self.balance)], dim=1)

    def compare(self, asked, tokens, token_mask, garment_embeds):
        """Every query with every candidate: tokens [n, 16, 64], token_mask [n, 16], garment_embeds [n, 256]
        -> whole [B, 3, n] (the vectors' part), detail [B, 3, n] (the tokens' part).

        A query token attends over the garment's tokens head by head; what it finds is compared with what it wants:
        sum over heads of softmax(ask . key) (want . value). All pairs are two products of matrices.
        """
        x = asked.x
        B, Q, n = x.shape[0], x.shape[1], tokens.shape[0]
        depth = HIDDEN // HEADS
        mine = lambda t: t.reshape(B * Q, HEADS, depth).transpose(0, 1)                    # [h, BQ, d]
        theirs = lambda t: t.reshape(n * TOKENS, HEADS, depth).permute(1, 2, 0)            # [h, d, 16n]
        look = torch.matmul(mine(self.ask(x)), theirs(self.key(tokens))) * (depth ** -0.5)
        like = torch.matmul(mine(self.want(x)), theirs(self.value(tokens)))
        look = look.reshape(HEADS, B * Q, n, TOKENS) + (1 - token_mask.to(look.dtype))[None, None] * -10000.0
        found = (torch.softmax(look, dim=3) * like.reshape(HEADS, B * Q, n, TOKENS)).sum(3).sum(0)
        return (torch.matmul(asked.wishes, garment_embeds.t()) * self.sharpness[:, None],
                by_modality(asked, found.reshape(B, Q, n)))

    def forward(self, text_hidden, text_mask, text_embed, image_hidden, image_mask, image_embed, history_embeds,
                history_mask, garment_tokens, garment_mask, garment_embeds):
        asked = self.query(
            text_hidden, text_mask, text_embed, image_hidden, image_mask, image_embed, history_embeds, history_mask)
        whole, detail = self.compare(asked, garment_tokens, garment_mask, garment_embeds)
        log_balance = self.log_balance(asked)
        weights = self.weights(asked, log_balance)
        scores = (whole + detail) * (asked.present * torch.exp(-log_balance))[:, :, None]
        total = (scores * weights[:, :, None]).sum(1)
        return total[0], weights, scores[0].transpose(0, 1)
