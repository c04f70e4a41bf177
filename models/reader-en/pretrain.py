"""Go on with the language modelling of a BERT on texts of the field: a fifteenth of the words hidden and guessed.

usage: python pretrain.py TEXTS.npz BASE.pt OUT.pt EPOCHS

TEXTS.npz: `ids`, the word pieces of all texts one after another, and `off`, where each begins (and the last ends).
The embeddings of words stay as they are.
"""

from __future__ import annotations

import random
import sys
import time

import numpy as np
import torch
from network import BERT, WIDTH, Encoder
from torch import nn
from torch.nn import functional as F

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
LENGTH, SIZE, MASK = 256, 64, 103


def chunks(offsets: np.ndarray) -> list[tuple[int, int]]:
    return [
        (a + k, min(b, a + k + LENGTH - 2))
        for a, b in zip(offsets[:-1], offsets[1:], strict=True)
        for k in range(0, b - a, LENGTH - 2)
        if b - a - k > 40
    ]


def hidden(texts: torch.Tensor, part: list[tuple[int, int]]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """(whole, with words hidden, which are to be guessed): of 15 % four fifths are masked, a tenth are other words."""
    x = torch.zeros(len(part), LENGTH, dtype=torch.long)
    for row, (a, b) in enumerate(part):
        x[row, 0], x[row, 1 : b - a + 1], x[row, b - a + 1] = 101, texts[a:b], 102
    x = x.to(DEVICE)
    r = torch.rand(x.shape, device=DEVICE)
    pick = (r < 0.15) & (x > MASK)
    seen = torch.where(pick & (r < 0.12), torch.full_like(x, MASK), x)
    return x, torch.where(pick & (r >= 0.135), torch.randint(1000, 30522, x.shape, device=DEVICE), seen), pick


def main() -> int:
    source, base_path, out, epochs = sys.argv[1:]
    base, found = torch.load(base_path, map_location="cpu"), np.load(source)
    texts, parts = torch.tensor(found["ids"].astype("int64")), chunks(found["off"])
    encoder = Encoder(base).to(DEVICE)
    head = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.LayerNorm(WIDTH), nn.Linear(WIDTH, 30522)).to(DEVICE)
    head[3].weight = encoder.word.weight  # tied, and kept as it is
    body = [p for p in encoder.parameters() if p.requires_grad]
    rest = [p for p in head.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": body, "lr": 1.5e-4}, {"params": rest, "lr": 1e-3}], weight_decay=0.01)
    steps = int(epochs) * (len(parts) // SIZE)
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1, (s + 1) / (0.06 * steps)) * max(0, (steps - s) / steps)
    )
    begun = time.time()
    for epoch in range(int(epochs)):
        random.Random(epoch).shuffle(parts)
        for k in range(0, len(parts) - SIZE, SIZE):
            whole, seen, pick = hidden(texts, parts[k : k + SIZE])
            with torch.autocast(DEVICE, dtype=torch.bfloat16):
                scores = head(encoder(seen, None, whole > 0)[pick])
            loss = F.cross_entropy(scores.float(), whole[pick])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            rates.step()
        print(f"epoch {epoch} {loss.item():.3f} {time.time() - begun:.0f}s", flush=True)
    torch.save({**base, **renamed(encoder)}, out)
    return 0


def renamed(encoder: Encoder) -> dict[str, torch.Tensor]:
    """The trained weights under BERT's own names, in half precision."""
    state = {k: v.half().cpu() for k, v in encoder.state_dict().items()}
    out = {
        "embeddings.position_embeddings.weight": state["pos.weight"],
        "embeddings.token_type_embeddings.weight": torch.stack([state["typ"]] * 2),
        "embeddings.LayerNorm.weight": state["n.weight"], "embeddings.LayerNorm.bias": state["n.bias"],
    }  # fmt: skip
    for i in range(len(encoder.layers)):
        for mine, theirs in BERT:
            for part in ("weight", "bias"):
                out[f"encoder.layer.{i}.{theirs}.{part}"] = state[f"layers.{i}.{mine}.{part}"]
    return out


if __name__ == "__main__":
    sys.exit(main())
