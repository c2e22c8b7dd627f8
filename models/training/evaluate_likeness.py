"""Bounds of likeness: the cosines from which words and photos count as alike, set from how val's lie (config.yida.likeness)."""
import os

import numpy as np
import torch

from finished_towers import title_embeddings
from train_ranker import Queries


def lowest(cosines, right, precision):
    """The lowest bound above which at least `precision` of the pairs are right; None where there is none."""
    order = cosines.argsort(descending=True)
    share = right[order].float().cumsum(0) / torch.arange(1, len(order) + 1)
    # A handful of pairs proves nothing.
    good = torch.nonzero((share >= precision) & (torch.arange(len(order)) >= 30))
    return None if len(good) == 0 else round(cosines[order[good[-1, 0]]].item(), 3)


def likeness(m, sample=1500):
    """Bounds of config.yida.likeness on val: the nearest 20 garments of altered photos and of captions. 95% of pairs
    above sameAsPhoto are one product or one title; 90% above likePhoto are of one kind; 80% above describedByWords
    have all that was said. Of words beside a photo, as many titles of it lie below describesPhoto as changes above."""
    photos = np.load(os.path.join(m.args.cache, "products.npy"), mmap_mode="r")
    rows = m.val[:sample]
    seen, _, _ = m.pixels(photos[rows], torch.Generator().manual_seed(11))
    near = (seen @ m.photo[m.val].t()).topk(20)
    facts = m.c.facet_matrix()[m.val]
    mine, found = np.arange(len(rows))[:, None], near.indices.numpy()
    titles = m.titles.same[m.val]
    same = torch.from_numpy((mine == found) | (titles[mine] == titles[found])).flatten()
    kind = torch.from_numpy(m.c.root[m.val][mine] == m.c.root[m.val][found]).flatten()
    q = Queries(m.c, None, m.tokenizer, m.titles, m.val, 41).batch("caption", sample)
    docs = m.index(m.val, True)[2]
    said = (title_embeddings(m.text, q["texts"]) @ docs.t()).topk(20)
    match = torch.from_numpy(((q["keys"][:, None] == -1) | (q["keys"][:, None] == facts[None])).all(2))
    described = torch.gather(match, 1, said.indices).flatten()
    return {"sameAsPhoto": lowest(near.values.flatten(), same, 0.95), "likePhoto": lowest(near.values.flatten(), kind, 0.9),
            "describedByWords": lowest(said.values.flatten(), described, 0.8), "describesPhoto": parted(*beside_photos(m, rows, seen))}


def beside_photos(m, rows, seen, count=300):
    """Cosines of altered photos with their own titles, and with changes asked of them, in both languages."""
    own = torch.cat([(seen * vectors[rows]).sum(1) for vectors in (m.en, m.zh)])
    queries = Queries(m.c, None, m.tokenizer, m.titles, rows, 47)
    changes = [queries.change(language) for language in ("en", "zh") for _ in range(count)]
    place = {row: at for at, row in enumerate(rows)}
    words = title_embeddings(m.text, [m.tokenizer.encode(text) for _, _, text, _ in changes])
    return own, (seen[[place[ref] for ref, *_ in changes]] * words).sum(1)


def parted(above, below):
    """The bound that as large a share of `above` misses as of `below` exceeds."""
    shares = torch.linspace(0, 1, 1001)
    return round(above.quantile(shares)[(above.quantile(shares) >= below.quantile(1 - shares)).nonzero()[0, 0]].item(), 3)
