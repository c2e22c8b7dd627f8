"""Reads the Polyvore outfits as sets of category names and splits them by a hash of the set id."""

import gzip
import hashlib
import json
from pathlib import Path


def read_outfits(folder):
    """Lists of (set_id, [category name]); an item with a finer name takes it."""
    folder = Path(folder)
    names = {}
    for line in (folder / "polyvore-category-ids.txt").read_text(encoding="utf-8").splitlines():
        number, _, name = line.strip().partition(" ")
        if number.isdigit() and name:
            names[int(number)] = name
    with gzip.open(folder / "polyvore-item-categories.json.gz", "rt", encoding="utf-8") as file:
        finer = json.load(file)
    with gzip.open(folder / "polyvore-train.json.gz", "rt", encoding="utf-8") as file:
        rows = json.load(file)
    outfits = []
    for row in rows:
        items = []
        for index, category in zip(row["items_index"], row["items_category"]):
            name = finer.get(f"{row['set_id']}_{index}", names.get(category))
            if name is not None:
                items.append(name)
        if len(items) > 1:
            outfits.append((row["set_id"], items))
    return outfits, names


def part_of(set_id):
    """'test' for a tenth, 'valid' for a twentieth, 'train' for the rest: the same on every machine."""
    bucket = hashlib.sha256(f"yida-outfits/{set_id}".encode()).digest()[0]
    if bucket < 26:
        return "test"
    return "valid" if bucket < 39 else "train"
