"""Titles that no product has, made from those of the training split, in both languages.

What a title asks of an embedding is known for any words (finish_photos.py), with or without a photo. Real titles alone
let the text tower learn each by heart; titles whose parts come from several products make it learn what every part adds.
"""
import random
from collections import defaultdict

import numpy as np

from catalogue import chinese_title


def joined(one, other, rng):
    """The beginning of one title with the end of another, cut at about the same share of each; segments as in Vocabulary.segments."""
    at = rng.randrange(1, len(one)) if len(one) > 1 else 1
    rest = min(len(other) - 1, max(0, round(at / len(one) * len(other) + rng.uniform(-1, 1))))
    return one[:at] + other[rest:]


def exchanged(one, alike, rng, share):
    """Some segments exchanged for those of other titles which speak of the same facet (or, like a brand, of none)."""
    return [rng.choice(alike[_facet(s)]) if rng.random() < share else s for s in one]


def _facet(segment):
    return segment[1][0][0] if segment[1] else ""


def make(catalogue, count, seed):
    """-> (English titles [count], their Chinese forms [count])"""
    rng, alike = random.Random(seed), defaultdict(list)
    rows = np.flatnonzero(catalogue.split == "train")
    kinds = defaultdict(list)
    for row in rows:
        kinds[int(catalogue.root[row])].append(row)
        for segment in catalogue.segments[row]:
            alike[_facet(segment)].append(segment)
    english, chinese = [], []
    while len(english) < count:
        row = rng.choice(rows)
        one = catalogue.segments[row]
        if rng.random() < 0.5:
            # Mostly of one branch of the vocabulary, so that the words go together.
            other = rng.choice(kinds[int(catalogue.root[row])] if rng.random() < 0.8 else rows)
            one = joined(one, catalogue.segments[other], rng)
        if rng.random() < 0.6:
            one = exchanged(one, alike, rng, 0.25)
        if one:
            english.append(" ".join(words for words, _ in one))
            chinese.append(chinese_title(one, catalogue.vocabulary, rng, 0.08))
    return english, chinese
