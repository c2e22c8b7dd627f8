"""The canonical vocabulary: facet ids with Chinese and English synonyms, and the map from data-set labels to ids.

Sources: `locales/vocabulary.tsv` (facet, id, parent, zh, en; synonyms split by `|`, the first is the display name)
and `locales/kaggle-map.tsv` (source, value, facet, id). Both are looked for in the repository first, and then next to
the data folder.
"""
import csv
import os
import re
from collections import defaultdict

REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
# A word may name ids in several facets; when a title is translated the first of these wins.
FACET_ORDER = ["category", "audience", "colour", "pattern", "sleeve", "material", "neckline", "fit", "occasion",
               "season", "length", "style"]


def find_table(name, data):
    """Path of a vocabulary table: the repository's `locales/`, or the folder that holds the data folder."""
    for folder in (os.path.join(REPOSITORY, "locales"), os.path.join(data, "..")):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            return path
    raise SystemExit(f"{name} is neither in locales/ nor beside the data folder {data}")


def english_key(text):
    """Lower case, hyphens and punctuation as spaces: the form in which English words are looked up."""
    return " ".join(re.findall(r"[a-z0-9'/]+", text.lower().replace("’", "'").replace("-", " ")))


class Vocabulary:
    """ids: {facet: [id]}, parent: {(facet, id): id}, zh/en: {(facet, id): [synonyms]}, english: {key: [(facet, id)]}"""

    def __init__(self, data):
        self.ids, self.parent, self.zh, self.en = defaultdict(list), {}, {}, {}
        self.english = defaultdict(list)
        with open(find_table("vocabulary.tsv", data), encoding="utf-8") as f:
            for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
                key = (row["facet"], row["id"])
                self.ids[row["facet"]].append(row["id"])
                if row["parent"]:
                    self.parent[key] = row["parent"]
                self.zh[key] = [w for w in row["zh"].split("|") if w]
                self.en[key] = [w for w in row["en"].split("|") if w]
                for word in self.en[key]:
                    self.english[english_key(word)].append(key)
        for keys in self.english.values():
            keys.sort(key=lambda k: FACET_ORDER.index(k[0]) if k[0] in FACET_ORDER else 99)
        self.mapped = defaultdict(list)
        with open(find_table("kaggle-map.tsv", data), encoding="utf-8") as f:
            for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
                self.mapped[(row["source"], row["value"])].append((row["facet"], row["id"]))

    def root(self, category):
        """The uppermost category above an id (itself when it has no parent)."""
        while ("category", category) in self.parent:
            category = self.parent[("category", category)]
        return category

    def segments(self, title):
        """English title -> [(original words, [(facet, id)])] by longest match; unmatched words have an empty list."""
        words = title.replace("’", "'").replace("-", " ").split()
        keys = [english_key(w) for w in words]
        out, i = [], 0
        while i < len(words):
            for n in range(min(4, len(words) - i), 0, -1):
                phrase = " ".join(k for k in keys[i:i + n] if k)
                found = self.lookup(phrase) if phrase and keys[i] and keys[i + n - 1] else None
                if found:
                    out.append((" ".join(words[i:i + n]), found))
                    i += n
                    break
            else:
                out.append((words[i], []))
                i += 1
        return out

    def lookup(self, phrase):
        """Ids of an English word: the exact form before the singular one."""
        for form in (phrase, phrase[:-1] if phrase.endswith("s") else None,
                     phrase[:-2] if phrase.endswith("es") else None,
                     phrase[:-2] if phrase.endswith("'s") else None):
            if form and form in self.english:
                return self.english[form]
        return None
