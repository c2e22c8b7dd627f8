"""The bilingual text encoder: a small pre-norm transformer over word pieces.

Input: input_ids, attention_mask int64 [n, L], L <= 32. Output: embedding [n, 256] (unit length) and the hidden states
[n, L, 256], which the attention ranker reads.
"""
import math

import torch
from torch import nn

from vision_tower import EMBEDDING
from word_pieces import MAX_TOKENS

DIM, HEADS, LAYERS, INNER = 256, 4, 3, 768


class Attention(nn.Module):
    """Multi-head scaled dot-product attention, written out so that every exported operator is a plain one."""

    def __init__(self, dim, heads, keys=None):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(dim, dim)
        self.key = nn.Linear(keys or dim, dim)
        self.value = nn.Linear(keys or dim, dim)
        self.out = nn.Linear(dim, dim)

    def forward(self, x, memory, mask):
        """x [n, a, d], memory [n, b, k], mask [n, b] (1 = present) -> [n, a, d]. A masked row gives finite values."""
        split = lambda t: t.reshape(t.shape[0], t.shape[1], self.heads, -1).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(memory)), split(self.value(memory))
        score = q @ k.transpose(2, 3) * (1 / math.sqrt(q.shape[-1]))
        score = score + (1 - mask.to(score.dtype))[:, None, None, :] * -10000.0
        mixed = torch.softmax(score, dim=-1) @ v
        return self.out(mixed.transpose(1, 2).reshape(x.shape[0], x.shape[1], -1))


class Layer(nn.Module):
    """Pre-norm transformer layer."""

    def __init__(self, dim, heads, inner, dropout=0.0):
        super().__init__()
        self.before, self.after = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.attention = Attention(dim, heads)
        self.inner = nn.Sequential(nn.Linear(dim, inner), nn.GELU(), nn.Dropout(dropout), nn.Linear(inner, dim))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        y = self.before(x)
        x = x + self.dropout(self.attention(y, y, mask))
        return x + self.dropout(self.inner(self.after(x)))


class Text(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.word = nn.Embedding(vocabulary, DIM)
        self.place = nn.Parameter(torch.randn(MAX_TOKENS, DIM) * 0.02)
        nn.init.normal_(self.word.weight, std=0.05)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList([Layer(DIM, HEADS, INNER, 0.1) for _ in range(LAYERS)])
        self.norm = nn.LayerNorm(DIM)
        self.embed = nn.Linear(2 * DIM, EMBEDDING)

    def forward(self, input_ids, attention_mask):
        x = self.dropout(self.word(input_ids) + self.place[:input_ids.shape[1]])
        for layer in self.layers:
            x = layer(x, attention_mask)
        hidden = self.norm(x)
        weight = attention_mask.to(hidden.dtype)[:, :, None]
        mean = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1)
        embedding = self.embed(torch.cat([hidden[:, 0], mean], dim=1))
        embedding = embedding / embedding.norm(dim=1, keepdim=True).clamp(min=1e-6)
        return embedding, hidden
