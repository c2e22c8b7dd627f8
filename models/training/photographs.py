"""Photos of the data sets as arrays on disk: letterboxed with white to 4:5, uint8, [n, height, width, 3].

`products.npy`  KAGL photos of 60x80 at 80x64, one for each line of labels.jsonl that has a photo, in that order
`sharp.npy`     the KAGL photos that also exist at 120x160, at 160x128; `sharp_rows.npy` their rows in products
`clothing.npy`  photos people took, at 200x160, one for each line of clothing/labels.csv
`negatives.npy` pictures that show no garment, at 200x160, from a folder of pictures (see README.md)
"""
import csv
import io
import json
import os
import random
import zipfile

import numpy as np
from PIL import Image, ImageDraw, ImageFont

Image.MAX_IMAGE_PIXELS = 60_000_000


def letterbox(image, height, width):
    """A PIL image -> uint8 [height, width, 3]: aspect kept, bicubic, the rest white."""
    image = image.convert("RGBA") if image.mode in ("P", "LA", "RGBA") else image.convert("RGB")
    if image.mode == "RGBA":
        ground = Image.new("RGBA", image.size, (255, 255, 255, 255))
        image = Image.alpha_composite(ground, image).convert("RGB")
    scale = min(height / image.height, width / image.width)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    canvas = Image.new("RGB", (width, height), (255, 255, 255))
    canvas.paste(image.resize(size, Image.BICUBIC), ((width - size[0]) // 2, (height - size[1]) // 2))
    return np.asarray(canvas, dtype=np.uint8)


def _from_zip(path, names, height, width):
    """Names in a zip -> ({name: array}, names that could not be read)."""
    out, broken = {}, []
    with zipfile.ZipFile(path) as archive:
        known = {os.path.basename(n): n for n in archive.namelist()}
        for name in names:
            try:
                out[name] = letterbox(Image.open(io.BytesIO(archive.read(known[name]))), height, width)
            except (KeyError, OSError, ValueError):
                broken.append(name)
    return out, broken


def read_products(data):
    """The rows of kagl/labels.jsonl; a broken row is counted and skipped."""
    rows, broken = [], 0
    with open(os.path.join(data, "kagl", "labels.jsonl"), encoding="utf-8") as f:
        for line in f:
            try:
                row = json.loads(line)
                row["id"], row["title"], row["split"]
                rows.append(row)
            except (ValueError, KeyError, TypeError):
                broken += 1
    if broken:
        print(f"kagl/labels.jsonl: {broken} broken rows skipped")
    return rows


def read_clothing(data):
    """The rows of clothing/labels.csv: image, label, kids, split."""
    with open(os.path.join(data, "clothing", "labels.csv"), encoding="utf-8") as f:
        return [r for r in csv.DictReader(f) if r.get("image") and r.get("label")]


def synthetic_negatives(count, seed):
    """Pictures without garments that need no source: plain colours, noise, gradients, and rendered text."""
    rng, pictures = random.Random(seed), []
    font = ImageFont.load_default()
    for i in range(count):
        colour = tuple(rng.randrange(256) for _ in range(3))
        kind = i % 4
        if kind == 0:
            picture = Image.new("RGB", (160, 200), colour)
        elif kind == 1:
            noise = np.random.RandomState(seed + i).randint(0, 256, (200 // (1 + i % 7), 160 // (1 + i % 7), 3))
            picture = Image.fromarray(noise.astype(np.uint8)).resize((160, 200))
        elif kind == 2:
            other = np.array([rng.randrange(256) for _ in range(3)])
            ramp = np.linspace(0, 1, 200)[:, None, None]
            plane = np.array(colour) * (1 - ramp) + other * ramp
            picture = Image.fromarray(np.broadcast_to(plane, (200, 160, 3)).astype(np.uint8))
        else:
            picture = Image.new("RGB", (160, 200), rng.choice([(255, 255, 255), (250, 250, 245), (30, 30, 34), colour]))
            draw = ImageDraw.Draw(picture)
            ink = (230, 230, 230) if sum(picture.getpixel((0, 0))) < 300 else (20, 20, 20)
            for y in range(rng.randrange(4, 40), 196, rng.randrange(10, 26)):
                line = "".join(rng.choice("etaoin shrdlu cmfwyp 0123456789 .,") for _ in range(rng.randrange(5, 30)))
                draw.text((rng.randrange(3, 30), y), line, fill=ink, font=font)
                if rng.random() < 0.1:
                    draw.rectangle([10, y, rng.randrange(20, 150), y + 12], outline=ink)
        pictures.append(np.asarray(picture.convert("RGB"), dtype=np.uint8))
    return pictures


def folder_negatives(folder, limit, seed):
    """Crops of the pictures under a folder of things that are no garments -> list of uint8 [200, 160, 3]."""
    paths = []
    for root, _, files in os.walk(folder):
        paths += [os.path.join(root, f) for f in files if f.lower().endswith((".png", ".jpg", ".jpeg", ".webp"))]
    paths.sort()
    rng, out = random.Random(seed), []
    rng.shuffle(paths)
    # A wallpaper yields many crops, a small picture one.
    for path in paths:
        if len(out) >= limit:
            break
        try:
            picture = Image.open(path)
            picture.draft("RGB", (1200, 1200))
            if picture.width < 64 or picture.height < 64:
                continue
            out.append(letterbox(picture, 200, 160))
            if picture.width * picture.height > 800 * 600:
                picture = picture.convert("RGB")
                for _ in range(6):
                    h = rng.randrange(200, min(picture.height, 900))
                    w = min(int(h * rng.uniform(0.6, 1.2)), picture.width)
                    x, y = rng.randrange(picture.width - w + 1), rng.randrange(picture.height - h + 1)
                    out.append(letterbox(picture.crop((x, y, x + w, y + h)), 200, 160))
        except (OSError, ValueError, Image.DecompressionBombError):
            continue
    return out[:limit]


def build(data, cache, negatives, seed=7, limit=None, log=print):
    """Write the arrays once; later calls find them. `limit` cuts every set for the smoke variant."""
    os.makedirs(cache, exist_ok=True)
    target = lambda name: os.path.join(cache, name)
    if not os.path.exists(target("products.json")):
        rows = read_products(data)
        if limit:
            keep = random.Random(seed).sample(range(len(rows)), min(limit, len(rows)))
            rows = [rows[i] for i in sorted(keep)]
        small, broken = _from_zip(os.path.join(data, "kagl", "images-60x80.zip"), [r["id"] + ".jpg" for r in rows], 80, 64)
        rows = [r for r in rows if r["id"] + ".jpg" in small]
        log(f"products: {len(rows)} photos, {len(broken)} unreadable")
        np.save(target("products.npy"), np.stack([small[r["id"] + ".jpg"] for r in rows]))
        del small
        with zipfile.ZipFile(os.path.join(data, "kagl", "images-120x160.zip")) as archive:
            have = {os.path.basename(n) for n in archive.namelist()}
        which = [i for i, r in enumerate(rows) if r["id"] + ".jpg" in have]
        sharp, _ = _from_zip(os.path.join(data, "kagl", "images-120x160.zip"), [rows[i]["id"] + ".jpg" for i in which], 160, 128)
        which = [i for i in which if rows[i]["id"] + ".jpg" in sharp]
        np.save(target("sharp.npy"), np.stack([sharp[rows[i]["id"] + ".jpg"] for i in which]))
        np.save(target("sharp_rows.npy"), np.array(which))
        with open(target("products.json"), "w", encoding="utf-8") as f:
            json.dump(rows, f, ensure_ascii=False)
    if not os.path.exists(target("clothing.json")):
        rows = read_clothing(data)[:limit]
        photos, broken = _from_zip(os.path.join(data, "clothing", "images.zip"), [r["image"] + ".jpg" for r in rows], 200, 160)
        rows = [r for r in rows if r["image"] + ".jpg" in photos]
        log(f"clothing: {len(rows)} photos, {len(broken)} unreadable")
        np.save(target("clothing.npy"), np.stack([photos[r["image"] + ".jpg"] for r in rows]))
        with open(target("clothing.json"), "w", encoding="utf-8") as f:
            json.dump(rows, f)
    if not os.path.exists(target("negatives.npy")):
        pictures = synthetic_negatives(400, seed)
        if negatives and os.path.isdir(negatives):
            pictures += folder_negatives(negatives, 4000, seed)
        log(f"negatives: {len(pictures)} pictures")
        np.save(target("negatives.npy"), np.stack(pictures))
