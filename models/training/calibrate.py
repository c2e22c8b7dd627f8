"""Confidence of the attribute heads on the val split: a temperature a facet, and the bound below which it is unsure."""
import numpy as np
import torch
import torch.nn.functional as F


def temperature(logits, labels, sigmoid=False):
    """The temperature of least negative log-likelihood, by a grid. logits [n, k] (k = 1 when sigmoid), labels [n]."""
    best, kept = float("inf"), 1.0
    for t in np.geomspace(0.4, 4.0, 60):
        scaled = logits / float(t)
        loss = F.binary_cross_entropy_with_logits(scaled[:, 0], labels.float()) if sigmoid else F.cross_entropy(scaled, labels)
        if loss.item() < best:
            best, kept = loss.item(), float(t)
    return round(kept, 3)


def unsure_below(confidence, right, wanted=0.9, most=0.6):
    """The least confidence from which on `wanted` of the answers are right, at most `most`."""
    for bound in np.arange(0.2, most + 1e-9, 0.02):
        sure = confidence >= bound
        if sure.sum() >= 20 and right[sure].mean() >= wanted:
            return round(float(bound), 2)
    return most


def certain_from(confidence, right, wanted=0.985):
    """The least confidence from which on `wanted` of the answers are right; None where no bound reaches it. Two such
    answers are both right 97 times in 100, so that a request of two facets is still called exact with reason."""
    for bound in np.arange(0.5, 0.9951, 0.005):
        sure = confidence >= bound
        if sure.sum() < 30:
            return None
        if right[sure].mean() >= wanted:
            return round(float(bound), 3)
    return None


def calibration_error(confidence, right, bins=10):
    """Expected calibration error: mean gap between confidence and accuracy over equal-width bins."""
    total, edges = 0.0, np.linspace(0, 1, bins + 1)
    for low, high in zip(edges, edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            total += inside.mean() * abs(confidence[inside].mean() - right[inside].mean())
    return float(total)


def facet(logits, labels, unknown=-1):
    """One softmax facet on labelled rows -> dict(temperature, unsureBelow, accuracy, ece, n)."""
    known = labels != unknown
    x, y = logits[known], labels[known]
    t = temperature(x, y)
    confidence, answer = torch.softmax(x / t, dim=1).max(1)
    confidence, right = confidence.numpy(), (answer == y).numpy()
    return {"temperature": t, "unsureBelow": unsure_below(confidence, right),
            "certainFrom": certain_from(confidence, right), "accuracy": round(float(right.mean()), 4),
            "ece": round(calibration_error(confidence, right), 4), "n": int(known.sum())}
