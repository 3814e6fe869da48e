-- The ledger: every change to the user's data, who made it and why. See ARCHITECTURE.md, "The ledger".
CREATE TABLE ledger_commit (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  command TEXT NOT NULL,
  undoes INTEGER REFERENCES ledger_commit (seq),
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_commit_undoes ON ledger_commit (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE ledger_change (
  id INTEGER PRIMARY KEY,
  commit_seq INTEGER NOT NULL REFERENCES ledger_commit (seq) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT;
CREATE INDEX ledger_change_commit ON ledger_change (commit_seq);
CREATE INDEX ledger_change_row ON ledger_change (row_id, id);

CREATE TABLE ledger_event (
  id INTEGER PRIMARY KEY,
  commit_seq INTEGER NOT NULL REFERENCES ledger_commit (seq) DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload))
) STRICT;
CREATE INDEX ledger_event_commit ON ledger_event (commit_seq);

-- Where each consumer of the outbox stands: everything up to last_event_id is delivered.
CREATE TABLE outbox_cursor (
  consumer TEXT PRIMARY KEY,
  last_event_id INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try_ms INTEGER NOT NULL DEFAULT 0,
  last_error TEXT
) STRICT;

-- Events a consumer could not deliver after its last try; shown to the user, retried by hand.
CREATE TABLE outbox_parked (
  consumer TEXT NOT NULL,
  event_id INTEGER NOT NULL REFERENCES ledger_event (id),
  parked_at_ms INTEGER NOT NULL,
  last_error TEXT NOT NULL,
  PRIMARY KEY (consumer, event_id)
) STRICT, WITHOUT ROWID;

-- Facts about this file itself, such as which generated triggers it carries.
CREATE TABLE store_fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
