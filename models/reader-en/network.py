"""The trained reader: a small BERT with marks on its words, and heads for counts, clauses and mentions.

The names of the parameters are those that sijil/steps/languages/en/trained/heads.py reads.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sijil.steps.reading.trained.labels import ATTACKS, GROUPS, HOWS, KINDS, MARKS, RULES, SITUATIONS

FIELDS = ("place", "dates", "actor", "speaker")
WIDTH, SPAN, SENTENCE, PAIR = 384, 256, 128, 128
BERT = (
    ("q", "attention.self.query"), ("k", "attention.self.key"), ("v", "attention.self.value"),
    ("o", "attention.output.dense"), ("n1", "attention.output.LayerNorm"), ("u", "intermediate.dense"),
    ("w", "output.dense"), ("n2", "output.LayerNorm"),
)  # fmt: skip


class Layer(nn.Module):
    def __init__(self, drop: float) -> None:
        super().__init__()
        self.heads, self.drop = 12, drop
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.u, self.w = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, t, d = x.shape
        q, k, v = (f(x).view(b, t, self.heads, d // self.heads).transpose(1, 2) for f in (self.q, self.k, self.v))
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=self.drop if self.training else 0.0)
        x = self.n1(x + F.dropout(self.o(y.transpose(1, 2).reshape(b, t, d)), self.drop, self.training))
        return self.n2(x + F.dropout(self.w(F.gelu(self.u(x))), self.drop, self.training))


class Encoder(nn.Module):
    """`base`: weights of a BERT of 6 layers and width 384 under their usual names."""

    def __init__(self, base: dict[str, Tensor], drop: float = 0.1, layers: int = 6) -> None:
        super().__init__()
        self.word, self.pos = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.typ, self.n = nn.Parameter(torch.zeros(WIDTH)), nn.LayerNorm(WIDTH, eps=1e-12)
        self.flag = nn.Linear(len(MARKS), WIDTH, bias=False)
        nn.init.normal_(self.flag.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(layers))
        self.drop = drop
        self.load_state_dict({**self.state_dict(), **named(base, layers)})
        self.word.weight.requires_grad = False  # 500 reports do not teach 30,000 words; and it need not be stored twice

    def forward(self, ids: Tensor, flags: Tensor | None, mask: Tensor) -> Tensor:
        x = self.word(ids) + self.pos(torch.arange(ids.shape[1], device=ids.device)) + self.typ
        x = x if flags is None else x + self.flag(flags)
        x = F.dropout(self.n(x), self.drop, self.training)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


def named(base: dict[str, Tensor], layers: int = 6) -> dict[str, Tensor]:
    """BERT's weights under this network's names."""
    e = "embeddings."
    out = {
        "word.weight": base[e + "word_embeddings.weight"], "pos.weight": base[e + "position_embeddings.weight"],
        "typ": base[e + "token_type_embeddings.weight"][0], "n.weight": base[e + "LayerNorm.weight"],
        "n.bias": base[e + "LayerNorm.bias"],
    }  # fmt: skip
    for i in range(layers):
        for mine, theirs in BERT:
            for part in ("weight", "bias"):
                out[f"layers.{i}.{mine}.{part}"] = base[f"encoder.layer.{i}.{theirs}.{part}"]
    return {name: weight.float() for name, weight in out.items()}


def small(i: int, hidden: int, o: int, drop: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(i, hidden), nn.GELU(approximate="tanh"), nn.Dropout(drop), nn.Linear(hidden, o))


class Network(nn.Module):
    def __init__(self, base: dict[str, Tensor], drop: float = 0.1, head_drop: float = 0.2, layers: int = 6) -> None:
        super().__init__()
        self.enc, self.drop = Encoder(base, drop, layers), head_drop
        self.span, self.sent = nn.Linear(3 * WIDTH, SPAN), nn.Linear(WIDTH, SENTENCE)
        self.rule, self.how = nn.Embedding(len(RULES), 32), nn.Embedding(len(HOWS) + 1, 32)
        self.grp, self.num = nn.Embedding(len(GROUPS) + 1, 16), nn.Embedding(2, 8)
        self.fig = nn.Sequential(nn.Linear(SPAN + SENTENCE + 88, SPAN), nn.GELU("tanh"), nn.Dropout(head_drop))
        sizes = {"keep": 1, "kind": len(KINDS), "group": len(GROUPS), "scope": 2, "part": 2, "attack": len(ATTACKS)}
        for name, size in sizes.items():
            setattr(self, name, nn.Linear(SPAN, size))
        self.cl = small(2 * SPAN + SENTENCE, SPAN, len(SITUATIONS), head_drop)
        self.q, self.m = nn.Linear(SPAN + SENTENCE, PAIR), nn.Linear(SPAN, PAIR)
        self.dist = nn.Embedding(12, 32)
        self.pair = nn.ModuleDict({f: small(3 * PAIR + 32, 96, 1, head_drop) for f in FIELDS})
        self.none = nn.ModuleDict({f: nn.Linear(PAIR, 1) for f in FIELDS})

    def forward(self, o: dict[str, Tensor]) -> dict[str, Tensor]:
        """The raw scores of a batch (batches.py), by head."""
        cuda = o["ids"].device.type == "cuda"
        with torch.autocast(o["ids"].device.type, dtype=torch.bfloat16, enabled=cuda):
            h = self.enc(o["ids"], o["flags"], o["mask"])
        h = h.float().reshape(-1, WIDTH)[o["pick"]]
        sums = torch.cat([h.new_zeros(1, WIDTH), h.double().cumsum(0).float()])
        sentences = F.gelu(self.sent(mean(sums, o["sentences"])), approximate="tanh")
        out = {}
        if len(o["counts"]):
            out |= self._counts(self.spans(h, sums, o["counts"]), sentences[o["counts.s"]], o["counts.read"])
        if len(o["clauses"]):
            words, stretches = self.spans(h, sums, o["clauses.word"]), self.spans(h, sums, o["clauses"])
            out["cl"] = self.cl(torch.cat([words, stretches, sentences[o["clauses.s"]]], 1))
        if len(o["drafts"]):
            asked = self.q(torch.cat([self.spans(h, sums, o["drafts"]), sentences[o["drafts.s"]]], 1))
            for field in FIELDS:
                out[field] = self._pairs(field, asked, o, (h, sums))
        return out

    def spans(self, h: Tensor, sums: Tensor, at: Tensor) -> Tensor:
        x = torch.cat([h[at[:, 0]], h[at[:, 1] - 1], mean(sums, at)], 1)
        return F.dropout(F.gelu(self.span(x), approximate="tanh"), self.drop, self.training)

    def _counts(self, spans: Tensor, sentences: Tensor, read: Tensor) -> dict[str, Tensor]:
        told = [e(read[:, k]) for k, e in enumerate((self.rule, self.how, self.grp, self.num))]
        x = self.fig(torch.cat([spans, sentences, *told], 1))
        out = {name: getattr(self, name)(x) for name in ("kind", "group", "scope", "part", "attack")}
        return {"keep": self.keep(x).squeeze(1), **out}

    def _pairs(self, field: str, asked: Tensor, o: dict[str, Tensor], seen: tuple[Tensor, Tensor]) -> Tensor:
        """Drafts × (most mentions + 1) scores; the last column is "none", missing mentions are far below."""
        none = self.none[field](asked)
        found = none.new_zeros(0)
        if len(o[f"{field}.at"]):
            offered = self.m(self.spans(*seen, o[f"{field}.at"]))[o[f"{field}.mention"]]
            mine = asked[o[f"{field}.draft"]]
            x = torch.cat([mine, offered, mine * offered, self.dist(o[f"{field}.distance"])], 1)
            found = self.pair[field](x).squeeze(1)
        found = torch.cat([found, found.new_full((1,), -1e4)])
        return torch.cat([found[o[f"{field}.table"]], none], 1)


def mean(sums: Tensor, at: Tensor) -> Tensor:
    return (sums[at[:, 1]] - sums[at[:, 0]]) / (at[:, 1] - at[:, 0]).unsqueeze(1)
