"""From stored uint8 photos to the network's input, plain or augmented.

Augmentation: crop, scale, flip, small rotation, aspect, light (brightness, contrast, a tint), blur by down-sampling,
and for product photos another ground instead of the white one, so that photos people take are not foreign.
"""
import math

import torch
import torch.nn.functional as F

from vision_tower import HEIGHT, WIDTH


def plain(photos, size=(HEIGHT, WIDTH)):
    """uint8 [n, h, w, 3] of any 4:5 size -> float [n, 3, *size], 120 x 96 by default, in [-1, 1]."""
    x = photos.permute(0, 3, 1, 2).float().contiguous(memory_format=torch.channels_last)
    if x.shape[2:] != size:
        x = F.interpolate(x, size=size, mode="bicubic" if x.shape[2] < size[0] else "area",
                          **({"align_corners": False} if x.shape[2] < size[0] else {}))
    return (x.clamp(0, 255) / 127.5 - 1).contiguous(memory_format=torch.channels_last)


def replace_ground(x, generator, share):
    """Near-white pixels of some photos get a plain or graded colour; photos that are mostly white stay as they are."""
    n = x.shape[0]
    white = (x.amin(1, keepdim=True) > 0.93).float()
    covered = white.mean((1, 2, 3))
    use = (torch.rand(n, generator=generator) < share) & (covered > 0.15) & (covered < 0.8)
    if not use.any():
        return x
    index = use.nonzero()[:, 0]
    k = len(index)
    low = torch.rand(k, 3, 2, 2, generator=generator) * 0.5 + torch.rand(k, 3, 1, 1, generator=generator) * 1.5 - 1
    ground = F.interpolate(low, size=x.shape[2:], mode="bilinear", align_corners=True)
    ground = ground + 0.06 * torch.randn(k, 1, *x.shape[2:], generator=generator)
    soft = F.avg_pool2d(white[index], 3, 1, 1)
    x[index] = x[index] * (1 - soft) + ground.clamp(-1, 1) * soft
    return x


def augmented(photos, generator, strength=1.0, ground=0.15, mode="bilinear", size=(HEIGHT, WIDTH)):
    """uint8 [n, h, w, 3] -> float [n, 3, *size], 120 x 96 by default, in [-1, 1], changed at random. strength 1 suits product photos; mode
    "bicubic" suits photos smaller than that, as in `plain`."""
    n = photos.shape[0]
    rand = lambda *shape: torch.rand(*shape, generator=generator)
    x = photos.permute(0, 3, 1, 2).float() / 127.5 - 1
    angle = (rand(n) - 0.5) * 2 * math.radians(10 * strength)
    scale = 1 + (rand(n) - 0.6) * 0.36 * strength
    aspect = 1 + (rand(n) - 0.5) * 0.16 * strength
    flip = (rand(n) < 0.5).float() * 2 - 1
    shift = (rand(n, 2) - 0.5) * 0.2 * strength
    cos, sin = torch.cos(angle), torch.sin(angle)
    matrix = torch.stack([
        torch.stack([flip * scale * aspect * cos, -scale * sin, shift[:, 0]], 1),
        torch.stack([flip * scale * sin, scale / aspect * cos, shift[:, 1]], 1)], 1)
    grid = F.affine_grid(matrix, (n, 3, *size), align_corners=False)
    x = F.grid_sample(x - 1, grid, mode=mode, padding_mode="zeros", align_corners=False) + 1
    x = replace_ground(x, generator, ground)
    light = 1 + (rand(n, 1, 1, 1) - 0.5) * 0.4 * strength
    lift = (rand(n, 1, 1, 1) - 0.5) * 0.2 * strength
    tint = 1 + (rand(n, 3, 1, 1) - 0.5) * 0.08 * strength
    x = ((x + 1) * light * tint - 1 + lift).clamp(-1, 1)
    return x.contiguous(memory_format=torch.channels_last)
