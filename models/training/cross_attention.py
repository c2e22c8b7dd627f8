"""The cross-modal attention ranker, in two networks.

`GarmentTokens` turns a garment's hidden states (title words, patches of any number of pictures) into 16 tokens of 64
in [-1, 1]: 6 read the words, 10 the pictures, each by a learned query; they are stored as bytes, round(127 x).

`Ranker` scores candidates for one query. Words, photo patches and liked garments become query tokens; one layer of
self-attention lets them see each other (so that "but in red" can silence the photo's colour); then every query token
attends over the garment's tokens (multi-head scaled dot-product). Each modality's tokens give that modality's score,
and score = sum of w_m * s_m, with w a masked softmax inside the network. An absent modality has weight exactly 0.
"""
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


class Ranker(nn.Module):
    """One query against n candidates; shapes as in the module's text and in models/training/README.md."""

    def __init__(self):
        super().__init__()
        self.inputs = nn.ModuleList([nn.Linear(DIM, HIDDEN * 2), nn.Linear(PATCH, HIDDEN * 2), nn.Linear(EMBEDDING, HIDDEN * 2)])
        self.whole = nn.ModuleList([nn.Linear(EMBEDDING, HIDDEN * 2) for _ in range(2)])
        self.kind = nn.Parameter(torch.randn(MODALITIES, HIDDEN * 2) * 0.1)
        self.together = Layer(HIDDEN * 2, HEADS, HIDDEN * 4)
        self.norm = nn.LayerNorm(HIDDEN * 2)
        # Query tokens -> garment tokens
        self.ask = nn.Linear(HIDDEN * 2, HIDDEN)
        self.key, self.value = nn.Linear(WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN)
        self.answer = nn.Linear(HIDDEN, HIDDEN)
        self.judge = nn.Sequential(nn.Linear(2 * HIDDEN, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, 1))
        self.importance = nn.Linear(HIDDEN * 2, 1)
        # What a modality asks of the garment's vector, starting from its own vector
        self.turn = nn.ModuleList([nn.Linear(HIDDEN * 2, EMBEDDING) for _ in range(MODALITIES)])
        for layer in self.turn:
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)
        self.sharpness = nn.Parameter(torch.tensor([20.0, 20.0, 10.0]))
        self.gate = nn.Linear(HIDDEN * 2, 1)

    def query(self, text_hidden, text_mask, text_embed, image_hidden, image_mask, image_embed, history_embeds, history_mask):
        """Query side for B queries at once: tokens [B, Q, 128], mask [B, Q], spans, wishes [B, 3, 256], weights [B, 3]."""
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
        wishes = []
        for own, turn, p in zip([text_embed, image_embed, history_embed], self.turn, pooled):
            wish = own + turn(p)
            wishes.append(wish / wish.norm(dim=1, keepdim=True).clamp(min=1e-6))
        present = torch.stack(present, dim=1)
        gates = torch.cat([self.gate(p) for p in pooled], dim=1)
        exp = torch.softmax(gates + (1 - present) * -10000.0, dim=1) * present
        weights = exp / exp.sum(1, keepdim=True).clamp(min=1e-6)
        share = []
        for part, m in zip(parts, masks):
            s = self.importance(part)[:, :, 0] + (1 - m.to(part.dtype)) * -10000.0
            share.append(torch.softmax(s, dim=1) * m.to(part.dtype))
        return self.ask(x), parts, torch.cat(share, dim=1), sizes, torch.stack(wishes, dim=1), weights

    def compare(self, asked, share, sizes, wishes, tokens, token_mask, garment_embeds):
        """Every query with every candidate: asked [B, Q, 64], tokens [n, 16, 64] -> modality scores [B, n, 3].

        The heads are folded in one product: [B*Q] query tokens against [n*16] garment tokens, head by head.
        """
        B, Q, n = asked.shape[0], asked.shape[1], tokens.shape[0]
        keys, values = self.key(tokens), self.value(tokens)
        depth = HIDDEN // HEADS
        q = asked.reshape(1, B * Q, HEADS, depth).permute(0, 2, 1, 3)          # [1, h, BQ, d]
        k = keys.reshape(n, TOKENS, HEADS, depth).permute(0, 2, 3, 1)           # [n, h, d, 16]
        v = values.reshape(n, TOKENS, HEADS, depth).permute(0, 2, 1, 3)         # [n, h, 16, d]
        score = torch.matmul(q, k) * (depth ** -0.5)                            # [n, h, BQ, 16]
        score = score + (1 - token_mask.to(score.dtype))[:, None, None, :] * -10000.0
        mixed = torch.matmul(torch.softmax(score, dim=-1), v)                   # [n, h, BQ, d]
        mixed = mixed.permute(0, 2, 1, 3).reshape(n, B * Q, HIDDEN)
        found = self.answer(mixed)
        own = asked.reshape(1, B * Q, HIDDEN)
        verdict = self.judge(torch.cat([own * found, found], dim=2))[:, :, 0]   # [n, BQ]
        verdict = verdict.reshape(n, B, Q) * share[None]
        parts = [verdict[:, :, :sizes[0]].sum(2), verdict[:, :, sizes[0]:sizes[0] + sizes[1]].sum(2),
                 verdict[:, :, sizes[0] + sizes[1]:].sum(2)]
        detail = torch.stack(parts, dim=2).transpose(0, 1)                      # [B, n, 3]
        whole = torch.matmul(wishes, garment_embeds.t()).transpose(1, 2)        # [B, n, 3]
        return whole * self.sharpness + detail

    def forward(self, text_hidden, text_mask, text_embed, image_hidden, image_mask, image_embed, history_embeds,
                history_mask, garment_tokens, garment_mask, garment_embeds):
        asked, _, share, sizes, wishes, weights = self.query(
            text_hidden, text_mask, text_embed, image_hidden, image_mask, image_embed, history_embeds, history_mask)
        scores = self.compare(asked, share, sizes, wishes, garment_tokens, garment_mask, garment_embeds)
        present = (weights > 0).to(scores.dtype)[:, None]
        scores = scores * present
        total = (scores * weights[:, None]).sum(2)
        return total[0], weights, scores[0]
