"""A first look at weights in training, on val, for the log."""
import numpy as np
import torch
import torch.nn.functional as F

import attribute_heads
import half_arithmetic
import photo_augmentation as augmentation
from catalogue import pad
from text_tower import Text
from vision_tower import HEIGHT, WIDTH, Vision, none_said


def glance(training, kept):
    """Averaged weights [photo tower, text tower] -> a line: recall among val alone and with some of the train split, accuracy of the heads."""
    vision, text = Vision(attribute_heads.size(training.plan)), Text(len(training.tokenizer.vocabulary))
    vision.load_state_dict(kept[0])
    text.load_state_dict(kept[1])
    vision.to(memory_format=torch.channels_last).eval()
    text.eval()
    val = np.flatnonzero(training.catalogue.split == "val")
    rows = np.concatenate([val, training.train_rows[::8]])
    photos, logits, likely, said = [], [], [], f"val at {HEIGHT}x{WIDTH}"
    with torch.no_grad(), half_arithmetic.bfloat16():
        for at in range(0, len(rows), 250):
            pooled = vision.heads.pooled(vision.features(augmentation.plain(torch.from_numpy(training.products[rows[at:at + 250]]))))
            look = vision.heads.look(pooled).float()
            words = vision.heads.likely(look).float()
            photos.append(vision.heads.whole(look, none_said(words)))
            likely.append(words)
            logits.append(vision.heads.attribute(pooled).float())
        photos, logits, likely = torch.cat(photos), torch.cat(logits)[:len(val)], torch.cat(likely)
        found = lambda score: ((score >= score.diagonal()[:, None]).sum(1) <= 10).float().mean()
        words = torch.from_numpy(training.said[val]).float()
        score = words @ likely.t() + none_said(likely)[None]
        loss = F.binary_cross_entropy_with_logits(likely[:len(val)], words, reduction="sum") / len(val)
        said += f", words {loss:.2f} R@10 {found(score[:, :len(val)]):.3f} of {len(val)}, {found(score):.3f} of {len(rows)}"
        for language, lists in (("en", training.titles.english), ("zh", training.titles.chinese[0])):
            titles = torch.cat([text(*(torch.from_numpy(x) for x in pad([lists[r] for r in val[at:at + 250]])))[0].float()
                                for at in range(0, len(val), 250)])
            score = titles @ photos.t()
            said += f", {language} R@10 {found(score[:, :len(val)]):.3f}, {found(score):.3f}"
    rows = val
    for facet, ids, offset in training.plan[:-1]:
        truth = torch.from_numpy(training.catalogue.labels[facet][rows])
        known = truth >= 0
        said += f", {facet} {(logits[known, offset:offset + len(ids)].argmax(1) == truth[known]).float().mean():.3f}"
    return said
