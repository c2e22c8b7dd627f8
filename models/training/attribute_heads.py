"""The attribute heads: which labels stand where among the logits, and their loss.

Softmax facets: category, colours, pattern, seasons, occasions, audience, sleeve, styles. Sigmoid: garment.
"""
import torch
import torch.nn.functional as F

from catalogue import FACETS


def layout(catalogue):
    """[(facet, labels, offset)] with garment last; the number of logits is the end of the last."""
    out, offset = [], 0
    for facet in FACETS:
        out.append((facet, list(catalogue.ids[facet]), offset))
        offset += len(catalogue.ids[facet])
    out.append(("garment", ["garment"], offset))
    return out


def size(plan):
    return plan[-1][2] + 1


WEIGHT = {"category": 1.0, "colours": 1.0, "pattern": 0.5, "seasons": 0.3, "occasions": 0.3, "audience": 0.4,
          "sleeve": 0.5, "styles": 0.2}


def loss(logits, plan, labels, garment, family=None, sets=None):
    """Cross-entropy over the known labels; a family (shoes, pants …) is right when any of its categories is.

    logits [n, A], labels {facet: int64 [n]}, garment float [n], family int64 [n] or -1, sets bool [families, C]
    """
    total = logits.new_zeros(())
    for facet, ids, offset in plan[:-1]:
        known = labels[facet] >= 0
        part = logits[:, offset:offset + len(ids)]
        if known.any():
            # A facet that few rows of a batch know must not swing it.
            share = min(1.0, known.float().mean().item() * 4)
            total = total + share * WEIGHT[facet] * F.cross_entropy(part[known], labels[facet][known], label_smoothing=0.05)
        if facet == "category" and family is not None and (family >= 0).any():
            rows = family >= 0
            log = torch.log_softmax(part[rows], dim=1)
            inside = log.masked_fill(~sets[family[rows]], -1e4).logsumexp(1)
            total = total - WEIGHT[facet] * rows.float().mean() * 4 * inside.mean().clamp(min=-20)
    return total + 0.5 * F.binary_cross_entropy_with_logits(logits[:, plan[-1][2]], garment)
