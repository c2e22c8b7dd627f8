"""The weights of an exported model folder, read back into the networks: a further round of training starts there.

Files keep the names of parameters, but for the factors of matrix products, which the exporter names itself; a product
is told by the bias that is added to it.
"""
import os

import numpy as np
import onnx
import torch
from onnx import numpy_helper


def parameters(path):
    """ONNX file -> {parameter name: float32 array}"""
    graph = onnx.load(path).graph
    held = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    out = {n[:-len("_half")] if n.endswith("_half") else n: a.astype(np.float32) for n, a in held.items()}
    users = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in out:
            biases = [i for use in users.get(node.output[0], []) if use.op_type == "Add" for i in use.input if i.endswith(".bias")]
            if biases:
                out[biases[0][:-len(".bias")] + ".weight"] = out[node.input[1]].T
    return out


def fill(module, arrays):
    """Copy every parameter of `module` from `arrays`; ends with a sentence when one is missing or of another shape."""
    with torch.no_grad():
        for name, p in module.state_dict().items():
            if name not in arrays or tuple(arrays[name].shape) != tuple(p.shape):
                raise SystemExit(f"The model folder lacks {name} {tuple(p.shape)}: it was made by another version.")
            p.copy_(torch.from_numpy(np.array(arrays[name])))


def load(folder, vision, text):
    """Towers from `folder`/onnx."""
    photo = parameters(os.path.join(folder, "onnx", "vision_model.onnx"))
    fill(vision, {n[len("vision."):]: a for n, a in photo.items() if n.startswith("vision.")})
    words = parameters(os.path.join(folder, "onnx", "text_model.onnx"))
    words["word.weight"] = words["word.table"] * words["word.step"]
    fill(text, words)


def load_ranker(folder, garment, ranker, patch):
    """The ranker's networks from `folder`/onnx; the patch projection is part of the exported photo network.

    Parameters that are not a product's factor lose their names in the exporter's folding; they are told by shape.
    """
    onnx_file = lambda name: parameters(os.path.join(folder, "onnx", name))
    read = onnx_file("attention_garment.onnx")
    read["queries"] = only(read, garment.queries.shape)
    fill(garment, read)
    score = onnx_file("attention.onnx")
    score["kind"] = np.stack([a for n, a in score.items() if n.startswith("onnx::Add") and a.shape == ranker.kind.shape[1:]])
    score["sharpness"] = only(score, (len(ranker.sharpness), 1))[:, 0]
    fill(ranker, score)
    photo = onnx_file("vision_model.onnx")
    fill(patch, {n[len("vision.heads.patch."):]: a for n, a in photo.items() if n.startswith("vision.heads.patch.")})


def only(arrays, shape):
    """The one unnamed array of this shape, leading ones aside."""
    found = [a for n, a in arrays.items() if n.startswith("onnx::") and a.squeeze().shape == tuple(d for d in shape if d != 1)]
    if len(found) != 1:
        raise SystemExit(f"The model folder has {len(found)} unnamed arrays of shape {tuple(shape)}: it was made by another version.")
    return found[0].reshape(shape)
