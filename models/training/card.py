"""Write the model card from the figures that evaluate.py printed.

  python3 models/training/card.py --figures figures.json --model models/yida-mini --recipe "what was run, how long"
"""
import argparse
import hashlib
import json
import os


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head)] + ["| " + " | ".join(map(str, r)) + " |" for r in rows])


def find_table(figures):
    f = figures["title to photo"]
    keys = ["R@1", "R@10", "MRR"]
    rows = [[name, *(f[name][k] for k in keys)] for name in
            ("en val", "zh val", "en all", "zh all", "en all, same queries", "zh all, same queries", "en all, ranked", "zh all, ranked")
            if name in f]
    return table(["queries, documents", *keys], rows)


def heads_table(figures):
    """Facets of one set of heads."""
    return table(["facet", "top-1", "calibration error", "temperature", "unsure below", "certain from", "labelled in val"],
                 [[k, v["accuracy"], v["ece"], v["temperature"], v["unsureBelow"], v.get("certainFrom") or "never", v["n"]]
                  for k, v in figures.items() if "unsureBelow" in v])


def close_look(g):
    if "close look" not in g:
        return ""
    close = g["close look"]
    ten = close["clothing ten classes"]
    return f"""
Seen at 200 x 160 (photos whose longer edge has 150 pixels and more; here the clothing photos and the products of val
that exist at 120 x 160), by heads of their own. Ten classes, top-1: **{ten["top1"]}** (n = {ten["n"]}).

{heads_table(close)}
"""


def service(folder):
    """The section of what `yida evaluate` and `npm run bench:model` printed: text-image.json, photos.json,
    attributes.json, ablation.json and bench.json of `folder`, each where it is there."""
    read = lambda name: json.load(open(os.path.join(folder, name), encoding="utf-8")) if os.path.exists(os.path.join(folder, name)) else None
    parts, photos, attributes, ablation, bench = [], *(read(n + ".json") for n in ("photos", "attributes", "ablation", "bench"))
    found = read("text-image.json")
    if found:
        rows = [[f"{language}, {name}", *(found[language][key][k] for k in ("R@1", "R@10", "MRR"))] for language in ("en", "zh-CN")
                for key, name in (("unseen", "val"), ("all", "all, by vectors"), ("ranked", f"all, first {found['documents']['reranked']} with the full ranker"))]
        parts.append(f"`yida evaluate text-image --limit {found['queries']}`:\n\n" + table(["titles, photos", "R@1", "R@10", "MRR"], rows))
    if photos:
        parts.append(f"`yida evaluate photos`: top-1 **{photos['top-1']}** of {photos['n']} photos of the ten classes.")
    if attributes:
        levels = attributes["match levels, photo alone"]
        parts.append("`yida evaluate attributes`, match levels where a photo is all that is known of a garment:\n\n" + table(
            ["request states", "called exact", "of them right"], [[k, v["exact"], v["of them right"]] for k, v in levels.items()]))
    if ablation:
        rows = []
        for language in ("en", "zh-CN"):
            a = ablation[language]
            ways = {f"{name}, {what}": a[name][what] for name in ("without attention", "with attention") for what in ("text", "photo", "both")}
            ways |= {f"trained: {k}": v for k, v in a["trained fusions of both"].items()}
            ways |= {f"untrained: {k}": v for k, v in a["untrained fusions of both"].items()}
            rows += [[f"{language}, {k}", v["R@1"], v["R@10"], v["MRR"]] for k, v in ways.items()]
        parts.append(f"`yida evaluate ablation`, {ablation['queries']} products of val, each by its title and its photo altered, among "
                     f"{ablation['documents']} photos:\n\n" + table(["query", "R@1", "R@10", "MRR"], rows))
    if bench:
        parts.append("`npm run bench:model`, one at a time on two cores, ViT-B/32 in the same run:\n\n" + table(
            ["task", "median ms", "p95 ms"], [[k, v["p50"], v["p95"]] for k, v in bench["milliseconds"].items()])
            + f"\n\nThe photo network is {bench['times faster, photo networks']} times faster than ViT-B/32's and {bench['times smaller, photo networks']} times smaller.")
    return "\n## As the service measures it\n\n" + "\n\n".join(parts) + "\n" if parts else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--figures", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--service", help="folder with photos.json, attributes.json, ablation.json, bench.json of the service")
    parser.add_argument("--recipe", required=True, help="file with the paragraph on stages, seeds and times of this run")
    args = parser.parse_args()
    with open(args.figures, encoding="utf-8") as f:
        g = json.load(f)
    with open(args.recipe, encoding="utf-8") as f:
        recipe = f.read().strip()
    networks = sorted(n for n in os.listdir(os.path.join(args.model, "onnx")))
    digest = lambda n: hashlib.sha256(open(os.path.join(args.model, "onnx", n), "rb").read()).hexdigest()
    size = lambda n: f"{os.path.getsize(os.path.join(args.model, 'onnx', n)) / 1e6:.2f} MB"
    d = g["title to photo"]["documents"]
    by_label = lambda part: table(["queries", "P@1", "P@10", "MRR", "labels"], [[k, v["P@1"], v["P@10"], v["MRR"], v["labels"]] for k, v in g[part].items()])
    heads, garment = heads_table(g["attributes"]), g["attributes"]["garment"]
    change = [[k, *(v[w] for w in ("both", "photo only", "text only", "mean of vectors")), v["n"]] for k, v in g["photo and change"].items() if "both" in v]
    kept = g["photo and change"]["of the first 50 kept"]
    captions = table(["queries, documents", "embed P@1", "ranked P@1", "embed P@10", "ranked P@10"],
                     [[k, v["embed P@1"], v["ranked P@1"], v["embed P@10"], v["ranked P@10"]] for k, v in g["captions"].items()])
    text = f"""# yida-mini

A bilingual (Chinese, English) model for clothes: photos and words in one space of 256 numbers, attribute heads, and a
cross-modal attention ranker. It is small enough for one CPU and is trained **in-domain**: on the training split of
the product photos that it is measured with. Figures of models that never saw that data are not comparable without
saying so.

## Files

{table(["file", "size", "sha256"], [[f"onnx/{n}", size(n), f"`{digest(n)}`"] for n in networks])}

`checksums.json` has the same sums. Weights are float16 (word table int8) inside the files and are used as float32.
Interface: `config.json` (`yida` lists facets, labels, temperatures, the bound below which an answer is unsure, and
the fusion weights of a garment's vector). Photos: letterboxed with white to 120 x 96 (height x width), RGB x/127.5-1.

## Data and terms

| data | used for | terms |
|---|---|---|
| Fashion Product Images (Small), Kaggle: 39,171 photos and titles (train split) | photo-text training, heads, ranker | on Kaggle, recalled as MIT, not verified; photos of a retailer, not redistributed |
| clothing-dataset: photos people took, train split | category and sleeve heads | CC0 |
| MobileNetV2 1.0, ImageNet weights | start of the photo encoder | Apache-2.0 (ImageNet itself has research terms) |
| FashionIQ relative captions, Chinese shopping queries and reviews | word pieces; the wording of changes | CDLA; none stated |
| `locales/vocabulary.tsv` | Chinese forms of titles, captions in both languages | this project |
| pictures without garments: Debian's gnome-backgrounds, mate-backgrounds, tuxpaint-stamps-default, gcompris-qt-data; generated colours, noise, text | the garment head | the packages' own free licences |

The licence of this repository's code does not settle the terms of the data: whoever redistributes or sells the
weights has to judge that for themselves. No photo, title or caption is in this folder.

## Recipe

{recipe}

Code: `models/training/`. Architecture: MobileNetV2 1.0 (norms folded) with mean and attention pooling; of a photo's 256
numbers 254 are a direction, from which the log-odds of 2,048 title words follow, one is the log-likelihood that none of
them is said (what suits many titles must not stand before what suits this one; the idea of query banks, Bogolin et al.,
CVPR 2022), and one fills up to unit length; a three-layer
transformer of width 256 over word pieces; garment tokens by learned queries; a ranker with one layer of
self-attention over the query and multi-head scaled dot-product attention from query tokens to garment tokens. Every
modality's score has a factor of the query's own that makes its weight the share of what it decides, measured by
masking. Tags of larger photos come from a second look at 200 x 160 with heads of its own; vector and patches are
always those of 120 x 96.

## Quality, measured

Split `val`: 2,000 products and {g["clothing ten classes"]["n"]} clothing photos of ten classes, not seen in training; temperatures, bounds and
fusion weights were chosen on the same split. Product photos are 60x80. "all" searches all {d["all"]:,} photos, training
ones included; "ranked" reorders the first {d["reranked"]} with the attention ranker. Only the one product of the title counts.

{find_table(g)}

Published, zero-shot, full-size photos, 44,434 documents: FashionCLIP 2.0 .122 / .404 / .217,
Marqo-FashionSigLIP .179 / .489 / .293.

Label words against the val garments, photo alone:

{by_label("labels, photo")}

Label words against photo and title fused {g["fusion"]["chosen"]["image"]} / {g["fusion"]["chosen"]["text"]}:

{by_label("labels, photo and title")}

Short descriptions ("夏天穿的蓝色T恤男"): how many of the found have everything that was said.

{captions}

Ten classes of clothing photos seen at 120 x 96, top-1: **{g["clothing ten classes"]["top1"]}** (n = {g["clothing ten classes"]["n"]}).

Heads on val:

{heads}

Garment or not: {garment["products"]} of wearable products and {garment["clothing photos"]} of clothing photos accepted; {garment["beauty and other refused"]} of cosmetics and other
goods and {garment["pictures without garments refused"]} of pictures without garments refused (n = {garment["n"]}; the pictures are held-out ones of the packages above).
{close_look(g)}
A photo and a change, any right garment of val among the first ten:

{table(["change", "both (ranker)", "photo only", "words only", "mean of vectors", "n"], change)}

Of the first 50 of the combined query, {kept["heaviest modality masked"]} stay when the modality with the greater weight is masked, and
{kept["lightest masked"]} when the one with the smaller is.
{service(args.service) if args.service else ""}
## Limits

- Product photos are small and of one Indian retailer of about 2012: Chinese-only garments (qipao, hanfu) have
  words here but no photos. Seasons and usage are that retailer's labels.
- Pattern, sleeve and style are learned from the few titles that state them.
- Titles that many products share cannot be told apart.
- Brand names are recognised only where the training titles had them.

## Not for

Identifying or judging people, their bodies, gender, age or origin; surveillance; deciding about credit, work or
access; authenticating goods. The audience head speaks of how a retailer shelves a garment, not of a person.
"""
    with open(os.path.join(args.model, "README.md"), "w", encoding="utf-8") as f:
        f.write(text)


if __name__ == "__main__":
    main()
