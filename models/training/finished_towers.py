"""The towers when they are finished, as frozen functions: vectors of photos and titles, and who is near whom."""
import numpy as np
import torch

import attribute_heads
import half_arithmetic
import photo_features
from catalogue import pad
from text_tower import Text
from vision_tower import PhotoHeads


class Towers:
    """The finished towers as frozen functions, with the vectors of every product at hand."""

    def __init__(self, args, catalogue, tokenizer, titles):
        state = torch.load(args.towers)
        plan = attribute_heads.layout(catalogue)
        self.heads = PhotoHeads(attribute_heads.size(plan))
        self.heads.load_state_dict({k[len("heads."):]: v for k, v in state["vision"].items() if k.startswith("heads.")})
        self.text = Text(len(tokenizer.vocabulary))
        self.text.load_state_dict(state["text"])
        self.text.eval()
        self.scale = state["scale"].exp().item()
        self.features = np.load(args.features, mmap_mode="r")
        self.heads.eval()
        self.photo = photo_embeddings(self.heads, self.features)
        self.words = {"en": WordMemory(self.text, titles.english), "zh": WordMemory(self.text, titles.chinese[0])}
        self.title = {language: memory.embedding for language, memory in self.words.items()}

    def read(self, lists):
        """Id lists -> embeddings, hidden states, mask (padded to the longest)."""
        ids, mask = (torch.from_numpy(x) for x in pad(lists))
        with torch.no_grad():
            embedding, hidden = self.text(ids, mask)
        return embedding, hidden, mask


def photo_embeddings(heads, features):
    """uint8 [n, views, 9, 1280] -> [n, views, 256]"""
    out = []
    with torch.no_grad():
        for at in range(0, len(features), 512):
            part = features[at:at + 512]
            flat = photo_features.as_float(part.reshape(-1, *part.shape[2:]))
            out.append(heads.embedding(flat).reshape(part.shape[0], part.shape[1], -1))
    return torch.cat(out)


class WordMemory:
    """The frozen text tower's output for every title, read once: embedding [n, 256] and hidden states as float16."""

    def __init__(self, text, lists):
        order = np.argsort([len(x) for x in lists], kind="stable")
        self.length = np.array([len(x) for x in lists])
        self.start = np.concatenate([[0], np.cumsum(self.length)[:-1]])
        self.hidden = torch.zeros(int(self.length.sum()), 256, dtype=torch.float16)
        self.embedding = torch.zeros(len(lists), 256)
        with torch.no_grad():
            for at in range(0, len(order), 512):
                group = order[at:at + 512]
                ids, mask = (torch.from_numpy(x) for x in pad([lists[i] for i in group]))
                with half_arithmetic.bfloat16():
                    embedding, hidden = text(ids, mask)
                self.embedding[torch.from_numpy(group)] = embedding.float()
                flat = np.concatenate([np.arange(self.start[i], self.start[i] + self.length[i]) for i in group])
                self.hidden[torch.from_numpy(flat)] = hidden[mask.bool()].half()

    def batch(self, rows):
        """-> embedding [n, 256], hidden [n, L, 256], mask int64 [n, L]"""
        length = self.length[rows]
        place = np.minimum(np.arange(length.max())[None], length[:, None] - 1) + self.start[rows][:, None]
        mask = (np.arange(length.max())[None] < length[:, None]).astype(np.int64)
        return self.embedding[rows], self.hidden[torch.from_numpy(place)].float(), torch.from_numpy(mask)


def title_embeddings(text, lists):
    """Id lists -> [n, 256], in groups of like length."""
    order = np.argsort([len(x) for x in lists], kind="stable")
    out = torch.zeros(len(lists), 256)
    with torch.no_grad():
        for at in range(0, len(order), 512):
            group = order[at:at + 512]
            ids, mask = (torch.from_numpy(x) for x in pad([lists[i] for i in group]))
            out[torch.from_numpy(group)] = text(ids, mask)[0]
    return out


def neighbours(queries, documents, rows, count):
    """For each of `rows` the `count` others whose document is nearest to its query -> int [len(rows), count]."""
    q, d, out = queries[rows], documents[rows], []
    for at in range(0, len(rows), 512):
        score = q[at:at + 512] @ d.t()
        here = torch.arange(len(score))
        score[here, here + at] = -2
        out.append(rows[score.topk(min(count, len(rows) - 1), dim=1).indices.numpy()])
    return np.concatenate(out)
