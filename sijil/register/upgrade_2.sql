-- From schema version 1 or 2: what stood beside a judgement's subject is kept with it since version 3.
ALTER TABLE judgements ADD COLUMN seen TEXT;
