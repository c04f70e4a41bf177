"""Pack trained weights for the package: the transformer's layers as int8 ONNX, embeddings as int8 and heads as float16.

usage: python pack.py BASE.pt WEIGHTS.pt FOLDER
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F


class Layers(nn.Module):
    """The layers of the encoder for one text without padding, in operations that ONNX knows."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.layers = network.enc.layers

    def forward(self, x: Tensor) -> Tensor:
        b, t, d = x.shape
        for layer in self.layers:
            size = d // layer.heads
            q, k, v = (f(x).reshape(b, t, layer.heads, size).transpose(1, 2) for f in (layer.q, layer.k, layer.v))
            y = torch.softmax(q @ k.transpose(2, 3) / size**0.5, -1) @ v
            x = layer.n1(x + layer.o(y.transpose(1, 2).reshape(b, t, d)))
            x = layer.n2(x + layer.w(F.gelu(layer.u(x))))
        return x


def pack(network: Network, folder: Path) -> None:
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            Layers(network), (torch.randn(1, 50, 384),), str(full), input_names=["x"], output_names=["h"],
            dynamic_axes={"x": {1: "t"}, "h": {1: "t"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            full,
            folder / "encoder.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
        )
    words = network.enc.word.weight.detach().numpy()
    scale = np.abs(words).max(1) / 127 + 1e-9
    tables = {"word": np.round(words / scale[:, None]).astype("int8"), "word_scale": scale.astype("float16")}
    for name, value in network.state_dict().items():
        if not name.startswith(("enc.layers", "enc.word")):
            tables[name] = value.detach().numpy().astype("float16")
    np.savez(folder / "reader.npz", **tables)


def main() -> int:
    base, weights, folder = sys.argv[1:]
    network = Network(torch.load(base, map_location="cpu"))
    state = torch.load(weights, map_location="cpu")
    network.load_state_dict({**network.state_dict(), **{k: v.float() for k, v in state.items()}})
    pack(network, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
