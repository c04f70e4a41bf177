-- From any older schema version to this one: derived tables are made anew; nothing that came in changes.
-- Runs in one transaction with schema.sql, which follows.
DROP TABLE IF EXISTS incident_claims;
DROP TABLE IF EXISTS assessments;
DROP TABLE IF EXISTS incidents;
DROP TABLE IF EXISTS derived;
