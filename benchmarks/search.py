"""How long a search takes: python benchmarks/search.py [REPORTS [CLAIMS]], 20,000 and 100,000 unless told otherwise.

Makes a register of made text (English words by their frequency, every tenth report in Arabic letters) in a temporary
folder, keeps its words, and asks each question many times: median and slowest, in milliseconds.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median

from wordfreq import top_n_list, word_frequency

from sijil.model.claim import KINDS, Claim
from sijil.model.filter import Filter
from sijil.model.incident import Incident
from sijil.model.party import Party
from sijil.model.period import Period
from sijil.model.place import Place
from sijil.model.report import Block, Text
from sijil.pipeline.finding import Sought, search
from sijil.pipeline.searching import keep_words
from sijil.register import Register
from sijil.steps.places.gazetteer import Gazetteer
from sijil.steps.read import read_bytes

WORDS = 400  # of a report
REPEATED = 15
PLACES = [
    ("geonames:164816", "Saraqib", "Saraqeb", "سراقب"), ("geonames:169577", "Homs", "Homs", "حمص"),
    ("geonames:170063", "Aleppo", "Aleppo", "حلب"),
    ("geonames:167611", "Maarat al-Numan", "Maaret al-Numan", "معرة النعمان"),
]  # fmt: skip
PARTIES = [("sy-gov", "Syrian government forces"), ("sy-hts", "Hayat Tahrir al-Sham")]
QUESTIONS: list[tuple[str, Filter]] = [
    ("saraqeb", Filter()), ("سراقب", Filter()), ("والمستشفى", Filter()), ("killed", Filter()), ("the", Filter()),
    ("killed in hospital", Filter()), ('"civilians were killed" -hospital', Filter()), ("hosp*", Filter()),
    ("ki*", Filter()), ("the of and to in", Filter()), ("killed", Filter(place="Homs", kind="casualty")),
    ("killed", Filter(since=date(2017, 1, 1), until=date(2017, 3, 1))), ("Hayat Tahrir al-Sham", Filter()),
]  # fmt: skip


class Language:
    """Words of one language, drawn as often as they are used."""

    def __init__(self, code: str) -> None:
        self.words = top_n_list(code, 20000)
        self.sums = list(accumulate(word_frequency(word, code) for word in self.words))

    def text(self, draw: random.Random, length: int) -> str:
        return " ".join(draw.choices(self.words, cum_weights=self.sums, k=length))


def reports(number: int, each: int) -> Iterator[tuple[int, Text, list[Claim]]]:
    """Texts with claims whose quotes stand in them."""
    draw, languages = random.Random(7), {"en": Language("en"), "ar": Language("ar")}
    for n in range(number):
        arabic = n % 10 == 0
        day = date(2016, 1, 1) + timedelta(days=n % 1500)
        sentences, claims, at = list[str](), list[Claim](), 0
        for m in range(each):
            id_, name, latin, own = draw.choice(PLACES)
            place = own if arabic else latin
            quote = f"قتل {m + 2} مدنيين في {place}" if arabic else f"{m + 2} civilians were killed in {place}"
            filler = languages["ar" if arabic else "en"].text(draw, WORDS // each)
            party = draw.choice(PARTIES)
            claims.append(Claim(
                f"C-{n:08x}{m:04x}", f"report-{n}", m + 1, draw.choice(KINDS), quote, (at, at + len(quote)),
                speaker=("residents",), place=place, period=Period(day, day, "day"),
                at=Place(place, id_, name, "town", 35.0, 36.0, ("Syria", "Idlib")), party=Party("forces", *party),
            ))  # fmt: skip
            sentences.append(f"{quote}. {filler}.")
            at += len(sentences[-1]) + 1
        content = " ".join(sentences)
        yield n, Text(content, (Block(0, len(content), "body"),)), claims


def fill(register: Register, number: int, claims: int) -> None:
    """Reports, claims and every fifth claim as an incident; nothing is linked."""
    with register.transaction():
        for n, text, own in reports(number, claims // number):
            data = read_bytes(text.content.encode(), doc=f"report-{n}", retrieval="made", published=date(2020, 1, 1))
            register.add(data, text, own)
            one = own[0]
            incident = Incident(f"I-{n}", (one.id,), one.at, one.period, "shelling", f"Shelling, {one.at.name}")
            register.derived.keep_incidents([incident])


def ask(register: Register) -> None:
    """Prints the median and slowest time of each question in milliseconds, and what it finds."""
    gazetteer = Gazetteer.open()
    for question, wanted in QUESTIONS:
        times, counts = list[float](), dict[str, int]()
        for _ in range(REPEATED):
            began = time.perf_counter()
            counts = dict(search(register, Sought(question, wanted, limit=10), gazetteer).counts)
            times.append(1000 * (time.perf_counter() - began))
        narrowed = {name: str(value) for name, value in asdict(wanted).items() if value}
        print(f"{median(times):7.1f} {max(times):7.1f}  {question}  {narrowed or ''}  {counts}")


def main() -> None:
    number, claims = (int(word) for word in [*sys.argv[1:], "20000", "100000"][:2])
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "made.db") as register:
        fill(register, number, claims)
        before, began = register.path.stat().st_size, time.perf_counter()
        with register.transaction():
            keep_words(register)
        took = time.perf_counter() - began
        print(f"{number:,} reports, {claims:,} claims, {before / 1e6:.0f} MB: words kept in {took:.0f} s")
        ask(register)
        print(f"{register.path.stat().st_size / 1e6:.0f} MB with words")


if __name__ == "__main__":
    main()
