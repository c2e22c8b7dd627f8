"""The losses of the towers, the memory of earlier batches, and the average of the weights."""
import torch
import torch.nn.functional as F


def contrast(a, b, scale, same, memory=None, teacher=None, share=0.0):
    """Symmetric InfoNCE; pairs with the same title are no negatives. a photos, b titles [n, 256], same int [n];
    memory: the same three of earlier batches, further negatives without a gradient; teacher [n, 256]: title vectors
    whose choice among the photos is `share` of the target."""
    forward, backward = scale * a @ b.t(), scale * b @ a.t()
    alike = (same[:, None] == same[None]) & ~torch.eye(len(same), dtype=torch.bool)
    photos = a.detach()
    if memory is not None:
        old_a, old_b, old_same = memory
        alike = torch.cat([alike, same[:, None] == old_same[None]], 1)
        forward = torch.cat([forward, scale * a @ old_b.t()], 1)
        backward = torch.cat([backward, scale * b @ old_a.t()], 1)
        photos = torch.cat([photos, old_a])
    forward, backward = forward.masked_fill(alike, -1e4), backward.masked_fill(alike, -1e4)
    target = torch.arange(len(a))
    found = F.cross_entropy(backward, target)
    if teacher is not None:
        wanted = torch.softmax((teacher @ photos.t()).masked_fill(alike, -1e4), dim=1)
        found = (1 - share) * found - share * (wanted * torch.log_softmax(backward, dim=1)).sum(1).mean()
    return (F.cross_entropy(forward, target) + 2 * found) / 3


def found_loss(texts, photos, scale, match):
    """Texts against photos where several photos are right. match bool [m, n]; a text without a photo counts not."""
    has = match.any(1)
    match = match[has].float()
    log = torch.log_softmax(scale * texts[has] @ photos.t(), dim=1)
    return -((log * match).sum(1) / match.sum(1)).mean()


class Average:
    """Exponential moving average of the weights, used for export and evaluation."""

    def __init__(self, modules, decay):
        self.modules, self.decay = modules, decay
        self.kept = [{k: v.detach().clone() for k, v in m.state_dict().items()} for m in modules]

    def update(self, step):
        decay = min(self.decay, (1 + step) / (10 + step))
        for module, kept in zip(self.modules, self.kept):
            for k, v in module.state_dict().items():
                kept[k].lerp_(v, 1 - decay) if v.dtype.is_floating_point else kept[k].copy_(v)


class Memory:
    """The last `size` photo and title embeddings with their title ids."""

    def __init__(self, size):
        self.size, self.held = size, None

    def add(self, photos, titles, same):
        fresh = (photos.detach(), titles.detach(), same)
        self.held = fresh if self.held is None else tuple(torch.cat(x)[-self.size:] for x in zip(self.held, fresh))
