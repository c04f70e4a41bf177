"""The derived rows of a register: loaded by what they are about, and replaced by part or as a whole."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from sijil.model.incident import Assessment, Incident
from sijil.record import canonical, from_json, to_plain
from sijil.register.store import Store

#: Tables that are derived from claims and judgements, those that lead to others first.
TABLES = (
    "assessments", "incident_claims", "incidents", "denials", "copies", "copy_keys", "links", "keys", "items",
    "event_claims", "events",
)  # fmt: skip
KEPT_CHANGES = 20_000  # rows; who has read less lately reads all again
_IN = "IN (SELECT value FROM json_each(?))"
#: Incidents in the order of their first claims.
IN_ORDER = (
    "FROM incidents JOIN incident_claims AS first ON first.incident = incidents.id AND first.position = 0 "
    "JOIN claims ON claims.id = first.claim JOIN reports ON reports.id = claims.report"
)
ORDER = "ORDER BY reports.retrieved, reports.id, claims.start, claims.stop, claims.number"


class EventRow(NamedTuple):
    """An event: its id, report, claims' ids, and the rest of it as JSON."""

    id: str
    report: str
    claims: tuple[str, ...]
    json: str


class LinkRow(NamedTuple):
    """A link of two events: their ids, and the link as JSON."""

    a: str
    b: str
    json: str


class DerivedRows:
    """Writing only inside a transaction. Equal records give byte-identical rows."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # What is there

    def state(self) -> tuple[int, str]:
        """Up to which row of the log, and by which rules; (0, "") where nothing was derived."""
        found = self._store.rows("SELECT seq, rules FROM derived")
        return (int(found[0][0]), str(found[0][1])) if found else (0, "")

    def events(self, ids: Iterable[str]) -> tuple[EventRow, ...]:
        """Events by id; unknown ones are left out."""
        return tuple(
            EventRow(id_, report, tuple(json.loads(claims)), plain)
            for id_, report, claims, plain in self._rows("SELECT id, report, claims, json FROM events WHERE id", ids)
        )

    def events_of(self, reports: Iterable[str]) -> dict[str, str]:
        """The events of reports: event → report."""
        return dict(self._rows("SELECT id, report FROM events WHERE report", reports))

    def homes(self, claims: Iterable[str]) -> dict[str, str]:
        """Claim → its event, for claims that are of one."""
        return dict(self._rows("SELECT claim, event FROM event_claims WHERE claim", claims))

    def filed(self, what: str, keys: Iterable[int]) -> frozenset[str]:
        """What stands under any of the keys (`key_hash`)."""
        sql = f"SELECT DISTINCT id FROM keys JOIN items ON hash = item WHERE what = ? AND key {_IN}"
        return frozenset(id_ for (id_,) in self._store.rows(sql, what, _list(keys)))

    def keys_of(self, what: str, ids: Iterable[str]) -> frozenset[int]:
        """The keys under which any of these stand."""
        items = {key_hash(f"{what} {id_}") for id_ in ids}
        return frozenset(key for (key,) in self._rows("SELECT key FROM keys WHERE item", items))

    def links_of(self, events: Iterable[str]) -> tuple[LinkRow, ...]:
        """Every link that one of the events has."""
        asked = _list(events)
        sql = f"SELECT a, b, json FROM links WHERE a {_IN} UNION SELECT a, b, json FROM links WHERE b {_IN}"
        return tuple(LinkRow(*row) for row in self._store.rows(sql, asked, asked))

    def weak_links(self, points: float) -> tuple[LinkRow, ...]:
        """The links of fewer points, but for those of copies."""
        few = "json_extract(json, '$.score.points') < ? AND NOT json_extract(json, '$.copied')"
        return tuple(LinkRow(*row) for row in self._store.rows(f"SELECT a, b, json FROM links WHERE {few}", points))

    def alike(self, keys: Iterable[int]) -> frozenset[str]:
        """The reports under any of the copies' keys."""
        found = self._store.rows(f"SELECT report FROM copy_keys WHERE key {_IN}", _list(keys))
        return frozenset(report for (report,) in found)

    def originals(self, reports: Iterable[str]) -> dict[str, str]:
        """Report → what it repeats, for the copies among `reports` and all copies of those."""
        asked = _list(reports)
        sql = f"SELECT report, original FROM copies WHERE report {_IN} OR original {_IN}"
        return dict(self._store.rows(sql, asked, asked))

    def denied_by(self, denials: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Denial → the claims that it rejects, in order; only those that reject any."""
        found: dict[str, list[str]] = {}
        for denial, denied in self._rows("SELECT denial, denied FROM denials WHERE denial", denials, "position"):
            found.setdefault(denial, []).append(denied)
        return {denial: tuple(denied) for denial, denied in found.items()}

    def denials_of(self, claims: Iterable[str]) -> frozenset[str]:
        """The denials that reject any of the claims."""
        return frozenset(denial for (denial,) in self._rows("SELECT denial FROM denials WHERE denied", claims))

    def incidents_with(self, claims: Iterable[str]) -> frozenset[str]:
        """The ids of the incidents that hold any of the claims."""
        return frozenset(id_ for (id_,) in self._rows("SELECT incident FROM incident_claims WHERE claim", claims))

    def incidents(self, ids: Iterable[str] | None = None) -> tuple[Incident, ...]:
        """Incidents, of all or by id, in the order of their first claims."""
        some = "" if ids is None else f"WHERE incidents.id {_IN}"
        asked = () if ids is None else (_list(ids),)
        found = self._store.rows(f"SELECT incidents.json {IN_ORDER} {some} {ORDER}", *asked)
        return tuple(from_json(Incident, plain) for (plain,) in found)

    def assessments(self, ids: Iterable[str] | None = None) -> tuple[Assessment, ...]:
        """The assessments, of all incidents or by their ids, in their order."""
        some = "" if ids is None else f"WHERE incidents.id {_IN}"
        asked = () if ids is None else (_list(ids),)
        joined = f"{IN_ORDER} JOIN assessments ON assessments.incident = incidents.id {some}"
        found = self._store.rows(f"SELECT assessments.json {joined} {ORDER}", *asked)
        return tuple(from_json(Assessment, plain) for (plain,) in found)

    def denied(self) -> dict[str, tuple[str, ...]]:
        """`denied_by` of all denials."""
        return self.denied_by(id_ for (id_,) in self._store.rows("SELECT DISTINCT denial FROM denials"))

    def last_change(self) -> int:
        """The number of the last change; 0 where there was none."""
        return int(self._store.rows("SELECT coalesce(max(number), 0) FROM changes")[0][0])

    def changes(self, since: int) -> dict[str, frozenset[str]] | None:
        """What changed after the change of a number: ids by "report", "denial" and "incident"; None for all."""
        found: dict[str, set[str]] = {"report": set(), "denial": set(), "incident": set()}
        first = self._store.rows("SELECT coalesce(min(number), 0) FROM changes")[0][0]
        for what, id_ in self._store.rows("SELECT what, id FROM changes WHERE number > ?", since):
            found.setdefault(what, set()).add(id_)
        return None if "all" in found or first > since + 1 else {what: frozenset(ids) for what, ids in found.items()}

    # Replacing

    def _changed(self, what: str, ids: Iterable[str]) -> None:
        self._store.write("INSERT INTO changes (what, id) VALUES (?, ?)", [(what, id_) for id_ in sorted(set(ids))])

    def clear(self) -> None:
        """Takes all of them away."""
        self._changed("all", [""])
        for table in (*TABLES, "derived"):
            self._store.write(f"DELETE FROM {table}", [()])

    def mark(self, seq: int, rules: str) -> None:
        """Says up to which row of the log the rows reach, and which rules made them."""
        self._store.write("INSERT OR REPLACE INTO derived (only, seq, rules) VALUES (1, ?, ?)", [(seq, rules)])
        self._store.write("DELETE FROM changes WHERE number <= ?", [(self.last_change() - KEPT_CHANGES,)])

    def forget_incidents(self, ids: Iterable[str]) -> None:
        """Takes incidents with their assessments away."""
        gone = [(id_,) for id_ in sorted(ids)]
        self._changed("incident", (id_ for (id_,) in gone))
        for table, column in (("assessments", "incident"), ("incident_claims", "incident"), ("incidents", "id")):
            self._store.write(f"DELETE FROM {table} WHERE {column} = ?", gone)

    def forget_reports(self, reports: Iterable[str]) -> None:
        """Takes the events of reports away, with their keys and links, the reports' own keys, and what they copy."""
        self._changed("report", reports)
        gone, events = [(id_,) for id_ in sorted(reports)], [(id_,) for id_ in sorted(self.events_of(reports))]
        filed = [("event", *row) for row in events] + [(what, *row) for what in ("told", "asks") for row in gone]
        items = [(key_hash(f"{what} {id_}"),) for what, id_ in filed]
        self._store.write("DELETE FROM keys WHERE item = ?", items)
        self._store.write("DELETE FROM items WHERE hash = ?", items)
        self._store.write("DELETE FROM links WHERE a = ?", events)
        self._store.write("DELETE FROM links WHERE b = ?", events)
        self._store.write("DELETE FROM event_claims WHERE event = ?", events)
        self._store.write("DELETE FROM events WHERE report = ?", gone)
        self._store.write("DELETE FROM copies WHERE report = ?", gone)
        self._store.write("DELETE FROM copy_keys WHERE report = ?", gone)

    def keep_events(self, found: Sequence[EventRow]) -> None:
        """Stores events."""
        self._insert("events", "id, report, claims, json", [(*e[:2], canonical(list(e.claims)), e.json) for e in found])
        self._insert("event_claims", "claim, event", [(claim, e.id) for e in found for claim in e.claims])

    def keep_keys(self, what: str, keys: Mapping[str, Collection[str]]) -> None:
        """Stores keys by the id of what is found under them: an "event", or a report that "told" or "asks"."""
        items = {id_: key_hash(f"{what} {id_}") for id_ in keys if keys[id_]}
        self._insert("items", "hash, what, id", [(item, what, id_) for id_, item in items.items()])
        self._insert(
            "keys", "key, item", sorted({(key_hash(k), item) for id_, item in items.items() for k in keys[id_]})
        )

    def keep_links(self, found: Sequence[LinkRow]) -> None:
        """Stores links of events that are there."""
        self._insert("links", "a, b, json", sorted(found))

    def keep_copies(self, keys: Mapping[str, Iterable[int]], originals: Mapping[str, str]) -> None:
        """Stores under which keys copies are found, and which report repeats which."""
        rows = sorted((key, report) for report, own in keys.items() for key in set(own))
        self._insert("copy_keys", "key, report", rows)
        self._insert("copies", "report, original", sorted(originals.items()))

    def keep_denials(self, denials: Mapping[str, Sequence[str]]) -> None:
        """Stores what denials reject, in place of what they rejected before."""
        self._changed("denial", denials)
        self._store.write("DELETE FROM denials WHERE denial = ?", [(denial,) for denial in sorted(denials)])
        rows = [(one, n, denied) for one in sorted(denials) for n, denied in enumerate(denials[one])]
        self._insert("denials", "denial, position, denied", rows)

    def keep_incidents(self, incidents: Sequence[Incident]) -> None:
        """Stores incidents."""
        self._insert("incidents", "id, json", [(one.id, canonical(to_plain(one))) for one in incidents])
        self._changed("incident", (one.id for one in incidents))
        claims = [(one.id, n, claim) for one in incidents for n, claim in enumerate(one.claims)]
        self._insert("incident_claims", "incident, position, claim", claims)

    def keep_assessments(self, assessments: Sequence[Assessment]) -> None:
        """Stores assessments of incidents that are there, in place of their older ones."""
        self._changed("incident", (one.incident for one in assessments))
        rows = [(one.incident, canonical(to_plain(one))) for one in assessments]
        self._store.write("INSERT OR REPLACE INTO assessments (incident, json) VALUES (?, ?)", rows)

    def _rows(self, sql: str, asked: Iterable[str] | Iterable[int], order: str = "") -> list[tuple[Any, ...]]:
        return self._store.rows(f"{sql} {_IN} {f'ORDER BY {order}' if order else ''}", _list(asked))

    def _insert(self, table: str, columns: str, values: Sequence[Sequence[object]]) -> None:
        marks = ", ".join("?" * len(columns.split(", ")))
        self._store.write(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)


def key_hash(words: str) -> int:
    """A key as it is stored: 64 bits."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), signed=True)


def _list(values: Iterable[Any]) -> str:
    return canonical(sorted(set(values)))
