"""The register as the rest of Sijil sees it: records in, records out."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sijil.decoding import scrub
from sijil.errors import BadInput, RegisterError
from sijil.model.claim import Claim
from sijil.model.incident import Assessment, Incident
from sijil.model.judgement import Judgement, Verb
from sijil.model.report import Report, ReportInfo, Text
from sijil.model.sketch import Sketch
from sijil.record import canonical, digest
from sijil.register import adding, log, rows
from sijil.register.derived import DerivedRows
from sijil.register.judging import checked
from sijil.register.people import People
from sijil.register.search import SearchRows
from sijil.register.sessions import Sessions
from sijil.register.store import Store
from sijil.register.verify import Damage, verify

_DERIVED = ("sketches", "incidents", "assessments")


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """`added` is False where the same bytes were there already; nothing was changed then."""

    report_id: str
    added: bool


class Register:
    """One register file. Every method raises RegisterError where the file cannot be read or written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.held: object = None  # what was made of the rows, where answers are to be of one moment (snapshot.py)

    @classmethod
    def open(cls, path: Path | str | None = None, create: bool = True, wait: float = 5.0) -> Self:
        """Opens the register at `path` (the default path if None), and creates it where `create` allows.

        `wait` is how many seconds to wait for another program's lock. Raises RegisterError for a file that is no
        register, that this version cannot read, that is locked, or that cannot be created.
        """
        return cls(Store(Path(path) if path is not None else cls.default_path(), create, wait))

    @staticmethod
    def default_path() -> Path:
        """$SIJIL_REGISTER, or sijil.db in the working folder."""
        return Path(os.environ.get("SIJIL_REGISTER") or "sijil.db")

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._store.path

    @property
    def stamp(self) -> tuple[object, ...]:
        """Changes whenever the file does: what was made of its rows holds for as long as the stamp stays the same."""
        files = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        states = (file.stat() for file in files if file.exists())
        written = tuple((state.st_mtime_ns, state.st_size) for state in states if state.st_size)  # an empty WAL is new
        return (self.path.resolve(), written, self.last_seq())

    @property
    def head(self) -> tuple[object, ...]:
        """Changes whenever the record or what follows from it does, and for nothing else: unlike `stamp` not where
        somebody logs in. The hash of the log's last row stands for all before it."""
        found = self._store.rows("SELECT hash FROM log ORDER BY seq DESC LIMIT 1")
        return (found[0][0] if found else "", self.derived.last_change(), self.derived.state(), self.search.state())

    def close(self) -> None:
        """Closes the file. Closing twice does nothing."""
        self._store.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is written, or nothing."""
        return self._store.transaction()

    def reading(self) -> AbstractContextManager[None]:
        """All that is read inside is of one moment, whatever other programs write meanwhile."""
        return self._store.reading()

    # What came in

    def add(self, report: Report, text: Text, claims: Sequence[Claim], sketch: Sketch | None = None) -> AddOutcome:
        """Archives a report with its text and claims, in one transaction. The same bytes twice change nothing.

        `sketch` is what tells its copies (steps/sketch); without it the report gets one when incidents are derived.

        Raises RegisterError where a claim's id is taken or its quote is not what the text says there.
        """
        id_ = rows.report_id(report.sha256)
        with self.transaction():
            if self.has(report.sha256):
                return AddOutcome(id_, False)
            own = [dataclasses.replace(claim, doc=id_) for claim in claims]
            self._check_claims(own, text)
            report_row, text_row = rows.report_row(report), rows.text_row(id_, text)
            claim_rows = [rows.claim_row(claim) for claim in own]
            self._insert("reports", rows.REPORT_COLUMNS, [report_row])
            self._insert("texts", rows.TEXT_COLUMNS, [text_row])
            self._insert("claims", rows.CLAIM_COLUMNS, claim_rows)
            if sketch is not None:
                self.keep_sketches({id_: sketch})
            log.append(self._store, "report", id_, {
                "sha256": report.sha256,
                "report": rows.report_digest(report_row),
                "text": text_row[-1],
                "claims": digest([row[-1] for row in claim_rows]),
            })  # fmt: skip
        return AddOutcome(id_, True)

    def has(self, sha256: str) -> bool:
        """Whether a report with these bytes is in the register."""
        return bool(self._store.rows("SELECT 1 FROM reports WHERE sha256 = ?", sha256))

    def reports(self, ids: Iterable[str] | None = None) -> tuple[ReportInfo, ...]:
        """Reports, all or by id, in order of arrival, without their bytes."""
        some, asked = _some("id", ids)
        found = self._store.rows(
            f"SELECT {rows.SKETCHED_COLUMNS} FROM reports LEFT JOIN sketches ON report = id {some} ORDER BY position",
            *asked,
        )
        with self._sound("sketches"):
            return tuple(rows.sketched_info(row) for row in found)

    def report(self, id_: str) -> tuple[Report, Text]:
        """One report with its main text. Raises BadInput for an unknown id."""
        found = self._store.rows(f"SELECT {rows.REPORT_COLUMNS} FROM reports WHERE id = ?", id_)
        texts = self._store.rows(f"SELECT {rows.TEXT_COLUMNS} FROM texts WHERE report = ?", id_)
        if not found or not texts:
            raise BadInput(id_, "no such report in the register", "list them: sijil sources, sijil claims")
        with self._sound("reports"):
            return rows.report(found[0]), rows.text(texts[0])

    def claims(self, of: Iterable[str] | None = None, ids: Iterable[str] | None = None) -> tuple[Claim, ...]:
        """Claims as read or added: all, `of` some reports, or by id; in order of reports and text.

        Judgements are not applied, so those are among them that people added and took out again.
        """
        some, asked = _some("claims.id", ids) if ids is not None else _some("claims.report", of)
        found = self._store.rows(
            "SELECT claims.json FROM claims JOIN reports ON reports.id = claims.report "
            f"{some} ORDER BY position, start, stop, number",
            *asked,
        )
        with self._sound("claims"):
            return tuple(rows.claim(row[0]) for row in found)

    def reports_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Claim → its report, for claims that are there."""
        some, asked = _some("id", claims)
        return dict(self._store.rows(f"SELECT id, report FROM claims {some}", *asked))

    # What people decided

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, also withdrawn ones, oldest first."""
        found = self._store.rows(f"SELECT {rows.JUDGEMENT_COLUMNS} FROM judgements ORDER BY id")
        with self._sound("judgements"):
            return tuple(rows.judgement(row) for row in found)

    def judge(
        self, verb: Verb, subject: str, value: dict[str, object], who: str, reason: str, seen: Sequence[str] = (),
        when: datetime | None = None,
    ) -> Judgement:  # fmt: skip
        """Adds a judgement and its row of the log. The derived rows are behind until the next `derive`.

        `seen` is what stood beside the subject (model/judgement.py), `when` the moment, now where none is given.

        Raises BadInput for an unknown verb, subject or grade, and where `who` or `reason` is empty.
        """
        who, reason = (" ".join(scrub(words).split()) for words in (who, reason))
        if not who or not reason:
            raise BadInput(subject, "a judgement needs a name and a reason")
        with self.transaction():
            value = checked(self._store, verb, subject, value)
            last = self._store.rows("SELECT coalesce(max(id), 0) FROM judgements")[0][0]
            judgement = Judgement(last + 1, verb, subject, value, who, when or datetime.now(UTC), reason, tuple(seen))
            row = rows.judgement_row(judgement)
            self._insert("judgements", rows.JUDGEMENT_COLUMNS, [row])
            if verb == "add":
                adding.keep(self._store, value)
            log.append(self._store, "judgement", str(judgement.id), rows.judgement_body(row))
        return judgement

    # What follows from both

    def unsketched(self) -> tuple[str, ...]:
        """The ids of reports without a sketch, in order of arrival."""
        return tuple(id_ for (id_,) in self._store.rows(
            "SELECT id FROM reports LEFT JOIN sketches ON report = id WHERE report IS NULL ORDER BY position"
        ))  # fmt: skip

    def forget_sketches(self) -> None:
        """Leaves every report without a sketch, until incidents are next derived."""
        with self.transaction():
            self._store.write("DELETE FROM sketches", [()])

    def keep_sketches(self, sketches: Mapping[str, Sketch]) -> None:
        """Stores sketches by the id of their report. Raises RegisterError where one has a sketch already."""
        with self.transaction():
            self._insert("sketches", "report, json", [rows.sketch_row(*one) for one in sketches.items()])

    @property
    def derived(self) -> DerivedRows:
        """The derived rows, to be loaded and replaced by part; `derive` of the pipeline does it."""
        return DerivedRows(self._store)

    @property
    def search(self) -> SearchRows:
        """The words that search finds, to be kept and asked; `derive` of the pipeline keeps them."""
        return SearchRows(self._store)

    @property
    def behind(self) -> bool:
        """Whether reports or judgements came in since the derived rows were made."""
        return self.derived.state()[0] != self.last_seq()

    def last_seq(self) -> int:
        """The number of the log's last row."""
        return int(self._store.rows("SELECT coalesce(max(seq), 0) FROM log")[0][0])

    def since(self, seq: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The ids of the reports and judgements that came in after a row of the log."""
        found = self._store.rows("SELECT what, subject FROM log WHERE seq > ? ORDER BY seq", seq)
        reports = tuple(subject for what, subject in found if what == "report")
        return reports, tuple(int(subject) for what, subject in found if what == "judgement")

    def incidents(self, ids: Iterable[str] | None = None) -> tuple[Incident, ...]:
        """The derived incidents, all or by id, in the order of their first claims."""
        with self._sound("incidents"):
            return self.derived.incidents(ids)

    def assessments(self, ids: Iterable[str] | None = None) -> tuple[Assessment, ...]:
        """The derived assessments, all or by incident, in the order of their incidents."""
        with self._sound("assessments"):
            return self.derived.assessments(ids)

    # Who uses it

    @property
    def people(self) -> People:
        """Users and the access log."""
        return People(self._store)

    @property
    def sessions(self) -> Sessions:
        """Who is logged in."""
        return Sessions(self._store, self.people)

    # What can be proved

    def log(self) -> tuple[log.LogRow, ...]:
        """Every row of the log, oldest first."""
        return log.read(self._store)

    def verify(self) -> tuple[Damage, ...]:
        """Every row that is not what it was when it was written; empty where all is intact."""
        return verify(self._store)

    @contextmanager
    def _sound(self, table: str) -> Iterator[None]:
        """Turns what comes of a row changed by hand into one line."""
        try:
            yield
        except (ValueError, TypeError, LookupError) as error:
            advice = "run `sijil rebuild`" if table in _DERIVED else "run `sijil verify`"
            raise RegisterError(str(self.path), f"a row of {table} is damaged ({error})", advice) from error

    def _insert(self, table: str, columns: str, values: Sequence[Sequence[object]]) -> None:
        marks = ", ".join("?" * len(columns.split(", ")))
        self._store.write(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)

    def _check_claims(self, claims: Sequence[Claim], text: Text) -> None:
        for claim in claims:
            if text.content[slice(*claim.span)] != claim.quote:
                raise RegisterError(claim.id, "its quote is not what the text says there", "report this as a bug")
            if self._store.rows("SELECT 1 FROM claims WHERE id = ?", claim.id):
                raise RegisterError(claim.id, "another report has a claim with this id", "report this as a bug")


def _some(column: str, values: Iterable[str] | None) -> tuple[str, tuple[str, ...]]:
    """A condition and its value; none for None."""
    if values is None:
        return "", ()
    return f"WHERE {column} IN (SELECT value FROM json_each(?))", (canonical(sorted(set(values))),)
