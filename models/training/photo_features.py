"""Final feature maps of the frozen photo encoder, cached as uint8: [n, views, 20, 1280], value * 255 / 6.

View 0 is the photo as it is, the others are augmented. The last activation is a ReLU6, so a byte is a fine scale.
"""
import os
import time

import numpy as np
import torch

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
    with torch.no_grad(), torch.cpu.amp.autocast(dtype=torch.bfloat16):
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


class Middle:
    """Feature maps between two steps of the backbone, as int8 with a scale a channel: [n, views, channels, h, w].

    The steps before the cut stay frozen, so what they make of a photo is computed once.
    """

    def __init__(self, values, scale):
        self.values, self.scale = values, torch.from_numpy(np.asarray(scale))[None, :, None, None]

    def __len__(self):
        return len(self.values)

    def rows(self, rows, views, flip=None):
        """int rows, int views (or one view), bool which to mirror -> float [n, channels, h, w]"""
        x = torch.from_numpy(self.values[rows, views]).float() * self.scale
        if flip is not None:
            # Mirroring the map is close to mirroring the photo.
            x = torch.where(flip[:, None, None, None], x.flip(3), x)
        return x.contiguous(memory_format=torch.channels_last)


def middle(steps, photos, path, views, seed, strength=1.0, ground=0.12, log=print, batch=128):
    """Maps of `photos` after `steps`, under `path` (.npz beside the array keeps the scale), computed once."""
    if not os.path.exists(path):
        generator, started, scale, out = torch.Generator().manual_seed(seed), time.time(), None, None
        with torch.no_grad(), torch.cpu.amp.autocast(dtype=torch.bfloat16):
            for at in range(0, len(photos), batch):
                part = torch.from_numpy(np.array(photos[at:at + batch]))
                for view in range(views):
                    pixels = augmentation.plain(part) if view == 0 else augmentation.augmented(part, generator, strength, ground)
                    x = steps(pixels).float()
                    if out is None:
                        # A little headroom over the first photos' extremes; what lies beyond is cut off.
                        scale = (x.abs().amax((0, 2, 3)) * 1.15 / 127).clamp(min=1e-6)
                        out = np.lib.format.open_memmap(path + ".part", mode="w+", dtype=np.int8,
                                                        shape=(len(photos), views, *x.shape[1:]))
                    out[at:at + batch, view] = (x / scale[None, :, None, None]).round().clamp(-127, 127).to(torch.int8).numpy()
                if at // batch % 40 == 0:
                    log(f"maps {os.path.basename(path)}: {at}/{len(photos)}, {time.time() - started:.0f} s")
        out.flush()
        np.save(path + ".scale.npy", scale.numpy())
        os.replace(path + ".part", path)
    return Middle(np.load(path, mmap_mode="r"), np.load(path + ".scale.npy"))


def finished(steps, maps, path, views=2, log=print, batch=256):
    """Final feature maps from cached middle ones, as `cached` writes them: uint8 [n, views, 20, 1280].

    Views beyond the cached ones are the plain one mirrored."""
    out = np.lib.format.open_memmap(path + ".part", mode="w+", dtype=np.uint8, shape=(len(maps), views, PATCHES, FEATURES))
    started = time.time()
    with torch.no_grad(), torch.cpu.amp.autocast(dtype=torch.bfloat16):
        for at in range(0, len(maps), batch):
            rows = np.arange(at, min(at + batch, len(maps)))
            for view in range(views):
                mirrored = torch.ones(len(rows), dtype=torch.bool) if view >= maps.values.shape[1] else None
                features = steps(maps.rows(rows, 0 if mirrored is not None else view, mirrored)).float().flatten(2).transpose(1, 2)
                out[at:at + batch, view] = (features * (255 / 6)).round().clamp(0, 255).to(torch.uint8).numpy()
            if at // batch % 20 == 0:
                log(f"features {os.path.basename(path)}: {at}/{len(maps)}, {time.time() - started:.0f} s")
    out.flush()
    del out
    os.replace(path + ".part", path)


def as_float(rows):
    """uint8 features -> float tensor."""
    return torch.from_numpy(np.ascontiguousarray(rows)).float() * (6 / 255)
