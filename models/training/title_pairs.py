"""What the towers, trained as a pair, say of the data: every photo's vector and every title's, as they stood together.

A pair knows what words mean beside each other, which a likelihood of single words does not; the finished embedding
keeps both (finish_photos.py). The vectors are kept in a file, since the photo network behind them is trained on.
"""
import os

import numpy as np
import torch

import attribute_heads
import half_arithmetic
import photo_augmentation as augmentation
from finished_towers import title_embeddings
from text_tower import Text
from texts import Titles
from vision_tower import EMBEDDING, Vision


def photo_vectors(vision, photos, batch=128):
    """uint8 [n, h, w, 3] -> [n, 256], the photos as they are"""
    out = torch.zeros(len(photos), EMBEDDING)
    vision.to(memory_format=torch.channels_last).eval()
    with torch.no_grad():
        for at in range(0, len(photos), batch):
            pixels = augmentation.plain(torch.from_numpy(np.ascontiguousarray(photos[at:at + batch])))
            with half_arithmetic.bfloat16():
                features = vision.features(pixels.contiguous(memory_format=torch.channels_last))
            out[at:at + batch] = vision.heads.embedding(features.float())
    return out


def title_vectors(path, tokenizer, english, chinese):
    """Id lists of titles in both languages -> [n, 256], the middle of both, by the text tower of the checkpoint `path`."""
    text = Text(len(tokenizer.vocabulary))
    text.load_state_dict(torch.load(path)["text"])
    text.eval()
    both = title_embeddings(text, english) + title_embeddings(text, chinese)
    return both / both.norm(dim=1, keepdim=True)


def vectors(args, catalogue, tokenizer):
    """(photos [n, 256], titles [n, 256]) of the checkpoint args.pair, from the file beside it when that is newer."""
    path = os.path.join(args.out, "pair.npz")
    if not os.path.exists(path) or os.path.getmtime(path) < os.path.getmtime(args.pair):
        state = torch.load(args.pair)
        vision = Vision(attribute_heads.size(attribute_heads.layout(catalogue)))
        vision.load_state_dict(state["vision"])
        titles = Titles(catalogue, tokenizer, 0)
        said = title_vectors(args.pair, tokenizer, titles.english, titles.chinese[0])
        seen = photo_vectors(vision, np.load(os.path.join(args.cache, "products.npy"), mmap_mode="r"))
        np.savez(path, photos=seen.numpy(), titles=said.numpy())
    held = np.load(path)
    return torch.from_numpy(held["photos"]), torch.from_numpy(held["titles"])
