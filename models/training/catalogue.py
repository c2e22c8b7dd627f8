"""Products, clothing photos and negatives with their labels as numbers, and captions of them in both languages.

Labels: `labels[facet]` int [rows], -1 where unknown. Facets are those of the garment shape: category, colours,
pattern, seasons, occasions, audience, sleeve, styles. Clothing labels that are families (shoes, outwear, pants …) are
sets of categories: `category_sets` bool [families, categories] and `family` int [rows] (-1: the fine label holds).
"""
import json
import os
import random
import re
from collections import Counter

import numpy as np

from vocabulary import Vocabulary

FACETS = ["category", "colours", "pattern", "seasons", "occasions", "audience", "sleeve", "styles"]
# The vocabulary speaks of one colour, the garment shape of colours.
TO_VOCABULARY = {"colours": "colour", "seasons": "season", "occasions": "occasion", "styles": "style"}
FROM_VOCABULARY = {v: k for k, v in TO_VOCABULARY.items()}
FAMILIES = {"Shoes": ["footwear"], "Outwear": ["outerwear"], "Top": ["top"], "Blouse": ["blouse", "shirt", "top"],
            "Hat": ["hat", "cap", "beanie"],
            "Pants": ["trousers", "dress_trousers", "chinos", "cargo_pants", "joggers", "leggings", "jeans"]}
LONG_SLEEVED = {"Longsleeve", "Hoodie", "Outwear", "Blazer"}
# A sleeve is read from a title only where the word sleeve stands in it.
SLEEVE_WORDS = [(r"\b(sleeveless|sleevless)\b", "sleeveless"), (r"\b(full|long|l/?s)[ -]?sleeved?s?\b", "long"),
                (r"\b(half|short|s/?s)[ -]?sleeved?s?\b", "short"), (r"\b3/4(th)?[ -]?sleeved?s?\b", "three_quarter")]
PATTERN_IDS = ["solid", "stripes", "plaid", "polka_dot", "floral", "graphic", "animal", "camouflage", "embroidery",
               "colour_block", "geometric", "paisley", "quilted", "lace", "sequin", "tie_dye", "pleated", "beaded",
               "denim_wash", "letters", "cartoon", "abstract", "leopard"]
MIN_EXAMPLES = 12


def to_vocabulary(facet):
    return TO_VOCABULARY.get(facet, facet)


class Catalogue:
    """rows of products, then clothing; `split` is 'train' or 'val'."""

    def __init__(self, data, cache):
        self.vocabulary = Vocabulary(data)
        with open(os.path.join(cache, "products.json"), encoding="utf-8") as f:
            self.products = json.load(f)
        with open(os.path.join(cache, "clothing.json"), encoding="utf-8") as f:
            self.clothing = json.load(f)
        self.n = len(self.products)
        found = [self._product(r) for r in self.products]
        worn = [self._clothing(r) for r in self.clothing]
        counts = {f: Counter(x[f] for x in found + worn if f in x) for f in FACETS}
        self.ids = {f: [i for i in self.vocabulary.ids[to_vocabulary(f)] if counts[f][i] >= MIN_EXAMPLES] for f in FACETS}
        index = {f: {v: k for k, v in enumerate(self.ids[f])} for f in FACETS}
        self.labels = {f: np.array([index[f].get(x.get(f), -1) for x in found]) for f in FACETS}
        self.worn = {f: np.array([index[f].get(x.get(f), -1) for x in worn]) for f in FACETS}
        self.split = np.array([r["split"] for r in self.products])
        self.worn_split = np.array([r["split"] for r in self.clothing])
        families = sorted(FAMILIES)
        self.category_sets = np.zeros((len(families), len(self.ids["category"])), dtype=bool)
        for k, family in enumerate(families):
            for j, category in enumerate(self.ids["category"]):
                self.category_sets[k, j] = category in FAMILIES[family] or self.vocabulary.root(category) in FAMILIES[family]
        self.family = np.array([families.index(r["label"]) if r["label"] in families else -1 for r in self.clothing])
        # A garment or wearable at all: beauty and other are none.
        none = {i for i in self.vocabulary.ids["category"] if self.vocabulary.root(i) in ("beauty", "other")}
        self.garment = np.array([0 if x.get("category") in none else 1 for x in found])
        self.worn_garment = np.array([0 if r["label"] in ("Skip", "Other", "Not sure") else 1 for r in self.clothing])
        roots = sorted({self.vocabulary.root(c) for c in self.ids["category"]})
        self.roots = roots
        self.root_of = np.array([roots.index(self.vocabulary.root(c)) for c in self.ids["category"]])
        self.root = np.where(self.labels["category"] >= 0, self.root_of[np.maximum(self.labels["category"], 0)], -1)
        self.segments = [self.vocabulary.segments(r["title"]) for r in self.products]

    def _product(self, row):
        out = {}
        for source, key in (("kagl.category2", "category2"), ("kagl.category3", "category3"),
                            ("kagl.colour", "colour"), ("kagl.season", "season"), ("kagl.usage", "usage")):
            for facet, value in self.vocabulary.mapped.get((source, row.get(key)), []):
                out[FROM_VOCABULARY.get(facet, facet)] = value
        title = row["title"].lower()
        for pattern, value in SLEEVE_WORDS:
            if re.search(pattern, title):
                out["sleeve"] = value
        for _, keys in self.vocabulary.segments(row["title"]):
            for facet, value in keys:
                if facet == "pattern" and value in PATTERN_IDS and "pattern" not in out:
                    out["pattern"] = value
                if facet == "audience" and "audience" not in out and value in ("women", "men", "girls", "boys", "unisex", "kids", "baby"):
                    out["audience"] = value
        if out.get("category") == "undershirt":
            out.setdefault("sleeve", "sleeveless")
        return out

    def _clothing(self, row):
        out = {}
        for facet, value in self.vocabulary.mapped.get(("clothing.label", row["label"]), []):
            if not (facet == "category" and row["label"] in FAMILIES):
                out[FROM_VOCABULARY.get(facet, facet)] = value
        if row["label"] in LONG_SLEEVED:
            out["sleeve"] = "long"
        if row["label"] == "Polo":
            out.setdefault("sleeve", "short")
        if row["label"] in ("Skip", "Other", "Not sure"):
            out.pop("category", None)
        return out

    def facet_matrix(self):
        """int [products, 10]: the eight facets, the category's root, and the product itself, for matching captions."""
        columns = [self.labels[f] for f in FACETS] + [self.root, np.arange(self.n)]
        return np.stack(columns, 1)


def chinese_title(segments, vocabulary, rng=None, keep=0.0):
    """The Chinese form of a title: facet words through the vocabulary, brand and other words kept.

    With `rng` synonyms vary (and some words stay English with probability `keep`), without it the display name is used.
    """
    out = []
    for original, keys in segments:
        if keys and not (rng and rng.random() < keep):
            synonyms = vocabulary.zh[keys[0]]
            pick = synonyms[0] if rng is None else synonyms[min(int(rng.expovariate(1.2)), len(synonyms) - 1)]
            out.append(pick)
        else:
            out.append(" " + original + " ")
    return re.sub(r"\s+", " ", "".join(out)).strip()


EN_AUDIENCE = {"women": ["women", "ladies", "her"], "men": ["men", "guys", "him"], "girls": ["girls"], "boys": ["boys"],
               "kids": ["kids", "children"], "unisex": ["men and women", "everyone"], "baby": ["babies"]}
ZH_OPEN = ["", "", "", "", "我想要", "想买", "有没有", "找", "推荐", "来一件", "看看", "帮我找", "求", "要"]
EN_OPEN = ["", "", "", "", "looking for ", "show me ", "I want ", "I need a ", "find ", "a ", "do you have ", "any "]


class Captions:
    """Random short descriptions of a product's labels in either language, with the facets they state."""

    def __init__(self, catalogue, seed):
        self.catalogue, self.vocabulary = catalogue, catalogue.vocabulary
        self.rng = random.Random(seed)

    def word(self, facet, value, language):
        """A synonym of an id, the first ones more often."""
        table = self.vocabulary.zh if language == "zh" else self.vocabulary.en
        synonyms = table[(to_vocabulary(facet), value)]
        return synonyms[min(int(self.rng.expovariate(0.9)), len(synonyms) - 1)]

    def phrase(self, chosen, language):
        """{facet: id} -> a phrase; chosen may hold `root` in place of `category`."""
        rng, w = self.rng, {}
        for facet, value in chosen.items():
            w[facet] = self.word("category" if facet == "root" else facet, value, language)
        noun = w.get("category") or w.get("root") or ""
        if language == "zh":
            noun = noun or rng.choice(["", "衣服", "单品", "款"])
            colour = w.get("colours", "")
            colour += rng.choice(["", "", "的"]) if colour else ""
            season = w.get("seasons", "")
            season += rng.choice(["", "穿的", "的"]) if season else ""
            occasion = w.get("occasions", "")
            occasion = rng.choice([f"{occasion}穿的", f"适合{occasion}的", occasion]) if occasion else ""
            front = [season, occasion, w.get("styles", ""), colour, w.get("pattern", ""), w.get("sleeve", "")]
            audience = w.get("audience", "")
            if rng.random() < 0.25:
                rng.shuffle(front)
            place = rng.randrange(3)
            if place == 0:
                text = audience + "".join(front) + noun
            elif place == 1:
                text = "".join(front) + audience + noun
            else:
                text = "".join(front) + noun + (rng.choice(["", " "]) + audience if audience else "")
            if rng.random() < 0.1:
                text = " ".join(p for p in [audience] + front + [noun] if p)
            return rng.choice(ZH_OPEN) + text + (rng.choice(["", "", "", "有吗", "。", "吗"]))
        parts = [w.get("styles", ""), w.get("colours", ""), w.get("pattern", ""), w.get("sleeve", "")]
        if rng.random() < 0.2:
            rng.shuffle(parts)
        noun = noun or rng.choice(["clothes", "item", "something", "one"])
        audience, tail = w.get("audience", ""), []
        if audience:
            if rng.random() < 0.5:
                parts.insert(0 if rng.random() < 0.7 else len(parts), audience)
            else:
                tail.append("for " + rng.choice(EN_AUDIENCE.get(chosen["audience"], [audience])))
        if "seasons" in w:
            tail.append(rng.choice(["for ", "for the ", "in "]) + w["seasons"]) if rng.random() < 0.7 else parts.insert(0, w["seasons"])
        if "occasions" in w:
            tail.append("for " + w["occasions"]) if rng.random() < 0.5 else parts.insert(0, w["occasions"])
        text = " ".join(p for p in parts + [noun] + tail if p)
        return rng.choice(EN_OPEN) + text

    def choose(self, row, labels=None):
        """Some of a product's labels: {facet: id}, always with a noun or a colour. `labels`: another set's than the
        products'."""
        c, rng, chosen = self.catalogue, self.rng, {}
        labels = c.labels if labels is None else labels
        share = {"colours": 0.75, "pattern": 0.7, "seasons": 0.25, "occasions": 0.25, "audience": 0.6, "sleeve": 0.7,
                 "styles": 0.1}
        for facet, p in share.items():
            value = labels[facet][row]
            if value >= 0 and rng.random() < p:
                chosen[facet] = c.ids[facet][value]
        value = labels["category"][row]
        if value >= 0:
            kind = rng.random()
            if kind < 0.78:
                chosen["category"] = c.ids["category"][value]
            elif kind < 0.92:
                chosen["root"] = c.roots[c.root_of[value]]
            elif not chosen:
                chosen["category"] = c.ids["category"][value]
        return chosen

    def key(self, chosen):
        """{facet: id} -> int [10] as in Catalogue.facet_matrix, -1 where nothing is said."""
        c, out = self.catalogue, np.full(len(FACETS) + 2, -1)
        for facet, value in chosen.items():
            if facet == "root":
                out[len(FACETS)] = c.roots.index(value)
            else:
                out[FACETS.index(facet)] = c.ids[facet].index(value)
        return out

    def pairs_of_words(self, count):
        """Phrases of vocabulary ids, whether photographed or not, in both languages: [(zh, en)], all different."""
        rng, v, out, seen = self.rng, self.vocabulary, [], set()
        while len(out) < count:
            chosen = {}
            for facet, p in (("category", 0.75), ("colour", 0.4), ("pattern", 0.2), ("style", 0.15), ("occasion", 0.15),
                             ("material", 0.2), ("sleeve", 0.12), ("neckline", 0.12), ("fit", 0.12), ("length", 0.1),
                             ("season", 0.12), ("audience", 0.25)):
                if rng.random() < p:
                    chosen[facet] = rng.choice(v.ids[facet])
            key = tuple(sorted(chosen.items()))
            if not chosen or len(chosen) > 4 or key in seen:
                continue
            seen.add(key)
            order = [f for f in ("season", "occasion", "style", "colour", "material", "pattern", "fit", "length",
                                 "neckline", "sleeve", "audience", "category") if f in chosen]
            pick = lambda table, f: (lambda s: s[min(int(rng.expovariate(0.5)), len(s) - 1)])(table[(f, chosen[f])])
            out.append(("".join(pick(v.zh, f) for f in order), " ".join(pick(v.en, f) for f in order)))
        return out


def pad(lists, width=None):
    """Id lists -> int64 arrays ids [n, L], mask [n, L]."""
    width = width or max(len(x) for x in lists)
    ids = np.zeros((len(lists), width), dtype=np.int64)
    mask = np.zeros((len(lists), width), dtype=np.int64)
    for i, x in enumerate(lists):
        ids[i, :len(x)] = x
        mask[i, :len(x)] = 1
    return ids, mask
