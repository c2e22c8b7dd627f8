"""Arrays of the photos; with --towers, the products' feature maps through that checkpoint's backbone."""
import argparse
import os

import numpy as np
import torch

import photo_features
import photographs
from vision_tower import Backbone


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--cache", required=True)
    parser.add_argument("--negatives", help="folder of pictures without garments")
    parser.add_argument("--towers", help="checkpoint of train_towers.py")
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    log = lambda *x: print(*x, flush=True)
    photographs.build(args.data, args.cache, args.negatives, limit=args.limit, log=log)
    if not args.towers:
        return
    path = os.path.join(args.cache, "f_products.npy")
    if os.path.exists(path) and os.path.getmtime(path) < os.path.getmtime(args.towers):
        os.remove(path)
    backbone = Backbone()
    state = torch.load(args.towers)["vision"]
    backbone.load_state_dict({k[len("backbone."):]: v for k, v in state.items() if k.startswith("backbone.")})
    photos = np.load(os.path.join(args.cache, "products.npy"), mmap_mode="r")
    # The plain view and an altered one: the ranker's queries show the second, so that no garment is its own query.
    photo_features.cached(backbone.to(memory_format=torch.channels_last), photos, path, 2, 2, 0.8, log)


if __name__ == "__main__":
    main()
