-- Where an imported thing came from, so that importing twice adds nothing. Goes and comes with its import by undo.
CREATE TABLE import_item (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL,
  format TEXT NOT NULL,
  -- What the source knows it by: an id of its own, else its path.
  source_key TEXT NOT NULL,
  source_hash TEXT NOT NULL,
  target_table TEXT NOT NULL,
  target_id TEXT NOT NULL,
  -- Of what was made of it: another one means that it was changed here.
  made_hash TEXT NOT NULL,
  UNIQUE (format, source_key)
) STRICT;
CREATE INDEX import_item_hash ON import_item (format, source_hash);

-- The reports of imports; not in the ledger, they outlive an undo.
CREATE TABLE import_run (
  id TEXT PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  format TEXT NOT NULL,
  label TEXT NOT NULL,
  source TEXT NOT NULL,
  commit_seq INTEGER,
  report TEXT NOT NULL CHECK (json_valid(report))
) STRICT;
CREATE INDEX import_run_at ON import_run (at_ms);
