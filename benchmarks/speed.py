"""Speed of the command line as a user meets it, beside spaCy's en_core_web_md on the same texts, and where time goes.

    python benchmarks/speed.py [REPORTS.jsonl]

Without a file it takes ../shared/corpora/fakes.jsonl, and where that is missing the sample reports that are plain text,
again and again, each copy with a line of its own. Prints three tables, the last of characters a second in English and
in Arabic. Processor time (user and system, of all processes) stands beside the clock's, as that depends on what else
the machine does.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FAKES = ROOT.parent / "shared" / "corpora" / "fakes.jsonl"
SYRIA = ROOT.parent / "shared" / "corpora" / "airwars-syria-reports.jsonl"
#: Reports of each language in the last table, and their shortest: half of the Arabic ones are posts of a few lines.
EACH, SHORTEST = 120, 1000
COPIES = 30  # of each sample report where no file is given
PROFILED = 60  # reports of the second table
STARTS = 5
SIJIL = [sys.executable, "-m", "sijil"]


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock and of processor time, and the peak memory in MB of the largest process."""

    seconds: float
    cpu: float
    memory: float


def timed(*commands: list[str]) -> Run:
    """Commands that run side by side, until the last one ends."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]
    for process in running:
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, process.args)
    seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, cpu, after.ru_maxrss / 1024)


def in_child(*commands: list[str]) -> Run:
    """`timed` in a process of its own, as the peak is that of all children so far."""
    code = (
        "import json; from dataclasses import astuple; from benchmarks.speed import timed;"
        f" print(json.dumps(astuple(timed(*{commands!r}))))"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True)
    return Run(*json.loads(done.stdout))


def first_line(command: list[str]) -> float:
    """Seconds until a command has written its first byte."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        seconds = time.perf_counter() - began
        process.stdout.read()
    return seconds


def fakes(folder: Path) -> Path:
    """The web articles of the FA-KES corpus as Sijil's JSON lines."""
    path = folder / "fakes.jsonl"
    with FAKES.open(encoding="utf-8") as given, path.open("w", encoding="utf-8") as file:
        for line in map(json.loads, given):
            file.write(json.dumps({"doc": line["id"], "text": line["text"]}, ensure_ascii=False) + "\n")
    return path


def samples(folder: Path) -> Path:
    """The sample reports as JSON lines."""
    from sijil.samples import reports
    from sijil.steps.read import read_path

    path = folder / "samples.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for sample in (one for one in reports() if one.path.suffix == ".txt"):
            report = read_path(sample.path)
            for copy in range(COPIES):
                line = {"doc": f"{report.doc}-{copy}", "text": f"{report.content}\n\nCopy {copy}."}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return path


def compare(path: Path, count: int) -> None:
    """The rows of both programs on the same texts, and their ratio."""
    from benchmarks.yardstick import MODEL

    runs = {}
    for jobs in (1, 2):
        runs[f"`sijil extract --jobs {jobs}`"] = [[*SIJIL, "extract", "--jsonl", str(path), "--jobs", str(jobs)]]
    yardstick = "en_core_web_md alone, 2 processes"
    if MODEL.is_dir():
        parts = [[sys.executable, "-m", "benchmarks.yardstick", str(path), str(part), "2"] for part in (0, 1)]
        runs = {yardstick: parts, **runs}
    done = {}
    for name, commands in runs.items():
        run = done[name] = in_child(*commands)
        rate, cost = count / run.seconds, 1000 * run.cpu / count
        result = (
            f"{run.seconds:.1f} s, {rate:.1f} reports/s, {run.memory:.0f} MB a process, {cost:.0f} ms of cpu a report"
        )
        print(f"| {count} reports, {name} | {result} |")
    if yardstick in done:
        theirs, ours = done[yardstick], done["`sijil extract --jobs 2`"]
        by_clock, by_cpu = theirs.seconds / ours.seconds, theirs.cpu / ours.cpu
        print(f"| ratio of reports/s, 2 processes each | {by_clock:.2f} by the clock, {by_cpu:.2f} by processor time |")
    else:
        print(f"| {yardstick} | not installed: `make bench` does it |")


def profile(path: Path) -> None:
    """The second table: parts with 2 % of the time or more, in one process, start-up left out."""
    from benchmarks.shares import shares
    from sijil.cli.workers import answer
    from sijil.steps.read import read_jsonl

    reports = list(read_jsonl(path))
    reports = reports[:: max(1, len(reports) // PROFILED)][:PROFILED]
    answer(reports[0])
    spent = shares(lambda: [answer(report) for report in reports])
    total = sum(spent.values())
    print(f"\n| part ({1000 * total / len(reports):.0f} ms a report) | share |\n| --- | --- |")
    for part, seconds in sorted(spent.items(), key=lambda row: -row[1]):
        if seconds >= total / 50:
            print(f"| {part} | {seconds / total:.0%} |")
    print(f"| all others | {sum(s for s in spent.values() if s < total / 50) / total:.0%} |")


def of_language(code: str, folder: Path) -> Path:
    """Reports of one language as JSON lines: the longer ones of a corpus, else the samples that are plain text."""
    from sijil.samples import reports
    from sijil.steps.clean import clean
    from sijil.steps.languages import language
    from sijil.steps.read import read_path

    corpus, path = {"en": FAKES, "ar": SYRIA}[code], folder / f"{code}.jsonl"
    if corpus.is_file():
        rows = [json.loads(line) for line in corpus.open(encoding="utf-8")]
        texts = [row["text"] for row in rows if row.get("lang", code) == code]
    else:
        read = [read_path(sample.path) for sample in reports() if sample.path.suffix == ".txt"]
        texts = [one.content for one in read if language(clean(one), one.lang) == code] * COPIES
    chosen = [text for text in texts if len(text) >= SHORTEST][:EACH] or texts[:EACH]
    lines = (json.dumps({"doc": f"{code}-{n}", "text": text}, ensure_ascii=False) for n, text in enumerate(chosen))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def languages(folder: Path) -> None:
    """The third table: how many characters of main text one process reads a second, start-up left out."""
    from sijil.steps.clean import clean
    from sijil.steps.read import read_jsonl

    print("\n| language | result |\n| --- | --- |")
    costs = {}
    for code in ("en", "ar"):
        path = of_language(code, folder)
        none = folder / f"one-{code}.jsonl"
        none.write_text(path.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
        texts = [clean(report) for report in read_jsonl(path)]
        count = sum(block.end - block.start for text in texts for block in text.blocks)
        whole, start = (in_child([*SIJIL, "extract", "--jsonl", str(one), "--jobs", "1"]) for one in (path, none))
        seconds, cpu = whole.seconds - start.seconds, whole.cpu - start.cpu
        costs[code] = 1_000_000 * cpu / count
        print(
            f"| {code}, {len(texts)} reports, {count:,} characters | {count / seconds:,.0f} characters/s,"
            f" {costs[code]:.1f} ms of cpu per 1,000 characters, {whole.memory:.0f} MB |"
        )
    print(f"| ar to en, cpu per character | {costs['ar'] / costs['en']:.2f} |")


def main() -> None:
    """Prints the tables."""
    os.environ["PYTHONPATH"] = str(ROOT)
    sys.path.insert(0, str(ROOT))
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
        path = given or (fakes(folder) if FAKES.is_file() else samples(folder))
        count = sum(1 for line in path.open(encoding="utf-8") if line.strip())
        timed([*SIJIL, "places", "find", "Homs"])  # so that the place index is built before anything is measured
        print("| what | result |\n| --- | --- |")
        starts = sorted(timed([*SIJIL, "--help"]).seconds for _ in range(STARTS))
        print(f"| `sijil --help` | {starts[0]:.2f}-{starts[-1]:.2f} s ({STARTS} starts) |")
        from sijil.samples import reports

        one = next(str(sample.path) for sample in reports() if sample.path.suffix == ".txt")
        firsts = sorted(first_line([*SIJIL, "extract", one]) for _ in range(STARTS))
        print(f"| first claims of one file | {firsts[0]:.2f}-{firsts[-1]:.2f} s ({STARTS} starts) |")
        compare(path, count)
        profile(path)
        languages(folder)


if __name__ == "__main__":
    main()
