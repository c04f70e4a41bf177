"""Vectors of the words of a text from the trained transformer (ONNX, int8, one thread)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sijil.steps.reading.trained.labels import MARKS, Mark
from sijil.steps.reading.trained.wordpieces import WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Array = NDArray[Any]

#: The transformer's own positions end at 512; windows of longer texts overlap, so that every word has a context.
WINDOW, STRIDE, EDGE = 510, 384, 63
#: Ids of the words that begin and end a window in the model's vocabulary.
_CLS, _SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Encoded:
    """`vectors` N×384 of N word pieces that stand at [starts[i], ends[i]) of the text; `sums` (N+1)×384 cumulated."""

    vectors: Array
    sums: Array
    starts: list[int]
    ends: list[int]

    def pieces(self, start: int, end: int) -> tuple[int, int]:
        """The word pieces [i, j) of the characters [start, end); at least one."""
        return pieces(self.starts, self.ends, start, end)


def pieces(starts: list[int], ends: list[int], start: int, end: int) -> tuple[int, int]:
    """The word pieces [i, j) of the characters [start, end) of a text; at least one."""
    first, last = bisect_right(ends, start), bisect_left(starts, end)
    first = min(first, len(starts) - 1)
    return first, max(last, first + 1)


def windows(length: int) -> list[tuple[int, int, int, int]]:
    """(first, end, from, to) of each window of a text of that many pieces: it reads [first, end), gives [from, to)."""
    out, first, given = [], 0, 0
    while True:
        end = min(length, first + WINDOW)
        to = end if end == length else end - EDGE
        out.append((first, end, given, to))
        if end == length:
            return out
        first, given = first + STRIDE, to


@dataclass(frozen=True, slots=True)
class Encoder:
    """`tables` are the embeddings of the weights file, `session` the transformer's layers."""

    words: WordPieces
    session: InferenceSession
    tables: dict[str, Array]

    def encode(self, text: str, marks: Sequence[Mark]) -> Encoded | None:
        """The vectors of a text with its marks; None of a text without a word."""
        found = self.words.of(text)
        if not found.ids:
            return None
        starts, ends = found.starts, found.ends
        flags = np.zeros((len(found.ids), len(MARKS)), np.float32)
        for a, b, column in marks:
            i, j = pieces(starts, ends, a, b)
            flags[i:j, column] = 1
        ids = np.array(found.ids)
        parts = [self._window(ids[a:b], flags[a:b])[i - a : j - a] for a, b, i, j in windows(len(ids))]
        vectors = np.concatenate(parts)
        sums = np.concatenate([np.zeros((1, vectors.shape[1])), vectors.cumsum(0, dtype=np.float64)])
        return Encoded(vectors, sums.astype(np.float32), starts, ends)

    def _window(self, ids: Array, flags: Array) -> Array:
        t = self.tables
        ids = np.concatenate([[_CLS], ids, [_SEP]])
        flags = np.pad(flags, ((1, 1), (0, 0)))
        words = t["word"][ids].astype(np.float32) * t["word_scale"][ids, None]
        x = words + t["enc.pos.weight"][: len(ids)] + t["enc.typ"] + flags @ t["enc.flag.weight"].T
        x = x - x.mean(1, keepdims=True)
        x = x / np.sqrt((x * x).mean(1, keepdims=True) + 1e-12) * t["enc.n.weight"] + t["enc.n.bias"]
        (out,) = self.session.run(None, {"x": x[None].astype(np.float32)})
        return np.asarray(out[0, 1:-1])


def encoder(package: str) -> Encoder:
    """The encoder whose weights lie in the folder `weights` of a language pack, loaded once a process."""
    return begun(package).result()


@cache
def begun(package: str) -> Future[Encoder]:
    """The loading of an encoder, which goes on beside what its caller does next: 0.1 s that a single report need not
    wait for."""
    pool = ThreadPoolExecutor(1)
    found = pool.submit(_loaded, package)
    pool.shutdown(wait=False)
    return found


def _loaded(package: str) -> Encoder:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # two processes use two cores (--jobs)
    session = onnxruntime.InferenceSession(_weights(package, "encoder.onnx").read_bytes(), options)
    return Encoder(word_pieces(package), session, tables(package))


def _weights(package: str, name: str) -> Traversable:
    return files(package).joinpath("weights", name)


@cache
def word_pieces(package: str) -> WordPieces:
    """The word pieces that the transformer knows."""
    return WordPieces(_weights(package, "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])


@cache
def tables(package: str) -> dict[str, Array]:
    """Embeddings and heads of the weights file by name; all but the words' own as float32."""
    with _weights(package, "reader.npz").open("rb") as stream, np.load(stream) as found:
        return {name: found[name] if name == "word" else found[name].astype(np.float32) for name in found.files}
