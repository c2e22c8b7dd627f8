"""Write the model folder: four ONNX networks with half-precision or byte weights, tokenizer, configs, checksums.

Weights are stored as float16 with a Cast, the word table as int8 rows with a scale each; the runtime folds the casts
when it loads, so inputs, outputs and arithmetic stay float32.
"""
import hashlib
import json
import os

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from close_look import LEAST_EDGE as CLOSE_FROM, SIZE as CLOSE
from cross_attention import GarmentTokens, Ranker
from fusions import NAMES
from text_tower import DIM, HEADS, INNER, LAYERS, Text
from vision_tower import EMBEDDING, HEIGHT, PATCH, PATCHES, WIDTH, Vision
from word_pieces import MAX_TOKENS

OPSET = 14


class ByteWords(nn.Module):
    """An embedding table as int8 rows, each with its scale."""

    def __init__(self, weight):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (weight / scale).round().to(torch.int8))
        self.register_buffer("step", scale)

    def forward(self, ids):
        return self.table[ids].float() * self.step[ids]


class PhotoNetwork(nn.Module):
    """Photos of any size; `close` (close_look.py) are the heads for the larger one."""

    def __init__(self, vision, close=None):
        super().__init__()
        self.vision, self.close = vision, close

    def forward(self, pixel_values):
        features = self.vision.features(pixel_values)
        seen = self.vision.heads(features)
        return seen if self.close is None else (*seen, self.close(self.vision.heads.pooled(features)))


def halve(model):
    """Float32 initializers of a kilobyte and more become float16 with a Cast back."""
    graph, casts = model.graph, []
    for tensor in list(graph.initializer):
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < 256:
            continue
        array = numpy_helper.to_array(tensor)
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(array.astype(np.float16), tensor.name + "_half"))
        casts.append(helper.make_node("Cast", [tensor.name + "_half"], [tensor.name], to=TensorProto.FLOAT,
                                      name=tensor.name + "_cast"))
    for cast in reversed(casts):
        graph.node.insert(0, cast)


def fold_pads(model):
    """A constant zero Pad before a Conv becomes the convolution's own padding."""
    graph = model.graph
    constants = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    for node in graph.node:
        if node.op_type == "Constant":
            constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
    made = {o: n for n in graph.node for o in n.output}
    for conv in [n for n in graph.node if n.op_type == "Conv"]:
        pad = made.get(conv.input[0])
        if pad is None or pad.op_type != "Pad" or pad.input[1] not in constants:
            continue
        amounts = constants[pad.input[1]].tolist()
        for attribute in conv.attribute:
            if attribute.name == "pads":
                attribute.ints[:] = [a + b for a, b in zip(attribute.ints, amounts[2:4] + amounts[6:8])]
        conv.input[0] = pad.input[0]
        graph.node.remove(pad)


def write(module, inputs, names, outputs, dynamic, path):
    module.eval()
    torch.onnx.export(module, inputs, path, input_names=names, output_names=outputs, dynamic_axes=dynamic,
                      opset_version=OPSET, do_constant_folding=True)
    model = onnx.load(path)
    fold_pads(model)
    halve(model)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def networks(vision, text, garment, ranker, folder, close=None):
    os.makedirs(folder, exist_ok=True)
    word = text.word
    text.word = ByteWords(word.weight.detach())
    ids, mask = torch.ones(2, 9, dtype=torch.int64), torch.ones(2, 9, dtype=torch.int64)
    write(text, (ids, mask), ["input_ids", "attention_mask"], ["text_embeds", "last_hidden_state"],
          {"input_ids": {0: "n", 1: "L"}, "attention_mask": {0: "n", 1: "L"}, "text_embeds": {0: "n"},
           "last_hidden_state": {0: "n", 1: "L"}}, os.path.join(folder, "text_model.onnx"))
    text.word = word
    names = ["image_embeds", "last_hidden_state", "attributes"] + ([] if close is None else ["close_attributes"])
    write(PhotoNetwork(vision, close), (torch.zeros(2, 3, HEIGHT, WIDTH),), ["pixel_values"], names,
          {**{n: {0: "n"} for n in names}, "pixel_values": {0: "n", 2: "height", 3: "width"},
           "last_hidden_state": {0: "n", 1: "patches"}}, os.path.join(folder, "vision_model.onnx"))
    one = lambda *shape: torch.ones(*shape, dtype=torch.int64)
    write(garment, (torch.randn(2, 7, DIM), one(2, 7), torch.randn(2, PATCHES, PATCH), one(2, PATCHES)),
          ["text_hidden", "text_mask", "image_hidden", "image_mask"], ["tokens", "token_mask"],
          {"text_hidden": {0: "n", 1: "Lt"}, "text_mask": {0: "n", 1: "Lt"}, "image_hidden": {0: "n", 1: "Lp"},
           "image_mask": {0: "n", 1: "Lp"}, "tokens": {0: "n"}, "token_mask": {0: "n"}},
          os.path.join(folder, "attention_garment.onnx"))
    write(ranker, (torch.randn(1, 7, DIM), one(1, 7), torch.randn(1, EMBEDDING), torch.randn(1, PATCHES, PATCH), one(1, PATCHES),
                   torch.randn(1, EMBEDDING), torch.randn(1, 3, EMBEDDING), one(1, 3), torch.randn(5, 16, 64).tanh(),
                   one(5, 16), torch.randn(5, EMBEDDING)),
          ["text_hidden", "text_mask", "text_embed", "image_hidden", "image_mask", "image_embed", "history_embeds",
           "history_mask", "garment_tokens", "garment_mask", "garment_embeds"], ["score", "weights", "modality_scores"],
          {"text_hidden": {1: "Lt"}, "text_mask": {1: "Lt"}, "image_hidden": {1: "Lp"}, "image_mask": {1: "Lp"},
           "history_embeds": {1: "H"}, "history_mask": {1: "H"}, "garment_tokens": {0: "n"}, "garment_mask": {0: "n"},
           "garment_embeds": {0: "n"}, "score": {0: "n"}, "modality_scores": {0: "n"}},
          os.path.join(folder, "attention.onnx"))


def comparison(fusions, folder):
    """The fusions that the ablation compares with, beside the networks of the service."""
    write(fusions, (torch.randn(2, 7, DIM), torch.ones(2, 7, dtype=torch.int64), torch.randn(2, EMBEDDING),
                    torch.randn(2, PATCHES, PATCH), torch.randn(2, EMBEDDING)),
          ["text_hidden", "text_mask", "text_embed", "image_hidden", "image_embed"], ["fused"],
          {"text_hidden": {0: "n", 1: "L"}, "text_mask": {0: "n", 1: "L"}, "text_embed": {0: "n"}, "image_hidden": {0: "n"},
           "image_embed": {0: "n"}, "fused": {0: "n"}}, os.path.join(folder, "fusions.onnx"))


def configs(folder, tokenizer, attributes, fusion, likeness, close_attributes=None):
    """config.json, tokenizer files, preprocessor_config.json. attributes: the list for config.yida.attributes;
    likeness: its three bounds, or None to leave the choice to the service; close_attributes: those of the close look."""
    dump = lambda name, value: json.dump(value, open(os.path.join(folder, name), "w", encoding="utf-8"),
                                         ensure_ascii=False, indent=None if name == "tokenizer.json" else 2)
    dump("tokenizer.json", tokenizer.to_json())
    dump("tokenizer_config.json", tokenizer.config_json())
    dump("preprocessor_config.json", {
        "image_processor_type": "CLIPImageProcessor", "do_resize": True, "size": {"height": HEIGHT, "width": WIDTH},
        "resample": 3, "do_pad": True, "pad_mode": "letterbox", "pad_color": [255, 255, 255], "do_center_crop": False,
        "do_convert_rgb": True, "do_rescale": True, "rescale_factor": 1 / 255, "do_normalize": True,
        "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]})
    dump("config.json", {
        "model_type": "clip", "architectures": ["CLIPModel"], "projection_dim": EMBEDDING,
        "text_config": {"model_type": "clip_text_model", "vocab_size": len(tokenizer.vocabulary), "hidden_size": DIM,
                        "num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "intermediate_size": INNER,
                        "max_position_embeddings": MAX_TOKENS, "projection_dim": EMBEDDING, "pad_token_id": 0,
                        "bos_token_id": 2, "eos_token_id": 3},
        "vision_config": {"model_type": "clip_vision_model", "image_size": [HEIGHT, WIDTH], "patch_size": 32,
                          "hidden_size": PATCH, "projection_dim": EMBEDDING, "num_channels": 3},
        "yida": {"version": 1, "embeddingDim": EMBEDDING, "patches": PATCHES, "patchDim": PATCH,
                 "maxTextTokens": MAX_TOKENS, "fusion": fusion, "attributes": attributes,
                 **({"closeLook": {"height": CLOSE[0], "width": CLOSE[1], "leastEdge": CLOSE_FROM,
                                   "attributes": close_attributes}} if close_attributes else {}),
                 "attention": {"tokens": 16, "dim": 64, "maxHistory": 8}, "fusions": NAMES,
                 **({"likeness": likeness} if likeness and None not in likeness.values() else {})}})


def checksums(folder):
    """checksums.json over every file but itself and the card, which quotes it."""
    out = {}
    for root, _, files in os.walk(folder):
        for name in sorted(files):
            path = os.path.relpath(os.path.join(root, name), folder).replace(os.sep, "/")
            if path in ("checksums.json", "README.md"):
                continue
            with open(os.path.join(root, name), "rb") as f:
                out[path] = hashlib.sha256(f.read()).hexdigest()
    with open(os.path.join(folder, "checksums.json"), "w", encoding="utf-8") as f:
        json.dump({"files": dict(sorted(out.items()))}, f, indent=2)
        f.write("\n")


def half_precision(module):
    """The weights as the exported file has them: evaluation in torch then measures the exported model."""
    with torch.no_grad():
        for p in module.parameters():
            if p.numel() >= 256:
                p.copy_(p.half().float())
    return module


def load(towers, ranker, vocabulary, attributes):
    """Checkpoints -> (vision, text, garment, ranker) in evaluation mode, with the ranker's patch projection."""
    state, attention = torch.load(towers), torch.load(ranker)
    vision, text, garment, scorer = Vision(attributes), Text(vocabulary), GarmentTokens(), Ranker()
    vision.load_state_dict(state["vision"])
    text.load_state_dict(state["text"])
    vision.heads.patch.load_state_dict(attention["patch"])
    garment.load_state_dict(attention["garment"])
    scorer.load_state_dict(attention["ranker"])
    for module in (vision, text, garment, scorer):
        half_precision(module).eval()
        for p in module.parameters():
            p.requires_grad_(False)
    with torch.no_grad():
        w = text.word.weight
        step = w.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        w.copy_((w / step).round() * step)
    return vision, text, garment, scorer
