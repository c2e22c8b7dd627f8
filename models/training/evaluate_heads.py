"""The attribute heads measured: the ten classes of clothing photos, calibration, what is no garment, and the close look."""
import os

import numpy as np
import torch

import calibrate
import close_look
import photo_augmentation as augmentation

TEN = {"dress": ["Dress"], "hat": ["Hat"], "longsleeve": ["Longsleeve"], "outwear": ["Outwear"], "pants": ["Pants"],
       "shirt": ["Shirt"], "shoes": ["Shoes"], "shorts": ["Shorts"], "skirt": ["Skirt"], "t-shirt": ["T-Shirt"]}
TEN_CATEGORIES = {"dress": ["dress", "gown", "onepiece", "nightdress"], "hat": ["hat", "cap", "beanie"],
                  "pants": ["trousers", "dress_trousers", "chinos", "cargo_pants", "joggers", "leggings", "jeans", "capris",
                            "salwar", "loungewear", "tights"],
                  "shirt": ["shirt", "blouse"], "shorts": ["shorts", "boxers", "swim_trunks"], "skirt": ["skirt"]}


def worn_photos(m):
    """The clothing val photos as the small size sees them -> (figures of the ten classes, logits, rows)"""
    rows = np.flatnonzero(m.c.worn_split == "val")
    photos = np.load(os.path.join(m.args.cache, "clothing.npy"), mmap_mode="r")[rows]
    _, _, logits = m.pixels(photos)
    return ten_classes(m, logits, rows), logits, rows


def ten_classes(m, logits, rows):
    """Top-1 over the ten classes of the published subset, from category and sleeve heads: the class with most of the
    confidence, since a class is several kinds."""
    part = {f: torch.softmax(logits[:, o:o + len(l)], 1) for f, l, o in m.plan[:-1]}
    long = part["sleeve"].argmax(1) == m.c.ids["sleeve"].index("long")
    shares = torch.zeros(len(rows), len(TEN))
    names = list(TEN)
    for k, category in enumerate(m.c.ids["category"]):
        root = m.c.vocabulary.root(category)
        found = next((c for c, v in TEN_CATEGORIES.items() if category in v), None) \
            or {"footwear": "shoes", "outerwear": "outwear"}.get(root)
        if category in ("sweater", "sweatshirt", "cardigan"):
            found = "longsleeve"
        confidence = part["category"][:, k]
        if category in ("tshirt", "undershirt", "top", "tank_top", "polo"):
            shares[:, names.index("longsleeve")] += confidence * long
            shares[:, names.index("t-shirt")] += confidence * ~long
        elif found in names:
            shares[:, names.index(found)] += confidence
    answers = [names[k] for k in shares.argmax(1).tolist()]
    truth = [next((k for k, v in TEN.items() if m.c.clothing[r]["label"] in v), None) for r in rows]
    right = [a == t for a, t in zip(answers, truth) if t]
    return {"top1": round(float(np.mean(right)), 4), "n": len(right)}


def held_out_pictures(m):
    """Every tenth picture without garments."""
    photos = np.load(os.path.join(m.args.cache, "negatives.npy"), mmap_mode="r")
    return photos[np.flatnonzero(np.arange(len(photos)) % 10 == 0)]


def heads(m, worn_logits, worn_rows):
    """Accuracy, temperature and calibration of every facet on val; the entries of config.yida.attributes."""
    pictures = m.pixels(held_out_pictures(m))[2]
    return calibrated(m, m.logits, m.val, worn_logits, worn_rows, pictures)


def closely(m, close):
    """The same for the close look, on the val photos that have the pixels; (figures, entries of closeLook)"""
    load = lambda name: np.load(os.path.join(m.args.cache, f"{name}.npy"), mmap_mode="r")
    see = lambda photos: torch.cat([
        close(m.vision.heads.pooled(m.vision.features(augmentation.plain(torch.from_numpy(np.ascontiguousarray(photos[at:at + 64])), close_look.SIZE))))
        for at in range(0, len(photos), 64)])
    worn = np.flatnonzero(m.c.worn_split == "val")
    sharp = load("sharp_rows")
    val = np.flatnonzero(m.c.split[sharp] == "val")
    worn_logits = see(load("clothing")[worn])
    figures, entries = calibrated(m, see(load("sharp")[val]), sharp[val], worn_logits, worn, see(held_out_pictures(m)))
    # Whether there is a garment at all stays the small size's question.
    return ({"clothing ten classes": ten_classes(m, worn_logits, worn), **{k: v for k, v in figures.items() if k != "garment"}},
            [entry for entry in entries if entry["facet"] != "garment"])


def calibrated(m, logits, rows, worn_logits, worn_rows, pictures):
    """Heads over products `rows`, photos people took and pictures without garments -> (figures, entries)"""
    out, entries = {}, []
    for facet, ids, offset in m.plan[:-1]:
        part = logits[:, offset:offset + len(ids)]
        truth = torch.from_numpy(m.c.labels[facet][rows])
        if facet in ("category", "sleeve"):
            part = torch.cat([part, worn_logits[:, offset:offset + len(ids)]])
            truth = torch.cat([truth, torch.from_numpy(m.c.worn[facet][worn_rows])])
        got = calibrate.facet(part, truth)
        out[facet] = got
        entries.append({"facet": facet, "labels": ids, "offset": offset, "kind": "softmax",
                        "temperature": got["temperature"], "unsureBelow": got["unsureBelow"],
                        **({} if got["certainFrom"] is None else {"certainFrom": got["certainFrom"]})})
    offset = m.plan[-1][2]
    x = torch.cat([logits[:, offset], worn_logits[:, offset], pictures[:, offset]])[:, None]
    y = torch.cat([torch.from_numpy(m.c.garment[rows]), torch.ones(len(worn_logits), dtype=torch.int64), torch.zeros(len(pictures), dtype=torch.int64)])
    t = calibrate.temperature(x, y, sigmoid=True)
    p = torch.sigmoid(x[:, 0] / t)
    n, w = len(rows), len(worn_logits)
    beauty = torch.from_numpy(m.c.garment[rows]) == 0
    share = lambda hits: round(hits.float().mean().item(), 4)
    out["garment"] = {"temperature": t, "products": share(p[:n][~beauty] > 0.5),
                      "beauty and other refused": share(p[:n][beauty] <= 0.5),
                      "clothing photos": share(p[n:n + w] > 0.5),
                      "pictures without garments refused": share(p[n + w:] <= 0.5),
                      "n": [int((~beauty).sum()), int(beauty.sum()), w, len(pictures)]}
    entries.append({"facet": "garment", "labels": ["garment"], "offset": offset, "kind": "sigmoid", "temperature": t,
                    "unsureBelow": 0.5})
    return out, entries
