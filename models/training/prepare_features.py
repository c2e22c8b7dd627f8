"""Arrays of the photos, and their feature maps through the ImageNet backbone or that of a towers' checkpoint."""
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
    parser.add_argument("--towers", help="checkpoint whose backbone is used (products only), else ImageNet's")
    parser.add_argument("--name", default="tuned", help="what the files of --towers are called")
    parser.add_argument("--freeze", type=int, default=11, help="where the middle maps were cut")
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    torch.set_num_threads(2)
    log = lambda *x: print(*x, flush=True)
    photographs.build(args.data, args.cache, args.negatives, limit=args.limit, log=log)
    backbone = Backbone()
    if args.towers:
        state = torch.load(args.towers)["vision"]
        backbone.load_state_dict({k[len("backbone."):]: v for k, v in state.items() if k.startswith("backbone.")})
    else:
        backbone.load_imagenet(os.path.join(args.data, "init", "mobilenet_v2_imagenet.npz"))
    backbone = backbone.to(memory_format=torch.channels_last)
    photos = lambda name: np.load(os.path.join(args.cache, name + ".npy"), mmap_mode="r")
    path = lambda name: os.path.join(args.cache, name + ".npy")
    if args.towers:
        # The frozen part is that of the middle maps, which train_towers.py left in the cache.
        maps = photo_features.Middle(np.load(path("m_products"), mmap_mode="r"), np.load(path("m_products") + ".scale.npy"))
        if not (os.path.exists(path("f_products_" + args.name)) and os.path.getmtime(path("f_products_" + args.name)) > os.path.getmtime(args.towers)):
            photo_features.finished(backbone.part(args.freeze, None), maps, path("f_products_" + args.name), 2, log)
    else:
        photo_features.cached(backbone, photos("products"), path("f_products"), 2, 2, 1.0, log)
        photo_features.cached(backbone, photos("clothing"), path("f_clothing"), 4, 1, 1.5, log)
        photo_features.cached(backbone, photos("negatives"), path("f_negatives"), 2, 3, 1.0, log)


if __name__ == "__main__":
    main()
