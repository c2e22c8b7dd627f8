"""The photo encoder: MobileNetV2 1.0 with folded norms, a shared embedding, patches, and attribute heads.

Input: float [n, 3, 120, 96], RGB x/127.5-1. The stride-2 convolutions pad on the right and bottom only, as the
ImageNet weights were trained (see the data's README). Output of `Vision`:
  embedding [n, 256] (unit length), patches [n, 9, 128], attributes [n, A] (raw logits)
"""
import numpy as np
import torch
from torch import nn

HEIGHT, WIDTH = 120, 96
EMBEDDING, PATCHES, PATCH = 256, 9, 128
FEATURES = 1280
WIDE = 512
WORDS = 2048  # of titles, see title_words.py
LOOK = EMBEDDING - 2  # numbers of the embedding that say what the photo looks like; the rest is how common that is
SHARP = 16.0
LOOK_SHARE, COMMON_SHARE, COMMON_BOUND = 0.94, 0.13, 2.5
# expansion, channels, repeats, first stride
BLOCKS = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]


class Clamp6(nn.Module):
    """ReLU6 as a clamp: its gradient exists in bfloat16, which halves the time of a training step."""

    def forward(self, x):
        return torch.clamp(x, 0.0, 6.0)


def convolution(inputs, outputs, size, stride=1, groups=1, active=True):
    """A convolution with bias (the folded norm), and ReLU6 unless it is a linear bottleneck."""
    layers = [nn.ZeroPad2d((0, 1, 0, 1))] if stride == 2 else []
    layers.append(nn.Conv2d(inputs, outputs, size, stride, 0 if stride == 2 else size // 2, groups=groups))
    if active:
        layers.append(Clamp6())
    return nn.Sequential(*layers)


class Bottleneck(nn.Module):
    def __init__(self, inputs, outputs, stride, expansion):
        super().__init__()
        hidden = inputs * expansion
        layers = [convolution(inputs, hidden, 1)] if expansion != 1 else []
        layers += [convolution(hidden, hidden, 3, stride, hidden), convolution(hidden, outputs, 1, active=False)]
        self.layers = nn.Sequential(*layers)
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x):
        return x + self.layers(x) if self.residual else self.layers(x)


class Backbone(nn.Sequential):
    """[n, 3, 120, 96] -> [n, 1280, 3, 3], in 19 steps named like torchvision's `features`."""

    def __init__(self):
        steps, channels = [convolution(3, 32, 3, 2)], 32
        for expansion, outputs, repeats, stride in BLOCKS:
            for i in range(repeats):
                steps.append(Bottleneck(channels, outputs, stride if i == 0 else 1, expansion))
                channels = outputs
        steps.append(convolution(channels, FEATURES, 1))
        super().__init__(*steps)

    def part(self, start, end):
        """Steps start..end as a plain Sequential that shares the weights."""
        return nn.Sequential(*list(self)[start:end])

    def load_imagenet(self, path):
        """Weights from init/mobilenet_v2_imagenet.npz: the order of the convolutions is torchvision's."""
        arrays = np.load(path)
        weights = [n for n in arrays.files if n.endswith(".weight")]
        stems = {}
        for name in weights:
            stem = name[:-len(".weight")]
            head, last = stem.rsplit(".", 1)
            stems[stem] = f"{head}.{int(last) + 1}.bias"
        number = lambda s: [int(p) for p in s.split(".") if p.isdigit()]
        ordered = sorted(stems, key=number)
        own = [m for m in self.modules() if isinstance(m, nn.Conv2d)]
        if len(own) != len(ordered):
            raise SystemExit(f"{path}: {len(ordered)} convolutions, {len(own)} expected")
        with torch.no_grad():
            for module, stem in zip(own, ordered):
                module.weight.copy_(torch.from_numpy(arrays[stem + ".weight"].astype(np.float32)))
                module.bias.copy_(torch.from_numpy(arrays[stems[stem]].astype(np.float32)))


class PhotoHeads(nn.Module):
    """[n, 9, 1280] -> embedding, patches, attributes. Mean and attention pooling side by side.

    The embedding has a direction (what the photo looks like) and one number for how many words suit it anyway: the
    log-likelihood of no word at all, standardised. A text's share in that number weighs a common look against a rare
    one, so that the cosine can be a likelihood of the words given the photo; the last number fills up to unit length.
    The correction is that of query banks (Bogolin et al., CVPR 2022), but read from the photo alone.
    """

    def __init__(self, attributes):
        super().__init__()
        self.saliency = nn.Linear(FEATURES, 1)
        self.embed = nn.Linear(2 * FEATURES, LOOK)
        self.deepen = nn.Sequential(nn.Linear(2 * FEATURES, WIDE), nn.GELU(), nn.Dropout(0.1), nn.Linear(WIDE, LOOK))
        self.words = nn.Linear(LOOK, WORDS)
        self.register_buffer("common_mean", torch.tensor(-12.0))
        self.register_buffer("common_spread", torch.tensor(3.0))
        self.patch = nn.Linear(FEATURES, PATCH)
        self.attribute = nn.Linear(2 * FEATURES, attributes)
        nn.init.normal_(self.words.weight, std=0.01)
        nn.init.zeros_(self.deepen[-1].weight)
        nn.init.zeros_(self.deepen[-1].bias)

    def pooled(self, features):
        weight = torch.softmax(self.saliency(features), dim=1)
        return torch.cat([features.mean(1), (features * weight).sum(1)], dim=1)

    def look(self, pooled):
        """[n, 2560] -> unit vectors [n, 254]"""
        x = self.embed(pooled) + self.deepen(pooled)
        return x / x.norm(dim=1, keepdim=True).clamp(min=1e-6)

    def likely(self, look):
        """Log-odds of every title word [n, WORDS]."""
        return self.words(SHARP * look)

    def whole(self, look, nothing):
        """look [n, 254], nothing [n]: log-likelihood of no word -> embedding [n, 256] of unit length"""
        common = ((nothing - self.common_mean) / self.common_spread).clamp(-COMMON_BOUND, COMMON_BOUND)[:, None] * COMMON_SHARE
        rest = (1 - LOOK_SHARE ** 2 - common ** 2).sqrt()
        return torch.cat([LOOK_SHARE * look, common, rest], dim=1)

    def asked(self, said):
        """Words of titles, float [n, WORDS] of 0 and 1 -> what they ask of an embedding [n, 256]: times it, the
        log-likelihood of those words, but for what all photos share."""
        n = len(said)
        return torch.cat([SHARP / LOOK_SHARE * said @ self.words.weight,
                          (self.common_spread / COMMON_SHARE).expand(n, 1), said.new_zeros(n, 1)], 1)

    def settle_common(self, nothing):
        """The running middle and spread of the log-likelihood of no word, from a batch's [n]."""
        with torch.no_grad():
            spread, mean = torch.std_mean(nothing)
            self.common_mean.lerp_(mean, 0.02)
            self.common_spread.lerp_(spread, 0.02)

    def embedding(self, features):
        look = self.look(self.pooled(features))
        return self.whole(look, none_said(self.likely(look)))

    def forward(self, features):
        pooled = self.pooled(features)
        look = self.look(pooled)
        return self.whole(look, none_said(self.likely(look))), self.patch(features), self.attribute(pooled)


def none_said(likely):
    """Log-odds of words [n, w] -> log-likelihood [n] that none of them is said."""
    return -torch.nn.functional.softplus(likely).sum(1)


class Vision(nn.Module):
    def __init__(self, attributes):
        super().__init__()
        self.backbone = Backbone()
        self.heads = PhotoHeads(attributes)

    def features(self, pixels):
        return self.backbone(pixels).flatten(2).transpose(1, 2)

    def forward(self, pixel_values):
        return self.heads(self.features(pixel_values))
