"""A report: its archived text with what was read in it, and what people decided about that."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sijil import queries
from sijil.model.claim import KINDS, Claim
from sijil.model.judgement import Judgement
from sijil.model.report import Report, ReportInfo
from sijil.register import Register
from sijil.steps.added import added_claim
from sijil.steps.judge import standing
from sijil.web.highlight import Part, parts
from sijil.web.language import N_, Words
from sijil.web.page import cards_of, register_of, render
from sijil.web.pages.judging import about
from sijil.web.people.veil import ASKED
from sijil.web.people.visitor import visitor_of

router = APIRouter()
JUDGING = ("accept", "reject", "correct")
DECIDED = Words({
    "accept": N_("accepted by %(who)s"), "reject": N_("rejected by %(who)s"), "correct": N_("corrected by %(who)s"),
})  # fmt: skip
SAMPLE = 400  # characters of a text that tell its script
PAGE = 100  # claims shown beside the text


@dataclass(frozen=True, slots=True)
class Archived:
    """The bytes of a report. `intact`: their hash, worked out now, is the one that is kept."""

    size: int
    encoding: str
    intact: bool

    @classmethod
    def of(cls, report: Report) -> Archived:
        """Hashes the bytes: 100 kB in a third of a millisecond."""
        return cls(len(report.data), report.encoding, hashlib.sha256(report.data).hexdigest() == report.sha256)


@dataclass(frozen=True, slots=True)
class Copies:
    """What a report repeats nearly to the letter, and which reports repeat it, or the same one as it does."""

    original: ReportInfo | None
    others: tuple[ReportInfo, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks of a report's page: claims of one `kind` ("" for all), a page of them, a plus behind every
    sentence (`marking`), and the words without a veil (`names`)."""

    kind: str = ""
    page: int = 1
    marking: bool = False
    names: bool = False

    @classmethod
    def of(cls, request: Request) -> Asked:
        """Reads the parameters; what is not understood is left out."""
        given = request.query_params
        kind = given.get("kind", "")
        marking = bool(given.get("mark")) and visitor_of(request).may("add")
        return cls(kind if kind in KINDS else "", page_of(given.get("page", "1")), marking, bool(given.get(ASKED)))

    def query(self, **changes: object) -> str:
        """The parameters again with some changed, and a "?" before them where there are any."""
        own = {"kind": self.kind, "page": self.page if self.page > 1 else "", "mark": "1" if self.marking else ""}
        told = {
            name: str(value) for name, value in {**own, **changes, ASKED: "1" if self.names else ""}.items() if value
        }
        return f"?{urlencode(told)}" if told else ""


@dataclass(frozen=True, slots=True)
class Beside:
    """The claims beside the text: those of the kind asked for (`marked` in the text), of which a page is `shown`.

    `at` is the page of each claim, by its number.
    """

    marked: tuple[Claim, ...]
    shown: tuple[Claim, ...]
    at: Mapping[int, int]
    number: int

    @classmethod
    def of(cls, claims: Sequence[Claim], asked: Asked) -> Beside:
        """Chooses among all claims of a report."""
        marked = tuple(claim for claim in claims if asked.kind in ("", claim.kind))
        at = {claim.number: n // PAGE + 1 for n, claim in enumerate(marked)}
        number = min(asked.page, max(at.values(), default=1))
        return cls(marked, marked[(number - 1) * PAGE : number * PAGE], at, number)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(self.at.values(), default=1)


@router.get("/reports/{id_}")
def report(request: Request, id_: str) -> Response:
    """One report."""
    asked = Asked.of(request)
    with register_of(request) as register:
        states, view = queries.states(register), queries.report_view(register, id_)
        read = queries.read_claims(register, id_)
        judged = about(states.judgements, {id_, *(claim.id for claim in read)})
        copies, cards = copies_of(register, id_), cards_of(request, register)
    kept, beside = {claim.id for claim in view.claims}, Beside.of(view.claims, asked)
    text = parts(view.text, beside.marked, beside.shown, asked.marking)
    decided = {row.subject: DECIDED[row.verb] % {"who": row.who} for row in judged if row.holds and row.verb in JUDGING}
    return render(
        request, "report.html", info=view.info, title=titled(view.info, text),
        sample=view.text.content[:SAMPLE], archived=Archived.of(view.report),
        copies=copies, parts=text, claims=view.claims, asked=asked, beside=beside, kinds=by_kind(view.claims),
        incident_of={claim: incident for incident in view.incidents for claim in incident.claims}, cards=cards,
        decided=decided, open=[c for c in view.claims if c.id not in decided and not c.added_by], states=states,
        added=added_by(states.judgements), rejected=[claim for claim in read if claim.id not in kept],
        judgements=judged,
    )  # fmt: skip


def page_of(words: str) -> int:
    """The page that an address asks for, 1 where it is none."""
    return max(1, int(words)) if words.isascii() and words.isdigit() and len(words) < 7 else 1


def by_kind(claims: Sequence[Claim]) -> Mapping[str, int]:
    """How many claims of each kind there are, in the order of kinds; without those of which there is none."""
    counts = Counter(claim.kind for claim in claims)
    return {kind: counts[kind] for kind in KINDS if counts[kind]}  # type: ignore[index]


def copies_of(register: Register, id_: str) -> Copies:
    """The near-copies of one report."""
    found, infos = queries.copied(register, [id_]), queries.reports(register)
    if id_ in found:
        found = {**found, **queries.copied(register, [found[id_]])}
    others = [infos[one] for one in found if one != id_ and one in infos]
    original = found.get(id_)
    return Copies(infos.get(original) if original else None, tuple(others))


def added_by(judgements: Sequence[Judgement]) -> Mapping[str, int]:
    """Added claim → the judgement that adds it."""
    return {added_claim(row): row.id for row in standing(judgements) if row.verb == "add"}


def titled(info: ReportInfo, shown: tuple[Part, ...]) -> str:
    """The report's title, or the longest headline of its text, or its name in the archive."""
    headlines = ["".join(run.text for run in part.runs) for part in shown if part.role == "headline"]
    return info.title or max(headlines, key=len, default=info.doc)
