"""Final feature maps of a finished photo encoder, cached as uint8: [n, views, 9, 1280], value * 255 / 6.

View 0 is the photo as it is, the others are augmented. The last activation is a ReLU6, so a byte is a fine scale.
"""
import os
import time

import numpy as np
import torch

import half_arithmetic
import photo_augmentation as augmentation
from vision_tower import FEATURES, PATCHES


def cached(backbone, photos, path, views, seed, strength=1.0, log=print, batch=128):
    """Features of `photos` (uint8 [n, h, w, 3]) under the file `path`, computed unless the file is complete."""
    shape = (len(photos), views, PATCHES, FEATURES)
    if os.path.exists(path):
        found = np.load(path, mmap_mode="r")
        if found.shape == shape:
            return found
    out = np.lib.format.open_memmap(path + ".part", mode="w+", dtype=np.uint8, shape=shape)
    generator, started = torch.Generator().manual_seed(seed), time.time()
    backbone.eval()
    with torch.no_grad(), half_arithmetic.bfloat16():
        for at in range(0, len(photos), batch):
            part = torch.from_numpy(np.ascontiguousarray(photos[at:at + batch]))
            for view in range(views):
                pixels = augmentation.plain(part) if view == 0 else augmentation.augmented(part, generator, strength)
                features = backbone(pixels).float().flatten(2).transpose(1, 2)
                out[at:at + batch, view] = (features * (255 / 6)).round().clamp(0, 255).to(torch.uint8).numpy()
            if at // batch % 40 == 0:
                log(f"features {os.path.basename(path)}: {at}/{len(photos)}, {time.time() - started:.0f} s")
    out.flush()
    del out
    os.replace(path + ".part", path)
    return np.load(path, mmap_mode="r")


def as_float(rows):
    """uint8 features -> float tensor."""
    return torch.from_numpy(np.ascontiguousarray(rows)).float() * (6 / 255)
