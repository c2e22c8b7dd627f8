"""A small attention model over the kinds in an outfit: which kind fills a blank, given the others."""

import torch
from torch import nn


class SetAttention(nn.Module):
    """No positions: an outfit is a set. The blank is a learned token that attends to the pieces."""

    def __init__(self, kinds, dim=48, heads=4, layers=2, hidden=96, dropout=0.25):
        super().__init__()
        self.dim, self.heads, self.kinds = dim, heads, kinds
        # One row a kind, then the blank, then padding.
        self.embed = nn.Embedding(kinds + 2, dim, padding_idx=kinds + 1)
        nn.init.normal_(self.embed.weight, std=0.5 / dim**0.5)
        self.layers = nn.ModuleList([Layer(dim, heads, hidden, dropout) for _ in range(layers)])
        self.norm = nn.LayerNorm(dim)
        self.out = nn.Linear(dim, kinds)
        self.drop = nn.Dropout(dropout)

    def forward(self, tokens):
        """tokens [n, L] with the blank first -> logits over kinds [n, kinds]."""
        mask = tokens == self.kinds + 1
        state = self.drop(self.embed(tokens))
        for layer in self.layers:
            state = layer(state, mask)
        return self.out(self.norm(state[:, 0]))


class Layer(nn.Module):
    def __init__(self, dim, heads, hidden, dropout):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.qkv, self.proj = nn.Linear(dim, 3 * dim), nn.Linear(dim, dim)
        self.up, self.down = nn.Linear(dim, hidden), nn.Linear(hidden, dim)
        self.drop = nn.Dropout(dropout)

    def forward(self, state, mask):
        n, length, dim = state.shape
        q, k, v = self.qkv(self.norm1(state)).view(n, length, 3, self.heads, dim // self.heads).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2)) / (dim // self.heads) ** 0.5
        weights = weights.masked_fill(mask[:, None, None, :], -1e9).softmax(-1)
        mixed = (weights @ v).transpose(1, 2).reshape(n, length, dim)
        state = state + self.drop(self.proj(mixed))
        return state + self.drop(self.down(torch.relu(self.up(self.norm2(state)))))
