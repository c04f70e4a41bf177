"""What search finds: folded words of reports, claims and incidents in FTS5 tables, and the rows beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal, NamedTuple

from sijil.record import canonical
from sijil.register.store import Store

Of = Literal["incidents", "claims", "reports"]
OF: tuple[Of, ...] = Of.__args__  # type: ignore[attr-defined]

#: Of more the number is not told: counting to the end takes longer than anybody reads.
MOST = 10_000
_REJECTED = "rejected"
#: By what is searched: the rows beside the words, the column that names what was found, and its day.
_BESIDE = {
    "claims": ("search_claims AS one ON one.number = claims_found.rowid", "one.claim", "one.first_day"),
    "incidents": ("search_incidents AS one ON one.number = incidents_found.rowid", "one.incident", "one.first_day"),
    "reports": ("reports AS one ON one.position = reports_found.rowid", "one.id", "reports_found.rowid"),
}
_SOUGHT = {"claims": "words names", "incidents": "title names", "reports": "title words publisher"}
_DAYS = {
    "claims": ("coalesce(one.first_day, one.last_day) <= ?", "coalesce(one.last_day, one.first_day) >= ?"),
    "incidents": ("coalesce(one.first_day, one.last_day) <= ?", "coalesce(one.last_day, one.first_day) >= ?"),
    # The row of a report is long, its bytes lie before its day: the index is asked (+: for all of them at once).
    "reports": (
        "+reports_found.rowid IN (SELECT position FROM reports WHERE published <= ?)",
        "+reports_found.rowid IN (SELECT position FROM reports WHERE published >= ?)",
    ),
}
_CLAIMS = "search_claims WHERE number IN (SELECT rowid FROM claims_found WHERE claims_found MATCH ?)"
_OF_CLAIMS = {
    "reports": f"+reports_found.rowid IN (SELECT position FROM reports WHERE id IN (SELECT report FROM {_CLAIMS}))",
    "incidents": "+incidents_found.rowid IN (SELECT number FROM search_incidents WHERE incident IN "
    f"(SELECT incident FROM incident_claims WHERE claim IN (SELECT claim FROM {_CLAIMS})))",
}


class ClaimWords(NamedTuple):
    """A claim as it is found: days are ISO dates; `words`, `names` and `places` are folded."""

    claim: str
    report: str
    first_day: str | None
    last_day: str | None
    words: str
    names: str
    places: str
    kind: str
    rejected: bool


class IncidentWords(NamedTuple):
    """An incident as it is found."""

    incident: str
    first_day: str | None
    last_day: str | None
    title: str
    names: str
    places: str


class ReportText(NamedTuple):
    """What of a report is searched, as archived."""

    position: int
    id: str
    title: str
    source: str
    content: str


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What beside the words has to hold: `place` is the folded beginning of a name, days are ISO dates and leave out
    what has none. A report is of the kinds and places of its claims, an incident of their kinds."""

    place: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    rejected: bool = False  # with claims that people rejected


class SearchRows:
    """Writing only inside a transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # What is kept

    def state(self) -> tuple[int, str]:
        """Up to which row of the log, and by which rules; (0, "") where nothing is kept."""
        found = self._store.rows("SELECT seq, rules FROM search_state")
        return (int(found[0][0]), str(found[0][1])) if found else (0, "")

    def clear(self) -> None:
        """Takes all of it away; every incident is to be kept again."""
        for table in ("claims_found", "incidents_found", "search_claims", "search_incidents", "search_places"):
            self._store.write(f"DELETE FROM {table}", [()])
        self._store.write("INSERT INTO reports_found (reports_found) VALUES ('delete-all')", [()])
        self._store.write("INSERT OR IGNORE INTO search_stale SELECT id FROM incidents", [()])

    def mark(self, seq: int, rules: str) -> None:
        """Says up to which row of the log the rows reach, and which rules made them."""
        self._store.write("INSERT OR REPLACE INTO search_state (only, seq, rules) VALUES (1, ?, ?)", [(seq, rules)])

    def report_ids(self) -> list[str]:
        """All reports, in order of arrival."""
        return [id_ for (id_,) in self._store.rows("SELECT id FROM reports ORDER BY position")]

    def texts(self, reports: Iterable[str], unkept: bool = False) -> list[ReportText]:
        """The texts of reports, in order of arrival; with `unkept` of those whose words are not kept yet."""
        some = "AND position NOT IN (SELECT id FROM reports_found_docsize)" if unkept else ""
        found = self._store.rows(
            "SELECT position, id, title, source, content FROM reports JOIN texts ON report = id "
            f"WHERE id IN (SELECT value FROM json_each(?)) {some} ORDER BY position",
            canonical(sorted(set(reports))),
        )
        return [ReportText(*row) for row in found]

    def keep_reports(self, words: Sequence[tuple[int, str, str, str]]) -> None:
        """Keeps folded words of reports that are not kept yet: position, title, main text, publisher."""
        self._store.write("INSERT INTO reports_found (rowid, title, words, publisher) VALUES (?, ?, ?, ?)", words)

    def keep_claims(self, reports: Iterable[str], claims: Sequence[ClaimWords]) -> None:
        """Keeps the claims of reports in place of those that are kept of them."""
        old = dict(self._rows("SELECT claim, number FROM search_claims WHERE report", reports))
        self._forget("claims", old.values())
        numbers = self._numbers("search_claims", old, [one.claim for one in claims])
        rows = [(n, *one[:4]) for n, one in zip(numbers, claims, strict=True)]
        self._store.write("INSERT INTO search_claims VALUES (?, ?, ?, ?, ?)", rows)
        self._store.write("INSERT INTO claims_found (rowid, words, names, places, marks) VALUES (?, ?, ?, ?, ?)", [
            (n, *one[4:7], f"{one.kind} {_REJECTED}" if one.rejected else one.kind)
            for n, one in zip(numbers, claims, strict=True)
        ])  # fmt: skip

    def keep_places(self, names: Iterable[tuple[str, str]]) -> None:
        """Keeps what places are called: folded name, id."""
        self._store.write("INSERT OR IGNORE INTO search_places (name, place) VALUES (?, ?)", sorted(set(names)))

    def stale(self) -> list[str]:
        """The incidents that came, changed or went since their words were kept."""
        return [id_ for (id_,) in self._store.rows("SELECT incident FROM search_stale")]

    def keep_incidents(self, stale: Iterable[str], incidents: Sequence[IncidentWords]) -> None:
        """Keeps incidents in place of the stale ones, which are none any more."""
        old = dict(self._rows("SELECT incident, number FROM search_incidents WHERE incident", stale))
        self._forget("incidents", old.values())
        numbers = self._numbers("search_incidents", old, [one.incident for one in incidents])
        rows = [(n, *one[:3]) for n, one in zip(numbers, incidents, strict=True)]
        self._store.write("INSERT INTO search_incidents VALUES (?, ?, ?, ?)", rows)
        words = [(n, *one[3:]) for n, one in zip(numbers, incidents, strict=True)]
        self._store.write("INSERT INTO incidents_found (rowid, title, names, places) VALUES (?, ?, ?, ?)", words)
        self._store.write("DELETE FROM search_stale", [()])

    # What is asked

    def places_called(self, name: str) -> set[str]:
        """The ids of the places that claims call by a folded name."""
        return {id_ for (id_,) in self._store.rows("SELECT place FROM search_places WHERE name = ?", name)}

    def names_of(self, places: Iterable[str]) -> set[str]:
        """The folded names by which claims call places."""
        return {name for (name,) in self._rows("SELECT name FROM search_places WHERE place", places)}

    def count(self, of: Of, expression: str, narrowed: Narrowed) -> int:
        """How many are found by an FTS5 expression; MOST + 1 for more than MOST."""
        match, where, values = _match(of, expression, narrowed)
        join = f"JOIN {_BESIDE[of][0]}" if where else ""
        sql = f"SELECT 1 FROM {of}_found {join} WHERE {of}_found MATCH ? {where} LIMIT {MOST + 1}"
        return int(self._store.rows(f"SELECT count(*) FROM ({sql})", match, *values)[0][0])

    def ids(
        self, of: Of, expression: str, narrowed: Narrowed, weights: Sequence[float], start: int, limit: int
    ) -> list[str]:
        """The ids of what is found, at most `limit` from `start` on: the best first by bm25 with a weight for each
        column, of equal ones the newest (of reports the last that came in). Without weights what came in last goes
        first."""
        beside, id_, day = _BESIDE[of]
        match, where, values = _match(of, expression, narrowed)
        order = f"{of}_found.rowid DESC"
        if weights:
            order = f"bm25({of}_found, {', '.join(str(float(one)) for one in weights)}), {day} DESC, {id_}"
        found = self._store.rows(
            f"SELECT {id_} FROM {of}_found JOIN {beside} WHERE {of}_found MATCH ? {where} "
            f"ORDER BY {order} LIMIT ? OFFSET ?",
            match, *values, limit, start,
        )  # fmt: skip
        return [one for (one,) in found]

    def grades(self, incidents: Iterable[str]) -> dict[str, tuple[str, bool]]:
        """Incident → its grade, and whether it is disputed."""
        found = self._rows("SELECT incident, grade, disputed FROM assessments WHERE incident", incidents)
        return {id_: (str(grade), bool(disputed)) for id_, grade, disputed in found}

    def _rows(self, sql: str, asked: Iterable[str]) -> list[tuple[Any, ...]]:
        return self._store.rows(f"{sql} IN (SELECT value FROM json_each(?))", canonical(sorted(set(asked))))

    def _forget(self, of: Of, numbers: Iterable[int]) -> None:
        gone = [(number,) for number in numbers]
        self._store.write(f"DELETE FROM {of}_found WHERE rowid = ?", gone)
        self._store.write(f"DELETE FROM search_{of} WHERE number = ?", gone)

    def _numbers(self, table: str, old: Mapping[str, int], ids: Sequence[str]) -> list[int]:
        """The number of each id: the one that it had, else the next one."""
        following = int(self._store.rows(f"SELECT coalesce(max(number), 0) + 1 FROM {table}")[0][0])
        new = count(max([following, *(number + 1 for number in old.values())]))
        return [old[id_] if id_ in old else next(new) for id_ in ids]


def _match(of: Of, expression: str, narrowed: Narrowed) -> tuple[str, str, list[Any]]:
    """The whole FTS5 expression, the conditions that have to hold beside it, and their values."""
    own, claims = _narrowing(of, narrowed), _narrowing("claims", narrowed)
    match = " AND ".join([f"{{{_SOUGHT[of]}}} : ({expression})", *own])
    if of == "claims" and not narrowed.rejected:
        match = f'({match}) NOT marks : "{_REJECTED}"'
    conditions, values = list[str](), list[Any]()
    for day, condition in zip((narrowed.until, narrowed.since), _DAYS[of], strict=True):
        if day:
            conditions.append(f"AND {condition}")
            values.append(day)
    if of != "claims" and len(claims) > len(own):
        conditions.append(f"AND {_OF_CLAIMS[of]}")
        values.append(f'({" AND ".join(claims)}) NOT marks : "{_REJECTED}"')
    return match, " ".join(conditions), values


def _narrowing(of: Of, narrowed: Narrowed) -> list[str]:
    """What of the narrowing the words' own table tells."""
    told = [f'places : "{narrowed.place}" *'] if narrowed.place and of != "reports" else []
    return [*told, f'marks : "{narrowed.kind}"'] if narrowed.kind and of == "claims" else told
