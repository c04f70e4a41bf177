-- The register: one SQLite file that holds what was reported, what people decided and what follows from both.
-- Three parts: what came in (reports, texts, claims), what people decided (judgements), and the log of both. Rows of
-- these are only ever added. What follows from them (incidents and so on) is derived and can be rebuilt at any time.
-- JSON columns hold canonical JSON: sorted keys, no spare space. Days are ISO dates, moments ISO times in UTC.
-- The whole script runs in one transaction.

PRAGMA application_id = 0x53494A4C;  -- "SIJL": tells a register from any other SQLite file
PRAGMA user_version = 5;             -- the version of this schema

-- One report as it came. The bytes are never changed; the text that offsets lead to is decoded from them again.
CREATE TABLE IF NOT EXISTS reports (
  position  INTEGER PRIMARY KEY,       -- order of arrival
  id        TEXT NOT NULL UNIQUE,      -- "R-" and the first 12 hex digits of sha256
  sha256    TEXT NOT NULL UNIQUE,      -- of data
  data      BLOB NOT NULL,             -- the bytes as received
  media     TEXT NOT NULL,             -- text/plain, text/html, application/json
  encoding  TEXT NOT NULL,             -- the codec that decodes data
  doc       TEXT NOT NULL,             -- the name it came with
  retrieved TEXT NOT NULL,             -- when
  retrieval TEXT NOT NULL,             -- how: "file /path", "url https://..."
  published TEXT,                      -- day of publication; NULL where nobody knows it
  source    TEXT NOT NULL,             -- the publisher
  title     TEXT NOT NULL,
  lang      TEXT NOT NULL
) STRICT;

-- The main text of a report, with its paragraphs and the way back to the report's own text.
CREATE TABLE IF NOT EXISTS texts (
  report  TEXT PRIMARY KEY REFERENCES reports (id),
  content TEXT NOT NULL,
  blocks  TEXT NOT NULL,               -- JSON [[start, end, role], ...]: characters of content
  origins TEXT,                        -- JSON [[start, origin, length], ...]: runs of content that stand in the report;
                                       -- NULL where content is the report's own text
  sha256  TEXT NOT NULL                -- of the canonical JSON of {content, blocks, origins}
) STRICT;

-- What reports say, as read, and the claims that people added, each exactly what its judgement says (no hash of a
-- report's claims in the log counts these). Judgements are applied when incidents are derived, never here: the row of an
-- added claim stays when its judgement is withdrawn.
-- The columns after sha256 are read off the JSON by SQLite itself, so they cannot drift from it.
CREATE TABLE IF NOT EXISTS claims (
  id        TEXT PRIMARY KEY,
  report    TEXT NOT NULL REFERENCES reports (id),
  number    INTEGER NOT NULL,          -- 1, 2, 3 ... in text order; then those added, in the order of adding
  quote     TEXT NOT NULL,             -- exactly texts.content from start to stop
  start     INTEGER NOT NULL,
  stop      INTEGER NOT NULL,
  json      TEXT NOT NULL,             -- the whole claim
  sha256    TEXT NOT NULL,             -- of json
  kind      TEXT GENERATED ALWAYS AS (json_extract(json, '$.kind')),
  status    TEXT GENERATED ALWAYS AS (json_extract(json, '$.status')),
  speaker   TEXT GENERATED ALWAYS AS (json_extract(json, '$.speaker')),
  place     TEXT GENERATED ALWAYS AS (json_extract(json, '$.place')),
  within    TEXT GENERATED ALWAYS AS (json_extract(json, '$.within')),
  place_id  TEXT GENERATED ALWAYS AS (json_extract(json, '$.at.id')),
  first_day TEXT GENERATED ALWAYS AS (json_extract(json, '$.period.start')),
  last_day  TEXT GENERATED ALWAYS AS (json_extract(json, '$.period.end')),
  actor     TEXT GENERATED ALWAYS AS (json_extract(json, '$.actor')),
  party_id  TEXT GENERATED ALWAYS AS (json_extract(json, '$.party.id')),
  attack    TEXT GENERATED ALWAYS AS (json_extract(json, '$.attack')),
  measure   TEXT GENERATED ALWAYS AS (json_extract(json, '$.measure')),
  "group"   TEXT GENERATED ALWAYS AS (json_extract(json, '$.group')),
  low       ANY GENERATED ALWAYS AS (json_extract(json, '$.figure.low')),   -- integers; a number beyond 64 bits, which
  high      ANY GENERATED ALWAYS AS (json_extract(json, '$.figure.high')),  -- a report may well print, comes as a real
  scope     TEXT GENERATED ALWAYS AS (json_extract(json, '$.scope')),
  UNIQUE (report, number)
) STRICT;

-- The places that claims were resolved to.
CREATE VIEW IF NOT EXISTS places AS
  SELECT json_extract(json, '$.at.id') AS id, min(json_extract(json, '$.at.name')) AS name,
         json_extract(json, '$.at.precision') AS precision, json_extract(json, '$.at.lat') AS lat,
         json_extract(json, '$.at.lon') AS lon, json_extract(json, '$.at.admin') AS admin,
         json_extract(json, '$.at.pcode') AS pcode, count(*) AS claims
  FROM claims WHERE place_id <> '' GROUP BY place_id;

-- What people decided. A judgement is withdrawn by another one, never changed.
CREATE TABLE IF NOT EXISTS judgements (
  id      INTEGER PRIMARY KEY,         -- 1, 2, 3 ... in order
  verb    TEXT NOT NULL,               -- accept, reject, correct, add, same, different, unsure, merge, split, grade,
                                       -- withdraw, comment
  subject TEXT NOT NULL,               -- id of a claim, an incident, (add) a report or (withdraw) a judgement
  value   TEXT NOT NULL,               -- JSON, by verb
  who     TEXT NOT NULL CHECK (trim(who) <> ''),
  at      TEXT NOT NULL,
  reason  TEXT NOT NULL CHECK (trim(reason) <> ''),
  seen    TEXT                         -- JSON list: what the subject's incident held then; NULL where it had none, or
                                       -- where the row is of schema version 1 or 2
) STRICT;

-- One row for each report that came in and each judgement, chained: hash is the SHA-256 of prev and the canonical JSON
-- of [seq, at, what, subject, body], and prev is the hash of the row before (64 zeros for the first).
CREATE TABLE IF NOT EXISTS log (
  seq     INTEGER PRIMARY KEY,         -- 1, 2, 3 ... without gaps
  at      TEXT NOT NULL,
  what    TEXT NOT NULL,               -- report or judgement
  subject TEXT NOT NULL,               -- its id
  body    TEXT NOT NULL,               -- JSON: hashes of the report's row, bytes, text and claims, or the judgement
  prev    TEXT NOT NULL,
  hash    TEXT NOT NULL
) STRICT;

CREATE TRIGGER IF NOT EXISTS reports_stay BEFORE UPDATE ON reports
  BEGIN SELECT raise(ABORT, 'reports are never changed'); END;
CREATE TRIGGER IF NOT EXISTS reports_remain BEFORE DELETE ON reports
  BEGIN SELECT raise(ABORT, 'reports are never deleted'); END;
CREATE TRIGGER IF NOT EXISTS texts_stay BEFORE UPDATE ON texts
  BEGIN SELECT raise(ABORT, 'texts are never changed'); END;
CREATE TRIGGER IF NOT EXISTS texts_remain BEFORE DELETE ON texts
  BEGIN SELECT raise(ABORT, 'texts are never deleted'); END;
CREATE TRIGGER IF NOT EXISTS claims_stay BEFORE UPDATE ON claims
  BEGIN SELECT raise(ABORT, 'claims are never changed: add a judgement'); END;
CREATE TRIGGER IF NOT EXISTS claims_remain BEFORE DELETE ON claims
  BEGIN SELECT raise(ABORT, 'claims are never deleted: add a judgement'); END;
CREATE TRIGGER IF NOT EXISTS judgements_stay BEFORE UPDATE ON judgements
  BEGIN SELECT raise(ABORT, 'judgements are never changed: withdraw them'); END;
CREATE TRIGGER IF NOT EXISTS judgements_remain BEFORE DELETE ON judgements
  BEGIN SELECT raise(ABORT, 'judgements are never deleted: withdraw them'); END;
CREATE TRIGGER IF NOT EXISTS log_stays BEFORE UPDATE ON log
  BEGIN SELECT raise(ABORT, 'the log is never changed'); END;
CREATE TRIGGER IF NOT EXISTS log_remains BEFORE DELETE ON log
  BEGIN SELECT raise(ABORT, 'the log is never deleted'); END;

-- Derived, from here on. Sketches follow from one text each, are written with it, and renewed by `sijil rebuild`: what
-- tells near-copies and wires. A report without a row (of schema version 1) gets one when incidents are next derived.
CREATE TABLE IF NOT EXISTS sketches (
  report TEXT PRIMARY KEY REFERENCES reports (id),
  json   TEXT NOT NULL,                -- the whole sketch
  wires  TEXT GENERATED ALWAYS AS (json_extract(json, '$.wires'))  -- JSON list: the agencies that it is credited to
) STRICT;

-- Events: what one report tells of one incident. The rows of a report are replaced when its claims or what people
-- decided about them change, those of all others stay.
CREATE TABLE IF NOT EXISTS events (
  id     TEXT PRIMARY KEY,             -- its first claim
  report TEXT NOT NULL REFERENCES reports (id),
  claims TEXT NOT NULL,                -- JSON list of ids, in text order
  json   TEXT NOT NULL                 -- the event without its claims
) STRICT;
CREATE INDEX IF NOT EXISTS events_by_report ON events (report);

CREATE TABLE IF NOT EXISTS event_claims (
  claim TEXT PRIMARY KEY REFERENCES claims (id),
  event TEXT NOT NULL REFERENCES events (id)
) STRICT;
CREATE INDEX IF NOT EXISTS event_claims_by_event ON event_claims (event);

-- Under which keys what is found that may concern a new report: an event (steps/link/keys.py), a report whose claims
-- may be denied, and one with a denial that may concern them (steps/denials.py). Both sides are hashes of 64 bits, since
-- an event has many keys; two keys of one hash would only have something compared in vain.
CREATE TABLE IF NOT EXISTS items (
  hash INTEGER PRIMARY KEY,
  what TEXT NOT NULL,                  -- "event", or a report that "told" or "asks"
  id   TEXT NOT NULL                   -- of the event or report
) STRICT;

CREATE TABLE IF NOT EXISTS keys (
  key  INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES items (hash),
  PRIMARY KEY (key, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS keys_by_item ON keys (item);

-- Pairs of events that points enough, or a copied text, say are one.
CREATE TABLE IF NOT EXISTS links (
  a      TEXT NOT NULL REFERENCES events (id),
  b      TEXT NOT NULL REFERENCES events (id),
  json   TEXT NOT NULL,                -- the whole link
  points REAL GENERATED ALWAYS AS (json_extract(json, '$.score.points')),
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS links_by_other ON links (b);

-- Under which keys a report is found that may be a copy (steps/copies), and which report repeats which.
CREATE TABLE IF NOT EXISTS copy_keys (
  key    INTEGER NOT NULL,
  report TEXT NOT NULL REFERENCES reports (id),
  PRIMARY KEY (key, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS copy_keys_by_report ON copy_keys (report);

CREATE TABLE IF NOT EXISTS copies (
  report   TEXT PRIMARY KEY REFERENCES reports (id),
  original TEXT NOT NULL REFERENCES reports (id)
) STRICT;
CREATE INDEX IF NOT EXISTS copies_by_original ON copies (original);

-- What each denial rejects, across reports.
CREATE TABLE IF NOT EXISTS denials (
  denial   TEXT NOT NULL REFERENCES claims (id),
  position INTEGER NOT NULL,
  denied   TEXT NOT NULL,
  PRIMARY KEY (denial, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS denials_by_denied ON denials (denied);

-- Incidents, in the order of their first claims (report's retrieval, report, number).
CREATE TABLE IF NOT EXISTS incidents (
  id        TEXT PRIMARY KEY,
  json      TEXT NOT NULL,             -- the whole incident
  title     TEXT GENERATED ALWAYS AS (json_extract(json, '$.title')),
  attack    TEXT GENERATED ALWAYS AS (json_extract(json, '$.attack')),
  place_id  TEXT GENERATED ALWAYS AS (json_extract(json, '$.at.id')),
  first_day TEXT GENERATED ALWAYS AS (json_extract(json, '$.period.start')),
  last_day  TEXT GENERATED ALWAYS AS (json_extract(json, '$.period.end'))
) STRICT;

CREATE TABLE IF NOT EXISTS incident_claims (
  incident TEXT NOT NULL REFERENCES incidents (id),
  position INTEGER NOT NULL,           -- order within the incident
  claim    TEXT NOT NULL UNIQUE REFERENCES claims (id),
  PRIMARY KEY (incident, position)
) STRICT;

CREATE TABLE IF NOT EXISTS assessments (
  incident TEXT PRIMARY KEY REFERENCES incidents (id),
  json     TEXT NOT NULL,              -- the whole assessment
  grade    TEXT GENERATED ALWAYS AS (json_extract(json, '$.grade')),
  disputed INTEGER GENERATED ALWAYS AS (json_extract(json, '$.disputed'))
) STRICT;

-- Up to which row of the log the derived rows reach, and which rules made them. Behind the log: what came in since has
-- to be derived. Other rules: all of it.
CREATE TABLE IF NOT EXISTS derived (
  only  INTEGER PRIMARY KEY CHECK (only = 1),
  seq   INTEGER NOT NULL,
  rules TEXT NOT NULL                  -- hash of rules and steps
) STRICT;

-- What of the derived rows changed, so that who has read them reads only that again (sijil/snapshot.py): a report (its
-- claims as people left them), a denial, an incident (or its assessment), or all. Old rows are deleted; numbers never
-- come again.
CREATE TABLE IF NOT EXISTS changes (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  what   TEXT NOT NULL,                -- report, denial, incident or all
  id     TEXT NOT NULL                 -- of a report, claim or incident; empty for all
) STRICT;
CREATE TRIGGER IF NOT EXISTS incidents_change AFTER UPDATE ON incidents
  BEGIN INSERT INTO changes (what, id) VALUES ('incident', new.id); END;
CREATE TRIGGER IF NOT EXISTS assessments_change AFTER UPDATE ON assessments
  BEGIN INSERT INTO changes (what, id) VALUES ('incident', new.incident); END;

-- People (register/people.py). Who may use the desk: no row means one person on this machine, and no log-in. A user who
-- was removed stays, without a password: the name signs judgements and is never given to another person.
CREATE TABLE IF NOT EXISTS users (
  name     TEXT PRIMARY KEY COLLATE NOCASE,
  role     TEXT NOT NULL,              -- of rules/roles.toml
  password TEXT NOT NULL,              -- argon2id in its own notation; empty for one who was removed
  added    TEXT NOT NULL,
  removed  TEXT
) STRICT;

-- Who is logged in. The token itself is only in the browser's cookie.
CREATE TABLE IF NOT EXISTS sessions (
  hash  TEXT PRIMARY KEY,              -- SHA-256 of the token
  name  TEXT NOT NULL REFERENCES users (name),
  began TEXT NOT NULL,
  seen  TEXT NOT NULL                  -- the last request, to within the minutes that rules/roles.toml gives
) STRICT;
CREATE INDEX IF NOT EXISTS sessions_by_name ON sessions (name);

-- Log-ins that failed lately, for the limit on guessing; older ones are deleted.
CREATE TABLE IF NOT EXISTS attempts (
  key TEXT NOT NULL,                   -- "name ..." or "address ..."
  at  TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS attempts_by_key ON attempts (key, at);

-- Who came in, what was looked at and taken out, and every change of users. Chained as the log is, on its own: a look
-- at names changes nothing that incidents follow from.
CREATE TABLE IF NOT EXISTS access (
  seq     INTEGER PRIMARY KEY,         -- 1, 2, 3 ... without gaps
  at      TEXT NOT NULL,
  what    TEXT NOT NULL,               -- look, export, log-in, log-out, refused, user
  subject TEXT NOT NULL,               -- who did it
  body    TEXT NOT NULL,               -- JSON, by what
  prev    TEXT NOT NULL,
  hash    TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS access_stays BEFORE UPDATE ON access
  BEGIN SELECT raise(ABORT, 'the access log is never changed'); END;
CREATE TRIGGER IF NOT EXISTS access_remains BEFORE DELETE ON access
  BEGIN SELECT raise(ABORT, 'the access log is never deleted'); END;

-- What search finds (register/search.py), derived: one row for each claim and incident, and the folded words of all.
-- Folded words are letters and digits of every script with spaces between, which the ascii tokenizer leaves as they are.
CREATE TABLE IF NOT EXISTS search_claims (
  number    INTEGER PRIMARY KEY,       -- rowid of claims_found
  claim     TEXT NOT NULL UNIQUE REFERENCES claims (id),
  report    TEXT NOT NULL,
  first_day TEXT,
  last_day  TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS search_claims_by_report ON search_claims (report);
-- places: its own and the larger ones; marks: its kind, and whether people rejected it.
CREATE VIRTUAL TABLE IF NOT EXISTS claims_found USING fts5 (words, names, places, marks, tokenize = 'ascii');

CREATE TABLE IF NOT EXISTS search_incidents (
  number    INTEGER PRIMARY KEY,       -- rowid of incidents_found
  incident  TEXT NOT NULL UNIQUE,
  first_day TEXT,
  last_day  TEXT
) STRICT;
CREATE VIRTUAL TABLE IF NOT EXISTS incidents_found USING fts5 (title, names, places, tokenize = 'ascii');

-- rowid is reports.position. Without content: a report never changes, and its text lies in texts.
CREATE VIRTUAL TABLE IF NOT EXISTS reports_found USING fts5 (title, words, publisher, content = '', tokenize = 'ascii');

CREATE INDEX IF NOT EXISTS reports_by_day ON reports (published);

-- What claims call the places that they were resolved to, folded; names of claims that changed since may stay.
CREATE TABLE IF NOT EXISTS search_places (
  name  TEXT NOT NULL,
  place TEXT NOT NULL,                 -- id of the gazetteer
  PRIMARY KEY (name, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS search_places_by_place ON search_places (place, name);

-- Incidents that came, changed or went since their words were kept.
CREATE TABLE IF NOT EXISTS search_stale (incident TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS incidents_come AFTER INSERT ON incidents
  BEGIN INSERT OR IGNORE INTO search_stale VALUES (new.id); END;
CREATE TRIGGER IF NOT EXISTS incidents_go AFTER DELETE ON incidents
  BEGIN INSERT OR IGNORE INTO search_stale VALUES (old.id); END;

-- As derived: up to which row of the log they reach, and which rules folded them.
CREATE TABLE IF NOT EXISTS search_state (
  only  INTEGER PRIMARY KEY CHECK (only = 1),
  seq   INTEGER NOT NULL,
  rules TEXT NOT NULL
) STRICT;
