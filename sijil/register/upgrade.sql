-- From schema version 1 or 2 to 3: derived tables have another shape and are made anew; nothing that came in changes.
-- Runs in one transaction with schema.sql, which follows.
ALTER TABLE judgements ADD COLUMN seen TEXT;
DROP TABLE IF EXISTS incident_claims;
DROP TABLE IF EXISTS assessments;
DROP TABLE IF EXISTS incidents;
DROP TABLE IF EXISTS derived;
