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


def columns(products):
    """[{title, split}] -> {word: its column}, by how often training titles have the word."""
    counts = Counter(w for r in products if r["split"] == "train" for w in sorted(words(r["title"])))
    return {w: i for i, (w, _) in enumerate(sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:WORDS])}


def marks(titles, column):
    """Titles -> uint8 [n, WORDS]: which of the frequent words stand in each."""
    out = np.zeros((len(titles), WORDS), np.uint8)
    for row, title in enumerate(titles):
        out[row, [column[w] for w in words(title) if w in column]] = 1
    return out


def matrix(products):
    """[{title, split}] -> uint8 [n, WORDS]"""
    return marks([r["title"] for r in products], columns(products))
