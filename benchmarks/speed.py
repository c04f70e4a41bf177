"""Speed of the command line as a user meets it: start-up, reports per second with one and two jobs, peak memory.

    python benchmarks/speed.py [REPORTS.jsonl]

Without a file it repeats the sample reports that are plain text, each copy with a line of its own. Prints a table.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COPIES = 10  # of each sample report where no file is given
STARTS = 5
SIJIL = [sys.executable, "-m", "sijil"]


def timed(command: list[str]) -> tuple[float, float]:
    """Wall seconds of a command, and the peak memory in MB of its largest process."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    seconds = time.perf_counter() - began
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def in_child(command: list[str]) -> tuple[float, float]:
    """`timed` in a process of its own, as the peak is that of all children so far."""
    code = f"import json; from benchmarks.speed import timed; print(json.dumps(timed({command!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def samples(folder: Path) -> Path:
    """The sample reports as JSON lines."""
    from sijil.samples import reports
    from sijil.steps.read import read_path

    path = folder / "samples.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for sample in (one for one in reports() if one.path.suffix == ".txt"):
            report = read_path(sample.path)
            published = sample.published.isoformat() if sample.published else None
            for copy in range(COPIES):
                line = {
                    "doc": f"{report.doc}-{copy}",
                    "text": f"{report.content}\n\nCopy {copy}.",
                    "published": published,
                }
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return path


def main() -> None:
    """Prints the table."""
    os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parent.parent)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else samples(Path(folder))
        count = sum(1 for line in path.open(encoding="utf-8") if line.strip())
        timed([*SIJIL, "places", "find", "Homs"])  # so that the place index is built before anything is measured
        starts = sorted(timed([*SIJIL, "--help"])[0] for _ in range(STARTS))
        first, last = starts[0], starts[-1]
        print("| what | result |\n| --- | --- |")
        print(f"| `sijil --help` | {first:.2f}-{last:.2f} s ({STARTS} starts) |")
        for jobs in (1, 2):
            seconds, memory = in_child([*SIJIL, "extract", "--jsonl", str(path), "--jobs", str(jobs)])
            rate = count / seconds
            print(
                f"| {count} reports, {jobs} job(s) | {seconds:.1f} s, {rate:.1f} reports/s, {memory:.0f} MB a process |"
            )


if __name__ == "__main__":
    main()
