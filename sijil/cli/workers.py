"""Reports through the reader in one or several processes, answers in the order of the questions.

Each worker opens the place index and loads the language model once. What comes back are plain strings, so that no
record has to be unpacked again in the parent.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from sijil.cli.guard import code_of, debugging, line_of
from sijil.errors import SijilError
from sijil.model.report import Report

if TYPE_CHECKING:
    from sijil.steps.places.gazetteer import Gazetteer

CHUNK = 8  # reports a worker gets at once: enough to hide the hand-over, few enough to keep all workers busy
_WORKER_GONE = ("a worker process was ended by the system, perhaps for lack of memory", "try again with fewer")
AHEAD = 3  # chunks a worker may have waiting, so that a long input is never in memory as a whole


@dataclass(frozen=True, slots=True)
class Answer:
    """`line` is the report's JSON line, or empty where it failed; then `error` is one line and `code` the exit code."""

    line: str = ""
    error: str = ""
    code: int = 0


#: What makes the JSON line of a report; a function of a module, or a partial of one, so that workers can have it.
Maker = Callable[[Report], str]


def extracted(report: Report) -> str:
    """The claims of a report as a JSON line."""
    from sijil.cli.output import json_line
    from sijil.pipeline import extract
    from sijil.record import claims_to_json

    _, claims = extract(report, gazetteer())
    return json_line({"doc": report.doc, "claims": claims_to_json(claims)})


def answers(found: Iterable[Report | SijilError], jobs: int, make: Maker = extracted) -> Iterator[Answer]:
    """One answer for each report or failed reading, in order. `jobs` is the number of processes, at least 1."""
    _limit_threads()
    if jobs <= 1:
        for one in found:
            yield answer(one, make)
        return
    ahead: deque[Future[list[Answer]]] = deque()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupts) as pool:
        try:
            source = iter(found)
            while chunk := list(islice(source, CHUNK)):
                asked = [_failed(one) if isinstance(one, SijilError) else one for one in chunk]
                ahead.append(pool.submit(partial(_answer_all, make), asked))
                if len(ahead) >= jobs * AHEAD:
                    yield from ahead.popleft().result()
            while ahead:
                yield from ahead.popleft().result()
        except BrokenProcessPool:
            raise SijilError("--jobs", *_WORKER_GONE) from None
        finally:
            pool.shutdown(cancel_futures=True)  # waits: without, the interpreter complains of a closed pipe at its end


def answer(one: Report | SijilError, make: Maker = extracted) -> Answer:
    """The JSON line of one report; whatever goes wrong with it becomes an error line and never stops the others."""
    if isinstance(one, SijilError):
        return _failed(one)
    try:
        return Answer(line=make(one))
    except Exception as error:
        if debugging():
            raise
        line = line_of(error)
        return Answer(error=line if isinstance(error, SijilError) else f"{one.doc}: {line}", code=code_of(error))


def warm() -> None:
    """Builds the place index here if there is none yet, so that several workers do not do it at once."""
    from sijil.steps.places.gazetteer import Gazetteer

    Gazetteer.open()


@cache
def gazetteer() -> Gazetteer:
    """The place index of this process."""
    from sijil.steps.places.gazetteer import Gazetteer

    return Gazetteer.open()


def _answer_all(make: Maker, chunk: list[Report | Answer]) -> list[Answer]:
    return [one if isinstance(one, Answer) else answer(one, make) for one in chunk]


def _failed(error: SijilError) -> Answer:
    return Answer(error=error.line(), code=error.exit_code)


def _limit_threads() -> None:
    """One thread a process, before numpy is imported: several processes already keep the cores busy, and in one the
    matrices are so small that starting the threads (0.1 s) is all that they would do."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _ignore_interrupts() -> None:
    """Ctrl-C ends the parent, which ends its workers; they print nothing of their own."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
