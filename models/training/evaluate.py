"""Measure a trained model on products and photos it has not seen, and print JSON.

Documents are the 60x80 photos of KAGL: `val` means the 2,000 photos of the val split, `all` those and the 39,171 of
training (the harder and more honest collection). Queries are always of the val split. Figures are of the weights as
exported (float16, word table int8). Recall counts the one product whose title it is, even where others have the same.
"""
import argparse
import json
import os
import time

import numpy as np
import torch

import attribute_heads
import close_look
import evaluate_heads
import evaluate_likeness
import export_onnx
import photo_augmentation as augmentation
import photo_features
from catalogue import Catalogue, pad, to_vocabulary
from finished_towers import title_embeddings
from fusions import Fusions
from train_ranker import Queries
from texts import Titles, load_tokenizer
from vision_tower import PATCHES


def ranks_of(scores, target):
    """Rank (from 1) of the target column in every row; ties count against."""
    own = scores[torch.arange(len(scores)), target][:, None]
    return (scores > own).sum(1) + (scores == own).sum(1)


def recall(ranks):
    r = ranks.float()
    return {"R@1": round((r <= 1).float().mean().item(), 4), "R@10": round((r <= 10).float().mean().item(), 4),
            "MRR": round(torch.where(r <= 10, 1 / r, torch.zeros(())).mean().item(), 4)}


class Measured:
    """The exported weights with the vectors of every document."""

    def __init__(self, args):
        self.args = args
        self.c = Catalogue(args.data, args.cache)
        self.tokenizer = load_tokenizer(args, self.c)
        self.titles = Titles(self.c, self.tokenizer, args.seed)
        self.plan = attribute_heads.layout(self.c)
        self.vision, self.text, self.garment, self.ranker = export_onnx.load(
            args.towers, args.ranker, len(self.tokenizer.vocabulary), attribute_heads.size(self.plan))
        self.features = np.load(args.features, mmap_mode="r")
        self.val = np.flatnonzero(self.c.split == "val")
        with torch.no_grad():
            self.photo, self.logits = self._photos(self.features, self.val)
        self.en, self.zh = self._titles(self.titles.english), self._titles(self.titles.chinese[0])
        self.fusion = {"image": 0.8, "text": 0.2}

    def _photos(self, features, rows):
        heads, out = self.vision.heads, []
        for at in range(0, len(features), 1024):
            out.append(heads.embedding(photo_features.as_float(features[at:at + 1024, 0])))
        logits = heads(photo_features.as_float(features[rows, 0]))[2]
        return torch.cat(out), logits

    def _titles(self, lists):
        """[n, 256], filled for the val split alone: no other title is asked or indexed here."""
        out = torch.zeros(self.c.n, 256)
        out[torch.from_numpy(self.val)] = title_embeddings(self.text, [lists[r] for r in self.val])
        return out

    def pixels(self, photos, augment=None):
        """uint8 photos through the float32 network -> embedding, patches, logits."""
        out = []
        for at in range(0, len(photos), 128):
            part = torch.from_numpy(np.ascontiguousarray(photos[at:at + 128]))
            x = augmentation.plain(part) if augment is None else augmentation.augmented(part, augment, 0.8, 0.12)
            out.append(self.vision(x))
        return [torch.cat(x) for x in zip(*out)]

    # Candidates -> tokens as the index stores them

    def index(self, rows, with_text):
        patches = self.vision.heads.patch(photo_features.as_float(self.features[rows, 0]))
        n = len(rows)
        if with_text:
            ids, mask = (torch.from_numpy(x) for x in pad([self.titles.english[r] for r in rows]))
            embed, hidden = self.text(ids, mask)
        else:
            embed, hidden, mask = torch.zeros(n, 256), torch.zeros(n, 1, 256), torch.zeros(n, 1, dtype=torch.int64)
        tokens, token_mask = self.garment(hidden, mask, patches, torch.ones(n, PATCHES, dtype=torch.int64))
        vectors = self.fusion["image"] * self.photo[rows] + (self.fusion["text"] * embed if with_text else 0)
        return (tokens * 127).round() / 127, token_mask, vectors / vectors.norm(dim=1, keepdim=True)

    def query(self, ids=None, photo=None, history=None):
        """One query for the ranker: ids of a text, (embedding, patches) of a photo, [h, 256] of liked garments."""
        no = torch.zeros(1, 1, dtype=torch.int64)
        text, image, liked = [torch.zeros(1, 1, 256), no, torch.zeros(1, 256)], [torch.zeros(1, 1, 128), no, torch.zeros(1, 256)], [torch.zeros(1, 1, 256), no]
        if ids is not None:
            t = torch.tensor([ids])
            mask = torch.ones_like(t)
            embed, hidden = self.text(t, mask)
            text = [hidden, mask, embed]
        if photo is not None:
            image = [photo[1][None], torch.ones(1, photo[1].shape[0], dtype=torch.int64), photo[0][None]]
        if history is not None:
            liked = [history[None], torch.ones(1, len(history), dtype=torch.int64)]
        return (*text, *image, *liked)

    def reranked(self, vectors, documents, queries, targets, depth, index):
        """Ranks of the targets after the ranker reorders the first `depth` of the embedding's order.

        Documents below `depth` keep their order behind it.
        """
        out = []
        tokens, masks, fused = index
        for i, ids in enumerate(queries):
            scores = fused @ vectors[i]
            top = scores.topk(min(depth, len(documents))).indices
            place = (top == targets[i]).nonzero()
            if len(place) == 0:
                out.append(int((scores >= scores[targets[i]]).sum()))
                continue
            total = self.ranker(*self.query(ids), tokens[top], masks[top], fused[top])[0]
            out.append(int((total >= total[place[0, 0]]).sum()))
        return torch.tensor(out)


def retrieval(m, depth=200, limit=None):
    """Title -> photo over val and over all documents, both languages, embedding alone and with the ranker."""
    out, val, everything = {}, m.val, np.arange(m.c.n)
    index_all, parts = None, []
    for at in range(0, m.c.n, 2048):
        parts.append(m.index(everything[at:at + 2048], False))
    index_all = tuple(torch.cat(x) for x in zip(*parts))
    chosen = np.sort(np.random.RandomState(1).permutation(len(val))[:limit]) if limit else np.arange(len(val))
    rows = val[chosen]
    for language, vectors, lists in (("en", m.en, m.titles.english), ("zh", m.zh, m.titles.chinese[0])):
        q = vectors[val]
        out[f"{language} val"] = recall(ranks_of(q @ m.photo[val].t(), torch.arange(len(val))))
        ranks = torch.cat([ranks_of(q[at:at + 250] @ m.photo.t(), torch.from_numpy(val[at:at + 250])) for at in range(0, len(val), 250)])
        out[f"{language} all"] = recall(ranks)
        if limit:
            out[f"{language} all, same queries"] = recall(ranks[chosen])
        ranks = m.reranked(vectors[rows], everything, [lists[r] for r in rows], torch.from_numpy(rows), depth, index_all)
        out[f"{language} all, ranked"] = recall(ranks)
    out["documents"] = {"val": len(val), "all": m.c.n, "reranked": depth, "queries": len(rows)}
    return out


def labels(m, with_text):
    """Label words -> garments of the val split: P@1, P@10, MRR averaged over labels with at least 10 garments."""
    out = {}
    _, _, vectors = m.index(m.val, with_text)
    kinds = {"subcategory": "category", "colour": "colours", "season": "seasons", "usage": "occasions"}
    for language in ("en", "zh"):
        table = m.c.vocabulary.en if language == "en" else m.c.vocabulary.zh
        sets = {name: (to_vocabulary(f), m.c.ids[f], m.c.labels[f][m.val]) for name, f in kinds.items()}
        sets["category"] = ("category", m.c.roots, m.c.root[m.val])
        for name, (facet, ids, truth) in sets.items():
            scores = {"P@1": [], "P@10": [], "MRR": []}
            for k, value in enumerate(ids):
                right = torch.from_numpy(truth == k)
                if right.sum() < 10:
                    continue
                vector = title_embeddings(m.text, [m.tokenizer.encode(table[(facet, value)][0])])[0]
                hits = right[(vectors @ vector).argsort(descending=True)[:10]].float()
                scores["P@1"].append(hits[0].item())
                scores["P@10"].append(hits.mean().item())
                scores["MRR"].append((1 / (hits.argmax().item() + 1)) if hits.any() else 0.0)
            out[f"{language} {name}"] = {k: round(float(np.mean(v)), 4) for k, v in scores.items()} | {"labels": len(scores["P@1"])}
    return out


def fusion(m, sample=600):
    """Weights of garment vector = image + y * title: the y under which captions and photos together find best."""
    queries = Queries(m.c, None, m.tokenizer, m.titles, m.val, 5)
    q = queries.batch("caption", sample)
    vectors = title_embeddings(m.text, q["texts"])
    facts = m.c.facet_matrix()[m.val]
    match = torch.from_numpy(((q["keys"][:, None] == -1) | (q["keys"][:, None] == facts[None])).all(2))
    photos = np.load(os.path.join(m.args.cache, "products.npy"), mmap_mode="r")[m.val]
    seen, _, _ = m.pixels(photos, torch.Generator().manual_seed(3))
    table = {}
    for y in (0.0, 0.1, 0.2, 0.3, 0.4, 0.5):
        docs = (1 - y) * m.photo[m.val] + y * m.zh[m.val]
        docs = docs / docs.norm(dim=1, keepdim=True)
        top = (vectors @ docs.t()).topk(10).indices
        captions = torch.gather(match, 1, top).float().mean().item()
        photo = recall(ranks_of(seen @ docs.t(), torch.arange(len(docs))))["R@1"]
        title = recall(ranks_of(m.en[m.val] @ docs.t(), torch.arange(len(docs))))["R@10"]
        table[y] = {"captions P@10": round(captions, 4), "photo R@1": photo, "title R@10 (other language indexed)": title}
    # Photos stay within two points of their best; captions decide among the rest, and titles where captions hardly differ.
    best = max(t["photo R@1"] for t in table.values())
    allowed = [y for y, t in table.items() if t["photo R@1"] >= best - 0.02]
    most = max(table[y]["captions P@10"] for y in allowed)
    y = max((y for y in allowed if table[y]["captions P@10"] >= most - 0.005), key=lambda k: table[k]["title R@10 (other language indexed)"])
    m.fusion = {"image": round(1 - y, 2), "text": round(y, 2)}
    return {"chosen": m.fusion, "table": {str(k): v for k, v in table.items()}}


def change(m, count=400):
    """Photo and change -> garments of val with the changed label and the rest alike: any of them in the first ten."""
    queries = Queries(m.c, None, m.tokenizer, m.titles, m.val, 23)
    facts = torch.from_numpy(m.c.facet_matrix()[m.val])
    index = m.index(m.val, False)
    photos = np.load(os.path.join(m.args.cache, "products.npy"), mmap_mode="r")
    out, masking = {}, []
    ways = ["both", "photo only", "text only", "mean of vectors"]
    for language in ("en", "zh"):
        for facet in ("colours", "category", "audience", "pattern"):
            hits = {w: [] for w in ways}
            cases = [queries.change(language, facet) for _ in range(count if facet == "colours" else count // 4)]
            refs = [c[0] for c in cases]
            seen, patches, _ = m.pixels(photos[refs])
            for i, (ref, target, words, key) in enumerate(cases):
                key = torch.from_numpy(key)
                right = ((key == -1) | (key[None] == facts)).all(1)
                ids = m.tokenizer.encode(words)
                own = torch.from_numpy(m.val == ref)
                found = {}
                both, weights, _ = m.ranker(*m.query(ids, (seen[i], patches[i])), *index)
                found["both"] = both
                found["photo only"] = m.ranker(*m.query(None, (seen[i], patches[i])), *index)[0]
                found["text only"] = m.ranker(*m.query(ids), *index)[0]
                text = title_embeddings(m.text, [ids])[0]
                found["mean of vectors"] = index[2] @ (text + seen[i])
                for way, scores in found.items():
                    top = scores.masked_fill(own, -1e9).topk(10).indices
                    hits[way].append(right[top].any().item())
                if facet == "colours":
                    heavy, light = (found["text only"], found["photo only"]) if weights[0, 0] < weights[0, 1] else (found["photo only"], found["text only"])
                    order = lambda s: set(s.topk(min(50, len(s))).indices.tolist())
                    base = order(both)
                    masking.append((len(base & order(heavy)) / 50, len(base & order(light)) / 50))
            out[f"{language} {facet}"] = {w: round(float(np.mean(v)), 4) for w, v in hits.items()} | {"n": len(cases)}
    kept = np.array(masking).mean(0)
    out["of the first 50 kept"] = {"heaviest modality masked": round(float(kept[0]), 4), "lightest masked": round(float(kept[1]), 4)}
    return out


def captions(m, count=1000):
    """Short descriptions in either language -> garments of val that have all that was said: P@1, P@10."""
    out = {}
    for with_text in (False, True):
        index = m.index(m.val, with_text)
        queries = Queries(m.c, None, m.tokenizer, m.titles, m.val, 31)
        facts = m.c.facet_matrix()[m.val]
        for language, rest in (("en", 0), ("zh", 1)):
            q = queries.batch("caption", 2 * count)
            pick = [i for i in range(2 * count) if i % 2 == rest]
            match = torch.from_numpy(((q["keys"][pick][:, None] == -1) | (q["keys"][pick][:, None] == facts[None])).all(2))
            vectors = title_embeddings(m.text, [q["texts"][i] for i in pick])
            scores = vectors @ index[2].t()
            top = scores.topk(10).indices
            hits = torch.gather(match, 1, top).float()
            ranked = []
            for k, i in enumerate(pick[:count // 2]):
                near = scores[k].topk(min(100, len(index[2]))).indices
                total = m.ranker(*m.query(q["texts"][i]), *(x[near] for x in index))[0]
                ranked.append(match[k][near[total.topk(10).indices]].float())
            ranked = torch.stack(ranked)
            name = f"{language} {'photo and title' if with_text else 'photo'}"
            out[name] = {"embed P@1": round(hits[:, 0].mean().item(), 4), "embed P@10": round(hits.mean().item(), 4),
                         "ranked P@1": round(ranked[:, 0].mean().item(), 4), "ranked P@10": round(ranked.mean().item(), 4)}
    return out


def measure(args, log=lambda *x: None):
    m, report = Measured(args), {}
    started = time.time()
    with torch.no_grad():
        report["clothing ten classes"], worn_logits, worn_rows = evaluate_heads.worn_photos(m)
        report["attributes"], entries = evaluate_heads.heads(m, worn_logits, worn_rows)
        close, look = None, None
        if args.close:
            close = close_look.load(args.close, attribute_heads.size(m.plan))
            report["close look"], look = evaluate_heads.closely(m, export_onnx.half_precision(close))
        report["fusion"] = fusion(m)
        report["likeness"] = evaluate_likeness.likeness(m)
        log("heads and fusion", round(time.time() - started))
        if not args.quick:
            report["title to photo"] = retrieval(m, args.depth, args.limit)
            log("retrieval", round(time.time() - started))
            report["labels, photo"] = labels(m, False)
            report["labels, photo and title"] = labels(m, True)
            report["captions"] = captions(m, 200 if args.limit else 1000)
            log("labels", round(time.time() - started))
            report["photo and change"] = change(m, 40 if args.limit else 400)
    report["seconds"] = round(time.time() - started)
    return m, report, entries, close, look


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--cache", required=True)
    parser.add_argument("--out", required=True, help="folder of the run (tokenizer.json)")
    parser.add_argument("--towers", required=True)
    parser.add_argument("--ranker", required=True)
    parser.add_argument("--features", required=True)
    parser.add_argument("--close", help="checkpoint of close_look.py, exported with the model")
    parser.add_argument("--fusions", help="checkpoint of train_fusions.py, exported with the model")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--depth", type=int, default=200)
    parser.add_argument("--limit", type=int, help="fewer queries, for a first look")
    parser.add_argument("--quick", action="store_true", help="heads and fusion only")
    parser.add_argument("--likeness", action="store_true", help="export the bounds of likeness, not only print them")
    parser.add_argument("--model", help="also write the model folder there")
    return parser


if __name__ == "__main__":
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    options = arguments().parse_args()
    model, figures, attributes, close_heads, close_attributes = measure(options, lambda *x: print(*x, file=__import__("sys").stderr, flush=True))
    if options.model:
        export_onnx.networks(model.vision, model.text, model.garment, model.ranker, os.path.join(options.model, "onnx"), close_heads)
        if options.fusions:
            compared = Fusions()
            compared.load_state_dict(torch.load(options.fusions))
            export_onnx.comparison(export_onnx.half_precision(compared), os.path.join(options.model, "onnx"))
        export_onnx.configs(options.model, model.tokenizer, attributes, model.fusion,
                            figures["likeness"] if options.likeness else None, close_attributes)
        export_onnx.checksums(options.model)
    print(json.dumps(figures, indent=1, ensure_ascii=False))
