"""From the main text of a French report to drafts of its claims: sentences, what each names, what each counts."""

import re
from collections.abc import Iterator
from datetime import date

from sijil.model.figure import Figure
from sijil.model.period import Period
from sijil.model.report import Report, Text
from sijil.steps.languages import pack_of
from sijil.steps.reading.calendar import safe_date, year_of
from sijil.steps.reading.draft import Draft
from sijil.steps.reading.fields import fill
from sijil.steps.reading.scene import Scene, Spot, Voice, When

WORDS = pack_of("fr").rules("words")
SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
PLACE = re.compile(r"\b(à|dans|de|près de) ([A-ZÀ-Ý][\w’-]+)")
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(WORDS['months'])})(?: (\d{{4}}))?")
SPEAKER = re.compile(r"\b(selon) (?:le |la |les |l’)?([^,.]+)", re.I)
COUNT = re.compile(rf"\b(au moins )?(\d+|{'|'.join(WORDS['numbers'])}) ({'|'.join(WORDS['people'])})", re.I)


def read(report: Report, text: Text) -> tuple[Draft, ...]:
    """Every count of people in a sentence that tells of harm, its fields chosen among what the report names."""
    scenes = tuple(_scenes(text, report.published))
    drafts = [draft for scene in scenes for draft in _counts(scene, text.content)]
    return fill(drafts, scenes, WORDS["weights"])


def _scenes(text: Text, published: date | None) -> Iterator[Scene]:
    blocks = [(block, m) for block in text.blocks for m in SENTENCE.finditer(text.content, block.start, block.end)]
    for index, (block, found) in enumerate(blocks):
        start, words = found.start(), found[0]
        yield Scene(
            index, start, found.end(), block.start, block.role,
            spots=tuple(Spot(m[2], 3, start + m.start(2), start + m.end(2), lead="in") for m in PLACE.finditer(words)),
            whens=tuple(When(start + m.start(), start + m.end(), _day(m, published)) for m in DAY.finditer(words)),
            voices=tuple(_voice(m, start, found.end()) for m in SPEAKER.finditer(words)),
            attacks=tuple((start + m.start(), WORDS["attacks"][m[0]]) for m in _known("attacks", words)),
        )  # fmt: skip


def _counts(scene: Scene, content: str) -> Iterator[Draft]:
    """A count's harm is that of the word of harm nearest to it; both are quoted."""
    words = content[scene.start : scene.end]
    harm = list(_known("harm", words))
    for found in COUNT.finditer(words) if harm else ():
        word = min(harm, key=lambda near: abs(near.start() - found.start()))
        start, end = min(word.start(), found.start()), max(word.end(), found.end())
        low = WORDS["numbers"].get(found[2].lower()) or int(found[2])
        yield Draft(
            "casualty", scene.start + start, scene.start + end, scene.index, scene.start + word.start(), how="count",
            measure=WORDS["harm"][word[0]], group=WORDS["people"][found[3].lower()],
            figure=Figure(low, None if found[1] else low),
        )  # fmt: skip


def _known(kind: str, words: str) -> Iterator[re.Match[str]]:
    return (m for m in re.finditer(r"[\w’-]+", words) if m[0] in WORDS[kind])


def _day(found: re.Match[str], published: date | None) -> Period:
    """A day without a year is the latest on or before the report's; without either nobody knows it."""
    day, month = int(found[1]), WORDS["months"][found[2]]
    year = int(found[3]) if found[3] else year_of(month, day, published) if published else None
    known = safe_date(year, month, day) if year else None
    return Period(known, known, "day" if known else "unresolved", found[0])


def _voice(found: re.Match[str], start: int, end: int) -> Voice:
    return Voice((found[2],), start, end, found[1].lower(), start + found.start())
