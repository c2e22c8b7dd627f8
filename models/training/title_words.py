"""The words of titles as numbers: which of the most frequent WORDS stand in each title of the training split.

A photo's network says of every word how likely it stands in the photo's title. That is what finds a title's photo:
the likelihood of the words that are there and of all others being absent.
"""
import re
from collections import Counter

import numpy as np

from vision_tower import WORDS

# Forms of one word that titles use side by side.
ONE_FORM = {"mens": "men", "womens": "women", "boys": "boy", "girls": "girl", "kids": "kid", "shoes": "shoe",
            "tshirts": "tshirt", "shirts": "shirt", "tops": "top", "bags": "bag", "watches": "watch"}


def words(title):
    found = re.findall(r"[a-z0-9&]+", title.lower().replace("'s", "s").replace("t-shirt", "tshirt"))
    return {ONE_FORM.get(w, w) for w in found}


def matrix(products):
    """[{title, split}] -> uint8 [n, WORDS], its columns by how often training titles have the word."""
    said = [words(r["title"]) for r in products]
    counts = Counter(w for r, ws in zip(products, said) if r["split"] == "train" for w in sorted(ws))
    place = {w: i for i, (w, _) in enumerate(sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:WORDS])}
    out = np.zeros((len(products), WORDS), np.uint8)
    for row, ws in enumerate(said):
        out[row, [place[w] for w in ws if w in place]] = 1
    return out
