"""What the towers read: titles in both languages, label words, and the tokenizer of a run."""
import json
import os
import random
import shutil

import numpy as np

import word_pieces
from catalogue import FACETS, chinese_title, to_vocabulary

VARIANTS = 4  # Chinese forms of a title with varied synonyms, beside the display one


class Titles:
    """Tokenised titles: english [n], chinese [1 + VARIANTS][n] lists of ids (0 is the display form)."""

    def __init__(self, catalogue, tokenizer, seed):
        rng = random.Random(seed)
        self.english = tokenizer.batch([r["title"] for r in catalogue.products])
        self.chinese = [tokenizer.batch([chinese_title(s, catalogue.vocabulary) for s in catalogue.segments])]
        for _ in range(VARIANTS):
            self.chinese.append(tokenizer.batch(
                [chinese_title(s, catalogue.vocabulary, rng, 0.08) for s in catalogue.segments]))
        names = {}
        self.same = np.array([names.setdefault(r["title"].lower(), len(names)) for r in catalogue.products])


def drop_words(ids, rng, share=0.1):
    """Leave out some pieces of a title, never all."""
    if len(ids) < 6 or rng.random() < 0.5:
        return ids
    return [ids[0]] + [i for i in ids[1:-1] if rng.random() > share] + [ids[-1]]


class LabelWords:
    """Every label's words as ids, in both languages: what a shopper types when one word is all there is."""

    def __init__(self, catalogue, tokenizer):
        self.sets = []
        columns = [(f, to_vocabulary(f), catalogue.ids[f]) for f in FACETS] + [("root", "category", catalogue.roots)]
        for facet, table, ids in columns:
            words = {lang: [tokenizer.batch(source[(table, i)]) for i in ids]
                     for lang, source in (("en", catalogue.vocabulary.en), ("zh", catalogue.vocabulary.zh))}
            self.sets.append((facet, words))

    def choose(self, language, rng):
        """One synonym of each label, the display name most often -> [(facet, id lists)]"""
        pick = lambda synonyms: synonyms[min(int(rng.expovariate(1.2)), len(synonyms) - 1)]
        return [(facet, [pick(s) for s in words[language]]) for facet, words in self.sets]


def load_tokenizer(args, catalogue):
    """The tokenizer of this run, trained on first use and kept in the output folder."""
    path = os.path.join(args.out, "tokenizer.json")
    if getattr(args, "start", None) and not os.path.exists(path):
        shutil.copyfile(os.path.join(args.start, "tokenizer.json"), path)
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            return word_pieces.from_json(json.load(f))
    titles = [r["title"] for r in catalogue.products if r["split"] == "train"]
    tokenizer = word_pieces.Tokenizer(word_pieces.train(word_pieces.corpus(args.data, catalogue.vocabulary, titles), 4500))
    with open(path, "w", encoding="utf-8") as f:
        json.dump(tokenizer.to_json(), f, ensure_ascii=False)
    return tokenizer
