"""The project's own drawn garments as training photos."""
import json
import os

import numpy as np
import torch

from catalogue import FACETS


class Drawn:
    """The project's own drawn garments (drawn.npy uint8 [n, 200, 160, 3], drawn.json: facets), a supplement only."""

    def __init__(self, folder, catalogue):
        self.photos = np.load(os.path.join(folder, "drawn.npy"))
        with open(os.path.join(folder, "drawn.json"), encoding="utf-8") as f:
            rows = json.load(f)
        first = lambda v: (v[0] if v else None) if isinstance(v, list) else v
        self.labels = {f: np.array([catalogue.ids[f].index(first(r.get(f))) if first(r.get(f)) in catalogue.ids[f] else -1
                                    for r in rows]) for f in FACETS}
        # Seasons and styles of a drawing are chosen, not seen.
        for facet in ("seasons", "occasions", "styles", "audience"):
            self.labels[facet][:] = -1
        kind = self.labels["category"]
        root = np.where(kind >= 0, catalogue.root_of[np.maximum(kind, 0)], -1)
        self.facts = torch.from_numpy(np.stack([self.labels[f] for f in FACETS] + [root, np.full(len(rows), -2)], 1))
