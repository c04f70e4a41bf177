"""Where the time of one process goes: a look at the stack each 2 ms of processor time.

A look sees Python only between two of its instructions, so each counts for the processor time since the look before it:
long calls into C code are neither missed nor slowed down, as they would be by cProfile.
"""

from __future__ import annotations

import signal
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import sijil

INTERVAL = 0.002
_SIJIL = str(Path(sijil.__file__).parent)


def shares(work: Callable[[], object]) -> dict[str, float]:
    """Processor seconds by part of the program while `work` runs."""
    spent: defaultdict[str, float] = defaultdict(float)
    last = time.process_time()

    def look(_signal: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.process_time()
        spent[_part(frame)] += now - last
        last = now

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return spent


def _part(frame: FrameType | None) -> str:
    """The component of spaCy's that runs, else the module of Sijil's."""
    while frame is not None:
        file = frame.f_code.co_filename
        if frame.f_code.co_name == "_pipe" and "spacy" in file:
            return f"spaCy: {frame.f_locals.get('name')}"
        if file.startswith(_SIJIL):
            inside = Path(file).relative_to(_SIJIL)
            deep = len(inside.parts) > 4 and inside.parts[3] != "engine"
            return str(inside.parent if deep else inside.with_suffix(""))
        frame = frame.f_back
    return "other"
